package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"example.org/svod/generator/picture"
)

func (u *upright) option(f frame) object {
	c := charts.NewBar()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{Left: px(u.left), Top: px(u.top), Width: px(u.width), Height: px(u.plot)}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "category", AxisLabel: axisLabel(picture.TextStyle, picture.Ink), AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
			AxisLine: &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: picture.Muted.Hex}},
		}),
		charts.WithYAxisOpts(u.scale.axis(!u.written)),
	)
	c.SetXAxis(u.c.names)
	for i := range u.c.series {
		c.AddSeries(u.c.seriesName(i), u.c.data(i), colour(picture.Hue(i)), charts.WithBarChartOpts(u.c.bar(u.width)),
			charts.WithLabelOpts(u.label()))
	}
	if u.blank() {
		c.AddSeries("", u.c.stackEnds(true), transparent, charts.WithLabelOpts(label("top", valueStyle, picture.Ink)),
			charts.WithBarChartOpts(u.c.bar(u.width)))
	}
	return plain(c, u.further())
}

func (u *upright) label() opts.Label {
	l := label("top", valueStyle, picture.Ink)
	l.Show = opts.Bool(u.written)
	return l
}

// bar is how wide columns are, and whether they stand on each other.
func (c *columns) bar(width float64) opts.BarChart {
	b := opts.BarChart{BarGap: "8%", BarWidth: px(c.thickness(width))}
	if c.stack != SideBySide {
		b.Stack = "all"
	}
	return b
}

// thickness is the width of a column.
func (c *columns) thickness(width float64) float64 {
	band := width / float64(len(c.names)) * bandShare
	if c.stack == SideBySide {
		band = band / float64(len(c.series)) * 0.95
	}
	return max(1, math.Floor(min(band, 72)))
}

// data are the columns of a series. An unknown value has no length, and words in
// the place of its column.
func (c *columns) data(series int) []opts.BarData {
	out := make([]opts.BarData, len(c.names))
	for j := range c.names {
		n, ok := c.value(series, j)
		switch {
		case ok:
			out[j].Value = n
			if n < 0 {
				out[j].Label = &opts.Label{Position: "bottom"}
			}
		case c.stack == SideBySide:
			out[j] = opts.BarData{Value: 0.0, ItemStyle: &opts.ItemStyle{Color: "transparent"}, Label: aside()}
			out[j].Label.Show = opts.Bool(true)
		}
	}
	return out
}

// axis is the axis of values of an upright chart; hidden where values are written
// at what they belong to.
func (s scale) axis(show bool) opts.YAxis {
	return opts.YAxis{
		Type: "value", Show: opts.Bool(show), Min: s.least, Max: s.most,
		AxisLabel: axisLabel(picture.TextStyle, picture.Muted), AxisLine: &opts.AxisLine{Show: opts.Bool(false)},
		SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: picture.Grid.Hex}},
	}
}

// further is what go-echarts has no field for.
func (s scale) further() object {
	labels := make(list, len(s.labels))
	for i, l := range s.labels {
		labels[i] = l
	}
	return object{
		"texts": labels, "interval": s.step,
		"axisTick": object{"show": false}, "axisLabel": object{"margin": tickGap},
	}
}

func (u *upright) further() object {
	further := object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"xAxis":     list{object{"texts": u.names, "axisLabel": object{"interval": 0, "margin": tickGap + u.below, "lineHeight": lineHeight}}},
		"yAxis":     list{u.scale.further()},
	}
	if u.legend != nil {
		further["legend"] = u.legend
	}
	var all list
	for i := range u.c.series {
		all = append(all, object{"texts": u.texts(i), "label": object{"distance": labelGap}})
	}
	if u.blank() {
		words := make(list, len(u.c.names))
		for j := range words {
			words[j] = u.missing(j)
		}
		all = append(all, object{"texts": words, "label": object{"distance": labelGap}})
	}
	further["series"] = all
	return further
}

// blank reports whether there is a stack of which a part is not known.
func (u *upright) blank() bool {
	for j := range u.c.names {
		if u.c.stack != SideBySide && (!u.c.known(j) || !u.c.coverage(j).Whole()) {
			return true
		}
	}
	return false
}

// partial reports whether there is a stack that lacks a part and is drawn.
func (u *upright) partial() bool {
	for j := range u.c.names {
		if u.c.stack != SideBySide && u.c.said(j) && !u.c.coverage(j).Whole() {
			return true
		}
	}
	return false
}

// missing is what stands over a stack of which a part is not known: nothing of it
// is, or of how many parts it is made.
func (u *upright) missing(category int) string {
	room := u.width / float64(len(u.c.names))
	switch coverage := u.c.coverage(category); {
	case !u.c.said(category):
		return u.unknown(room)
	case coverage.Whole():
		return ""
	default:
		return fitting([]string{u.c.words.Coverage(coverage), u.c.words.Text("unknown-mark", nil)}, room-2, u.f)
	}
}

// texts are what stands over the columns of a series. What is unknown is said as
// briefly as the room asks for.
func (u *upright) texts(series int) list {
	out := u.c.texts(series)
	room := u.width / float64(len(u.c.names))
	if len(u.c.series) > 1 {
		room = u.c.thickness(u.width)
	}
	for j, cell := range u.c.series[series].cells {
		if !cell.Known {
			out[j] = u.unknown(room)
		}
	}
	return out
}

func (u *upright) unknown(room float64) string {
	for _, id := range []string{"unknown", "unknown-short", "unknown-mark"} {
		if text := u.c.words.Text(id, nil); u.f.fonts.Width(text, picture.TextStyle)+2 <= room {
			return text
		}
	}
	return ""
}
