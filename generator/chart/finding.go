package chart

import (
	"cmp"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/locale"
)

// A finding tells in words who has most and least of something, and of whom it
// is not known. Values in two currencies are not compared.
type finding struct {
	words *dataset.Words
	money bool // the values are sums
	when  bool // the names are dates
	all   int
	known int

	most, least           []string // names
	largest, smallest     dataset.Cell
	mostLabel, leastLabel string
	unknown               int
	alien                 []string // names with their values
}

// add takes one known value into account.
func (f *finding) add(name string, value dataset.Cell, label string) {
	f.known++
	if c := f.compare(value, f.largest); c >= 0 {
		f.most, f.largest, f.mostLabel = joined(f.most, name, c), value, label
	}
	if c := f.compare(f.smallest, value); c >= 0 {
		f.least, f.smallest, f.leastLabel = joined(f.least, name, c), value, label
	}
}

// compare puts "more than 20" after 20 and "almost 20" before it.
func (f *finding) compare(a, b dataset.Cell) int {
	if f.known == 1 {
		return 1
	}
	return cmp.Or(a.Value.Cmp(b.Value), cmp.Compare(a.Hedge.Side(), b.Hedge.Side()))
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
		"Max": f.mostLabel, "Largest": f.words.Names(f.most),
		"Min": f.leastLabel, "Smallest": f.words.Names(f.least),
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
