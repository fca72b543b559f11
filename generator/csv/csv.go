// Package csv reads and writes CSV as spreadsheets do.
//
// Reading takes what Excel and its kin save in Russia and elsewhere: with or
// without a byte-order mark, parted by semicolons, tabs or commas, lines of any
// length, and tells where each field stands. Writing gives what they open with a
// double click. What a text would do as a formula is decided here, and nowhere
// else.
package csv

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/diag"
)

// A Field is one field of a record, as it is written but for quotes and white
// space before it, and where it stands.
type Field struct {
	Text string
	At   diag.Position
}

// Read hands the records of a text to each, one after another, until it returns
// false. It is false itself where a quotation mark keeps it from going on, and
// tells where.
func Read(text *diag.Text, each func([]Field) bool) (broken diag.Position, ok bool) {
	content := text.Bytes()
	body := bytes.TrimPrefix(content, []byte("\ufeff"))
	lines := lineStarts(content, len(content)-len(body))
	at := func(line, column, length int) diag.Position {
		return text.At(lines[min(line, len(lines))-1]+column-1, length)
	}
	r := csv.NewReader(bytes.NewReader(body))
	r.Comma = separator(body)
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = r.Comma != '\t'
	for {
		record, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.As(err, &bad) && bad.Line > bad.StartLine: // a quote that nothing closes
			return at(bad.StartLine, 1, 1), false
		case errors.As(err, &bad):
			return at(bad.Line, bad.Column, 1), false
		case err != nil: // the end: a reader of bytes in memory gives no other
			return diag.Position{}, true
		}
		fields := make([]Field, len(record))
		for i, field := range record {
			line, column := r.FieldPos(i)
			fields[i] = Field{field, at(line, column, len(field))}
		}
		if !each(fields) {
			return diag.Position{}, true
		}
	}
}

// lineStarts are the byte offsets at which lines begin, that of the first given.
func lineStarts(content []byte, first int) []int {
	starts := []int{first}
	for i, c := range content {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// separators are tried in this order. A Russian table parts fields at semicolons
// and has commas in its numbers.
const separators = ";\t,"

// separator is what stands, outside of quotes, in most of the first lines.
// Titles above the headings may have none, and a decimal comma is in no heading.
func separator(body []byte) rune {
	const most = 20
	lines := map[rune]int{} // in which each stands
	seen := map[rune]bool{}
	quoted, line := false, 0
	for _, c := range string(body) {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '\n':
			line++
			clear(seen)
		case !quoted && strings.ContainsRune(separators, c) && !seen[c]:
			seen[c] = true
			lines[c]++
		}
		if line == most {
			break
		}
	}
	best := ';'
	for _, c := range separators {
		if lines[c] > lines[best] {
			best = c
		}
	}
	return best
}

// A Writer writes records for a spreadsheet in one language.
type Writer struct {
	language string
	out      *csv.Writer
}

// NewWriter returns a writer and writes the byte-order mark, without which Excel
// takes a file for one in an old Windows code page. Lines end as RFC 4180 wants.
func NewWriter(w io.Writer, language string) (*Writer, error) {
	_, err := io.WriteString(w, "\ufeff")
	out := csv.NewWriter(w)
	out.Comma = Separator(language)
	out.UseCRLF = true
	return &Writer{language, out}, err
}

// Separator is what parts fields: a semicolon for Russian, where the comma is in
// numbers, and a comma for all others.
func Separator(language string) rune {
	if language == "ru" {
		return ';'
	}
	return ','
}

// Number writes a number for a spreadsheet in a language: a Russian one reads
// 7,9 as a number and 7.9 as a date. It is never grouped or rounded.
func Number(d decimal.Decimal, language string) string {
	if language == "ru" {
		return strings.Replace(d.String(), ".", ",", 1)
	}
	return d.String()
}

// Text writes a text. One that a spreadsheet would run as a formula gets an
// apostrophe before it (owasp.org, "CSV Injection").
func Text(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// Write writes a record of what [Number] and [Text] return. It may keep it until
// Flush.
func (w *Writer) Write(record []string) error { return w.out.Write(record) }

// Flush writes what is left and returns the first error of all.
func (w *Writer) Flush() error {
	w.out.Flush()
	return w.out.Error()
}
