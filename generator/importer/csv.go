package importer

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"example.org/svod/generator/csv"
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
	t := &Table{Name: name, text: diag.NewText(name, decode(file))}
	var tooLong *diag.Diagnostic
	broken, ok := csv.Read(t.text, func(fields []csv.Field) bool {
		row := make([]Cell, len(fields))
		for i, f := range fields {
			row[i] = Cell{Text: clean(f.Text), At: f.At}
		}
		switch {
		case blank(row):
		case len(t.Rows) == maxRows:
			d := diag.NewError(row[0].At, diag.ImportLong, diag.Args{"Most": maxRows})
			tooLong = &d
			return false
		default:
			t.Rows = append(t.Rows, row)
		}
		return true
	})
	if !ok {
		return nil, t.quote([]diag.Diagnostic{diag.NewError(broken, diag.ImportQuote, nil)})
	}
	if tooLong != nil {
		return nil, t.quote([]diag.Diagnostic{*tooLong})
	}
	return t, nil
}
