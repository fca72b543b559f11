package export

import (
	"io"
	"strings"

	"example.org/svod/generator/csv"
)

// CSV writes a table as spreadsheets in the language of the report open it; see
// [csv.Writer].
func CSV(w io.Writer, t Table) error {
	out, err := csv.NewWriter(w, t.language)
	if err != nil {
		return err
	}
	record := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		record[i] = csv.Text(c.Title)
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
	return out.Flush()
}

func (t Table) write(c cell) string {
	if c.number.Valid {
		return csv.Number(c.number.Decimal, t.language)
	}
	return csv.Text(c.text)
}

// plain writes a text of a page for a spreadsheet: a no-break space that holds a
// line together there keeps a search from finding the words here.
func plain(s string) string {
	// Nearly no text has one, and what begins their UTF-8 is no part of Russian
	// letters.
	if strings.IndexByte(s, 0xc2) < 0 && strings.IndexByte(s, 0xe2) < 0 {
		return s
	}
	return spaces.Replace(s)
}

var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u00ad", "", "\u2060", "")
