package chart

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
)

// How a heat map looks, in pixels.
const (
	fieldHigh  = 34.0
	fieldGap   = 2.0
	faintest   = 0.08 // opacity of nothing
	strongest  = 0.5  // of the largest value: text over it is still read, on paper and in the dark
	mostInHead = 3    // lines of a column's name
	mostInName = 6    // lines of a row's name
	mostDigits = 2    // after the comma
)

// A heatFrame is where the parts of a heat map lie.
type heatFrame struct {
	turned       bool     // the series are the rows, and the categories the columns
	names, heads []string // of rows and columns, in lines
	list         []entry  // above the fields: what has no room in them or over them
	keys         list     // the same as ECharts takes it
	left, top    float64
	width, row   float64
	height       float64
	unknown      string // stands in fields of which nothing is known
	corner       string // the unit, where values are written without it
	write        func(dataset.Cell) string
}

// layout is the first of four ways that has room for every head and every value:
// the table as it is, its columns as rows, and numbers in the place of heads or of
// names, which a list above explains. Where the values have no room even so, they
// are told by their shades, and the list has the lightest and the darkest.
func (h *heatmap) layout(f frame) heatFrame {
	names, heads := h.names, h.seriesNames()
	if l, ok := h.arranged(names, heads, nil, f); ok {
		return l
	}
	if len(names) <= mostHeatColumns {
		if l, ok := h.arranged(heads, names, nil, f); ok {
			l.turned = true
			return l
		}
	}
	marks, list := numbered(heads, f)
	if l, ok := h.arranged(names, marks, list, f); ok {
		return l
	}
	marks, list = numbered(names, f)
	if l, ok := h.arranged(marks, heads, list, f); ok {
		return l
	}
	if l, ok := h.shaded(names, heads, nil, f); ok {
		return l
	}
	marks, list = numbered(heads, f)
	l, _ := h.shaded(names, marks, list, f)
	return l
}

// shaded is arranged without values in the fields.
func (h *heatmap) shaded(names, heads []string, list []entry, f frame) (heatFrame, bool) {
	return h.placed(heatFrame{list: append(list, h.shades()...), write: func(dataset.Cell) string { return "" }}, names, heads, f)
}

// arranged lays out rows and columns of these names below a list. It is false
// where a head or a value has no room.
func (h *heatmap) arranged(names, heads []string, list []entry, f frame) (heatFrame, bool) {
	return h.placed(heatFrame{list: list}, names, heads, f)
}

// placed lays out rows and columns. Where it is not said yet how values are written,
// that follows from the room.
func (h *heatmap) placed(l heatFrame, names, heads []string, f frame) (heatFrame, bool) {
	l.beside(names, f)
	room := l.width/float64(len(heads)) - wordGap
	deep, whole := 1, true
	for _, head := range heads {
		lines := []string{head}
		if utf8.RuneCountInString(head) > 2 { // numbers may touch
			lines = f.fonts.Wrap(head, picture.TextStyle, room, mostInHead)
			whole = whole && f.fonts.Unbroken(head, picture.TextStyle) <= room && !isCut(lines)
		}
		deep = max(deep, len(lines))
		l.heads = append(l.heads, strings.Join(lines, "\n"))
	}
	l.unknown = fitting([]string{h.words.Text("unknown", nil), h.words.Text("unknown-short", nil), h.words.Text("unknown-mark", nil)}, room, f)
	if l.write == nil {
		whole = h.writing(&l, room, f) && whole
	}
	if l.corner != "" && f.fonts.Width(l.corner, picture.TextStyle) > l.left-nameGap-edge {
		l.list = append(l.list, entry{style: picture.TextStyle, tone: picture.Muted, lines: []string{l.corner}})
		l.corner = ""
	}
	l.top = edge
	for i, e := range l.list {
		l.keys = append(l.keys, e.keys(i, edge, l.top)...)
		l.top += e.high()
	}
	l.top += float64(deep)*lineHeight + tickGap
	l.height = math.Ceil(l.top + l.row*float64(len(l.names)) + edge)
	return l, whole
}

