package dataset

import (
	"slices"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/csv"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/xlsx"
)

// ReadSheet reads a table from a sheet of a workbook. It may stand anywhere on the
// sheet: columns and rows with nothing in them are left out, and so are titles
// above the table, rows of one cell. The next row names the columns. Numbers are
// written as readers see them; what they are stays exact.
func ReadSheet(s *xlsx.Sheet, w *Words) (*Table, []diag.Diagnostic) {
	f := &file{table: &Table{Name: s.File}}
	if len(s.Rows) > MaxRows {
		f.error(s.Rows[MaxRows][0].At, diag.ChartCSVLong, diag.Args{"Most": MaxRows})
		return f.table, f.found
	}
	used := usedColumns(s.Rows)
	for _, row := range s.Rows[titles(s.Rows):] {
		var cells []Cell
		for i, c := range row {
			if used[i] {
				cells = append(cells, f.stored(c, w))
			}
		}
		if f.table.Columns == nil {
			cells = named(cells, row, used)
		}
		if !f.record(cells) {
			break
		}
	}
	f.end()
	return f.table, f.found
}

// named are the cells of the row that names the columns, with those that it leaves
// out: a column under a heading of two rows has its values below, and no name.
func named(cells []Cell, row []xlsx.Cell, used []bool) []Cell {
	for i := len(row); i < len(used); i++ {
		if used[i] {
			at := row[len(row)-1].At
			at.Column += i - len(row) + 1
			cells = append(cells, Cell{At: at})
		}
	}
	return cells
}

// stored is a cell of a workbook.
func (f *file) stored(c xlsx.Cell, w *Words) Cell {
	if c.Unsaved {
		f.error(c.At, diag.WorkbookFormula, nil)
	}
	number, err := decimal.NewFromString(c.Text)
	if !c.Number || err != nil {
		return f.cell(c.Text, c.At)
	}
	text := csv.Number(number, w.Page.Language())
	if c.Percent {
		text += "%"
	}
	return Cell{Known: true, Text: text, Value: money.New(number, ""), Percent: c.Percent, counted: true, At: c.At}
}

func filled(c xlsx.Cell) bool { return Clean(c.Text) != "" || c.Unsaved }

// usedColumns are those in which there is anything.
func usedColumns(rows [][]xlsx.Cell) []bool {
	var used []bool
	for _, row := range rows {
		for i, c := range row {
			if i == len(used) {
				used = append(used, false)
			}
			used[i] = used[i] || filled(c)
		}
	}
	return used
}

// titles are how many rows of one cell stand above a table of several columns.
func titles(rows [][]xlsx.Cell) int {
	first := slices.IndexFunc(rows, func(row []xlsx.Cell) bool {
		cells := 0
		for _, c := range row {
			if filled(c) {
				cells++
			}
		}
		return cells > 1
	})
	return max(first, 0)
}
