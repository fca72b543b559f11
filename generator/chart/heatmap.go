package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
)

// A heatmap is a table of which each field is the darker the larger its value,
// with the value in it: categories a row each, series a column each.
type heatmap struct{ plot }

// How many rows and columns a heat map may have.
const (
	mostHeatRows    = 40
	mostHeatColumns = 12
)

// heatmapOf binds a spec of a heat map: y names its rows; its columns are the
// columns of the table that x names, or the values of the column group.
func (b *binding) heatmapOf() figure {
	m := b.matrixOf("y", b.spec.Y, "x", b.spec.X, mostHeatColumns)
	if m == nil {
		return nil
	}
	if len(m.names) > mostHeatRows {
		b.error(b.at("y"), diag.ChartManyRows, diag.Args{"Count": len(m.names), "Most": mostHeatRows})
		return nil
	}
	if m.negative() {
		b.error(b.at("x"), diag.ChartHeatNegative, nil)
		return nil
	}
	return &heatmap{plot{matrix: m}}
}

func (h *heatmap) option(f frame) (object, float64) {
	l := h.layout(f)
	columns, rows := h.seriesNames(), h.names
	if l.turned {
		columns, rows = rows, columns
	}
	c := charts.NewHeatMap()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{
			Left: px(l.left), Top: px(l.top), Width: px(l.width), Height: px(l.row * float64(len(rows))),
		}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "category", Position: "top", Name: l.corner, NameLocation: "start", Data: columns, AxisLabel: axisLabel(picture.TextStyle, picture.Ink),
			AxisLine: &opts.AxisLine{Show: opts.Bool(false)}, AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true), Data: rows, AxisLabel: axisLabel(picture.TextStyle, picture.Ink),
			AxisLine: &opts.AxisLine{Show: opts.Bool(false)},
		}),
	)
	known, unknown := h.fields(l)
	c.AddSeries("", known.data, charts.WithLabelOpts(label("inside", picture.TextStyle, picture.Ink)))
	more := list{known.further()}
	if len(unknown.data) > 0 {
		c.AddSeries(h.words.Text("unknown", nil), unknown.data, charts.WithLabelOpts(label("inside", picture.TextStyle, picture.Muted)))
		more = append(more, unknown.further())
	}
	option := plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"xAxis": list{object{
			"texts": anys(l.heads), "axisLabel": object{"interval": 0, "margin": tickGap, "lineHeight": lineHeight},
			"nameGap": nameGap, "nameTextStyle": object{
				"color": picture.Muted.Hex, "fontSize": picture.TextStyle.Size, "verticalAlign": "bottom", "padding": list{0, 0, tickGap, 0},
			},
		}},
		"yAxis": list{object{
			"texts": anys(l.names), "axisTick": object{"show": false},
			"axisLabel": object{"interval": 0, "margin": nameGap, "lineHeight": lineHeight},
		}},
		"series": more,
	})
	if l.keys != nil {
		option["legend"] = l.keys
		option["series"] = append(option["series"].(list), named(l.list))
	}
	return option, l.height
}

// fields are the values with their places, what stands in them and how they look.
// What is not known is a series of its own, since it has no value to shade.
func (h *heatmap) fields(l heatFrame) (known, unknown heatSeries) {
	place := func(i, j int, value float64) list {
		if l.turned {
			i, j = j, i
		}
		return list{i, j, value}
	}
	_, most := h.extent()
	for i := range h.series {
		for j, cell := range h.series[i].cells {
			n, ok := numberOf(cell)
			if !ok {
				unknown.add(place(i, j, 0), l.unknown, object{"itemStyle": object{"color": "transparent"}})
				continue
			}
			known.add(place(i, j, n), l.write(cell), object{"itemStyle": object{
				"color": shade(n, most), "borderColor": picture.Paper.Hex, "borderWidth": fieldGap,
			}})
		}
	}
	return known, unknown
}

// shade is the colour of a field with a value, of which most is the largest.
func shade(value, most float64) string {
	share := 0.0
	if most > 0 {
		share = value / most
	}
	return picture.Hue(1).Shade(faintest + (strongest-faintest)*share)
}

// A heatSeries is fields of one kind.
type heatSeries struct {
	data  []opts.HeatMapData
	texts list
	looks list
}

func (s *heatSeries) add(value list, text string, look object) {
	s.data = append(s.data, opts.HeatMapData{Value: value})
	s.texts = append(s.texts, text)
	s.looks = append(s.looks, look)
}

func (s *heatSeries) further() object { return object{"texts": s.texts, "data": s.looks} }

// spots of fields are cells, in the order of fields.
func (h *heatmap) spots() [][]spot {
	var known, unknown []spot
	for i := range h.series {
		for j, cell := range h.series[i].cells {
			if cell.Known {
				known = append(known, spot{j, i})
			} else {
				unknown = append(unknown, spot{j, i})
			}
		}
	}
	return [][]spot{known, unknown}
}

// unitOf is the unit in which values up to the largest are written where there is
// no room for more than a number, and how many decimals they have: none where all
// are whole, as people are.
func (m *matrix) unitOf(most float64) (money.Scale, int) {
	unit := money.One
	if m.currency != "" {
		unit = money.ScaleOf(m.sum(most))
	}
	for _, s := range m.series {
		for _, c := range s.cells {
			if c.Known && !c.Value.Decimal().Shift(-int32(unit)).IsInteger() {
				return unit, 1
			}
		}
	}
	return unit, 0
}

// fitting is the first of several ways to write something that fits.
func fitting(ways []string, room float64, f frame) string {
	for _, way := range ways {
		if f.fonts.Width(way, picture.TextStyle) <= room {
			return way
		}
	}
	return ""
}
