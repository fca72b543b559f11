package content

import (
	"bufio"
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
func split(text *diag.Text, lines *bufio.Reader) (frontMatter, *diag.Diagnostic) {
	file := text.Bytes()
	content := bytes.TrimPrefix(file, []byte("\ufeff"))
	// The library copies what it is given, so it is spared the text: it gets the
	// beginning of the file, and all of it only where that was not enough.
	for _, head := range [][]byte{content[:headLength(content)], content} {
		matter, rest, found := detect(head, lines)
		if !found {
			continue
		}
		start := len(file) - len(content) + bytes.Index(content, []byte(delimiter))
		return frontMatter{
			yaml: matter,
			line: bytes.Count(file[:start], []byte("\n")) + 1,
			body: len(file) - len(content) + len(head) - rest,
		}, nil
	}
	code := diag.NoFrontMatter
	first, _, _ := bytes.Cut(bytes.TrimLeft(content, " \t\r\n"), []byte("\n"))
	if string(bytes.TrimSpace(first)) == delimiter {
		code = diag.FrontMatterUnclosed
	}
	at := text.At(len(file)-len(content), len(bytes.TrimRight(first, "\r")))
	rule := isRule(string(first))
	for n := at.Line + 1; code == diag.FrontMatterUnclosed && !rule && text.Line(n) != ""; n++ {
		if line := text.Line(n); isRule(line) {
			at, rule = diag.Position{File: at.File, Line: n, Column: 1, Length: utf8.RuneCountInString(line)}, true
		}
	}
	d := diag.NewError(at, code, diag.Args{"Rule": rule})
	return frontMatter{}, &d
}

// detect finds the front matter in the beginning of a file, and how many bytes
// of it follow. Only the delimiters are left to the library: decoding is done
// with positions, elsewhere. The library would make a reader of lines for every
// file, if it were not given one.
func detect(head []byte, lines *bufio.Reader) (matter []byte, rest int, found bool) {
	keep := func(b []byte, _ any) error {
		matter, found = b, true
		return nil
	}
	lines.Reset(bytes.NewReader(head))
	body, err := frontmatter.Parse(lines, nil, frontmatter.NewFormat(delimiter, delimiter, keep))
	return matter, len(body), found && err == nil
}

// headLength is how far the front matter is likely to reach: to the end of the
// first line after the beginning that starts with a delimiter.
func headLength(content []byte) int {
	_, after, _ := bytes.Cut(content, []byte(delimiter))
	_, last, found := bytes.Cut(after, []byte("\n"+delimiter))
	if !found {
		return len(content)
	}
	_, body, _ := bytes.Cut(last, []byte("\n"))
	return len(content) - len(body)
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
