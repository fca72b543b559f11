package dataset

import (
	"unicode/utf8"

	"example.org/svod/generator/csv"
	"example.org/svod/generator/diag"
)

// MaxRows is how many rows a file may have: more than a hundred can be seen in no
// chart, but a table may be longer than what is drawn of it.
const MaxRows = 20_000

// ReadCSV reads a table from a CSV file as spreadsheets save it: in UTF-8, with
// or without a byte-order mark, columns parted by semicolons, commas or tabs,
// whichever the first line has most of. The first line names the columns. Lines
// with nothing in them are left out.
//
// Mistakes have positions in the file, under the name given.
func ReadCSV(name string, content []byte) (*Table, []diag.Diagnostic) {
	f := &csvFile{table: &Table{Name: name}}
	if !utf8.Valid(content) {
		f.error(diag.Position{File: name}, diag.NotUTF8, nil)
		return f.table, f.found
	}
	broken, ok := csv.Read(diag.NewText(name, content), f.record)
	switch {
	case !ok:
		f.error(broken, diag.ChartCSVQuote, nil)
	case f.table.Columns == nil:
		f.error(diag.Position{File: name}, diag.ChartCSVEmpty, nil)
	}
	return f.table, f.found
}

type csvFile struct {
	table *Table
	found []diag.Diagnostic
}

func (f *csvFile) error(at diag.Position, code diag.Code, args diag.Args) {
	f.found = append(f.found, diag.NewError(at, code, args))
}

// record takes the next record of the file and tells whether to go on.
func (f *csvFile) record(fields []csv.Field) bool {
	cells, blank := f.cells(fields)
	switch {
	case blank:
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

// cells are the fields of a record, and whether nothing is in any of them.
func (f *csvFile) cells(fields []csv.Field) (cells []Cell, blank bool) {
	blank = true
	for _, field := range fields {
		s := Clean(field.Text)
		blank = blank && s == ""
		if letters := utf8.RuneCountInString(s); letters > MaxText {
			f.error(field.At, diag.ChartTextLong, diag.Args{"Count": letters, "Most": MaxText})
		}
		cells = append(cells, Cell{Text: s, Known: !SaysUnknown(s), At: field.At})
	}
	return cells, blank
}

func (f *csvFile) header(cells []Cell) {
	for i, c := range cells {
		if c.Text == "" && i == len(cells)-1 {
			continue // a separator at the end of the line
		}
		if c.Text == "" {
			f.error(c.At, diag.ChartColumnUnnamed, nil)
		}
		if _, taken := f.table.Column(c.Text); taken && c.Text != "" {
			f.error(c.At, diag.ChartColumnTwice, diag.Args{"Column": c.Text})
		}
		f.table.Columns = append(f.table.Columns, Column{Name: c.Text, Title: c.Text})
	}
}

func (f *csvFile) row(cells []Cell) {
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
