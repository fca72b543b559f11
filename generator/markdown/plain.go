package markdown

import (
	"bytes"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// unescape resolves entities and backslashes.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return b
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b)))
}

// plain is the text of a node without marks and notes.
func (p *page) plain(n ast.Node) string {
	var b strings.Builder
	p.appendPlain(&b, n, math.MaxInt, linkText)
	return squeeze(b.String())
}

func linkText(r *referenceNode) string { return r.link.Text }

// squeeze makes one space of every run of white space.
func squeeze(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for word := range strings.FieldsSeq(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}

// name is the text of a node as it was written: what a reference stands for is
// not part of it, so that a heading keeps its id when a figure changes.
func (p *page) name(n ast.Node) string {
	var b strings.Builder
	p.appendPlain(&b, n, math.MaxInt, func(r *referenceNode) string { return r.Target + " " + r.Key })
	return b.String()
}

// appendPlain stops after the piece of text with which b has enough bytes.
func (p *page) appendPlain(b *strings.Builder, parent ast.Node, enough int, text func(*referenceNode) string) {
	for n := parent.FirstChild(); n != nil && b.Len() < enough; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(p.source)
			if !n.IsRaw() {
				value = unescape(value)
			}
			b.Write(value)
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.AutoLink:
			b.Write(n.Label(p.source))
		case *referenceNode:
			if n.FirstChild() == nil {
				b.WriteString(text(n))
			}
			p.appendPlain(b, n, enough, text)
		case *pictureNode:
			b.WriteString(n.alt)
		default:
			p.appendPlain(b, n, enough, text)
		}
	}
}

// longest is how many characters a description has at most; search engines show
// fewer.
const longest = 200

// describe is the beginning of a node's text, cut at the end of a word.
func (p *page) describe(n ast.Node) string {
	var text, out strings.Builder
	p.appendPlain(&text, n, 4*utf8.UTFMax*longest, linkText) // room for white space that goes
	letters, fits := 0, 0                                    // in out, and the bytes of it that leave room for …
	for word := range strings.FieldsSeq(text.String()) {
		if letters > 0 {
			letters++
			out.WriteByte(' ')
		}
		letters += utf8.RuneCountInString(word)
		out.WriteString(word)
		switch {
		case letters > longest && fits == 0:
			return string([]rune(out.String())[:longest-1]) + "…"
		case letters > longest:
			return strings.TrimRight(out.String()[:fits], ".,;:—–-«„(") + "…"
		case letters < longest:
			fits = out.Len()
		}
	}
	return out.String()
}
