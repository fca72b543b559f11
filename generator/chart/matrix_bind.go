package chart

import (
	"cmp"
	"slices"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
)

// matrix reads the columns that the spec names: categories by one key, values by
// the other. Several columns of values are a series each; or else there is one,
// and a column named by the key group tells to which series its values belong.
func (b *binding) matrix(categoryKey string, categories []Ref, valueKey string, values []Ref) *matrix {
	return b.matrixOf(categoryKey, categories, valueKey, values, mostSeries)
}

// matrixOf is matrix with another limit on the number of series.
func (b *binding) matrixOf(categoryKey string, categories []Ref, valueKey string, values []Ref, most int) *matrix {
	names, ok := b.one(categoryKey, categories, 0)
	columns := b.valuesOf(valueKey, values)
	if !ok || len(columns) == 0 {
		return nil
	}
	m := &matrix{words: b.words, unit: b.spec.Unit, dated: b.dates(names)}
	m.head = b.table.Columns[names].Title
	if group := b.spec.Group; group.Name != "" {
		if !b.grouped(m, names, columns, group) {
			return nil
		}
	} else {
		for _, r := range b.table.Rows {
			m.category(b.table.Columns[names].Type, r.Cells[names], r.Link)
		}
		for _, column := range columns {
			s := row{name: distinguished(b.table.Columns[column].Title, func(name string) bool {
				return slices.ContainsFunc(m.series, func(s row) bool { return s.name == name })
			})}
			for _, r := range b.table.Rows {
				s.cells = append(s.cells, r.Cells[column])
			}
			m.series = append(m.series, s)
		}
	}
	if !b.uniform(m, valueKey, most) {
		return nil
	}
	return m
}

// valuesOf are the columns that hold values; nil where one does not.
func (b *binding) valuesOf(key string, refs []Ref) []int {
	if len(refs) == 0 {
		column, ok := b.one(key, refs, 1)
		if !ok || !b.values(key, column) {
			return nil
		}
		return []int{column}
	}
	var out []int
	for _, r := range refs {
		column, ok := b.column(r)
		if ok && b.values(key, column) {
			out = append(out, column)
		}
	}
	if len(out) < len(refs) {
		return nil
	}
	return out
}

// dates makes dates of a column of which every cell is one. A line goes through
// time as soon as one cell is a day: in steps of the same length, in the order of
// the file, it would be a false one, so each cell that is no date is told then.
func (b *binding) dates(column int) bool {
	if b.table.Columns[column].Type != dataset.Raw {
		return b.table.Columns[column].Type == dataset.Date
	}
	table, found := b.table.Typed(column, dataset.Date)
	if len(found) == 0 {
		b.table = table
		return true
	}
	switch b.spec.Kind {
	case Lines, Steps, Areas:
		if slices.ContainsFunc(b.table.Rows, func(r dataset.Row) bool { return r.Cells[column].MeansDay() }) {
			b.found = append(b.found, found...)
		}
	}
	return false
}

// grouped sorts the rows of a long table into series.
func (b *binding) grouped(m *matrix, names int, columns []int, group Ref) bool {
	if len(columns) > 1 {
		b.error(group.At, diag.ChartGroupedTwice, nil)
		return false
	}
	by, ok := b.column(group)
	if !ok {
		return false
	}
	kind := b.table.Columns[by].Type
	places := map[string]int{} // of the categories
	for _, r := range b.table.Rows {
		name := b.words.Cell(b.table.Columns[names].Type, r.Cells[names], "")
		if _, seen := places[name]; !seen {
			places[name] = len(m.names)
			m.category(b.table.Columns[names].Type, r.Cells[names], r.Link)
		}
	}
	for _, r := range b.table.Rows {
		name := b.words.Cell(kind, r.Cells[by], "")
		i := slices.IndexFunc(m.series, func(s row) bool { return s.name == name })
		if i < 0 {
			i = len(m.series)
			silent := make([]bool, len(m.names))
			for j := range silent {
				silent[j] = true
			}
			m.series = append(m.series, row{name, make([]dataset.Cell, len(m.names)), silent})
		}
		category := b.words.Cell(b.table.Columns[names].Type, r.Cells[names], "")
		place := &m.series[i].cells[places[category]]
		if place.Known && r.Cells[columns[0]].Known {
			b.error(cmp.Or(r.Cells[columns[0]].At, b.spec.At), diag.ChartValueTwice, diag.Args{
				"Category": category, "Group": name, "Column": b.table.Columns[names].Name, "By": b.table.Columns[by].Name,
			})
			return false
		}
		m.series[i].silent[places[category]] = false
		if r.Cells[columns[0]].Known {
			*place = r.Cells[columns[0]]
		}
	}
	return true
}

// uniform makes sure that all values can stand on one axis.
func (b *binding) uniform(m *matrix, key string, most int) bool {
	if len(m.series) > most {
		at := b.at(key)
		if b.spec.Group.Name != "" {
			at = b.spec.Group.At
		}
		b.error(at, diag.ChartManySeries, diag.Args{"Count": len(m.series), "Most": most})
		return false
	}
	var first *dataset.Cell
	for i := range m.series {
		for j := range m.series[i].cells {
			c := &m.series[i].cells[j]
			switch {
			case !c.Known:
			case first == nil:
				first = c
			case !b.sameUnit(c, first):
				if c.At.Line > 0 {
					b.error(c.At, diag.ChartMixedUnits, diag.Args{
						"Value": c.Text, "First": first.Text, "Percent": c.Value.Currency() == first.Value.Currency(),
					})
					return false
				}
				*c = dataset.Cell{} // it cannot be compared, and the table says what it is
			}
		}
	}
	if first == nil {
		b.error(b.at(key), diag.ChartNoValues, diag.Args{"Column": m.series[0].name})
		return false
	}
	m.currency = first.Value.Currency()
	return true
}
