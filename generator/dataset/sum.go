package dataset

import (
	"slices"
	"strings"

	"example.org/svod/generator/money"
)

// A Coverage says of how many figures a sum is made. The zero Coverage is that of
// a figure that is whole.
type Coverage struct {
	Known int // figures that are in the sum
	All   int // figures that should be
	Alien int // figures that are known, but in another currency
}

// Whole reports whether nothing is missing.
func (c Coverage) Whole() bool { return c == Coverage{} }

// Count stands for the number of rows in the columns that [Table.Sum] adds up.
const Count = -1

// Sum returns a table with one row in the place of all that say the same in the
// columns by: those columns, then the sums of the columns given, which must be
// typed as values, and at last where the figures are from, if the table has a
// column for it. The rows are in the order in which they begin.
//
// A sum follows the rules of the report's totals. It is in the currency of most
// of its figures; what is in another, and what is not known, is missing from it,
// and its cell says so ([Cell.Coverage]). Where nothing is known, neither is the
// sum. Its hedge is that of a sum ([money.Hedge.Add]). A row leads to a page where
// all that it is made of lead there.
func (t *Table) Sum(by, of []int, w *Words) *Table {
	out := &Table{Name: t.Name}
	for _, i := range by {
		out.Columns = append(out.Columns, t.Columns[i])
	}
	for _, i := range of {
		if i == Count {
			out.Columns = append(out.Columns, Column{Name: CountColumn, Title: w.Text("column-count", nil), Type: Value})
		} else {
			out.Columns = append(out.Columns, t.Columns[i])
		}
	}
	sources := t.sources(by, of)
	for _, i := range sources {
		out.Columns = append(out.Columns, t.Columns[i])
	}
	for _, rows := range t.alike(by, w) {
		sum := Row{Link: rows[0].Link}
		for _, i := range by {
			common := rows[0].Cells[i]
			common.Sources = joint(rows, i)
			sum.Cells = append(sum.Cells, common)
		}
		for _, i := range of {
			sum.Cells = append(sum.Cells, sumCell(rows, i, w))
		}
		for _, i := range sources {
			sum.Cells = append(sum.Cells, joined(rows, i))
		}
		if slices.ContainsFunc(rows, func(r Row) bool { return r.Link != sum.Link }) {
			sum.Link = ""
		}
		out.Rows = append(out.Rows, sum)
	}
	return out
}

// CountColumn is the name of the column that counts rows.
const CountColumn = "count"

// alike parts the rows by what readers see in the columns given.
func (t *Table) alike(by []int, w *Words) [][]Row {
	var out [][]Row
	places := map[string]int{}
	for _, r := range t.Rows {
		var key strings.Builder
		for _, i := range by {
			key.WriteString(w.Cell(t.Columns[i].Type, r.Cells[i], "") + "\x00")
		}
		i, seen := places[key.String()]
		if !seen {
			i = len(out)
			places[key.String()] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], r)
	}
	return out
}

// sumCell adds up one column of rows.
func sumCell(rows []Row, column int, w *Words) Cell {
	if column == Count {
		return number(len(rows))
	}
	first := rows[0].Cells[column]
	if len(rows) == 1 {
		return first
	}
	sum, cover := Cell{At: first.At, Sources: joint(rows, column)}, Coverage{All: len(rows)}
	currency := Currency(rows, column)
	for _, r := range rows {
		switch c := r.Cells[column]; {
		case !c.Known:
		case c.Value.Currency() != currency:
			cover.Alien++
		default:
			cover.Known++
			sum.Value = sum.Value.Add(c.Value)
			sum.Hedge = sum.Hedge.Add(c.Hedge.Term(c.Value.Sign()))
			sum.Percent = c.Percent
		}
	}
	if cover.Known == 0 {
		return sum
	}
	sum.Known, sum.Added, sum.Text = true, cover.Known > 1, w.Amount(sum.Value, "")
	if cover.Known < cover.All {
		sum.Coverage = cover
	}
	return sum
}

// Currency is that of most values of a column, of two as frequent the first; empty
// for plain numbers.
func Currency(rows []Row, column int) money.Currency {
	counts := map[money.Currency]int{}
	var best money.Currency
	for _, r := range rows {
		if c := r.Cells[column]; c.Known {
			counts[c.Value.Currency()]++
		}
	}
	for _, r := range rows {
		if c := r.Cells[column]; c.Known && counts[c.Value.Currency()] > counts[best] {
			best = c.Value.Currency()
		}
	}
	return best
}

// joined lists what rows say in a column, each thing once.
func joined(rows []Row, column int) Cell {
	out := Cell{At: rows[0].Cells[column].At}
	var texts []string
	for _, r := range rows {
		if c := r.Cells[column]; c.Known && !slices.Contains(texts, c.Text) {
			texts = append(texts, c.Text)
		}
	}
	out.Known, out.Text = len(texts) > 0, strings.Join(texts, "; ")
	return out
}
