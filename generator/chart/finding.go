package chart

import (
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
)

// A finding tells in words who has most and least of something, and of whom it
// is not known. Values in two currencies are not compared.
type finding struct {
	words *dataset.Words
	unit  string // of the values
	money bool   // the values are sums
	when  bool   // the names are dates
	all   int
	known int

	most, least       []string // names
	largest, smallest dataset.Cell
	unknown           int
	alien             []string // names with their values
}

// add takes one known value into account.
func (f *finding) add(name string, value dataset.Cell) {
	f.known++
	if c := f.compare(value, f.largest); c >= 0 {
		f.most, f.largest = joined(f.most, name, c), value
	}
	if c := f.compare(f.smallest, value); c >= 0 {
		f.least, f.smallest = joined(f.least, name, c), value
	}
}

// compare puts "more than 20" after 20 and "almost 20" before it.
func (f *finding) compare(a, b dataset.Cell) int {
	if f.known == 1 {
		return 1
	}
	return money.CompareHedged(a.Value, a.Hedge, b.Value, b.Hedge)
}

// joined begins a new list of names where the value is better than before.
func joined(names []string, name string, better int) []string {
	if better > 0 {
		names = nil
	}
	return append(names, name)
}

// String is a sentence.
func (f *finding) String() string {
	args := locale.Args{
		"Max": f.words.Cell(dataset.Value, f.largest, f.unit), "Largest": f.words.Names(f.most),
		"Min": f.words.Cell(dataset.Value, f.smallest, f.unit), "Smallest": f.words.Names(f.least),
	}
	id := "summary-range"
	if f.when {
		id = "summary-range-when"
		args["Largest"], args["Smallest"] = f.words.Dates(f.most), f.words.Dates(f.least)
	}
	switch {
	case f.known == 1:
		id = "summary-one"
	case f.compare(f.largest, f.smallest) == 0:
		id = "summary-equal"
	}
	parts := []string{f.words.Text(id, args)}
	if f.unknown > 0 {
		parts = append(parts, unknownSaid(f.words, f.money, f.unknown, f.all))
	}
	if len(f.alien) > 0 {
		parts = append(parts, f.words.Text("summary-other-currency", locale.Args{"Names": strings.Join(f.alien, "; ")}))
	}
	return strings.Join(parts, "; ") + "."
}

// unknownSaid tells of how many values, or sums, nobody knows.
func unknownSaid(w *dataset.Words, money bool, unknown, all int) string {
	id := "summary-unknown"
	if money {
		id = "summary-unknown-sum"
	}
	return w.Text(id, locale.Args{"Count": w.Page.Integer(unknown), "All": w.Page.Integer(all)})
}
