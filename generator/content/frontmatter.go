package content

import (
	"bytes"
	"unicode/utf8"

	"github.com/adrg/frontmatter"

	"example.org/svod/generator/diag"
)

// A frontMatter is the YAML at the head of a Markdown file.
type frontMatter struct {
	yaml []byte
	line int // of the file, that the YAML begins on, counted from 0
	body int // byte offset at which the text begins
}

const delimiter = "---"

// split finds the front matter of a file. It returns a diagnostic where there
// is none, or where it does not end.
func split(text *diag.Text) (frontMatter, *diag.Diagnostic) {
	file := text.Bytes()
	content := bytes.TrimPrefix(file, []byte("\ufeff"))
	var matter []byte
	found := false
	keep := func(b []byte, _ any) error {
		matter, found = b, true
		return nil
	}
	// Only the delimiters are left to the library: decoding is done with
	// positions, elsewhere. Reading from memory and keeping bytes cannot fail.
	rest, err := frontmatter.Parse(bytes.NewReader(content), nil, frontmatter.NewFormat(delimiter, delimiter, keep))
	if err != nil {
		found = false
	}
	if found {
		start := len(file) - len(content) + bytes.Index(content, []byte(delimiter))
		return frontMatter{
			yaml: matter,
			line: bytes.Count(file[:start], []byte("\n")) + 1,
			body: len(file) - len(rest),
		}, nil
	}
	code := diag.NoFrontMatter
	first, _, _ := bytes.Cut(bytes.TrimLeft(content, " \t\r\n"), []byte("\n"))
	if string(bytes.TrimSpace(first)) == delimiter {
		code = diag.FrontMatterUnclosed
	}
	at := text.At(len(file)-len(content), len(bytes.TrimRight(first, "\r")))
	d := diag.NewError(at, code, nil)
	return frontMatter{}, &d
}

// notUTF8 tells the first byte that is not UTF-8, or returns nothing.
func notUTF8(text *diag.Text) *diag.Diagnostic {
	b := text.Bytes()
	if utf8.Valid(b) {
		return nil
	}
	offset := 0
	for offset < len(b) {
		r, size := utf8.DecodeRune(b[offset:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		offset += size
	}
	d := diag.NewError(text.At(offset, 1), diag.NotUTF8, nil)
	return &d
}
