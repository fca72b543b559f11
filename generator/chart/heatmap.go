package chart

import (
	"math"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
)

// A heatmap is a table of which each field is the darker the larger its value,
// with the value in it: categories a row each, series a column each.
type heatmap struct{ plot }

// mostFields is how many rows, and how many columns, a heat map may have.
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
		b.error(b.at("y"), diag.ChartManyCategories, diag.Args{"Count": len(m.names), "Most": mostHeatRows})
		return nil
	}
	if m.negative() {
		b.error(b.at("x"), diag.ChartHeatNegative, nil)
		return nil
	}
	return &heatmap{plot{matrix: m}}
}

// How a heat map looks, in pixels.
const (
	fieldHigh  = 34.0
	fieldGap   = 2.0
	faintest   = 0.08 // opacity of the smallest value
	strongest  = 0.5  // of the largest: text over it is still read, on paper and in the dark
	mostInHead = 3    // lines of a column's name
)

// A heatFrame is where the parts of a heat map lie.
type heatFrame struct {
	names, heads []string // in lines
	left, top    float64
	width, row   float64
	height       float64
	unknown      string // stands in fields of which nothing is known
	corner       string // the unit, where values are written without it
	write        func(dataset.Cell) string
}

func (h *heatmap) layout(f frame) heatFrame {
	room := math.Floor(f.width * 0.34)
	var l heatFrame
	deep, widest := 1, 0.0
	for _, name := range h.names {
		lines := f.fonts.Wrap(name, picture.TextStyle, room, 4)
		deep, widest = max(deep, len(lines)), max(widest, f.widest(lines))
		l.names = append(l.names, strings.Join(lines, "\n"))
	}
	l.left = edge + widest + nameGap
	l.width = f.width - l.left - edge
	column := l.width/float64(len(h.series)) - wordGap
	head := 1
	for _, name := range h.seriesNames() {
		lines := f.fonts.Wrap(name, picture.TextStyle, column, mostInHead)
		head = max(head, len(lines))
		l.heads = append(l.heads, strings.Join(lines, "\n"))
	}
	l.top = edge + float64(head)*lineHeight + tickGap
	l.row = max(fieldHigh, float64(deep)*lineHeight+labelGap)
	h.writing(&l, f)
	l.height = math.Ceil(l.top + l.row*float64(len(h.names)) + edge)
	return l
}

func (h *heatmap) option(f frame) (object, float64) {
	l := h.layout(f)
	c := charts.NewHeatMap()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{
			Left: px(l.left), Top: px(l.top), Width: px(l.width), Height: px(l.row * float64(len(h.names))),
		}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "category", Position: "top", Name: l.corner, NameLocation: "start", Data: h.seriesNames(), AxisLabel: axisLabel(picture.TextStyle, picture.Ink),
			AxisLine: &opts.AxisLine{Show: opts.Bool(false)}, AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true), Data: h.names, AxisLabel: axisLabel(picture.TextStyle, picture.Ink),
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
	return plain(c, object{
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
	}), l.height
}

// fields are the values with their places, what stands in them and how they look.
// What is not known is a series of its own, since it has no value to shade.
func (h *heatmap) fields(l heatFrame) (known, unknown heatSeries) {
	_, most := h.extent()
	for i := range h.series {
		for j, cell := range h.series[i].cells {
			n, ok := numberOf(cell)
			if !ok {
				unknown.add(list{i, j, 0}, l.unknown, object{"itemStyle": object{"color": "transparent"}})
				continue
			}
			share := 0.0
			if most > 0 {
				share = n / most
			}
			known.add(list{i, j, n}, l.write(cell), object{"itemStyle": object{
				"color": picture.Hue(1).Shade(faintest + (strongest-faintest)*share), "borderColor": picture.Paper.Hex, "borderWidth": fieldGap,
			}})
		}
	}
	return known, unknown
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

// writing decides how values are written: in full where all have room, or else as
// numbers of a unit that stands in the corner.
func (h *heatmap) writing(l *heatFrame, f frame) {
	room := l.width/float64(len(h.series)) - wordGap
	l.unknown = fitting([]string{h.words.Text("unknown", nil), h.words.Text("unknown-short", nil), h.words.Text("unknown-mark", nil)}, room, f)
	l.write = func(c dataset.Cell) string { return h.words.Cell(dataset.Value, c, h.unit) }
	if h.fits(l.write, room, f) {
		return
	}
	// The unit of plain numbers is named under the title of the chart as well.
	if l.write = func(c dataset.Cell) string { return h.words.Cell(dataset.Value, c, "") }; h.fits(l.write, room, f) {
		return
	}
	_, most := h.extent()
	unit, digits := h.unitOf(most)
	language := h.words.Page.Language()
	l.corner = money.Unit(unit, h.currency, language)
	l.write = func(c dataset.Cell) string { return money.FormatIn(c.Value, unit, digits, language) }
}

// fits reports whether all values have room in their fields.
func (h *heatmap) fits(write func(dataset.Cell) string, room float64, f frame) bool {
	for _, s := range h.series {
		for _, c := range s.cells {
			if c.Known && f.fonts.Width(write(c), picture.TextStyle) > room {
				return false
			}
		}
	}
	return true
}

// unitOf is the unit in which values up to the largest are written where there is
// no room for more than a number.
func (m *matrix) unitOf(most float64) (money.Scale, int) {
	if m.currency == "" {
		return money.One, 1
	}
	return money.ScaleOf(m.sum(most)), 1
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

func anys(texts []string) list {
	out := make(list, len(texts))
	for i, t := range texts {
		out[i] = t
	}
	return out
}
