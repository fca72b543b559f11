package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

// A chartNode takes the place of a fenced block whose first word is chart.
type chartNode struct {
	ast.BaseBlock
	html string
}

var kindChart = ast.NewNodeKind("Chart")

func (n *chartNode) Kind() ast.NodeKind { return kindChart }

func (n *chartNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// fence looks at a fenced block and has it drawn if it is a chart.
func (p *page) fence(n *ast.FencedCodeBlock) {
	closed := p.isClosed(n)
	if !closed {
		p.error(p.at(n.Pos(), 3), diag.FenceUnclosed, nil)
	}
	switch language := string(n.Language(p.source)); {
	case language == "chart":
	case meansChart(language):
		p.warn(p.at(n.Info.Segment.Start, len(language)), diag.FenceMeansChart, diag.Args{"Written": language})
		return
	default:
		return
	}
	chart := &chartNode{}
	n.Parent().ReplaceChild(n.Parent(), n, chart)
	if !closed {
		return // what it holds is not what the author meant
	}
	c := p.chartOf(n)
	if p.env.Chart == nil {
		p.error(c.Position, diag.ChartRefused, nil)
		return
	}
	html, mistakes, err := p.env.Chart(c)
	if err != nil && p.err == nil {
		p.err = err
	}
	if !p.report(mistakes...) {
		chart.html = html
	}
}

// meansChart reports whether the first word of a block is a slip of "chart", or
// what it is called in Russian.
func meansChart(word string) bool {
	return strings.EqualFold(word, "chart") || diag.Suggest(word, []string{"chart", "диаграмма", "график"}) != ""
}

func (p *page) chartOf(n *ast.FencedCodeBlock) Chart {
	c := Chart{Position: p.at(n.Info.Segment.Start, len("chart")), file: p.text, body: p.body}
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		c.lines = append(c.lines, line{len(c.Source), s.Start, s.Padding})
		c.Source = append(c.Source, s.Value(p.source)...)
	}
	return c
}

// isClosed tells whether a fence has its end. Where it has none, the rest of the
// page would be shown as its text.
func (p *page) isClosed(n *ast.FencedCodeBlock) bool {
	body := p.source[:p.size]
	end := n.Pos()
	if n.Info != nil {
		end = n.Info.Segment.Stop
	}
	if k := n.Lines().Len(); k > 0 {
		end = n.Lines().At(k - 1).Stop
	} else if i := bytes.IndexByte(body[end:], '\n'); i >= 0 {
		end += i + 1
	} else {
		end = len(body)
	}
	rest, _, _ := bytes.Cut(body[end:], []byte("\n"))
	rest = bytes.TrimLeft(rest, " \t>")
	return bytes.HasPrefix(rest, []byte("```")) || bytes.HasPrefix(rest, []byte("~~~"))
}

func renderChart(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(node.(*chartNode).html)
	}
	return ast.WalkContinue, nil
}

// charts is the extension for ```chart blocks.
type charts struct{}

func (charts) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(charts{}, 500)))
}

func (charts) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindChart, renderChart)
}
