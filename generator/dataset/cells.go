package dataset

import (
	"errors"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// unknownWords say that there is no figure. A dash is what tables of statistics
// put where nobody has counted.
var unknownWords = []string{
	"", "-", "–", "—", "−", "…", "...", "?", "н/д", "н. д.", "н.д.", "нет данных", "нет сведений", "неизвестно",
	"не объявлено", "не объявлена", "не названо", "не названа", "n/a", "na", "no data", "unknown", "not announced",
}

// SaysUnknown reports whether a text says that there is no figure.
func SaysUnknown(s string) bool { return slices.Contains(unknownWords, strings.ToLower(s)) }

// approximations may stand before a figure.
var approximations = []string{"около ", "почти ", "примерно ", "более ", "свыше ", "about ", "nearly ", "over ", "~", "≈"}

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
	text := c.Text
	for _, word := range approximations {
		if n := len(word); len(text) > n && strings.EqualFold(text[:n], word) {
			c.Approximate = true
			text = text[n:]
			break
		}
	}
	value, err := money.Parse(strings.TrimSpace(strings.TrimSuffix(text, "%")), "")
	if err == nil {
		c.Value = value
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
