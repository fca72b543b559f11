package importer

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"example.org/svod/generator/diag"
)

// decode gives the bytes of a text file as UTF-8. A file that is not UTF-8 and
// has no byte-order mark is taken for windows-1251, in which a Russian Excel
// saves what it calls "CSV".
func decode(file []byte) []byte {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(file, []byte("\xff\xfe")), bytes.HasPrefix(file, []byte("\xfe\xff")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case utf8.Valid(file):
		return file
	default:
		from = charmap.Windows1251
	}
	text, err := from.NewDecoder().Bytes(file)
	if err != nil { // neither fails: what they do not know becomes U+FFFD
		return file
	}
	return text
}

func readCSV(name string, file []byte) (*Table, []diag.Diagnostic) {
	content := decode(file)
	t := &Table{Name: name, text: diag.NewText(name, content)}
	body := bytes.TrimPrefix(content, []byte("\ufeff"))
	lines := lineStarts(content, len(content)-len(body))
	r := csv.NewReader(bytes.NewReader(body))
	r.Comma = separator(body)
	r.FieldsPerRecord = -1
	for len(t.Rows) < maxRows {
		record, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return t, nil
		case errors.As(err, &bad):
			at := t.text.At(lines[min(bad.Line, len(lines))-1]+bad.Column-1, 1)
			return nil, t.quote([]diag.Diagnostic{diag.NewError(at, diag.ImportQuote, nil)})
		case err != nil:
			return nil, []diag.Diagnostic{diag.NewError(diag.Position{File: name}, diag.ImportUnreadable, nil)}
		}
		row := make([]Cell, len(record))
		for i, field := range record {
			line, column := r.FieldPos(i)
			row[i] = Cell{Text: clean(field), At: t.text.At(lines[line-1]+column-1, len(field))}
		}
		if !blank(row) {
			t.Rows = append(t.Rows, row)
		}
	}
	at := t.Rows[len(t.Rows)-1][0].At
	return nil, t.quote([]diag.Diagnostic{diag.NewError(at, diag.ImportLong, diag.Args{"Most": maxRows})})
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

// separator is what parts the cells: of semicolon, comma and tab the one that
// stands most often outside of quotes in the first lines. Titles above the
// headings may have none of them, and a decimal comma none in a heading.
func separator(body []byte) rune {
	const lines = 20
	counts := map[rune]int{}
	quoted, line := false, 0
	for _, c := range string(body) {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '\n':
			line++
		case !quoted && (c == ';' || c == '\t' || c == ','):
			counts[c]++
		}
		if line == lines {
			break
		}
	}
	// A Russian table parts cells at semicolons or tabs and has commas inside them,
	// so a comma parts only where nothing else does.
	switch {
	case counts[';'] > 0 && counts[';'] >= counts['\t']:
		return ';'
	case counts['\t'] > 0:
		return '\t'
	case counts[','] > 0:
		return ','
	}
	return ';'
}
