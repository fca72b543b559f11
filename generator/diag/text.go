package diag

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// A Text is a file's content that can turn byte offsets into positions. Its
// lines are indexed when the first position is asked for, since most files have
// no mistakes. A Text is not safe for concurrent use.
type Text struct {
	file  string
	bytes []byte
	lines []int // byte offset of the start of each line
}

// NewText wraps the bytes of a file, in UTF-8. The bytes are not copied.
func NewText(file string, content []byte) *Text {
	return &Text{file: file, bytes: content}
}

// Bytes returns the whole file.
func (t *Text) Bytes() []byte { return t.bytes }

// File returns the name that positions carry.
func (t *Text) File() string { return t.file }

// At returns the position of length bytes that begin at offset. A run that goes
// past the end of its line is cut there. A byte-order mark at the start of the
// file and a carriage return at the end of a line take no column.
func (t *Text) At(offset, length int) Position {
	if t.lines == nil {
		t.index()
	}
	offset = min(max(offset, 0), len(t.bytes))
	line := sort.SearchInts(t.lines, offset+1) - 1
	start := t.lines[line]
	end := min(offset+max(length, 0), len(t.bytes))
	if i := bytes.IndexByte(t.bytes[offset:end], '\n'); i >= 0 {
		end = offset + i
	}
	before := bytes.TrimPrefix(t.bytes[start:offset], []byte("\ufeff"))
	marked := bytes.TrimRight(t.bytes[offset:end], "\r")
	return Position{
		File:   t.file,
		Line:   line + 1,
		Column: utf8.RuneCount(before) + 1,
		Length: utf8.RuneCount(marked),
	}
}

// Line returns line n, counted from 1, without its line end; nothing where the
// file has no such line.
func (t *Text) Line(n int) string {
	if t.lines == nil {
		t.index()
	}
	if n < 1 || n > len(t.lines) {
		return ""
	}
	line, _, _ := bytes.Cut(t.bytes[t.lines[n-1]:], []byte("\n"))
	return string(bytes.TrimRight(bytes.TrimPrefix(line, []byte("\ufeff")), "\r"))
}

func (t *Text) index() {
	t.lines = []int{0}
	for i, b := range t.bytes {
		if b == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
}
