package importer

import (
	"slices"
	"strings"
	"unicode"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/xlsx"
)

// A Table is what a spreadsheet holds, before anything is made of it.
type Table struct {
	// Name is that of the file, as positions carry it.
	Name string
	Rows [][]Cell

	text  *diag.Text  // of a CSV file, in UTF-8; nil for a workbook
	sheet *xlsx.Sheet // of a workbook; nil for a CSV file
}

// A Cell is one cell of a table.
type Cell struct {
	Text string // white space at its ends taken off
	// Number says that the cell is a number and no text. Text is then in the form
	// of programs, 7.9, rounded to the digits that a spreadsheet shows.
	Number bool
	// At is where the cell stands: line and column in a CSV file, row and column
	// of the sheet in a workbook.
	At diag.Position
}

// MaxSize is how many bytes a table may have. A table of clusters that is larger
// holds pictures, or is no table of clusters.
const MaxSize = xlsx.MaxSize

// maxRows is how many rows are read.
const maxRows = 50_000

// Read reads a table from the bytes of a file: the first sheet of an XLSX
// workbook that is not hidden, or CSV in UTF-8, UTF-16 or windows-1251, its cells parted by
// semicolons, commas or tabs. What the file is, its first bytes tell, not its
// name. The table is nil where it cannot be read.
func Read(name string, file []byte) (*Table, []diag.Diagnostic) {
	if xlsx.IsWorkbook(file) {
		return readWorkbook(name, file)
	}
	return readCSV(name, file)
}

// blank reports whether a row has nothing in it.
func blank(row []Cell) bool {
	return !slices.ContainsFunc(row, func(c Cell) bool { return c.Text != "" })
}

// cell is that of a row in a column; empty where the row is shorter, or where
// there is no such column.
func (t *Table) cell(row, column int) Cell {
	cells := t.Rows[row]
	if column >= 0 && column < len(cells) {
		return cells[column]
	}
	c := Cell{At: cells[0].At}
	c.At.Length = 0
	return c
}

// quote attaches to mistakes the line of the table that they are about or, in a
// workbook, the cell.
func (t *Table) quote(list []diag.Diagnostic) []diag.Diagnostic {
	if t.sheet != nil {
		t.sheet.Quote(list)
	}
	for i := range list {
		if d := &list[i]; t.text != nil && d.File == t.Name && d.Line > 0 {
			d.Excerpt = t.text.Line(d.Line)
		}
	}
	return list
}

// printable makes spaces of characters that are no part of a text, but for the
// ends of lines.
func printable(r rune) rune {
	if r != '\n' && unicode.IsControl(r) {
		return ' '
	}
	return r
}

// clean takes from a cell what is no part of its text: white space at its ends,
// and the apostrophe with which our own tables keep formulas from being run.
func clean(s string) string {
	s = strings.TrimSpace(strings.Map(printable, strings.ReplaceAll(s, "\r\n", "\n")))
	if rest, found := strings.CutPrefix(s, "'"); found && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
		return rest
	}
	return s
}
