package chart

import (
	"cmp"
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/shopspring/decimal"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
)

// A gauge shows how much of a whole is done: an arc, the share in it and the two
// amounts below. What is more than the whole fills the arc, and is told.
type gauge struct {
	words       *dataset.Words
	unit        string
	heads       []string
	name        string // of the part
	link        string
	whole       string // the name of the whole; empty where the key of tells it
	part, all   dataset.Cell
	label, full string // both as they are written
}

// gaugeOf binds a spec of a gauge: x is the value and y the name of one row, with
// the whole in the key of, or of two rows, of which the second is the whole.
func (b *binding) gaugeOf() figure {
	names, okY := b.one("y", b.spec.Y, 0)
	values, okX := b.one("x", b.spec.X, 1)
	if !okX || !okY || !b.values("x", values) {
		return nil
	}
	t, rows := b.table, 2
	if b.spec.Whole.Name != "" {
		rows = 1
	}
	if len(t.Rows) != rows {
		b.error(b.spec.At, diag.ChartGaugeRows, diag.Args{"Count": len(t.Rows)})
		return nil
	}
	part := t.Rows[0].Cells[values]
	if !part.Known {
		b.error(b.at("x"), diag.ChartNoValues, diag.Args{"Column": t.Columns[values].Name})
		return nil
	}
	out := &gauge{
		words: b.words, unit: b.spec.Unit, heads: []string{t.Columns[names].Title, t.Columns[values].Title},
		name: b.words.Cell(t.Columns[names].Type, t.Rows[0].Cells[names], ""), link: t.Rows[0].Link,
		part: part, label: b.words.Cell(dataset.Value, part, b.spec.Unit),
	}
	if part.Value.Sign() < 0 {
		b.error(b.at("x"), diag.ChartPieNegative, diag.Args{"Name": out.name, "Value": out.label})
		return nil
	}
	whole, ok := b.whole(values)
	if !ok || !b.parts(part, whole) {
		return nil
	}
	if rows == 2 {
		out.whole = b.words.Cell(t.Columns[names].Type, t.Rows[1].Cells[names], "")
	}
	out.all, out.full = whole, b.words.Cell(dataset.Value, whole, b.spec.Unit)
	return out
}

// whole is what the key of says, or the value of the second row.
func (b *binding) whole(values int) (dataset.Cell, bool) {
	of := b.spec.Whole
	if of.Name == "" {
		return b.table.Rows[1].Cells[values], true
	}
	c := dataset.Cell{Known: !dataset.SaysUnknown(of.Name), Text: of.Name, At: of.At}
	if c.Known {
		if d := c.ReadValue(); d != nil {
			b.found = append(b.found, *d)
			return c, false
		}
	}
	return c, true
}

// parts reports whether a share of the whole can be told; if not, it says why.
func (b *binding) parts(part, whole dataset.Cell) bool {
	at := whole.At
	if at.Line == 0 {
		at = b.spec.At
	}
	switch {
	case !whole.Known || whole.Value.Sign() <= 0:
		b.error(at, diag.ChartGaugeWhole, diag.Args{"Value": b.words.Cell(dataset.Value, whole, b.spec.Unit)})
	case part.Value.Currency() != whole.Value.Currency():
		b.error(at, diag.ChartMixedUnits, diag.Args{
			"Value": cmp.Or(whole.Text, b.words.Cell(dataset.Value, whole, "")), "First": cmp.Or(part.Text, b.words.Cell(dataset.Value, part, "")),
		})
	default:
		return true
	}
	return false
}

func (g *gauge) over() bool { return g.part.Value.Cmp(g.all.Value) > 0 }

// shares reports whether the part is a share already, of a hundred per cent, so
// that what it is of the whole would be said twice.
func (g *gauge) shares() bool {
	return g.unit == percent && g.all.Value.Decimal().Equal(decimal.NewFromInt(100)) && !g.over()
}

// share is the part of the whole in per cent.
func (g *gauge) share() string {
	if g.shares() {
		return g.label
	}
	return g.words.Share(g.part.Value, g.all.Value, g.part.Hedge.Of(g.all.Hedge))
}

func (g *gauge) columns() []string {
	if g.shares() {
		return g.heads
	}
	return append(g.heads[:2:2], g.words.Text("column-share", nil))
}

func (g *gauge) rows() []Line {
	name := g.whole
	if name == "" {
		name = g.words.Text("gauge-whole", nil)
	}
	out := []Line{{Head: g.name, Cells: []string{g.label}, Link: g.link}, {Head: name, Cells: []string{g.full}}}
	if !g.shares() {
		out[0].Cells = append(out[0].Cells, g.share())
		out[1].Cells = append(out[1].Cells, g.words.Percent(100))
	}
	return out
}

