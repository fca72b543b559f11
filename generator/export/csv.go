package export

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/shopspring/decimal"
)

// CSV writes a table as spreadsheets open it with a double click: UTF-8 with a
// byte-order mark, since Excel takes a file without one for an old Windows code
// page; lines that end as RFC 4180 wants. A Russian Excel parts cells at
// semicolons and reads 7,9 as a number and 7.9 as a date, so a Russian table is
// written that way; an English one has commas and points. Numbers are never
// grouped or rounded.
//
// A text that a spreadsheet would run as a formula has an apostrophe before it
// (owasp.org, "CSV Injection").
func CSV(w io.Writer, t Table) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma = t.Separator()
	out.UseCRLF = true
	record := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		record[i] = harmless(c.Title)
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for row := range t.rows {
		for i, c := range row {
			record[i] = t.write(c)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Separator is what stands between two cells of the table in CSV.
func (t Table) Separator() rune {
	if t.language == "ru" {
		return ';'
	}
	return ','
}

func (t Table) write(c cell) string {
	if c.number.Valid {
		return t.decimal(c.number.Decimal)
	}
	return harmless(c.text)
}

func (t Table) decimal(d decimal.Decimal) string {
	if t.language == "ru" {
		return strings.Replace(d.String(), ".", ",", 1)
	}
	return d.String()
}

// harmless keeps a spreadsheet from taking a text for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// plain writes a text of a page for a spreadsheet: a no-break space that holds a
// line together there keeps a search from finding the words here.
func plain(s string) string { return spaces.Replace(s) }

var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u00ad", "", "\u2060", "")