// numbered are numbers in the place of names, and the list that explains them.
func numbered(names []string, f frame) (marks []string, list []entry) {
	indent := math.Ceil(f.fonts.Width(strconv.Itoa(len(names)), picture.TextStyle)) + legendGap
	for i, name := range names {
		marks = append(marks, strconv.Itoa(i+1))
		list = append(list, entry{
			mark: marks[i], indent: indent, style: picture.TextStyle, tone: picture.Ink,
			lines: f.fonts.Wrap(name, picture.TextStyle, f.width-2*edge-legendKey-legendGap-indent, legendLines),
		})
	}
	return marks, list
}

// shades are the lightest and the darkest field, with their values.
func (h *heatmap) shades() []entry {
	var least, most dataset.Cell
	for _, s := range h.series {
		for _, c := range s.cells {
			if !c.Known {
				continue
			}
			if !least.Known || c.Value.Cmp(least.Value) < 0 {
				least = c
			}
			if !most.Known || c.Value.Cmp(most.Value) > 0 {
				most = c
			}
		}
	}
	var out []entry
	darkest, _ := numberOf(most)
	for _, c := range []dataset.Cell{least, most} {
		n, _ := numberOf(c)
		out = append(out, entry{
			color: shade(n, darkest), style: picture.TextStyle, tone: picture.Ink,
			lines: []string{h.words.Cell(dataset.Value, c, h.unit)},
		})
	}
	out[0].above = groupAbove
	return out
}

// beside puts the names of the rows beside the fields.
func (l *heatFrame) beside(names []string, f frame) {
	room := math.Floor(f.width * 0.34)
	deep, widest := 1, 0.0
	for _, name := range names {
		lines := f.fonts.Wrap(name, picture.TextStyle, room, mostInName)
		deep, widest = max(deep, len(lines)), max(widest, f.widest(lines))
		l.names = append(l.names, strings.Join(lines, "\n"))
	}
	l.left = edge + widest + nameGap
	l.width = f.width - l.left - edge
	l.row = max(fieldHigh, float64(deep)*lineHeight+labelGap)
}

// isCut tells of a text that did not fit into its lines.
func isCut(lines []string) bool {
	return len(lines) > 0 && strings.HasSuffix(lines[len(lines)-1], "…")
}

// writing decides how values are written: in full where all have room, or else as
// numbers of a unit that stands in the corner, with signs for their hedges. It is
// false where neither will do.
func (h *heatmap) writing(l *heatFrame, room float64, f frame) bool {
	l.write = func(c dataset.Cell) string { return h.words.Cell(dataset.Value, c, h.unit) }
	if h.fits(l.write, room, f) {
		return true
	}
	// The unit of plain numbers is named under the title of the chart as well.
	if l.write = func(c dataset.Cell) string { return h.words.Cell(dataset.Value, c, "") }; h.fits(l.write, room, f) {
		return true
	}
	_, most := h.extent()
	unit, digits := h.unitOf(most)
	l.corner = money.Unit(unit, h.currency, h.words.Page.Language())
	for ; digits <= mostDigits; digits++ {
		l.write = func(c dataset.Cell) string { return h.words.Brief(c, unit, digits) }
		if h.fits(l.write, room, f) {
			return true
		}
	}
	return false
}

// fits reports whether all values have room in their fields, and none that is
// something is written as nothing.
func (h *heatmap) fits(write func(dataset.Cell) string, room float64, f frame) bool {
	for _, s := range h.series {
		for _, c := range s.cells {
			if !c.Known {
				continue
			}
			text := write(c)
			if f.fonts.Width(text, picture.TextStyle) > room || !c.Value.IsZero() && !strings.ContainsAny(text, "123456789") {
				return false
			}
		}
	}
	return true
}
