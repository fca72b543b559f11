package chart

import (
	"io"
	"slices"

	"example.org/svod/generator/csv"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/money"
)

// WriteCSV writes the table of the chart, with all its columns, for a spreadsheet
// in the language of the pages: UTF-8 with a byte-order mark, and for Russian,
// where the comma is in numbers, semicolons between columns. Sums and numbers
// are plain, with what they are counted in in the head of their column; a cell
// that is not known is empty. A further column says of a value that is not exact
// how: "about", "more than"; and so one says of a sum of which figures are missing
// of how many it is.
func (c *Chart) WriteCSV(w io.Writer) error {
	out, err := csv.NewWriter(w, c.words.Page.Language())
	if err != nil {
		return err
	}
	columns := c.fields()
	record := make([]string, len(columns))
	for i, f := range columns {
		record[i] = csv.Text(f.head)
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for _, row := range c.Table.Rows {
		for i, f := range columns {
			record[i] = f.write(row.Cells[f.column])
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	return out.Flush()
}

// A csvColumn is a column of the file.
type csvColumn struct {
	column int // of the table
	head   string
	write  func(dataset.Cell) string
}

// fields are the columns of the file: one for each of the table, and further ones
// beside sums that are in several currencies, not of everything or not exact.
func (c *Chart) fields() []csvColumn {
	var out []csvColumn
	for i, column := range c.Table.Columns {
		head := column.Title
		if column.Type != dataset.Value {
			out = append(out, csvColumn{i, head, func(cell dataset.Cell) string { return c.raw(column.Type, cell) }})
			continue
		}
		unit, mixed := c.unitOf(i)
		if unit != "" && !mixed {
			head += ", " + unit
		}
		out = append(out, csvColumn{i, head, func(cell dataset.Cell) string { return c.raw(dataset.Value, cell) }})
		if mixed {
			out = append(out, csvColumn{i, column.Title + ": " + c.words.Text("column-currency", nil), func(cell dataset.Cell) string {
				return string(cell.Value.Currency())
			}})
		}
		if c.any(i, func(cell dataset.Cell) bool { return !cell.Coverage.Whole() }) {
			out = append(out, csvColumn{i, column.Title + ": " + c.words.Text("column-coverage", nil), func(cell dataset.Cell) string {
				if cell.Coverage.Whole() {
					return ""
				}
				return c.words.Coverage(cell.Coverage)
			}})
		}
		if c.any(i, func(cell dataset.Cell) bool { return cell.Hedge != money.Exact }) {
			out = append(out, csvColumn{i, column.Title + ": " + c.words.Text("column-approximate", nil), func(cell dataset.Cell) string {
				return cell.Hedge.Word(c.words.Page.Language())
			}})
		}
	}
	return out
}

// unitOf is what the values of a column are counted in, and whether they are in
// several currencies, or only some of them in one.
func (c *Chart) unitOf(column int) (unit string, mixed bool) {
	var first *dataset.Cell
	for i := range c.Table.Rows {
		cell := &c.Table.Rows[i].Cells[column]
		switch {
		case !cell.Known:
		case first == nil:
			first = cell
		case cell.Value.Currency() != first.Value.Currency():
			return "", true
		}
	}
	switch {
	case first == nil:
		return "", false
	case first.Value.Currency() != "":
		return money.Unit(money.One, first.Value.Currency(), c.words.Page.Language()), false
	case first.At.Line > 0: // the unit is of the numbers that the author wrote
		return c.Unit, false
	}
	return "", false
}

// any reports whether a column has such a cell.
func (c *Chart) any(column int, such func(dataset.Cell) bool) bool {
	return slices.ContainsFunc(c.Table.Rows, func(r dataset.Row) bool { return such(r.Cells[column]) })
}

// raw writes a cell for a program: numbers without groups of digits, dates as
// ISO 8601.
func (c *Chart) raw(t dataset.Type, cell dataset.Cell) string {
	switch {
	case !cell.Known:
		return ""
	case t == dataset.Value:
		return csv.Number(cell.Value.Decimal(), c.words.Page.Language())
	case t == dataset.Date:
		return cell.Date.String()
	}
	return csv.Text(cell.Text)
}
