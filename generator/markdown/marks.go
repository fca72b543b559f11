package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"example.org/svod/generator/diag"
)

// bullets are what Word begins the items of a list with; one is a letter of its
// Symbol font, another an "o" of its Courier.
var bullets = [][]byte{[]byte("•"), []byte("·"), []byte("▪"), []byte("●"), []byte("\uf0b7"), []byte("o\t")}

// marks warns of lines of a paragraph that were meant to be headings or items of
// a list, and are not for want of a space or of the right sign: ##Итоги, -доски,
// – доски. A single # is a hashtag, and a single line with a hyphen may be anything.
func (p *page) marks(n ast.Node) {
	var items []int // where lines begin as items of a list do
	dashes := 0     // how many of them begin with a dash
	for i, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		text := line.Value(p.source)
		indent := len(text) - len(bytes.TrimLeft(text, " "))
		start := line.Start - line.Padding + indent
		text = text[indent:]
		if i == 0 && fenceOfQuotes(text) {
			p.warn(p.at(start, len(bytes.TrimRight(text, "\r\n"))), diag.FenceMeansChart, diag.Args{
				"Written": string(bytes.TrimSpace(text)),
			})
		}
		switch mark := markWithoutSpace(text); {
		case mark == 0:
		case text[0] == '#':
			p.warn(p.at(start, mark), diag.HeadingWithoutSpace, diag.Args{"Marks": string(text[:mark])})
		default:
			items = append(items, start)
			if startsWithDash(text) {
				dashes++
			}
		}
	}
	// A line of prose may begin with a dash where it was broken.
	if len(items) > 1 && (dashes == 0 || len(items) >= n.Lines().Len()-1) {
		p.warn(p.at(items[0], 1), diag.ListWithoutSpace, nil)
	}
}

// markWithoutSpace is how many bytes of a line are signs of a heading or of an
// item that make none: for want of a space before a letter, or with a space too.
func markWithoutSpace(line []byte) int {
	for _, bullet := range bullets {
		if bytes.HasPrefix(line, bullet) {
			return len(bullet)
		}
	}
	n := 0
	switch {
	case startsWithDash(line):
		if n = len("–"); len(line) > n && (line[n] == ' ' || line[n] == '\t') {
			return n
		}
	case bytes.HasPrefix(line, []byte("##")):
		n = len(line) - len(bytes.TrimLeft(line, "#"))
	case bytes.HasPrefix(line, []byte("-")):
		n = 1
	default:
		if n = len(line) - len(bytes.TrimLeft(line, "0123456789")); n == 0 || n > 2 || len(line) == n || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	}
	if r, _ := utf8.DecodeRune(line[n:]); n > 6 || !unicode.IsLetter(r) {
		return 0
	}
	return n
}

func startsWithDash(line []byte) bool {
	return bytes.HasPrefix(line, []byte("–")) || bytes.HasPrefix(line, []byte("—"))
}

// fenceOfQuotes reports whether a line begins a chart with quotes in the place of
// backticks: ”'chart.
func fenceOfQuotes(line []byte) bool {
	word := bytes.TrimLeft(line, "'‘’´\"")
	if len(word) == len(line) || len(line)-len(word) < 2 {
		return false
	}
	return meansChart(string(bytes.TrimSpace(word)))
}

// mayBeMark reports whether a line of a body begins with anything that marks looks
// for, beside what StandsAlone sees by itself.
func mayBeMark(line []byte) bool {
	for len(line) > 0 && (line[0] == ' ' || line[0] == '>') {
		line = line[1:]
	}
	if len(line) == 0 || !beginsMark[line[0]] {
		return false
	}
	return markWithoutSpace(line) > 0 || fenceOfQuotes(line[:endOfLine(line, 0)])
}

// beginsMark are the first bytes of numbers, quotes, bullets and dashes.
var beginsMark = func() (set [256]bool) {
	for _, c := range []byte("0123456789'\"\xc2\xe2\xef") {
		set[c] = true
	}
	return set
}()

// indented warns of text that four spaces or a tab have made code of: whoever
// indents the first line of a paragraph means no code.
func (p *page) indented(n *ast.CodeBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	text := bytes.TrimRight(first.Value(p.source), " \r\n")
	p.warn(p.at(first.Start, len(text)), diag.TextIndented, nil)
}

// mayBeIndented reports whether a line of a body has so many spaces at its
// beginning, or after the signs of quotes and lists there, that it may be code.
func mayBeIndented(line []byte) bool {
	spaces := 0
	for _, c := range line {
		switch {
		case c == ' ':
			spaces++
		case spaces >= 4:
			return true
		case !opensBlock[c]:
			return false
		default:
			spaces = 0
		}
	}
	return false
}

// opensBlock are the signs of quotes and lists.
var opensBlock = func() (set [256]bool) {
	for _, c := range []byte(">-+*0123456789.)") {
		set[c] = true
	}
	return set
}()
