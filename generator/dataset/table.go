// Package dataset holds what charts are drawn from: tables of typed cells, in which
// what is not known is told from what is nothing.
//
// A [Table] is built in (the clusters of the report, its announcements and so on,
// see [NewTables]), read from a CSV file or a workbook ([ReadCSV], [ReadSheet]), or
// made by the caller. The cells of a file are texts with their places until
// somebody asks for a column as dates or values ([Table.Typed]): what cannot be
// read is told as file.csv:12:3.
// Rows that belong together can be added up ([Table.Sum]).
//
// [Words] writes the cells as pages do, so that a figure looks the same in a
// picture, in the table under it and in the text. Its catalogue has the sentences
// of package chart as well, so that a word for one thing stands in one file.
package dataset

import (
	"slices"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// A Type says what the cells of a column are.
type Type int

// Types of columns. The cells of a Raw column are texts that an author wrote and
// nobody has read yet: whether "2025" is a year or a number depends on what the
// chart uses the column for.
const (
	Raw Type = iota
	Text
	Value // a number or a sum of money
	Date
	Stage
)

// A Table is what a chart is drawn from.
type Table struct {
	// Name is how authors call the table: clusters, or the name of its file.
	Name    string
	Columns []Column
	Rows    []Row
	// Until is the day until which the last row stands, where the rows are dated
	// and nothing else was said up to that day. It is no row: nobody said anything
	// on it. The zero Date means that nothing is known of what came after.
	Until report.Date
	// Whole is the hedge of all rows together where they are changes: the whole of
	// them is not what their hedges come to, since the later take back the earlier.
	// It is nil where that is not known.
	Whole *money.Hedge
}

// A Column is named for authors and, under the chart, for readers.
type Column struct {
	Name  string
	Title string
	Type  Type
}

// A Row has one cell for each column.
type Row struct {
	Cells []Cell
	// Link is the page of what the row is about, as a path of the site.
	Link string
	// Rest says that the row is none of its kind, but stands for what is left over.
	Rest bool
}

// A Cell holds the field that the type of its column asks for. The zero Cell is
// unknown: nobody has said what belongs there, which is not nothing and not zero.
type Cell struct {
	Known bool
	Text  string // for Text and Stage: as readers see it; for Raw: as written
	// Value is a sum, or a plain number where it has no currency.
	Value   money.Amount
	Hedge   money.Hedge // of Value
	Added   bool        // Value is a sum of several
	Date    report.Date
	Stage   report.Stage
	Percent bool // Value was written in per cent, "60 %", and is 60
	// counted says that Value is known of a raw cell already, whatever its text.
	counted bool
	// Coverage tells what is missing from a sum.
	Coverage Coverage
	// Sources are where it is from, as far as the report knows.
	Sources report.Sources
	// At is where the cell was written; zero in built-in tables.
	At diag.Position
}

// Column returns the place of a column.
func (t *Table) Column(name string) (int, bool) {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
	return i, i >= 0
}

// ColumnNames are the names that authors have for the columns.
func (t *Table) ColumnNames() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// Quote attaches to mistakes what stands in the cells that they are about. It is
// for tables of workbooks, which have no lines that could be shown.
func (t *Table) Quote(list []diag.Diagnostic) {
	for i := range list {
		d := &list[i]
		if _, inWorkbook := d.Position.Cell(); !inWorkbook || d.File != t.Name || d.Excerpt != "" {
			continue
		}
		for _, row := range t.Rows {
			for _, c := range row.Cells {
				if c.At.Line == d.Line && c.At.Column == d.Column {
					d.Excerpt = c.Text
				}
			}
		}
	}
}
