package chart

import (
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// thinBar is the height of one of several bars of a category, in pixels.
const thinBar = 17.0

// onItsSide draws the columns as bars: a row for each category, the value written
// at the end of each bar or stack.
func (c *columns) onItsSide(f frame) (object, float64) {
	bar, bars := barHeight, 1
	if c.stack == SideBySide && len(c.series) > 1 {
		bar, bars = thinBar, len(c.series)
	}
	var keys list
	var top float64
	if len(c.series) > 1 {
		keys, top = legend(c.seriesNames(), f, squareKey)
	}
	l := layRows(c.names, c.spans(f), bar*float64(bars), top, f)
	chart := charts.NewBar()
	chart.SetGlobalOptions(
		charts.WithAnimation(false), charts.WithGridOpts(l.grid()),
		charts.WithXAxisOpts(l.values()), charts.WithYAxisOpts(l.axis()),
	)
	if l.zero > 0 {
		chart.ExtendYAxis(zeroLine())
	}
	chart.SetXAxis(c.names).XYReversal()
	c.lie(chart, bar)
	further := l.further()
	further["series"] = c.furtherLying(l.unit)
	if keys != nil {
		further["legend"] = keys
	}
	return plain(chart, further), l.height
}

// spans are the lengths of all bars, or of all stacks, with what is written at
// their ends.
func (c *columns) spans(f frame) []span {
	var out []span
	for j := range c.names {
		if c.stack != SideBySide {
			s := span{label: labelGap + f.fonts.Width(c.totalText(j), valueStyle)}
			for i := range c.series {
				n, _ := c.value(i, j)
				s.value += n
			}
			out = append(out, s)
			continue
		}
		for i := range c.series {
			n, _ := c.value(i, j)
			text := c.words.Cell(dataset.Value, c.series[i].cells[j], c.unit)
			out = append(out, span{value: n, label: labelGap + f.fonts.Width(text, valueStyle)})
		}
	}
	return out
}

// totalText stands at the end of a stack: what its parts come to, and of how many
// of them that is, or nothing where each stack is a hundred per cent.
func (c *columns) totalText(category int) string {
	sum := dataset.Cell{Added: true}
	for _, s := range c.series {
		if v := s.cells[category]; v.Known {
			sum.Value, sum.Known = sum.Value.Add(v.Value), true
			sum.Hedge = sum.Hedge.Add(v.Hedge)
		}
	}
	sum.Known = sum.Known && c.said(category)
	if sum.Known && c.stack == Percent {
		return ""
	}
	if sum.Known {
		sum.Coverage = c.coverage(category)
	}
	return c.words.Cell(dataset.Value, sum, c.unit)
}

// lie adds the series as bars as thick as given. Stacks end in a series without
// length that carries what they come to; an unknown value has its words at zero,
// in a series of its own.
func (c *columns) lie(chart *charts.Bar, bar float64) {
	if c.stack != SideBySide {
		for i := range c.series {
			chart.AddSeries(c.seriesName(i), c.lying(i), colour(picture.Hue(i)),
				charts.WithBarChartOpts(opts.BarChart{BarWidth: px(bar), Stack: "all"}))
		}
		chart.AddSeries("", c.stackEnds(false), transparent, charts.WithLabelOpts(label("right", valueStyle, picture.Ink)),
			charts.WithBarChartOpts(opts.BarChart{BarWidth: px(bar), Stack: "all"}))
		return
	}
	for i := range c.series {
		chart.AddSeries(c.seriesName(i), c.lying(i), colour(picture.Hue(i)), charts.WithLabelOpts(label("right", valueStyle, picture.Ink)),
			charts.WithBarChartOpts(opts.BarChart{BarWidth: px(bar), BarGap: "0%"}))
	}
}

// stackEnds are items of no length that carry what the stacks come to or, on upright
// ones, which have an axis for that, what is missing.
func (c *columns) stackEnds(upright bool) []opts.BarData {
	out := make([]opts.BarData, len(c.names))
	for j := range out {
		if !c.said(j) || upright {
			out[j].Label = aside()
		}
		out[j].Value = 0.0
	}
	return out
}

// lying are the values of a series as bars. The label of a negative one stands to
// the left of it.
func (c *columns) lying(series int) []opts.BarData {
	out := c.data(series)
	for j := range out {
		if n, ok := out[j].Value.(float64); ok && n < 0 {
			out[j].Label.Position = "left"
		}
	}
	return out
}

func (c *columns) furtherLying(unit float64) list {
	var out list
	for i := range c.series {
		further := object{"texts": c.texts(i), "label": object{"distance": labelGap}}
		if c.stack == SideBySide && tooShort(c.series[i].cells, unit) {
			further["barMinHeight"] = leastBar
		}
		out = append(out, further)
	}
	if c.stack == SideBySide {
		return out
	}
	totals := make(list, len(c.names))
	for j := range totals {
		totals[j] = c.totalText(j)
	}
	return append(out, object{"texts": totals, "label": object{"distance": labelGap}})
}
