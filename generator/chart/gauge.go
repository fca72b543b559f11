package chart

import (
	"cmp"
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

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
	part, all   money.Amount
	hedge       money.Hedge // of part less all
	label, full string      // both as they are written
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
		part: part.Value, label: b.words.Cell(dataset.Value, part, b.spec.Unit),
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
	out.hedge = part.Hedge.Sub(whole.Hedge, part.Value.Cmp(whole.Value))
	out.all, out.full = whole.Value, b.words.Cell(dataset.Value, whole, b.spec.Unit)
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

func (g *gauge) over() bool { return g.part.Cmp(g.all) > 0 }

// share is the part of the whole in per cent. It is a hundred only where nothing
// is missing and nothing is too much.
func (g *gauge) share() string {
	percent := g.part.Ratio(g.all) * 100
	rounded := int(math.Round(percent))
	switch {
	case rounded == 0 && percent > 0:
		return g.words.Text("less-than-percent", nil)
	case rounded == 100 && percent < 100:
		return g.words.Text("more-than", locale.Args{"Value": g.words.Percent(99)})
	case rounded == 100 && g.over():
		return g.words.Text("more-than", locale.Args{"Value": g.words.Percent(100)})
	}
	return g.words.Percent(rounded)
}

func (g *gauge) columns() []string { return append(g.heads[:2:2], g.words.Text("column-share", nil)) }

func (g *gauge) rows() []Line {
	name := g.whole
	if name == "" {
		name = g.words.Text("gauge-whole", nil)
	}
	return []Line{
		{Head: g.name, Cells: []string{g.label, g.share()}, Link: g.link},
		{Head: name, Cells: []string{g.full, g.words.Percent(100)}},
	}
}

func (g *gauge) summary() string {
	id := "summary-gauge"
	args := locale.Args{"Name": g.words.Names([]string{g.name}), "Part": g.label, "Whole": g.full, "Share": g.share()}
	if g.over() {
		id, args["Over"] = "summary-gauge-over", g.words.Sum(g.part.Sub(g.all), g.hedge, g.unit)
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
	if g.over() {
		id = "gauge-over"
	}
	room := f.width - 4*edge
	text := g.words.Text(id, locale.Args{"Part": g.label, "Whole": g.full})
	names := g.name
	if g.whole != "" {
		names += " / " + g.whole
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
	share := json.Number(strconv.FormatFloat(min(1, g.part.Ratio(g.all)), 'f', -1, 64))
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
