package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/gosimple/unidecode"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/translit"
)

// heading gives a heading its level and its id, and lists it.
func (p *page) heading(n *ast.Heading) {
	name := p.name(n)
	p.read(n)
	switch {
	case n.Level == 1:
		p.warn(p.at(n.Pos(), 1), diag.HeadingLevelOne, nil)
		n.Level = 2
	case n.Level > p.level+1:
		p.warn(p.at(n.Pos(), n.Level), diag.HeadingSkipped, diag.Args{
			"Level": n.Level, "Marks": strings.Repeat("#", p.level+1), "Written": strings.Repeat("#", n.Level),
		})
	}
	p.level = n.Level
	text := p.plain(n)
	if text == "" {
		p.warn(p.at(n.Pos(), n.Level), diag.HeadingEmpty, nil)
	}
	id := p.id(name)
	n.SetAttributeString("id", id)
	p.result.Headings = append(p.result.Headings, Heading{ID: id, Level: n.Level, Text: text})
}

// longestID keeps addresses short enough to be sent by hand.
const longestID = 60

// id makes an id of a heading's text, in Latin letters, digits and hyphens. The second heading of the same text gets -2.
func (p *page) id(text string) string {
	base := latin(text)
	if p.ids == nil {
		p.ids = make(map[string]int, 8+len(p.options.ReservedIDs))
		for _, id := range p.options.ReservedIDs {
			p.ids[id] = 1
		}
	}
	id := base
	for p.ids[id] > 0 {
		p.ids[base]++
		id = base + "-" + strconv.Itoa(p.ids[base])
	}
	p.ids[id] = 1
	return id
}

// latin transliterates by the tables that addresses of pages are made with too
// (those of translit and gosimple/slug, whose regular expressions would cost more
// than all else here).
func latin(text string) string {
	out := make([]byte, 0, longestID+1)
	for _, c := range []byte(unidecode.Unidecode(translit.Russian(text))) {
		switch {
		case 'A' <= c && c <= 'Z':
			out = append(out, c+'a'-'A')
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			out = append(out, c)
		case c == '\'' || c == '"':
		case len(out) > 0 && out[len(out)-1] != '-':
			out = append(out, '-')
		}
		if len(out) > longestID {
			out = out[:max(bytes.LastIndexByte(out, '-'), 1)]
			break
		}
	}
	if out = bytes.TrimRight(out, "-"); len(out) == 0 {
		return "section"
	}
	return string(out)
}

// headings is the extension that renders headings with their ids.
type headings struct{}

func (headings) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(headings{}, 500)))
}

func (headings) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHeading, renderHeading)
}

func renderHeading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Heading)
	level := "0123456"[n.Level]
	if entering {
		_, _ = w.WriteString("<h")
		_ = w.WriteByte(level)
		if id, ok := n.AttributeString("id"); ok {
			writeAttribute(w, "id", id.(string))
		}
		_ = w.WriteByte('>')
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("</h")
	_ = w.WriteByte(level)
	_, _ = w.WriteString(">\n")
	return ast.WalkContinue, nil
}
