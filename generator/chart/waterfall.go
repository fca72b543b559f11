package chart

import (
	"encoding/json"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/shopspring/decimal"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
)

// A waterfall shows by which changes a sum came about: each row begins where the
// one before it ended, and the last is the sum.
type waterfall struct {
	words *dataset.Words
	unit  string
	heads []string
	steps []change
	total money.Amount
	hedge money.Hedge // of the total
	first string      // the name of the largest change
	most  money.Amount
	told  string // the largest change as it is written
}

// A change is a row of a waterfall.
type change struct {
	name   string
	link   string
	known  bool
	value  money.Amount
	before decimal.Decimal // what all changes above it come to
	label  string
}

// mostChanges is how many rows a waterfall may have.
const mostChanges = 40

// waterfallOf binds a spec of a waterfall: x is the change, y its name.
func (b *binding) waterfallOf() figure {
	m := b.matrix("y", b.spec.Y, "x", b.spec.X)
	if m == nil {
		return nil
	}
	if len(m.series) > 1 {
		b.error(b.at("x"), diag.ChartOneColumn, diag.Args{"Key": "x"})
		return nil
	}
	if len(m.names) > mostChanges {
		b.error(b.at("y"), diag.ChartManyRows, diag.Args{"Count": len(m.names), "Most": mostChanges})
		return nil
	}
	w := &waterfall{words: m.words, unit: m.unit, heads: m.columns(), total: money.New(decimal.Zero, m.currency)}
	for j, c := range m.series[0].cells {
		s := change{name: m.names[j], link: m.links[j], known: c.Known, value: c.Value, before: w.total.Decimal()}
		s.label = m.words.Cell(dataset.Value, c, m.unit)
		if c.Known {
			s.label = m.words.Change(c, m.unit)
			w.total, w.hedge = w.total.Add(c.Value), w.hedge.Add(c.Hedge.Term(c.Value.Sign()))
			if w.first == "" || c.Value.Abs().Cmp(w.most.Abs()) > 0 {
				w.first, w.most, w.told = s.name, c.Value, s.label
			}
		}
		if w.total.Sign() < 0 {
			b.error(b.at("x"), diag.ChartWaterfallNegative, diag.Args{"Name": s.name})
			return nil
		}
		w.steps = append(w.steps, s)
	}
	if whole := b.table.Whole; whole != nil {
		w.hedge = *whole
	}
	return w
}

// whole is what all changes come to, as it is written, and of how many of them that
// is where not all are known.
func (w *waterfall) whole() string {
	sum := dataset.Cell{Known: true, Value: w.total, Hedge: w.hedge, Added: true}
	if known := w.known(); known < len(w.steps) {
		sum.Coverage = dataset.Coverage{Known: known, All: len(w.steps)}
	}
	return w.words.Cell(dataset.Value, sum, w.unit)
}

// known is how many of the changes are.
func (w *waterfall) known() int {
	n := 0
	for _, s := range w.steps {
		if s.known {
			n++
		}
	}
	return n
}

func (w *waterfall) columns() []string { return w.heads }

func (w *waterfall) rows() []Line {
	out := make([]Line, 0, len(w.steps)+1)
	for _, s := range w.steps {
		out = append(out, Line{Head: s.name, Cells: []string{s.label}, Link: s.link})
	}
	return append(out, Line{Head: w.words.Text("sum", nil), Cells: []string{w.whole()}})
}

func (w *waterfall) summary() string {
	id := "summary-waterfall"
	if w.known() < 2 {
		id = "summary-waterfall-one"
	}
	return w.words.Text(id, locale.Args{
		"Total": w.whole(), "Name": w.words.Page.Quote(w.first), "Change": w.told,
	})
}

// Colours of a waterfall: what was added, what was taken away, and the sum.
var added, taken, summed = picture.Hue(1), picture.Hue(0), picture.Muted

func (w *waterfall) option(f frame) (object, float64) {
	rows := w.rows()
	names, labels, spans := make([]string, len(rows)), make(list, len(rows)), make([]span, len(rows))
	for i, r := range rows {
		names[i], labels[i] = r.Head, r.Cells[0]
		spans[i] = span{value: w.end(i), label: labelGap + f.fonts.Width(r.Cells[0], valueStyle)}
	}
	l := layRows(names, spans, barHeight, 0, f)
	c := charts.NewBar()
	c.SetGlobalOptions(
		charts.WithAnimation(false), charts.WithGridOpts(l.grid()),
		charts.WithXAxisOpts(l.values()), charts.WithYAxisOpts(l.axis()),
	)
	c.SetXAxis(names).XYReversal()
	stacked := charts.WithBarChartOpts(opts.BarChart{BarWidth: px(barHeight), Stack: "all"})
	c.AddSeries("", w.bases(), transparent, stacked)
	c.AddSeries("", w.lengths(), stacked, charts.WithLabelOpts(label("right", valueStyle, picture.Ink)))
	changes := object{"texts": labels, "label": object{"distance": labelGap}}
	if tooShort(w.changes(), l.unit) {
		changes["barMinHeight"] = leastBar
	}
	further := l.further()
	further["series"] = list{object{"silent": true}, changes}
	return plain(c, further), l.height
}

// end is how far a row reaches.
func (w *waterfall) end(i int) float64 {
	if i == len(w.steps) {
		return w.total.Decimal().InexactFloat64()
	}
	s := w.steps[i]
	return decimal.Max(s.before, s.before.Add(s.value.Decimal())).InexactFloat64()
}

// changes are the values of the steps.
func (w *waterfall) changes() []dataset.Cell {
	var out []dataset.Cell
	for _, s := range w.steps {
		out = append(out, dataset.Cell{Value: s.value, Known: s.known})
	}
	return out
}

// bases are what each change stands on.
func (w *waterfall) bases() []opts.BarData {
	out := make([]opts.BarData, len(w.steps)+1)
	for i, s := range w.steps {
		out[i].Value = json.Number(decimal.Min(s.before, s.before.Add(s.value.Decimal())).String())
	}
	out[len(w.steps)].Value = json.Number("0")
	return out
}

func (w *waterfall) lengths() []opts.BarData {
	out := make([]opts.BarData, 0, len(w.steps)+1)
	for _, s := range w.steps {
		d := opts.BarData{Value: json.Number(s.value.Abs().Decimal().String()), ItemStyle: &opts.ItemStyle{Color: added.Hex}}
		switch {
		case !s.known:
			d.ItemStyle.Color, d.Label = "transparent", aside()
		case s.value.Sign() < 0:
			d.ItemStyle.Color = taken.Hex
		}
		out = append(out, d)
	}
	return append(slices.Clip(out), opts.BarData{
		Value: json.Number(w.total.Decimal().String()), ItemStyle: &opts.ItemStyle{Color: summed.Hex},
	})
}
