package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// A writer is the string that HTML is written to. With the three methods that
// it adds goldmark takes it as it is, without a buffer of its own before it.
type writer struct{ strings.Builder }

func (w *writer) Available() int { return w.Cap() - w.Len() }
func (w *writer) Buffered() int  { return 0 }
func (w *writer) Flush() error   { return nil }

// special are the bytes that do not go into HTML as they are.
var special = [256]bool{'&': true, '<': true, '>': true, '"': true, '\\': true, 0: true}

// texts writes running text. Nearly all of it has nothing to escape and is
// written whole; goldmark's own writer looks at each byte twice.
type texts struct{}

func (texts) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(texts{}, 500)))
}

func (texts) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindText, renderText)
}

func renderText(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Text)
	value := n.Segment.Value(source)
	if n.IsRaw() {
		html.DefaultWriter.RawWrite(w, value)
		return ast.WalkContinue, nil
	}
	writeText(w, value)
	switch {
	case n.HardLineBreak():
		_, _ = w.WriteString("<br>\n")
	case n.SoftLineBreak():
		_ = w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

func writeText(w util.BufWriter, value []byte) {
	for _, c := range value {
		if special[c] {
			html.DefaultWriter.Write(w, value)
			return
		}
	}
	_, _ = w.Write(value)
}

// writeAttribute writes an attribute, its value escaped.
func writeAttribute(w util.BufWriter, name, value string) {
	_ = w.WriteByte(' ')
	_, _ = w.WriteString(name)
	_, _ = w.WriteString(`="`)
	writeEscaped(w, value)
	_ = w.WriteByte('"')
}

func writeEscaped(w util.BufWriter, s string) {
	_, _ = w.Write(util.EscapeHTML([]byte(s)))
}
