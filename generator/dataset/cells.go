package dataset

import (
	"errors"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// SaysUnknown reports whether a cell says that there is no figure, as an empty one
// does.
func SaysUnknown(s string) bool { return s == "" || money.SaysUnknown(s) }

// Typed returns the table with a raw column read as the type given. What cannot
// be read is told and becomes unknown.
func (t *Table) Typed(column int, as Type) (*Table, []diag.Diagnostic) {
	if t.Columns[column].Type != Raw {
		return t, nil
	}
	var found []diag.Diagnostic
	out := &Table{Name: t.Name, Columns: slices.Clone(t.Columns), Rows: slices.Clone(t.Rows), Until: t.Until}
	out.Columns[column].Type = as
	for i, row := range t.Rows {
		c := row.Cells[column]
		if c.Known {
			if d := c.read(as); d != nil {
				found = append(found, *d)
				c.Known = false
			}
		}
		out.Rows[i].Cells = slices.Clone(row.Cells)
		out.Rows[i].Cells[column] = c
	}
	return out, found
}

// read fills the field for a type from the text of a raw cell.
func (c *Cell) read(as Type) *diag.Diagnostic {
	switch as {
	case Value:
		return c.ReadValue()
	case Date:
		var ok bool
		if c.Date, ok = report.ParseDate(c.Text); !ok {
			suggestion, _ := report.MeantDate(c.Text)
			d := diag.NewError(c.At, diag.UnreadableDate, diag.Args{"Value": c.Text, "Suggestion": suggestion})
			return &d
		}
	}
	return nil
}

// ReadValue reads a sum or a number; a number has no currency.
func (c *Cell) ReadValue() *diag.Diagnostic {
	if c.counted {
		return nil
	}
	value, approximate, err := money.ParseAbout(strings.TrimSuffix(c.Text, "%"), "")
	if err == nil {
		c.Value, c.Approximate = value, approximate
		return nil
	}
	args := diag.Args{"Value": c.Text, "Part": c.Text, "Suggestion": ""}
	var bad *money.ParseError
	if errors.As(err, &bad) {
		args["Part"], args["Suggestion"] = bad.Part(), bad.Suggestion()
	}
	d := diag.NewError(c.At, diag.ChartNotNumber, args)
	return &d
}
