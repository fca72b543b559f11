package chart

import (
	"slices"

	"example.org/svod/generator/report"
)

// sources are those that the author names, then those of what the chart shows, as
// far as its table knows: of all rows, those that the picture gathers into one too,
// in the columns that the chart is made of.
func (b *binding) sources() report.Sources {
	var out report.Sources
	for _, ref := range b.spec.Sources {
		if source, ok := b.source(ref.Name); ok {
			out.Add(source)
		}
	}
	columns := b.shownColumns()
	for _, row := range b.table.Rows {
		for _, i := range columns {
			out.Join(row.Cells[i].Sources)
		}
		if out.More {
			break
		}
	}
	return out
}

// shownColumns are those that the spec names for what is to be seen. A table of
// two columns needs no names.
func (b *binding) shownColumns() []int {
	if own := b.table.Own(); len(own) == 2 {
		return own
	}
	s := b.spec
	var out []int
	for i, c := range b.table.Columns {
		if slices.ContainsFunc(slices.Concat(s.X, s.Y, []Ref{s.Group, s.Label}), func(r Ref) bool { return r.Name == c.Name }) {
			out = append(out, i)
		}
	}
	return out
}
