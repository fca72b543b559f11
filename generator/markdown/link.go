package markdown

import (
	"bytes"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

// Schemes are those that a link may have. Whatever is not here, javascript and
// data above all, is refused.
var Schemes = []string{"http", "https", "mailto", "tel", "tg"}

// link resolves a link and what is in it. A link without destination is
// rendered as its text.
func (p *page) link(n *ast.Link) {
	runs, start := len(p.runs), len(p.flat)
	p.inlines(n, n)
	end := n.Pos()
	if len(p.runs) > runs {
		end = p.runs[len(p.runs)-1].node.Segment.Stop
	}
	where := p.destination(n, end)
	if len(bytes.TrimFunc(p.flat[start:], unicode.IsSpace)) == 0 {
		p.error(p.at(where.Start, where.Len()), diag.LinkWithoutText, nil)
	}
	if !p.dissolved {
		n.Destination = p.address(n.Destination, where)
	} else {
		n.Destination, p.dissolved = nil, false
	}
}

// destination finds where a link's address is written, after its text, which
// ends at the given byte of the body. A link whose address is defined elsewhere
// is told by its bracket.
func (p *page) destination(n *ast.Link, end int) text.Segment {
	if n.Reference == nil && len(n.Destination) > 0 {
		if i := bytes.Index(p.source[end:p.size], n.Destination); i >= 0 {
			return text.NewSegment(end+i, end+i+len(n.Destination))
		}
	}
	return text.NewSegment(n.Pos(), n.Pos()+1)
}

// address checks an address as it is written, and returns the one to publish,
// nil where there is none.
func (p *page) address(written []byte, where text.Segment) []byte {
	at := func() diag.Position { return p.at(where.Start, where.Len()) }
	if len(written) == 0 {
		p.error(at(), diag.LinkEmpty, nil)
		return nil
	}
	escaped := util.URLEscape(written, true)
	scheme, outside := schemeOf(escaped)
	switch {
	case scheme != "" && !slices.Contains(Schemes, scheme):
		p.error(at(), diag.LinkScheme, diag.Args{"Scheme": scheme, "Local": isLocal(scheme)})
		return nil
	case outside:
		p.outside(escaped, at)
		return escaped
	case escaped[0] == '#':
		return []byte("#" + fragment(unpercent(string(escaped[1:]))))
	}
	return p.local(escaped, at())
}

// isLocal reports whether what looks like a scheme begins the name of a file on
// the author's own machine: file:///C:/… or C:\….
func isLocal(scheme string) bool { return scheme == "file" || len(scheme) == 1 }

// outside tells of a link to another page of the web. Where it stands is worked
// out only for somebody who asks.
func (p *page) outside(address []byte, at func() diag.Position) {
	if p.env.Outside == nil {
		return
	}
	if scheme, _ := schemeOf(address); scheme == "http" || scheme == "https" {
		p.env.Outside(Target{Path: string(address), At: at()})
	}
}

// schemeOf returns the scheme of an address in small letters and whether the
// address leaves the site. //example.org has no scheme and does.
func schemeOf(address []byte) (scheme string, outside bool) {
	if bytes.HasPrefix(address, []byte("//")) {
		return "", true
	}
	for i, c := range address {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return strings.ToLower(string(address[:i])), true
		default:
			return "", false
		}
	}
	return "", false
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
		link.Href += "#" + fragment(t.Fragment)
	}
	return []byte(link.Href)
}

// target takes an address apart. A query means nothing to a file.
func target(address string, at diag.Position) Target {
	path, fragment, _ := strings.Cut(address, "#")
	path, _, _ = strings.Cut(path, "?")
	return Target{Path: unpercent(path), Fragment: unpercent(fragment), At: at}
}

// fragment is the id that an author means who writes #итоги: ids of headings are
// in Latin letters.
func fragment(written string) string {
	for _, c := range []byte(written) {
		if c >= utf8.RuneSelf {
			return latin(written)
		}
	}
	return string(util.URLEscape([]byte(written), false))
}

func unpercent(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// noLinkInside dissolves a link that has another in its text, which HTML has
// no way to say.
func (p *page) noLinkInside(outer *ast.Link) {
	if outer == nil || p.dissolved {
		return
	}
	p.error(p.at(outer.Pos(), 1), diag.LinkInLink, nil)
	p.dissolved = true
}

// autoLink checks the scheme of <https://…>.
func (p *page) autoLink(n *ast.AutoLink) {
	scheme, _ := schemeOf(n.URL(p.source))
	if n.AutoLinkType == ast.AutoLinkURL && !slices.Contains(Schemes, scheme) {
		p.error(p.at(n.Pos()+1, len(n.Label(p.source))), diag.LinkScheme, diag.Args{"Scheme": scheme})
	}
	if n.AutoLinkType == ast.AutoLinkURL {
		p.outside(util.URLEscape(n.URL(p.source), false), func() diag.Position { return p.at(n.Pos()+1, len(n.Label(p.source))) })
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
