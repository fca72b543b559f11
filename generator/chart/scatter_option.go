package chart

import (
	"math"

	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

const dotSize = 10.0 // pixels across

// A dotFrame is where the parts of a scatter lie.
type dotFrame struct {
	keys        list
	x, y        scale
	left, top   float64
	width, area float64
	height      float64
}

func (s *scatter) layout(f frame) dotFrame {
	l := dotFrame{area: plotHeight(f) + 40}
	if len(s.groups) > 1 {
		l.keys, l.top = legend(s.groups, f, pointKey)
	}
	steps := 5
	if f.width < Wide {
		steps = 3
	}
	l.x, l.y = axisFor(s.across, steps), axisFor(s.up, 4)
	l.left = edge + f.widest(l.y.labels) + tickGap
	end := math.Ceil(f.fonts.Width(l.x.labels[len(l.x.labels)-1], picture.TextStyle)/2) + edge
	l.width = f.width - l.left - end
	l.top += lineHeight + tickGap + valueStyle.Size/2 // the name of what goes up
	l.height = math.Ceil(l.top + l.area + tickGap + 2*lineHeight + tickGap + edge)
	return l
}

// axisFor is the axis of the only series of a matrix.
func axisFor(m *matrix, steps int) scale {
	p := plot{matrix: m}
	least, most := p.extent()
	return m.scaleOf(least, most, steps)
}

// place is where a point lies in the picture.
func (s *scatter) place(l dotFrame, i int) (x, y float64) {
	a, _ := numberOf(s.across.series[0].cells[i])
	u, _ := numberOf(s.up.series[0].cells[i])
	x = l.left + l.width*(a-l.x.least)/(l.x.most-l.x.least)
	y = l.top + l.area*(l.y.most-u)/(l.y.most-l.y.least)
	return x, y
}

func (s *scatter) option(f frame) (object, float64) {
	l := s.layout(f)
	c := charts.NewScatter()
	up := l.y.axis(true)
	up.Name, up.NameLocation, up.NameGap = f.fonts.Ellipsize(s.up.series[0].name, picture.TextStyle, l.width), "end", int(tickGap+valueStyle.Size/2)
	across := opts.XAxis{
		Type: "value", Min: l.x.least, Max: l.x.most, AxisLabel: axisLabel(picture.TextStyle, picture.Muted),
		Name: f.fonts.Ellipsize(s.across.series[0].name, picture.TextStyle, l.width), NameLocation: "middle", NameGap: int(tickGap + lineHeight + tickGap),
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: picture.Muted.Hex}},
		SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
	}
	c.SetGlobalOptions(
		charts.WithAnimation(false), charts.WithXAxisOpts(across), charts.WithYAxisOpts(up),
		charts.WithGridOpts(opts.Grid{Left: px(l.left), Top: px(l.top), Width: px(l.width), Height: px(l.area)}),
	)
	further := s.add(c, s.labels(l, f))
	x, y := l.x.further(), l.y.further()
	named := object{"color": picture.Ink.Hex, "fontSize": picture.TextStyle.Size}
	x["nameTextStyle"] = named
	y["nameTextStyle"] = object{"color": picture.Ink.Hex, "fontSize": picture.TextStyle.Size, "align": "left", "verticalAlign": "bottom"}
	option := plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"xAxis":     list{x}, "yAxis": list{y}, "series": further,
	})
	if l.keys != nil {
		option["legend"] = l.keys
	}
	return option, l.height
}

// add adds a series for each group and returns what go-echarts has no field for.
func (s *scatter) add(c *charts.Scatter, labels map[int]beside) list {
	var further list
	for g, name := range s.groups {
		var data []opts.ScatterData
		var texts, looks list
		for _, i := range s.points {
			if s.group[i] != g {
				continue
			}
			a, _ := numberOf(s.across.series[0].cells[i])
			u, _ := numberOf(s.up.series[0].cells[i])
			data = append(data, opts.ScatterData{Name: s.up.names[i], Value: list{a, u}})
			text, look := s.up.names[i], object{}
			if label, ok := labels[i]; ok {
				text, look["label"] = label.text, label.look()
			}
			texts = append(texts, text)
			looks = append(looks, look)
		}
		c.AddSeries(name, data, colour(picture.Hue(g)), charts.WithScatterChartOpts(opts.ScatterChart{Symbol: mark(g), SymbolSize: dotSize}),
			charts.WithLabelOpts(opts.Label{Show: opts.Bool(false), Color: picture.Ink.Hex, FontSize: float32(picture.TextStyle.Size)}))
		further = append(further, object{"texts": texts, "data": looks, "clip": false, "itemStyle": object{"opacity": 1}, "label": object{"distance": labelGap}})
	}
	return further
}
