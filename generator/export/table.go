package export

import (
	"iter"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// A Table is a list of the report for spreadsheets. Its rows are made while they
// are read, so that a table of ten thousand costs no more than one row of it.
// What [CSV] and [XLSX] write of it, svod import reads again.
type Table struct {
	Name    string // of the file, without its ending: "clusters"
	Title   string // for readers: "Кластеры"
	Columns []Column
	Length  int // number of rows

	rows     iter.Seq[[]cell]
	language string
}

// A Column is one column of a table.
type Column struct {
	Key   string // what programs call it: "investment_date"
	Title string // its heading, in the language of the report
	Type  string // of Frictionless Table Schema: "string", "number" or "integer"
}

// A cell is a text, a number, or, in its zero value, nothing.
type cell struct {
	text   string
	number decimal.NullDecimal
}

func text(s string) cell { return cell{text: plain(s)} }

func number(d decimal.Decimal) cell { return cell{number: decimal.NewNullDecimal(d)} }

// column says how one column of a table of things is filled.
type column[T any] struct {
	key   string
	kind  string
	value func(T) cell
}

// makeTable puts columns to things, each read as a line first. Headings are the
// words data-KEY.
func makeTable[T, L any](name string, words *locale.Locale, things []T, read func(T) L, columns []column[L]) Table {
	t := Table{Name: name, Title: words.Text("data-"+name, nil), Length: len(things), language: words.Language()}
	for _, c := range columns {
		t.Columns = append(t.Columns, Column{Key: c.key, Title: words.Text("data-"+c.key, nil), Type: c.kind})
	}
	t.rows = func(yield func([]cell) bool) {
		row := make([]cell, len(columns))
		for _, thing := range things {
			line := read(thing)
			for i, c := range columns {
				row[i] = c.value(line)
			}
			if !yield(row) {
				return
			}
		}
	}
	return t
}

// Types of columns.
const (
	isText    = "string"
	isNumber  = "number"
	isInteger = "integer"
)

// A sum is what the columns of money show of a figure.
type sum struct {
	report.Figure[money.Amount]
	known bool // there is a figure, though it may say that no sum was named
}

// number is the sum in whole units of its currency, never scaled: 7900000000.
func (s sum) number() cell {
	if !s.known || s.Unknown {
		return cell{}
	}
	return number(s.Value.Decimal())
}

func (s sum) currency() cell {
	if !s.known || s.Unknown {
		return cell{}
	}
	return text(string(s.Value.Currency()))
}

// written is the sum as pages show it, or that none was named.
func (s sum) written(words *locale.Locale) cell {
	switch {
	case !s.known:
		return cell{}
	case s.Unknown:
		return text(words.Text("not-announced", nil))
	}
	return text(words.Hedged(s.Value, s.Hedge))
}

// hedge says how a figure is not exact: "более"; nothing where it is.
func hedge(words *locale.Locale, h money.Hedge) cell { return text(h.Word(words.Language())) }

func date(d report.Date) cell { return text(d.String()) }
