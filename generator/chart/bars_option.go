package chart

import (
	"encoding/json"

	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// option tells ECharts where everything lies.
func (b *bars) option(f frame) (object, float64) {
	names := make([]string, len(b.list))
	for i, v := range b.list {
		names[i] = v.name
	}
	l := layRows(names, b.spans(f), barHeight, 0, f)
	c := charts.NewBar()
	c.SetGlobalOptions(
		charts.WithAnimation(false), charts.WithGridOpts(l.grid()),
		charts.WithXAxisOpts(l.values()), charts.WithYAxisOpts(l.axis()),
	)
	if l.zero > 0 {
		c.ExtendYAxis(zeroLine())
	}
	c.SetXAxis(names).XYReversal()
	c.AddSeries("", b.data(),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: picture.Hue(0).Hex}),
		charts.WithLabelOpts(label("right", valueStyle, picture.Ink)),
		charts.WithBarChartOpts(opts.BarChart{BarWidth: px(barHeight)}),
	)
	if b.undrawn() {
		c.AddSeries(b.words.Text("unknown", nil), b.places(),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: "transparent"}),
			charts.WithLabelOpts(label("right", picture.TextStyle, picture.Muted)),
			charts.WithBarChartOpts(opts.BarChart{BarWidth: px(barHeight), BarGap: "-100%"}),
		)
	}
	further := l.further()
	further["series"] = b.further()
	return plain(c, further), l.height
}

// data are the bars; a row without one has no value.
func (b *bars) data() []opts.BarData {
	out := make([]opts.BarData, len(b.list))
	for i, v := range b.list {
		if !v.drawn {
			continue
		}
		out[i].Value = json.Number(v.value.Decimal().String())
		if v.rest {
			out[i].ItemStyle = &opts.ItemStyle{Color: picture.Muted.Hex}
		}
		if v.value.Sign() < 0 {
			out[i].Label = &opts.Label{Position: "left"}
		}
	}
	return out
}

// undrawn reports whether a row has words in the place of a bar.
func (b *bars) undrawn() bool {
	for _, v := range b.list {
		if !v.drawn {
			return true
		}
	}
	return false
}

// places are where the words stand that take the place of a bar. The zero is a
// place on the axis, not a value: these items belong to a series of their own,
// which is named by what is not known.
func (b *bars) places() []opts.BarData {
	out := make([]opts.BarData, len(b.list))
	for i, v := range b.list {
		if !v.drawn {
			out[i].Value = json.Number("0")
		}
	}
	return out
}

// further is what go-echarts has no field for in the series.
func (b *bars) further() list {
	labels, least := make(list, len(b.list)), leastBar
	for i, v := range b.list {
		labels[i] = v.label
		if v.drawn && v.value.IsZero() {
			least = 0 // a bar of nothing has no length
		}
	}
	out := list{object{"texts": labels, "barMinHeight": least, "label": object{"distance": labelGap}}}
	if b.undrawn() {
		out = append(out, object{"texts": labels, "label": object{"distance": labelGap}})
	}
	return out
}
