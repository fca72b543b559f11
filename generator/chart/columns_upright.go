package chart

import (
	"math"
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
)

// How upright charts look, in pixels.
const (
	plotWide   = 260.0 // height of the area in the wide picture
	plotNarrow = 220.0
	tickGap    = 8.0  // between an axis and its labels
	bandShare  = 0.66 // how much of its place a column takes
	wordGap    = 6.0  // between names that stand side by side
)

// An upright is the layout of a chart whose values go up.
type upright struct {
	f                   frame
	c                   *columns
	legend              list
	names               list // in lines, as ECharts takes them
	written             bool // each column carries its value, so there is no axis
	scale               scale
	left, top, below    float64
	width, plot, height float64
}

// plotHeight is that of the area in a frame.
func plotHeight(f frame) float64 {
	if f.width >= Wide {
		return plotWide
	}
	return plotNarrow
}

// upright lays the chart out; it returns nothing where the names do not fit under
// their columns, or where one is too low to be seen or not exact and has no value
// over it.
func (c *columns) upright(f frame) *upright {
	u := &upright{c: c, f: f, plot: plotHeight(f), left: edge}
	if len(c.series) > 1 {
		u.legend, u.top = legend(c.seriesNames(), f, squareKey)
	}
	least, most := c.extent()
	u.scale = c.scaleFor(least, most)
	u.width = f.width - u.left - edge
	if u.written = c.writable(f, u.width); !u.written {
		u.left = edge + f.widest(u.scale.labels) + tickGap
		u.width = f.width - u.left - edge
		u.top += valueStyle.Size / 2 // half of the topmost label
		if u.partial() {
			u.top += lineHeight // what stands over a stack that reaches the top
		}
	} else {
		u.scale.least, u.scale.most = least, max(most, 0)
		if least == most {
			u.scale.most = 1
		}
		u.top += lineHeight
	}
	lines, ok := c.under(f, u.left, u.width)
	if !ok || !u.written && (u.unread() || c.hedged()) {
		return nil
	}
	for _, l := range lines {
		u.names = append(u.names, l)
	}
	if u.written && least < 0 {
		u.below = lineHeight
	}
	u.height = u.top + u.plot + u.below + tickGap + float64(deepest(lines))*lineHeight + edge
	return u
}

// scaleFor is the axis; that of per cent always ends at a hundred.
func (p *plot) scaleFor(least, most float64) scale {
	if p.stack != Percent {
		return p.scaleOf(least, most, 4)
	}
	percent := &matrix{words: p.words, unit: "%"}
	s := percent.scaleOf(0, 100, 4)
	s.most = 100
	return s
}

// writable reports whether the value of each column can stand over it.
func (c *columns) writable(f frame, width float64) bool {
	if len(c.series) > 1 {
		return false
	}
	band := width / float64(len(c.names))
	for _, cell := range c.series[0].cells {
		if f.fonts.Width(c.words.Cell(dataset.Value, cell, c.unit), valueStyle)+wordGap > band {
			return false
		}
	}
	return true
}

// hedged reports whether a single column is not exact: an axis says nothing of
// that. Several beside each other are compared, and told of one by one in the table.
func (c *columns) hedged() bool {
	return len(c.series) == 1 && slices.ContainsFunc(c.series[0].cells, func(v dataset.Cell) bool { return v.Hedge != money.Exact })
}

// unread reports whether some columns are too low to be seen, let alone read from
// the axis. In stacks the sums are read, and parts only compared.
func (u *upright) unread() bool {
	unit := u.plot / (u.scale.most - u.scale.least)
	for j := range u.c.names {
		sum := 0.0
		for i := range u.c.series {
			n, _ := u.c.value(i, j)
			if sum += n; u.c.stack == SideBySide && n != 0 && math.Abs(n)*unit < leastBar {
				return true
			}
		}
		if u.c.stack != SideBySide && sum != 0 && sum*unit < leastBar {
			return true
		}
	}
	return false
}

// deepest is how many lines the longest of the names has.
func deepest(names []string) int {
	lines := 1
	for _, name := range names {
		lines = max(lines, strings.Count(name, "\n")+1)
	}
	return lines
}

// under breaks the names into lines that fit under their columns. Of dates that
// do not fit, only each second, third and so on is written, in its short form.
func (m *matrix) under(f frame, left, width float64) ([]string, bool) {
	if m.dated {
		return m.underDated(f, left, width), true
	}
	band := width/float64(len(m.names)) - wordGap
	out := make([]string, len(m.names))
	for i, name := range m.names {
		lines := f.fonts.Wrap(name, picture.TextStyle, band, 3)
		n := len(lines)
		if f.fonts.Unbroken(name, picture.TextStyle) > band || n > 0 && strings.HasSuffix(lines[n-1], "…") {
			return nil, false
		}
		out[i] = strings.Join(lines, "\n")
	}
	return out, true
}

func (m *matrix) underDated(f frame, left, width float64) []string {
	band := width / float64(len(m.names))
	names := make([]string, len(m.cells))
	for i, c := range m.cells {
		names[i] = m.words.Page.ShortDate(c.Date)
	}
	room := f.widest(names) + wordGap
	every := max(1, int(math.Ceil(room/band)))
	for i := range names {
		middle := left + (float64(i)+0.5)*band
		if i%every != 0 || middle+room/2 > f.width || middle < room/2 {
			names[i] = ""
		}
	}
	return names
}
