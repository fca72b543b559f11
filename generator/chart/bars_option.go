package chart

import (
	"encoding/json"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// option tells ECharts where everything lies.
func (b *bars) option(f frame) (object, float64) {
	l := b.layout(f)
	least, most := l.ends()
	c := charts.NewBar()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{
			Left: px(l.left), Top: px(l.top), Width: px(l.width), Height: px(l.row * float64(len(b.list))),
		}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "value", Show: opts.Bool(l.tear != nil), Min: least, Max: most,
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}, SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
		}),
		charts.WithYAxisOpts(b.axis(l)),
	)
	if l.zero > 0 {
		c.ExtendYAxis(b.zeroLine())
	}
	names := make([]string, len(b.list))
	for i, v := range b.list {
		names[i] = v.name
	}
	c.SetXAxis(names).XYReversal()
	c.AddSeries("", b.data(),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: hue(0).hex}),
		charts.WithLabelOpts(label("right", valueStyle, ink)),
		charts.WithBarChartOpts(opts.BarChart{BarWidth: px(barHeight)}),
	)
	if b.undrawn() {
		c.AddSeries(b.words.text("unknown", nil), b.places(),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: "transparent"}),
			charts.WithLabelOpts(label("right", nameStyle, muted)),
			charts.WithBarChartOpts(opts.BarChart{BarWidth: px(barHeight), BarGap: "-100%"}),
		)
	}
	return plain(c, b.further(l)), l.height
}

func (b *bars) axis(l barFrame) opts.YAxis {
	text := axisLabel(nameStyle, ink)
	if l.above {
		text.Inside = opts.Bool(true)
		text.VerticalAlign = "bottom"
	}
	return opts.YAxis{
		Type: "category", Inverse: opts.Bool(true), AxisLabel: text,
		AxisLine: &opts.AxisLine{Show: opts.Bool(l.zero == 0 && !l.above), OnZero: opts.Bool(false), LineStyle: &opts.LineStyle{Color: grid.hex}},
	}
}

// zeroLine is a second axis, which lies where bars to the left and to the right
// meet; the first has the names and lies at the edge.
func (b *bars) zeroLine() opts.YAxis {
	return opts.YAxis{
		Type: "category", AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)},
		AxisLine: &opts.AxisLine{Show: opts.Bool(true), OnZero: opts.Bool(true), LineStyle: &opts.LineStyle{Color: grid.hex}},
	}
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
			out[i].ItemStyle = &opts.ItemStyle{Color: muted.hex}
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

// further is what go-echarts has no field for.
func (b *bars) further(l barFrame) object {
	names, labels := make(list, len(b.list)), make(list, len(b.list))
	least := leastBar
	for i, v := range b.list {
		names[i], labels[i] = strings.Join(l.names[i], "\n"), v.label
		if v.drawn && v.value.IsZero() {
			least = 0 // a bar of nothing has no length
		}
	}
	axis := object{"texts": names, "axisTick": object{"show": false}, "axisLabel": object{"interval": 0, "lineHeight": lineHeight, "margin": nameGap}}
	if l.above {
		axis["axisLabel"] = object{"interval": 0, "lineHeight": lineHeight, "margin": 0, "padding": list{0, 0, barHeight/2 + nameOffset, 0}}
	}
	further := object{
		"textStyle": object{"fontFamily": fontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"yAxis":     list{axis},
		"series":    list{object{"texts": labels, "barMinHeight": least, "label": object{"distance": labelGap}}},
	}
	if t := l.tear; t != nil {
		further["xAxis"] = list{object{
			"breaks":    list{object{"start": t.from, "end": t.to, "gap": t.gap / l.unit}},
			"breakArea": object{"itemStyle": object{"color": paper.hex, "borderColor": muted.hex, "borderWidth": 1, "opacity": 1}},
			"axisTick":  object{"show": false}, "axisLine": object{"show": false},
		}}
	}
	if l.zero > 0 {
		further["yAxis"] = list{axis, object{"axisTick": object{"show": false}}}
	}
	if b.undrawn() {
		further["series"] = append(further["series"].(list), object{"texts": labels, "label": object{"distance": labelGap}})
	}
	return further
}
