package dataset

import (
	"slices"
	"unicode/utf8"

	"example.org/svod/generator/diag"
)

// MaxRows is how many rows a file may have: more than a hundred can be seen in no
// chart, but a table may be longer than what is drawn of it.
const MaxRows = 20_000

// A file becomes a table, record by record. The first record names the columns;
// records with nothing in them are left out.
type file struct {
	table *Table
	found []diag.Diagnostic
}

func (f *file) error(at diag.Position, code diag.Code, args diag.Args) {
	f.found = append(f.found, diag.NewError(at, code, args))
}

// cell is a cell of a file as it is written. What cannot be drawn is told.
func (f *file) cell(text string, at diag.Position) Cell {
	s := Clean(text)
	if letters := utf8.RuneCountInString(s); letters > MaxText {
		f.error(at, diag.ChartTextLong, diag.Args{"Count": letters, "Most": MaxText})
	}
	return Cell{Text: s, Known: !SaysUnknown(s), At: at}
}

// record takes the next record of the file and tells whether to go on.
func (f *file) record(cells []Cell) bool {
	switch {
	case !slices.ContainsFunc(cells, func(c Cell) bool { return c.Text != "" }):
	case f.table.Columns == nil:
		f.header(cells)
	case len(f.table.Rows) == MaxRows:
		f.error(cells[0].At, diag.ChartCSVLong, diag.Args{"Most": MaxRows})
		return false
	default:
		f.row(cells)
	}
	return true
}

// end tells of a file without a table.
func (f *file) end() {
	if f.table.Columns == nil {
		f.error(diag.Position{File: f.table.Name}, diag.ChartCSVEmpty, nil)
	}
}

func (f *file) header(cells []Cell) {
	for i, c := range cells {
		_, inWorkbook := c.At.Cell()
		if c.Text == "" && i == len(cells)-1 && !inWorkbook {
			continue // a separator at the end of the line
		}
		if c.Text == "" {
			f.error(c.At, diag.ChartColumnUnnamed, diag.Args{"Workbook": inWorkbook})
		}
		if _, taken := f.table.Column(c.Text); taken && c.Text != "" {
			f.error(c.At, diag.ChartColumnTwice, diag.Args{"Column": c.Text})
		}
		f.table.Columns = append(f.table.Columns, Column{Name: c.Text, Title: c.Text})
	}
}

func (f *file) row(cells []Cell) {
	n := len(f.table.Columns)
	for _, extra := range cells[min(n, len(cells)):] {
		if extra.Text != "" {
			f.error(extra.At, diag.ChartRowLong, diag.Args{"Columns": n, "Cells": len(cells)})
			break
		}
	}
	row := Row{Cells: make([]Cell, n)}
	for i := range row.Cells {
		row.Cells[i].At = cells[min(i, len(cells)-1)].At
	}
	copy(row.Cells, cells[:min(n, len(cells))])
	f.table.Rows = append(f.table.Rows, row)
}
