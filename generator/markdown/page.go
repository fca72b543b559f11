package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"

	"example.org/svod/generator/diag"
)

// A page is one conversion at work. Parsers only recognise what is written;
// then the page goes once through the tree, in the order of the text, asks Env,
// collects what the Result holds, and puts the typography right.
type page struct {
	options *Options
	text    *diag.Text
	body    int // where the body begins in the file, in bytes
	env     Env
	result  Result
	err     error

	// source is the body, followed by text that typography has changed; see
	// typeset.
	source []byte
	size   int // of the body
	typo   typesetter
	flat   []byte
	runs   []run

	ids      map[string]int // how often an id was asked for
	sources  map[string]int // index in result.Sources
	level    int            // of the heading before
	tables   int
	rawHTML  bool // some was found
	unmarked int  // where the last name without its marks ended
	// dissolved tells that the link being read is none, since it holds another.
	dissolved bool
}

func (p *page) begin(c *Converter, file *diag.Text, body int, env Env) {
	*p = page{
		options: &c.options, text: file, body: body, env: env,
		source: append(p.source[:0], file.Bytes()[body:]...),
		size:   len(file.Bytes()) - body,
		typo:   p.typo,
		flat:   p.flat, runs: p.runs,
		level: 1,
	}
	p.typo.rules = c.typo.rules
}

// end gives the result away and keeps no more than buffers.
func (p *page) end(html string) Result {
	r := p.result
	r.HTML = html
	r.Diagnostics = diag.Sort(r.Diagnostics)
	clear(p.runs[:cap(p.runs)])
	*p = page{source: p.source, typo: p.typo, flat: p.flat, runs: p.runs[:0]}
	return r
}

// at is the position of length bytes of the body.
func (p *page) at(offset, length int) diag.Position {
	return p.text.At(p.body+offset, length)
}

func (p *page) error(at diag.Position, code diag.Code, args diag.Args) {
	p.report(diag.NewError(at, code, args))
}

func (p *page) warn(at diag.Position, code diag.Code, args diag.Args) {
	p.report(diag.NewWarning(at, code, args))
}

// report keeps diagnostics and tells whether there is an error among them.
func (p *page) report(list ...diag.Diagnostic) bool {
	p.result.Diagnostics = append(p.result.Diagnostics, list...)
	return diag.HasErrors(list)
}

func (p *page) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		p.block(n)
		n = next
	}
}

func (p *page) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		p.heading(n)
	case *ast.FencedCodeBlock:
		p.fence(n)
	case *ast.CodeBlock:
		p.indented(n)
	case *ast.HTMLBlock:
		p.htmlBlock(n)
	default:
		p.table(n)
		first := n.FirstChild()
		switch {
		case first == nil:
		case first.Type() == ast.TypeInline:
			p.paragraph(n)
		default:
			p.blocks(n)
		}
	}
}

// paragraph is any block that holds text: a paragraph, a list item's line, a
// cell, a term.
func (p *page) paragraph(n ast.Node) {
	if n.Kind() == ast.KindParagraph {
		p.marks(n)
		p.tornTable(n)
		p.tabbedTable(n)
	}
	p.tornLinks(n)
	p.read(n)
	if p.result.Description == "" && n.Kind() == ast.KindParagraph && n.Parent().Kind() == ast.KindDocument {
		p.result.Description = p.describe(n)
	}
	p.figure(n)
}

// pageKey is where parsers that have something to say at once find the page.
var pageKey = parser.NewContextKey()

func newContext(p *page) parser.Context {
	pc := parser.NewContext()
	pc.Set(pageKey, p)
	return pc
}
