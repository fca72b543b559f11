package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"example.org/svod/generator/diag"
)

var bullet = []byte("•")

// marks warns of lines of a paragraph that were meant to be headings or items of
// a list, and are not for want of a space: ##Итоги, -доски. A single # is a
// hashtag, and a single line with a hyphen may be anything.
func (p *page) marks(n ast.Node) {
	var items []int // where lines begin as items of a list do
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		text := line.Value(p.source)
		indent := len(text) - len(bytes.TrimLeft(text, " "))
		start := line.Start - line.Padding + indent
		switch mark := markWithoutSpace(text[indent:]); {
		case mark == 0:
		case text[indent] == '#':
			p.warn(p.at(start, mark), diag.HeadingWithoutSpace, diag.Args{"Marks": string(text[indent : indent+mark])})
		default:
			items = append(items, start)
		}
	}
	if len(items) > 1 {
		p.warn(p.at(items[0], 1), diag.ListWithoutSpace, nil)
	}
}

// markWithoutSpace is how many bytes of a line are signs of a heading or of an
// item, before a letter.
func markWithoutSpace(line []byte) int {
	n := 0
	switch {
	case bytes.HasPrefix(line, []byte("##")):
		n = len(line) - len(bytes.TrimLeft(line, "#"))
	case bytes.HasPrefix(line, []byte("-")):
		n = 1
	case bytes.HasPrefix(line, bullet):
		return len(bullet) // with a space or without, it makes no list
	}
	if r, _ := utf8.DecodeRune(line[n:]); n > 6 || !unicode.IsLetter(r) {
		return 0
	}
	return n
}
