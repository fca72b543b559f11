package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

// A footnoteNode is [^label] with no footnote of that label. It is shown as it
// was written.
type footnoteNode struct {
	ast.BaseInline
	mark  text.Segment // with its brackets
	label string
}

var kindFootnote = ast.NewNodeKind("UndefinedFootnote")

func (n *footnoteNode) Kind() ast.NodeKind { return kindFootnote }

func (n *footnoteNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A footnoteParser comes after goldmark's own, which takes the footnotes that
// are defined.
type footnoteParser struct{}

func (footnoteParser) Trigger() []byte { return []byte{'['} }

func (footnoteParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	end := bytes.IndexByte(line[:min(len(line), longestLabel)], ']')
	if !bytes.HasPrefix(line, []byte("[^")) || end < 3 || bytes.ContainsAny(line[2:end], " \t[") {
		return nil
	}
	block.Advance(end + 1)
	start := segment.Start - segment.Padding
	return &footnoteNode{mark: text.NewSegment(start, start+end+1), label: string(line[2:end])}
}

func (p *page) footnote(n *footnoteNode) {
	p.error(p.at(n.mark.Start, n.mark.Len()), diag.FootnoteUndefined, diag.Args{"Label": n.label})
}

// An unusedFootnotes comes before goldmark's transformer, which removes the
// footnotes that nothing refers to.
type unusedFootnotes struct{}

func (unusedFootnotes) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	p, ok := pc.Get(pageKey).(*page)
	if !ok || !bytes.Contains(p.source, []byte("[^")) {
		return
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if f, ok := n.(*xast.Footnote); ok && entering && f.Index < 0 {
			mark := "[^" + string(f.Ref) + "]"
			p.warn(p.at(f.Pos(), len(mark)), diag.FootnoteUnused, diag.Args{"Label": string(f.Ref)})
		}
		return ast.WalkContinue, nil
	})
}

// footnotes is goldmark's extension with eyes for what is missing. Back names
// the links back.
type footnotes struct{ back string }

func (e footnotes) Extend(m goldmark.Markdown) {
	extension.NewFootnote(extension.WithFootnoteBacklinkTitle(e.back)).Extend(m)
	m.Parser().AddOptions(
		parser.WithInlineParsers(util.Prioritized(footnoteParser{}, 152)),
		parser.WithASTTransformers(util.Prioritized(unusedFootnotes{}, 998)),
	)
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(e, 400)))
}

func (footnotes) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindFootnote, renderUndefinedFootnote)
}

func renderUndefinedFootnote(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		n := node.(*footnoteNode)
		_, _ = w.Write(util.EscapeHTML(n.mark.Value(source)))
	}
	return ast.WalkContinue, nil
}
