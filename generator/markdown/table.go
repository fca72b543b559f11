package markdown

import (
	"strconv"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// table numbers a table, so that no two on a page are read aloud by the same
// name.
func (p *page) table(n ast.Node) {
	if n.Kind() == xast.KindTable {
		p.tables++
		n.SetAttributeString("number", p.tables)
		p.longRows(n)
	}
}

// tables is the extension that renders goldmark's tables. A wide table scrolls
// inside its own element, which the keyboard can reach, instead of widening the
// page. Cells are aligned by class.
type tables struct{ label string }

func (e tables) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(e, 400)))
}

func (e tables) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(xast.KindTable, e.render)
	r.Register(xast.KindTableCell, renderCell)
}

func (e tables) render(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</table>\n</div>\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<div class="table-scroll" tabindex="0"`)
	if number, ok := n.AttributeString("number"); ok && e.label != "" {
		_, _ = w.WriteString(` role="region"`)
		writeAttribute(w, "aria-label", e.label+" "+strconv.Itoa(number.(int)))
	}
	_, _ = w.WriteString(">\n<table>\n")
	return ast.WalkContinue, nil
}

var cellTags = map[bool]map[xast.Alignment]string{
	true: {
		xast.AlignNone:   `<th scope="col">`,
		xast.AlignLeft:   `<th scope="col" class="align-left">`,
		xast.AlignCenter: `<th scope="col" class="align-center">`,
		xast.AlignRight:  `<th scope="col" class="align-right">`,
	},
	false: {
		xast.AlignNone:   `<td>`,
		xast.AlignLeft:   `<td class="align-left">`,
		xast.AlignCenter: `<td class="align-center">`,
		xast.AlignRight:  `<td class="align-right">`,
	},
}

func renderCell(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*xast.TableCell)
	head := n.Parent().Kind() == xast.KindTableHeader
	switch {
	case entering:
		_, _ = w.WriteString(cellTags[head][n.Alignment])
	case head:
		_, _ = w.WriteString("</th>\n")
	default:
		_, _ = w.WriteString("</td>\n")
	}
	return ast.WalkContinue, nil
}
