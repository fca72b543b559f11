package yaml

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"example.org/svod/generator/diag"
)

// WarnOfHash warns of a text that YAML cuts short at a number sign: of the title
// "Дом # 5" it keeps the first word. For the words of a closed list, for dates and
// numbers callers leave it out: what follows those is a remark.
func (v Value) WarnOfHash() {
	if v.node == nil || !v.source.hash {
		return
	}
	switch v.node.(type) {
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
	default:
		return
	}
	t := v.node.GetToken()
	if t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType {
		return
	}
	line, column, length := v.source.place(t)
	rest := v.source.after(line, column+length-1)
	if !strings.HasPrefix(strings.TrimLeft(rest, " \t"), "#") {
		return
	}
	written, _ := v.Scalar()
	v.source.warnOfHash(line, column+length-1, rest, strings.TrimSpace(written)+strings.TrimRight(rest, " \r"))
}

// warnOfHash warns of a key whose whole value is cut off: "accent: #8a1c1c". With
// a space after the sign it is a remark beside a key that has no value yet.
func (p Pair) warnOfHash() {
	if !p.Key.source.hash || !p.Value.Null() {
		return
	}
	line, column, length := p.Key.source.place(p.Key.node.GetToken())
	rest, found := strings.CutPrefix(p.Key.source.after(line, column+length-1), ":")
	value := strings.TrimSpace(rest)
	if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(value, "#")); found && value != "" && value[0] == '#' && !unicode.IsSpace(next) {
		p.Key.source.warnOfHash(line, column+length, rest, value)
	}
}

// warnOfHash warns of the rest of a line, after a number of its characters.
func (s *Source) warnOfHash(line, after int, rest, whole string) {
	lost := strings.TrimSpace(rest)
	column := after + utf8.RuneCountInString(rest) - utf8.RuneCountInString(strings.TrimLeft(rest, " \t")) + 1
	s.Tell(diag.NewWarning(s.At(line, column, utf8.RuneCountInString(lost)), diag.TextAfterHash, diag.Args{
		"Lost": lost, "Fixed": mended(whole),
	}))
}

// after is what a line has after a number of characters.
func (s *Source) after(line, characters int) string {
	rest := s.line(line)
	for ; characters > 0 && rest != ""; characters-- {
		_, width := utf8.DecodeRuneInString(rest)
		rest = rest[width:]
	}
	return rest
}

// line is a line of the text, counted from 1; empty where it has no such line.
func (s *Source) line(number int) string {
	if s.lines == nil {
		s.lines = strings.Split(string(s.Text), "\n")
	}
	if number < 1 || number > len(s.lines) {
		return ""
	}
	return s.lines[number-1]
}
