package markdown

import (
	"bytes"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

// Schemes are those that a link may have. Whatever is not here, javascript and
// data above all, is refused.
var Schemes = []string{"http", "https", "mailto", "tel", "tg"}

// link resolves a link and what is in it. A link without destination is
// rendered as its text.
func (p *page) link(n *ast.Link) {
	runs := len(p.runs)
	start := len(p.flat)
	p.inlines(n, n)
	at := n.Pos()
	if len(p.runs) > runs {
		at = p.runs[len(p.runs)-1].node.Segment.Stop
	}
	where := p.destination(n, at)
	if n.FirstChild() == nil || len(bytes.TrimFunc(p.flat[start:], unicode.IsSpace)) == 0 {
		p.error(where, diag.LinkWithoutText, nil)
	}
	if n.Destination != nil || n.Reference == nil {
		n.Destination = p.address(n.Destination, where)
	}
}

// destination finds the position of a link's address. Text is a byte of the
// body at which its text ends. A link whose address is defined elsewhere is
// found by its text.
func (p *page) destination(n *ast.Link, text int) diag.Position {
	if n.Reference == nil && len(n.Destination) > 0 {
		if i := bytes.Index(p.source[text:p.size], n.Destination); i >= 0 {
			return p.at(text+i, len(n.Destination))
		}
	}
	return p.at(n.Pos(), 1)
}

// address checks an address as it is written, and returns the one to publish,
// nil where there is none.
func (p *page) address(written []byte, at diag.Position) []byte {
	if len(written) == 0 {
		p.error(at, diag.LinkEmpty, nil)
		return nil
	}
	escaped := util.URLEscape(written, true)
	scheme, outside := schemeOf(escaped)
	switch {
	case outside && slices.Contains(Schemes, scheme):
		return escaped
	case outside && scheme != "":
		p.error(at, diag.LinkScheme, diag.Args{"Scheme": scheme})
		return nil
	case outside, escaped[0] == '#':
		return escaped
	}
	return p.local(escaped, at)
}

// schemeOf returns the scheme of an address in small letters and whether the
// address leaves the site. //example.org has no scheme and does.
func schemeOf(address []byte) (scheme string, outside bool) {
	if bytes.HasPrefix(address, []byte("//")) || bytes.HasPrefix(address, []byte(`/\`)) {
		return "", true
	}
	i := bytes.IndexAny(address, ":/?#")
	if i <= 0 || address[i] != ':' {
		return "", false
	}
	return strings.ToLower(string(address[:i])), true
}

// local asks Env where a link inside the site leads.
func (p *page) local(address []byte, at diag.Position) []byte {
	t := target(string(address), at)
	if p.env.Link == nil {
		p.error(at, diag.UnknownLink, diag.Args{"Path": t.Path, "Suggestion": ""})
		return nil
	}
	link, mistakes := p.env.Link(t)
	if p.report(mistakes...) || link.Href == "" {
		return nil
	}
	if t.Fragment != "" {
		link.Href += "#" + util.BytesToReadOnlyString(util.URLEscape([]byte(t.Fragment), false))
	}
	return []byte(link.Href)
}

func target(address string, at diag.Position) Target {
	path, fragment, _ := strings.Cut(address, "#")
	path, _, _ = strings.Cut(path, "?")
	return Target{Path: unpercent(path), Fragment: unpercent(fragment), At: at}
}

func unpercent(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// noLinkInside dissolves a link that has another in its text, which HTML has
// no way to say.
func (p *page) noLinkInside(n ast.Node, outer *ast.Link) {
	if outer == nil || outer.Reference == nil && outer.Destination == nil {
		return
	}
	p.error(p.at(outer.Pos(), 1), diag.LinkInLink, nil)
	outer.Destination = nil
}

// autoLink checks the scheme of <https://…>.
func (p *page) autoLink(n *ast.AutoLink) {
	scheme, _ := schemeOf(n.URL(p.source))
	if n.AutoLinkType == ast.AutoLinkURL && !slices.Contains(Schemes, scheme) {
		p.error(p.at(n.Pos()+1, len(n.Label(p.source))), diag.LinkScheme, diag.Args{"Scheme": scheme})
	}
}

// links is the extension that renders links and knows those that leave.
type links struct{}

func (links) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(links{}, 500)))
}

func (links) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindLink, renderLink)
	r.Register(ast.KindAutoLink, renderAutoLink)
}

func renderLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	switch {
	case n.Destination == nil:
	case entering:
		openLink(w, n.Destination)
		if n.Title != nil {
			_, _ = w.WriteString(` title="`)
			writeText(w, n.Title)
			_ = w.WriteByte('"')
		}
		_ = w.WriteByte('>')
	default:
		_, _ = w.WriteString("</a>")
	}
	return ast.WalkContinue, nil
}

func renderAutoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.AutoLink)
	label := util.EscapeHTML(n.Label(source))
	address := util.URLEscape(n.URL(source), false)
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = append([]byte("mailto:"), address...)
	}
	if scheme, _ := schemeOf(address); !slices.Contains(Schemes, scheme) {
		_, _ = w.Write(label)
		return ast.WalkContinue, nil
	}
	openLink(w, address)
	_ = w.WriteByte('>')
	_, _ = w.Write(label)
	_, _ = w.WriteString("</a>")
	return ast.WalkContinue, nil
}

// openLink writes a link's tag up to its other attributes. "external" is the
// HTML standard's word for a link that leaves the site.
func openLink(w util.BufWriter, address []byte) {
	_, _ = w.WriteString(`<a href="`)
	_, _ = w.Write(util.EscapeHTML(address))
	_ = w.WriteByte('"')
	if bytes.HasPrefix(address, []byte("http")) || bytes.HasPrefix(address, []byte("//")) {
		_, _ = w.WriteString(` rel="external"`)
	}
}
