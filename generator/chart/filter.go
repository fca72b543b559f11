package chart

import (
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
)

// A Filter keeps the rows in which a column has one of the values.
type Filter struct {
	Column Ref
	Values []Ref
}

// filters reads a mapping from columns to a value or a list of values.
func (n node) filters(out *[]Filter) {
	pairs, ok := n.Pairs()
	if !ok {
		n.WrongType(diag.WantsMapping)
		return
	}
	for _, pair := range pairs {
		var f Filter
		node{pair.Key}.ref(&f.Column)
		node{pair.Value}.refs(&f.Values)
		if f.Column.Name != "" && len(f.Values) > 0 {
			*out = append(*out, f)
		}
	}
}

// filter leaves the rows that every filter keeps. A value that no row has is told.
func (b *binding) filter() {
	for _, f := range b.spec.Filters {
		column, ok := b.column(f.Column)
		if !ok {
			continue
		}
		kind := b.table.Columns[column].Type
		var have []string
		for _, r := range b.table.Rows {
			have = append(have, b.shown(kind, r.Cells[column])...)
		}
		slices.Sort(have)
		have = slices.Compact(have)
		for _, v := range f.Values {
			if !slices.ContainsFunc(have, func(s string) bool { return strings.EqualFold(s, v.Name) }) {
				b.error(v.At, diag.ChartFilterNothing, diag.Args{
					"Column": f.Column.Name, "Value": v.Name, "Suggestion": diag.Suggest(v.Name, have),
					"Known": strings.Join(have[:min(8, len(have))], ", "),
				})
			}
		}
		kept := *b.table
		kept.Whole = nil // it is of all rows
		kept.Rows = slices.DeleteFunc(slices.Clone(kept.Rows), func(r dataset.Row) bool {
			shown := b.shown(kind, r.Cells[column])
			return !slices.ContainsFunc(f.Values, func(v Ref) bool {
				return slices.ContainsFunc(shown, func(s string) bool { return strings.EqualFold(v.Name, s) })
			})
		})
		b.table = &kept
	}
}

// shown are the ways to name the value of a cell: as readers see it, and a stage
// as front matter has it.
func (b *binding) shown(kind dataset.Type, c dataset.Cell) []string {
	names := []string{b.words.Cell(kind, c, "")}
	switch {
	case kind == dataset.Stage && c.Known:
		names = append(names, string(c.Stage))
	case kind == dataset.Stage: // as front matter says it of any figure
		names = append(names, b.words.Text("unknown", nil))
	}
	return names
}
