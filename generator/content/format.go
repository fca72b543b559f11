package content

import (
	"bytes"

	"example.org/svod/generator/diag"
)

// formats are kinds of files that are renamed to .md and stay what they are: how
// such a file begins, and what it holds that others beginning so do not.
var formats = []struct{ name, begins, holds string }{
	{"word", "PK\x03\x04", "word/"},
	{"excel", "PK\x03\x04", "xl/"},
	{"office", "PK\x03\x04", "application/vnd.oasis"},
	{"zip", "PK\x03\x04", ""},
	{"office", "\xd0\xcf\x11\xe0", ""}, // .doc and .xls
	{"rtf", `{\rtf`, ""},
	{"pdf", "%PDF-", ""},
	{"html", "<!doctype", ""},
	{"html", "<html", ""},
}

// notText tells a file that is no text whatever its name says, or returns nothing. An
// editor would show nobody what is wrong with it, so it is told before anything else.
func notText(text *diag.Text) *diag.Diagnostic {
	content := bytes.TrimLeft(bytes.TrimPrefix(text.Bytes(), []byte("\ufeff")), " \t\r\n")
	for _, f := range formats {
		if len(content) < len(f.begins) {
			continue
		}
		begins := content[:len(f.begins)]
		same := string(begins) == f.begins || f.name == "html" && bytes.EqualFold(begins, []byte(f.begins))
		if same && bytes.Contains(content, []byte(f.holds)) {
			d := diag.NewError(diag.Position{File: text.File()}, diag.FileNotText, diag.Args{"Format": f.name})
			return &d
		}
	}
	return nil
}
