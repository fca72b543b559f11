package dataset

import (
	"unicode/utf8"

	"example.org/svod/generator/csv"
	"example.org/svod/generator/diag"
)

// ReadCSV reads a table from a CSV file as spreadsheets save it: in UTF-8, with
// or without a byte-order mark, columns parted by semicolons, commas or tabs,
// whichever the first line has most of. The first line names the columns. Lines
// with nothing in them are left out.
//
// Mistakes have positions in the file, under the name given.
func ReadCSV(name string, content []byte) (*Table, []diag.Diagnostic) {
	f := &file{table: &Table{Name: name}}
	if !utf8.Valid(content) {
		f.error(diag.Position{File: name}, diag.NotUTF8, diag.Args{"Table": true})
		return f.table, f.found
	}
	broken, ok := csv.Read(diag.NewText(name, content), func(fields []csv.Field) bool {
		cells := make([]Cell, len(fields))
		for i, field := range fields {
			cells[i] = f.cell(field.Text, field.At)
		}
		return f.record(cells)
	})
	switch {
	case !ok:
		f.error(broken, diag.ChartCSVQuote, nil)
	default:
		f.end()
	}
	return f.table, f.found
}
