package chart

import (
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
)

// Names of the columns of rows that are written as "name: value".
const (
	nameColumn  = "name"
	valueColumn = "value"
)

// table reads rows that stand in the block, in one of two forms:
//
//	rows:                          rows:
//	  Лес: 7,9 млрд ₽                - {cluster: Лес, sum: 7,9 млрд ₽}
//	  Химия: 15,6 млрд ₽             - {cluster: Химия, sum: 15,6 млрд ₽}
//
// The first has the columns name and value, the second those that its rows name.
func (n node) table() *dataset.Table {
	if n.IsList() {
		return n.records()
	}
	pairs, ok := n.Pairs()
	if !ok {
		n.WrongType(diag.ChartRowsForm)
		return &dataset.Table{}
	}
	t := &dataset.Table{Columns: []dataset.Column{{Name: nameColumn}, {Name: valueColumn}}}
	for _, pair := range pairs {
		name, value := node{pair.Key}, node{pair.Value}
		t.Rows = append(t.Rows, dataset.Row{Cells: []dataset.Cell{name.cell(), value.cell()}})
	}
	return t
}

// records reads a list of mappings. Columns are in the order in which they
// appear first; a row that leaves one out has an unknown cell.
func (n node) records() *dataset.Table {
	t := &dataset.Table{}
	for _, item := range n.Items() {
		pairs, ok := item.Pairs()
		if !ok {
			item.WrongType(diag.ChartRowsForm)
			continue
		}
		row := dataset.Row{Cells: make([]dataset.Cell, len(t.Columns))}
		for _, pair := range pairs {
			key := pair.Key
			name, ok := key.Scalar()
			if !ok {
				key.WrongType(diag.WantsText)
				continue
			}
			i, known := t.Column(dataset.Clean(name))
			if !known {
				i = len(t.Columns)
				t.Columns = append(t.Columns, dataset.Column{Name: dataset.Clean(name), Title: dataset.Clean(name)})
				row.Cells = append(row.Cells, dataset.Cell{})
			}
			row.Cells[i] = node{pair.Value}.cell()
		}
		t.Rows = append(t.Rows, row)
	}
	for i, row := range t.Rows {
		t.Rows[i].Cells = append(row.Cells, make([]dataset.Cell, len(t.Columns)-len(row.Cells))...)
	}
	return t
}

// cell reads one value of a row as it is written.
func (n node) cell() dataset.Cell {
	c := dataset.Cell{At: n.At()}
	if n.Null() {
		return c
	}
	var s string
	n.text(&s)
	c.Text, c.Known = s, !dataset.SaysUnknown(s)
	return c
}
