package dataset

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
		if c.Date, ok = readDate(c.Text); !ok {
			suggestion, noSuchDay := report.MeantDate(c.Text)
			d := diag.NewError(c.At, diag.UnreadableDate, diag.Args{"Value": c.Text, "Suggestion": suggestion, "NoSuchDay": noSuchDay})
			return &d
		}
	}
	return nil
}

// readDate reads a date as front matter has it, or as tables do. A date with
// slashes is none: 3/4/2025 is a day of April here and of March elsewhere, and a
// line through the wrong days would look as good as through the right ones.
func readDate(s string) (report.Date, bool) {
	if d, ok := report.ParseDate(s); ok {
		return d, true
	}
	if strings.Contains(s, "/") {
		return report.Date{}, false
	}
	return report.ReadDate(s)
}

// MeansDay reports whether a raw cell is a day or a month, be it written so that
// it can be read or not. A year alone may as well be a name.
func (c Cell) MeansDay() bool {
	date, noSuchDay := report.MeantDate(c.Text)
	d, _ := report.ParseDate(date)
	return noSuchDay || d.Month > 0
}

// numberOf parts a number from the words after it, which are most likely what it
// counts: 17 of "17 штук". Both are empty where that is not clear.
func numberOf(bad *money.ParseError) (number, unit string) {
	number, unit = strings.TrimSpace(bad.Text[:bad.Offset]), strings.TrimSpace(bad.Text[bad.Offset:])
	first, _ := utf8.DecodeRuneInString(unit)
	strange := func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '.' }
	if _, _, err := money.ParseHedged(number, ""); err != nil || !unicode.IsLetter(first) || strings.ContainsFunc(unit, strange) {
		return "", ""
	}
	return number, unit
}

// meantHedge is the hedge that a word was meant to be; empty for one too short to
// be a slip of any.
func meantHedge(written string) string {
	if utf8.RuneCountInString(written) < 4 {
		return ""
	}
	return diag.Suggest(strings.ToLower(written), money.HedgePhrases())
}

// ReadValue reads a sum or a number; a number has no currency.
func (c *Cell) ReadValue() *diag.Diagnostic {
	if c.counted {
		return nil
	}
	text, percent := strings.CutSuffix(c.Text, "%")
	value, hedge, err := money.ParseHedged(text, "")
	if err == nil {
		c.Value, c.Hedge, c.Percent = value, hedge, percent
		return nil
	}
	args := diag.Args{"Value": c.Text, "Part": c.Text, "Suggestion": "", "Number": "", "Unit": ""}
	var bad *money.ParseError
	if errors.As(err, &bad) {
		args["Part"], args["Suggestion"] = bad.Part(), bad.Suggestion()
		number, unit := numberOf(bad)
		switch near := diag.Suggest(unit, money.Words()); {
		case bad.Suggestion() != "":
		case meantHedge(bad.Part()) != "": // "боле 9 млрд"
			args["Suggestion"] = meantHedge(bad.Part())
		case near != "" && utf8.RuneCountInString(unit) > 3: // "мрлд"
			args["Suggestion"] = near
		default:
			args["Number"], args["Unit"] = number, unit
		}
	}
	d := diag.NewError(c.At, diag.ChartNotNumber, args)
	return &d
}
