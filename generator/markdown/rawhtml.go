package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

var (
	commentOpen  = []byte("<!--")
	commentClose = []byte("-->")
)

// A commentNode is <!-- inside a paragraph that does not close it.
type commentNode struct {
	ast.BaseInline
	start int
}

var kindComment = ast.NewNodeKind("UnclosedComment")

func (n *commentNode) Kind() ast.NodeKind { return kindComment }

func (n *commentNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A commentParser comes after goldmark's own parser of raw HTML, which takes
// the comments that are closed.
type commentParser struct{}

func (commentParser) Trigger() []byte { return []byte{'<'} }

func (commentParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, commentOpen) {
		return nil
	}
	block.Advance(len(commentOpen))
	return &commentNode{start: segment.Start - segment.Padding}
}

func (p *page) openComment(n *commentNode) {
	p.error(p.at(n.start, len(commentOpen)), diag.CommentUnclosed, nil)
}

// htmlBlock refuses a block of raw HTML and lets a comment pass.
func (p *page) htmlBlock(n *ast.HTMLBlock) {
	last := n.Lines().At(0)
	if n.HTMLBlockType != ast.HTMLBlockType2 {
		p.refuseTag(last.Start, last.Value(p.source))
		return
	}
	start := last.Start
	if n.HasClosure() {
		last = n.ClosureLine
	}
	end := bytes.Index(p.source[last.Start:last.Stop], commentClose)
	if end < 0 {
		p.error(p.at(start+bytes.Index(p.source[start:last.Stop], commentOpen), len(commentOpen)), diag.CommentUnclosed, nil)
		return
	}
	rest := p.source[last.Start+end+len(commentClose) : last.Stop]
	if text := bytes.TrimSpace(rest); len(text) > 0 {
		p.error(p.at(last.Stop-len(bytes.TrimLeft(rest, " \t")), len(text)), diag.TextAfterComment, nil)
	}
}

// tag refuses raw HTML in a line and lets a comment pass.
func (p *page) tag(n *ast.RawHTML) {
	s := n.Segments.At(0)
	if text := s.Value(p.source); !bytes.HasPrefix(text, commentOpen) {
		p.refuseTag(s.Start, text)
		p.flat = append(p.flat, object...)
	}
}

// refuseTag reports the tag at the start of text, which stands at the given
// byte of the body. An end tag is reported only where no tag before it was, so
// that one slip is told once.
func (p *page) refuseTag(at int, text []byte) {
	trimmed := bytes.TrimLeft(text, " ")
	at += len(text) - len(trimmed)
	if bytes.HasPrefix(trimmed, []byte("</")) && p.rawHTML {
		return
	}
	p.rawHTML = true
	length := bytes.IndexByte(trimmed, '>') + 1
	if length == 0 {
		length = len(bytes.TrimRight(trimmed, "\r\n"))
	}
	p.error(p.at(at, length), diag.RawHTML, diag.Args{"Tag": tagName(trimmed)})
}

// tagName is "b" of <b>, </b> and <B class="…">; nothing for <!DOCTYPE> and
// the like.
func tagName(tag []byte) string {
	tag = bytes.TrimLeft(tag, "</")
	end := 0
	for end < len(tag) && util.IsAlphaNumeric(tag[end]) {
		end++
	}
	return string(bytes.ToLower(tag[:end]))
}

// rawHTML is the extension that shows raw HTML as text.
type rawHTML struct{}

func (rawHTML) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(commentParser{}, 401)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(rawHTML{}, 500)))
}

func (rawHTML) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHTMLBlock, renderHTMLBlock)
	r.Register(ast.KindRawHTML, renderTag)
	r.Register(kindComment, renderOpenComment)
}

func renderHTMLBlock(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.HTMLBlock)
	if !entering || n.HTMLBlockType == ast.HTMLBlockType2 {
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<p>")
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		_, _ = w.Write(util.EscapeHTML(s.Value(source)))
	}
	if n.HasClosure() {
		_, _ = w.Write(util.EscapeHTML(n.ClosureLine.Value(source)))
	}
	_, _ = w.WriteString("</p>\n")
	return ast.WalkContinue, nil
}

func renderTag(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.RawHTML)
	if !entering {
		return ast.WalkContinue, nil
	}
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		text := s.Value(source)
		if i == 0 && bytes.HasPrefix(text, commentOpen) {
			break
		}
		_, _ = w.Write(util.EscapeHTML(text))
	}
	return ast.WalkContinue, nil
}

func renderOpenComment(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.Write(util.EscapeHTML(commentOpen))
	}
	return ast.WalkContinue, nil
}
