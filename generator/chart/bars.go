package chart

import (
	"cmp"
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// bars are horizontal bars, one for each row, with a name and the value written
// out. There is no axis to read values from: each stands at its bar, so that 6
// beside 700 is read as exactly as 700.
type bars struct {
	words *dataset.Words
	unit  string
	heads []string // of the table under the chart
	list  []bar
	told  string // the summary
}

// A bar is a row of the chart.
type bar struct {
	name  string
	value money.Amount
	drawn bool   // there is a bar to draw; otherwise only the label stands there
	label string // the value as it is written
	link  string
	rest  bool        // the bar stands for all rows that have no bar of their own
	hedge money.Hedge // of the value
	alien bool        // the value is in a currency that cannot be compared
	key   string      // the name by which ECharts knows a part of a pie
	row   int         // of the table
	date  report.Date // by which the bar is called, if it is
}

// mostBars is how many rows are drawn one by one; more cannot be taken in.
const mostBars = 20

// bars binds a spec of horizontal bars: x is the value, y the name.
func (b *binding) bars() figure {
	names, okY := b.one("y", b.spec.Y, 0)
	values, okX := b.one("x", b.spec.X, 1)
	if !okX || !okY || !b.values("x", values) {
		return nil
	}
	b.dates(names)
	t := b.table
	out := &bars{
		words: b.words, unit: b.spec.Unit,
		heads: []string{t.Columns[names].Title, t.Columns[values].Title},
	}
	currency := b.currency(values)
	f := finding{words: b.words, unit: b.spec.Unit, all: len(t.Rows), money: currency != ""}
	for i, row := range t.Rows {
		c := row.Cells[values]
		v := bar{
			row:  i,
			name: b.words.Cell(t.Columns[names].Type, row.Cells[names], ""), value: c.Value, hedge: c.Hedge, link: row.Link,
			date: row.Cells[names].Date,
		}
		v.alien = c.Known && c.Value.Currency() != currency
		v.drawn, v.rest = c.Known && !v.alien, row.Rest
		out.list = append(out.list, v)
		switch {
		case v.drawn:
			f.add(v.name, c)
		case v.alien:
			f.alien = append(f.alien, v.name+", "+b.words.Cell(dataset.Value, c, b.spec.Unit))
		default:
			f.unknown++
		}
	}
	if f.known == 0 {
		b.error(b.at("x"), diag.ChartNoValues, diag.Args{"Column": t.Columns[values].Name})
		return nil
	}
	out.told = f.String()
	out.order(b.spec.Sort)
	out.cut(cmp.Or(b.spec.Limit, mostBars))
	for i := range out.list { // they are few now, whatever the table has
		if v := &out.list[i]; !v.rest {
			v.label = b.words.Cell(dataset.Value, t.Rows[v.row].Cells[values], b.spec.Unit)
		}
	}
	return out
}

// currency is that of most values of a column, of two as frequent the first;
// empty for plain numbers.
func (b *binding) currency(column int) money.Currency {
	return dataset.Currency(b.table.Rows, column)
}

// order sorts the bars; those without a value keep their order at the end.
func (b *bars) order(o Order) {
	slices.SortStableFunc(b.list, func(x, y bar) int {
		switch {
		case o == ByName:
			return cmp.Or(x.date.Compare(y.date), strings.Compare(strings.ToLower(x.name), strings.ToLower(y.name)))
		case o == AsGiven:
			return 0
		case x.drawn && y.drawn:
			return money.CompareHedged(y.value, y.hedge, x.value, x.hedge)
		}
		return cmp.Compare(x.rank(), y.rank())
	})
}

// rank puts what can be compared before what cannot, and that before the unknown.
func (v bar) rank() int {
	switch {
	case v.drawn:
		return 0
	case v.alien:
		return 1
	}
	return 2
}

// cut puts one bar in the place of all that are more than the limit. A single
// one more is drawn as it is.
func (b *bars) cut(limit int) {
	if len(b.list) <= limit+1 {
		return
	}
	more := b.list[limit:]
	rest := bar{rest: true}
	unknown := 0
	for _, v := range more {
		if v.drawn {
			rest.value, rest.drawn, rest.hedge = rest.value.Add(v.value), true, rest.hedge.Add(v.hedge.Term(v.value.Sign()))
		} else {
			unknown++
		}
	}
	id, args := "rest", locale.Args{
		"Count": b.words.Page.Integer(len(more)), "Unknown": b.words.Page.Integer(unknown),
	}
	rest.label = b.words.Text("unknown", nil)
	if rest.drawn {
		rest.label = b.words.Sum(rest.value, rest.hedge, b.unit)
		if unknown > 0 {
			id = "rest-unknown"
		}
	}
	rest.name = b.words.Text(id, args)
	b.list = append(slices.Clone(b.list[:limit]), rest)
}

func (b *bars) columns() []string { return b.heads }

func (b *bars) rows() []Line {
	out := make([]Line, len(b.list))
	for i, v := range b.list {
		out[i] = Line{Head: v.name, Cells: []string{v.label}, Link: v.link}
	}
	return out
}

func (b *bars) summary() string { return b.told }
