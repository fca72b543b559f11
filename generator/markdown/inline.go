package markdown

import (
	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
)

// A run is a piece of running text inside a block: where it lies in the flat
// text, and the node that it came from.
type run struct {
	node       *ast.Text
	start, end int
}

// What stands in the flat text for things that are not running text. They are
// noncharacters of Unicode, so that no author's text is mistaken for them.
const (
	object = "\ufdd0" // behaves like a word: code, an address, a picture
	note   = "\ufdd1" // hangs on the word before it: a citation, a footnote
	breakp = "\v"     // a hard line break
)

// read resolves what stands in a block of text and sets its typography, which
// looks across emphasis and links at the block as a whole.
func (p *page) read(block ast.Node) {
	p.flat, p.runs = p.flat[:0], p.runs[:0]
	p.inlines(block, nil)
	p.typeset()
}

// inlines goes through the children of a node. Outer is the link that they are
// in, or nil.
func (p *page) inlines(parent ast.Node, outer *ast.Link) {
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		switch n := n.(type) {
		case *ast.Text:
			p.run(n)
		case *ast.Link:
			p.link(n)
		case *ast.CodeSpan:
			p.flat = append(p.flat, object...)
		case *ast.AutoLink:
			p.noLinkInside(outer)
			p.autoLink(n)
			p.flat = append(p.flat, object...)
		case *ast.Image:
			p.picture(n)
			p.flat = append(p.flat, object...)
		case *ast.RawHTML:
			p.tag(n)
		case *commentNode:
			p.openComment(n)
		case *referenceNode:
			p.noLinkInside(outer)
			p.reference(n)
		case *citationNode:
			p.noLinkInside(outer)
			p.citation(n)
		case *xast.FootnoteLink:
			p.noLinkInside(outer)
			p.flat = append(p.flat, note...)
		case *footnoteNode:
			p.footnote(n)
		default:
			p.inlines(n, outer)
		}
		n = next
	}
}

func (p *page) run(n *ast.Text) {
	start := len(p.flat)
	if n.Segment.Padding == 0 {
		p.flat = append(p.flat, p.source[n.Segment.Start:n.Segment.Stop]...)
	} else {
		p.flat = append(p.flat, n.Segment.Value(p.source)...)
	}
	switch {
	case n.HardLineBreak():
		p.flat = append(p.flat, breakp...)
	case n.SoftLineBreak():
		p.flat = append(p.flat, '\n')
	}
	if n.IsRaw() {
		return
	}
	p.runs = append(p.runs, run{n, start, len(p.flat)})
}

// typeset applies the rules of typography to the flat text. Nodes of goldmark
// know their text as a segment of the source, so text that changes is appended
// to the source and its node is pointed there: no node is made or moved.
func (p *page) typeset() {
	p.typo.run(p.flat, true)
	edits := p.typo.edits
	for _, r := range p.runs {
		for len(edits) > 0 && edits[0].at < r.start {
			edits = edits[1:]
		}
		if len(edits) == 0 {
			break
		}
		if edits[0].at >= r.end {
			continue
		}
		start := len(p.source)
		p.source, edits = apply(p.source, p.flat[:r.end], r.start, edits)
		p.settle(r.node, start)
	}
}

// settle points a node at its new text, which goes from start to the end of the
// source. A line's end that has become a no-break space, or nothing, is text.
func (p *page) settle(n *ast.Text, start int) {
	end := len(p.source)
	switch last := p.source[end-1:]; {
	case n.HardLineBreak():
		end -= len(breakp)
	case n.SoftLineBreak() && end > start && last[0] == '\n':
		end--
	case n.SoftLineBreak():
		n.SetSoftLineBreak(false)
	}
	n.Segment.Start, n.Segment.Stop, n.Segment.Padding = start, end, 0
}