func (g *gauge) summary() string {
	id := "summary-gauge"
	args := locale.Args{"Name": g.words.Names([]string{g.name}), "Part": g.label, "Whole": g.full, "Share": g.share()}
	switch {
	case g.shares():
		id, args = "summary-one", locale.Args{"Largest": args["Name"], "Max": g.label}
		return g.words.Text(id, args) + "."
	case g.over():
		over := g.part.Hedge.Sub(g.all.Hedge, +1)
		if id = "summary-gauge-over"; over != money.Exact { // «больше на более» is said by nobody
			id = "summary-gauge-over-hedged"
		}
		args["Over"] = g.words.Sum(g.part.Value.Sub(g.all.Value), over, g.unit)
	case g.all.Hedge != money.Exact:
		id = "summary-gauge-hedged"
	}
	return g.words.Text(id, args)
}

// How a gauge looks, in pixels.
const (
	gaugeRadius = 130.0
	gaugeThick  = 26.0
	gaugeFar    = 10.0 // between the arc and what stands below
)

var shareStyle = typeset.Style{Size: 34, Weight: 600}

// inWords are the two amounts and what they are of, in lines.
func (g *gauge) inWords(f frame) (name, amounts []string) {
	id := "gauge-part"
	switch {
	case g.over():
		id = "gauge-over"
	case g.all.Hedge != money.Exact:
		id = "gauge-hedged"
	}
	room := f.width - 4*edge
	text := g.words.Text(id, locale.Args{"Part": g.label, "Whole": g.full})
	names := g.name
	if g.whole != "" {
		names += " / " + g.whole
	}
	if g.shares() {
		text = ""
	}
	return f.fonts.Wrap(names, picture.TextStyle, room, 4), f.fonts.Wrap(text, valueStyle, room, 4)
}

func (g *gauge) option(f frame) (object, float64) {
	name, amounts := g.inWords(f)
	middle := edge + gaugeRadius
	style := shareStyle
	for style.Size > picture.TextStyle.Size && f.fonts.Width(g.share(), style) > 2*(gaugeRadius-gaugeThick)-nameGap {
		style.Size--
	}
	top := gaugeFar
	c := charts.NewGauge()
	c.SetGlobalOptions(charts.WithAnimation(false))
	// The arc of the whole lies below that of the part.
	data := []opts.GaugeData{{Value: json.Number("1")}}
	looks := list{object{"itemStyle": object{"color": picture.Grid.Hex}, "title": object{"show": false}}}
	write := func(text string, value json.Number, color string, style typeset.Style, y float64) {
		data = append(data, opts.GaugeData{Name: text, Value: value})
		looks = append(looks, object{
			"itemStyle": object{"color": color},
			"title": object{
				"show": true, "offsetCenter": list{0, y}, "color": picture.Ink.Hex, "fontSize": style.Size,
				"fontWeight": strconv.Itoa(style.Weight), "lineHeight": max(lineHeight, style.Size),
			},
		})
	}
	share := json.Number(strconv.FormatFloat(min(1, g.part.Value.Ratio(g.all.Value)), 'f', -1, 64))
	write(g.share(), share, picture.Hue(1).Hex, style, -style.Size/2)
	for _, text := range [][]string{amounts, name} {
		high := float64(len(text)) * lineHeight
		s := picture.TextStyle
		if len(data) == 2 {
			s = valueStyle
		}
		write(strings.Join(text, "\n"), "0", "transparent", s, top+high/2)
		top += high
	}
	c.AddSeries("", data)
	return plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"series":    list{g.arc(f, middle, looks)},
	}), math.Ceil(middle + top + edge)
}

// arc is the series without what ECharts puts on a gauge by itself: a needle, ticks
// and numbers of no meaning here.
func (g *gauge) arc(f frame, middle float64, looks list) object {
	hidden := object{"show": false}
	return object{
		"center": list{f.width / 2, middle}, "radius": gaugeRadius, "startAngle": 180, "endAngle": 0, "min": 0, "max": 1,
		"axisLine": hidden,
		"progress": object{"show": true, "overlap": true, "width": gaugeThick},
		"pointer":  hidden, "anchor": hidden, "axisTick": hidden, "splitLine": hidden, "axisLabel": hidden, "detail": hidden,
		"data": looks,
	}
}
