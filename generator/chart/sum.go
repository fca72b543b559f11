package chart

import (
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
)

// sum puts one row in the place of all that say the same in the columns that the
// key sum names and in that of group, which parts rows as well. It is false where
// it is told that this cannot be done.
func (b *binding) sum() bool {
	if len(b.spec.Sum) == 0 {
		return true
	}
	if b.spec.Kind == Timeline { // it has no values
		b.error(b.spec.Sum[0].At, diag.ChartSumNothing, diag.Args{"Kind": string(b.spec.Kind)})
		return false
	}
	by, ok := b.alike()
	if !ok {
		return false
	}
	of, ok := b.addends(by)
	if !ok || !b.named(by) {
		return false
	}
	b.table = b.table.Sum(by, of, b.words)
	return true
}

// alike are the columns by which rows belong together.
func (b *binding) alike() ([]int, bool) {
	refs := b.spec.Sum
	if b.spec.Group.Name != "" {
		refs = append(slices.Clone(refs), b.spec.Group)
	}
	var by []int
	ok := true
	for _, r := range refs {
		i, known := b.column(r)
		if ok = ok && known; known && !slices.Contains(by, i) {
			by = append(by, i)
		}
	}
	return by, ok
}

// addends are the columns that are added up, or [dataset.Count].
func (b *binding) addends(by []int) ([]int, bool) {
	key, values := "x", b.spec.X
	switch b.spec.Kind {
	case Columns, Lines, Steps, Areas:
		key, values = "y", b.spec.Y
	case Scatter:
		values = slices.Concat(b.spec.X, b.spec.Y)
	}
	if len(values) == 0 {
		if own := b.table.Own(); len(own) == 2 && len(by) == 1 && slices.Contains(own, by[0]) {
			other := own[0] + own[1] - by[0]
			return []int{other}, b.addable(b.spec.Sum[0].At, other)
		}
		b.error(b.spec.At, diag.ChartColumnMissing, diag.Args{
			"Key": key, "Known": strings.Join(append(b.numbers(), dataset.CountColumn), ", "),
		})
		return nil, false
	}
	var of []int
	for _, r := range values {
		i, known := b.table.Column(r.Name)
		switch {
		case !known && r.Name == dataset.CountColumn:
			i = dataset.Count
		case !known:
			b.column(r) // tells
			return nil, false
		case slices.Contains(by, i):
			b.error(b.spec.Sum[0].At, diag.ChartSumItself, diag.Args{"Column": r.Name, "Known": strings.Join(b.texts(), ", ")})
			return nil, false
		case !b.addable(r.At, i):
			return nil, false
		}
		if !slices.Contains(of, i) {
			of = append(of, i)
		}
	}
	return of, true
}

// addable makes sure that a column holds what can be added up. A column in which
// nothing is a number is another one than the author had in mind; in any other,
// what is none is a slip.
func (b *binding) addable(at diag.Position, column int) bool {
	table, found := b.table.Typed(column, dataset.Value)
	known := 0
	for _, r := range b.table.Rows {
		if r.Cells[column].Known {
			known++
		}
	}
	if c := table.Columns[column]; c.Type != dataset.Value || known > 0 && len(found) == known {
		b.error(at, diag.ChartSumText, diag.Args{"Column": c.Name, "Known": strings.Join(b.numbers(), ", ")})
		return false
	}
	b.table = table
	b.inCurrency(column)
	b.found = append(b.found, found...)
	return !diag.HasErrors(found) && b.comparable(column)
}

// numbers are the columns in which everything known is a number, texts the others.
func (b *binding) numbers() []string {
	var out []string
	for i, c := range b.table.Columns {
		if table, found := b.table.Typed(i, dataset.Value); table.Columns[i].Type == dataset.Value && len(found) == 0 {
			out = append(out, c.Name)
		}
	}
	return out
}

func (b *binding) texts() []string {
	numbers := b.numbers()
	return slices.DeleteFunc(b.table.ColumnNames(), func(name string) bool { return slices.Contains(numbers, name) })
}

// named makes sure that a sum has what its row is called by: a column in which
// its rows may differ says nothing of them. Where the author did not say what
// names the rows, it is what they have in common; of two columns the second parts
// them into series, where the kind has series.
func (b *binding) named(by []int) bool {
	s := &b.spec
	names := s.Y
	switch s.Kind {
	case Columns, Lines, Steps, Areas:
		names = s.X
	case Scatter:
		names = nil
		if s.Label.Name != "" {
			names = []Ref{s.Label}
		}
	}
	if len(names) == 0 {
		common := s.Sum
		if len(common) == 2 && s.Group.Name == "" && b.series() {
			common, s.Group = s.Sum[:1], s.Sum[1]
		}
		switch s.Kind {
		case Columns, Lines, Steps, Areas:
			s.X = common
		case Scatter:
			s.Label = s.Sum[0]
		default:
			s.Y = common
		}
	}
	for _, r := range names {
		i, ok := b.column(r)
		if ok && !slices.Contains(by, i) {
			b.error(r.At, diag.ChartSumApart, diag.Args{
				"Column": r.Name, "By": written(s.Sum), "All": written(append(slices.Clone(s.Sum), r)),
			})
			ok = false
		}
		if !ok {
			return false
		}
	}
	return true
}

// series reports whether the values can be parted into series.
func (b *binding) series() bool {
	switch b.spec.Kind {
	case Columns, Lines, Steps, Areas:
		return len(b.spec.Y) <= 1
	case Bar, Heatmap:
		return len(b.spec.X) <= 1
	}
	return false
}

// written are the names of columns as they stand in a block.
func written(refs []Ref) string {
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = r.Name
	}
	if len(names) == 1 {
		return names[0]
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// gaps tells which of the sums are not of everything; nothing where all are.
func (b *binding) gaps() string {
	var names []string
	id := "summary-partial"
	for _, r := range b.table.Rows {
		for _, c := range r.Cells {
			if c.Coverage.Whole() {
				continue
			}
			if c.Coverage.Alien > 0 {
				id = "summary-partial-currency"
			}
			names = append(names, b.words.Page.Quote(b.rowName(r))+" — "+b.words.Coverage(c.Coverage))
			break
		}
	}
	if len(names) == 0 {
		return ""
	}
	return b.words.Text(id, locale.Args{"Names": b.words.Dates(names)})
}

// rowName is what a summed row is called by: what its rows have in common.
func (b *binding) rowName(r dataset.Row) string {
	var parts []string
	refs := b.spec.Sum
	if !slices.Contains(refs, b.spec.Group) {
		refs = append(slices.Clone(refs), b.spec.Group)
	}
	for _, ref := range refs {
		if i, ok := b.table.Column(ref.Name); ok {
			parts = append(parts, b.words.Cell(b.table.Columns[i].Type, r.Cells[i], ""))
		}
	}
	return strings.Join(parts, ", ")
}
