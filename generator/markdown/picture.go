package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

// A pictureNode takes the place of an image.
type pictureNode struct {
	ast.BaseInline
	Picture
	alt, caption string
	figure       bool
}

var kindPicture = ast.NewNodeKind("Picture")

func (n *pictureNode) Kind() ast.NodeKind { return kindPicture }

func (n *pictureNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// picture asks Env for a picture. Its description is plain text, whatever is
// written in it.
func (p *page) picture(n *ast.Image) {
	pic := &pictureNode{
		alt:     p.typo.text(squeeze(p.name(n))),
		caption: p.typo.text(string(unescape(n.Title))),
	}
	at := p.at(n.Pos(), len("!["))
	if i := bytes.Index(p.source[n.Pos():p.size], n.Destination); n.Reference == nil && len(n.Destination) > 0 && i >= 0 {
		at = p.at(n.Pos()+i, len(n.Destination))
	}
	if pic.alt == "" {
		p.warn(at, diag.PictureWithoutAlt, nil)
	}
	pic.Picture = p.file(n.Destination, pic.caption, at)
	n.Parent().ReplaceChild(n.Parent(), n, pic)
}

// file checks where a picture comes from. One from another site would tell that
// site who reads the page, and may be gone tomorrow.
func (p *page) file(written []byte, caption string, at diag.Position) Picture {
	address := util.URLEscape(written, true)
	if scheme, outside := schemeOf(address); isLocal(scheme) { // C:\…
		p.error(at, diag.UnknownPicture, diag.Args{"Path": string(written), "Suggestion": ""})
		return Picture{}
	} else if outside {
		p.error(at, diag.PictureOutside, nil)
		return Picture{}
	}
	t := target(string(address), at)
	t.Caption = caption
	if p.env.Picture == nil {
		p.error(at, diag.UnknownPicture, diag.Args{"Path": t.Path, "Suggestion": ""})
		return Picture{}
	}
	picture, mistakes := p.env.Picture(t)
	if p.report(mistakes...) {
		return Picture{}
	}
	return picture
}

// figure makes a paragraph that holds nothing but a picture a figure.
func (p *page) figure(n ast.Node) {
	if n.Kind() != ast.KindParagraph || n.ChildCount() != 1 {
		return
	}
	if pic, ok := n.FirstChild().(*pictureNode); ok && pic.Src != "" {
		pic.figure = true
		n.Parent().ReplaceChild(n.Parent(), n, pic)
	}
}

// pictures is the extension that renders pictures and figures.
type pictures struct{}

func (pictures) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(pictures{}, 500)))
}

func (pictures) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindPicture, renderPicture)
}

func renderPicture(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*pictureNode)
	switch {
	case n.Src == "":
		writeEscaped(w, n.alt)
	case n.figure:
		_, _ = w.WriteString("<figure>")
		n.write(w)
		if n.caption != "" {
			_, _ = w.WriteString("<figcaption>")
			writeEscaped(w, n.caption)
			_, _ = w.WriteString("</figcaption>")
		}
		_, _ = w.WriteString("</figure>\n")
	default:
		n.write(w)
	}
	return ast.WalkContinue, nil
}

// write writes the picture itself. Its size keeps the text below from jumping
// when it arrives.
func (n *pictureNode) write(w util.BufWriter) {
	_, _ = w.WriteString("<img")
	writeAttribute(w, "src", n.Src)
	writeAttribute(w, "alt", n.alt)
	if n.caption != "" && !n.figure {
		writeAttribute(w, "title", n.caption)
	}
	if n.Width > 0 && n.Height > 0 {
		writeAttribute(w, "width", strconv.Itoa(n.Width))
		writeAttribute(w, "height", strconv.Itoa(n.Height))
	}
	_, _ = w.WriteString(` loading="lazy" decoding="async">`)
}
