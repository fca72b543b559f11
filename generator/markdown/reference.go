package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

// A referenceNode is [[target]], [[target|label]] or [[target.key]]. Its label
// is a child. A lone [[ is one too, with no length but that of its brackets.
type referenceNode struct {
	ast.BaseInline
	Reference
	start, length int  // of the whole, in the body
	open          bool // never closed
	link          Link
}

var kindReference = ast.NewNodeKind("Reference")

func (n *referenceNode) Kind() ast.NodeKind { return kindReference }

func (n *referenceNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Target": n.Target, "Key": n.Key}, nil)
}

type referenceParser struct{}

func (referenceParser) Trigger() []byte { return []byte{'['} }

func (referenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	n := &referenceNode{start: segment.Start - segment.Padding, length: 2, open: true}
	block.Advance(2)
	l, position := block.Position()
	var target []byte
	for {
		line, segment := block.PeekLine()
		end, other := closing(line)
		if line == nil || other || segment.Start-n.start > longestLabel {
			block.SetPosition(l, position)
			return &referenceNode{start: n.start, length: 2, open: true}
		}
		if end < 0 {
			target = n.read(target, segment, block.Source())
			block.AdvanceLine()
			continue
		}
		if bytes.HasPrefix(line[end:], []byte("]](")) {
			return nil // [[1]](https://…), a link whose text has brackets
		}
		inside := segment.WithStop(segment.Start - segment.Padding + end)
		target = n.read(target, inside, block.Source())
		block.Advance(end + 2)
		n.finish(target, inside.Stop+2)
		return n
	}
}

// closing finds the brackets that close a reference in a line, -1 where there
// are none, and tells whether another reference opens before.
func closing(line []byte) (end int, other bool) {
	if i := bytes.Index(line, []byte("[[")); i >= 0 {
		line, other = line[:i], true
	}
	end = bytes.Index(line, []byte("]]"))
	return end, other && end < 0
}

// finish makes n a reference to target that ends at the given byte of the body.
func (n *referenceNode) finish(target []byte, end int) {
	n.open = false
	n.length = end - n.start
	n.Labelled = n.HasChildren()
	n.Target, n.Key = splitKey(squeeze(string(target)))
}

// read takes one line of what stands between the brackets: it returns the
// target, which goes on until a bar, and makes what follows the label.
func (n *referenceNode) read(target []byte, s text.Segment, source []byte) []byte {
	written := s.Value(source)
	if !n.Labelled {
		bar := bytes.IndexByte(written, '|')
		if bar < 0 {
			return append(target, written...)
		}
		n.Labelled = true
		// In a table the bar is written \|, since | parts cells.
		target = append(target, bytes.TrimSuffix(written[:bar], []byte(`\`))...)
		s = s.WithStart(s.Start - s.Padding + bar + 1)
		s.Padding = 0
	}
	s = s.TrimLeftSpace(source)
	if s = s.TrimRightSpace(source); s.IsEmpty() {
		return target
	}
	if last, ok := n.LastChild().(*ast.Text); ok {
		last.SetSoftLineBreak(true)
	}
	n.AppendChild(n, ast.NewTextSegment(s))
	return target
}

// splitKey takes the key from "les.investment". What follows the last point is
// a key only if it is a word of small Latin letters, so that names with points
// stay whole.
func splitKey(s string) (target, key string) {
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || i == len(s)-1 {
		return s, ""
	}
	for _, c := range []byte(s[i+1:]) {
		if c < 'a' || c > 'z' {
			return s, ""
		}
	}
	return s[:i], s[i+1:]
}

// reference asks Env what a reference means and lets its text take part in the
// typography around it.
func (p *page) reference(n *referenceNode) {
	n.At = p.at(n.start, n.length)
	switch {
	case n.open:
		p.error(n.At, diag.ReferenceUnclosed, nil)
		n.link.Text = "[["
	case n.Target == "":
		p.error(n.At, diag.ReferenceEmpty, nil)
	default:
		p.resolve(n)
	}
	if n.FirstChild() == nil {
		p.flat = append(p.flat, n.link.Text...)
	}
	p.inlines(n, nil)
}

func (p *page) resolve(n *referenceNode) {
	if p.env.Reference == nil {
		p.error(n.At, diag.UnknownReference, diag.Args{"Ref": n.Target, "Suggestion": ""})
		n.link.Text = n.Target
		return
	}
	link, mistakes := p.env.Reference(n.Reference)
	if p.report(mistakes...) {
		link.Href = ""
	}
	if link.Text == "" {
		link.Text = n.Target
	}
	n.link = link
}

func renderReference(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*referenceNode)
	if entering {
		if n.link.Href != "" {
			_, _ = w.WriteString("<a")
			writeAttribute(w, "href", n.link.Href)
			_ = w.WriteByte('>')
		}
		if n.FirstChild() == nil {
			writeEscaped(w, n.link.Text)
		}
	} else if n.link.Href != "" {
		_, _ = w.WriteString("</a>")
	}
	return ast.WalkContinue, nil
}

// references is the extension for [[…]].
type references struct{}

func (references) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(referenceParser{}, 150)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(references{}, 500)))
}

func (references) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindReference, renderReference)
}
