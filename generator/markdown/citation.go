package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

// A citationNode is one or more of [@id], [@a; @b] in a row. What follows is
// filled in when the page is read.
type citationNode struct {
	ast.BaseInline
	marks  []text.Segment // of the ids, in the body
	broken []text.Segment // of brackets that cannot be read
	places []place
}

// A place is where one source is cited.
type place struct{ id, anchor, number string }

// longestLabel is how far a closing bracket is looked for, in bytes; CommonMark
// sets the same limit for the labels of links.
const longestLabel = 999

var kindCitation = ast.NewNodeKind("Citation")

func (n *citationNode) Kind() ast.NodeKind { return kindCitation }

func (n *citationNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, nil, nil)
}

type citationParser struct{}

func (citationParser) Trigger() []byte { return []byte{'['} }

func (citationParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[@")) {
		return nil // a link, as most brackets are
	}
	start := segment.Start - segment.Padding
	n := &citationNode{}
	end := 0
	for {
		open := end + len(line[end:]) - len(bytes.TrimLeft(line[end:], " "))
		length := n.group(line[open:], start+open)
		if length == 0 {
			break
		}
		end = open + length
	}
	if end == 0 {
		return nil
	}
	block.Advance(end)
	return n
}

// group reads one pair of brackets at the start of line, which stands at the
// given byte of the body, and returns its length; 0 where there is none.
func (n *citationNode) group(line []byte, at int) int {
	if !bytes.HasPrefix(line, []byte("[@")) {
		return 0
	}
	end := bytes.IndexByte(line[:min(len(line), longestLabel)], ']')
	if end < 0 {
		n.broken = append(n.broken, text.NewSegment(at, at+2))
		return 2
	}
	if end+1 < len(line) && line[end+1] == '(' {
		return 0 // [@name](https://t.me/name), a link
	}
	marks := n.marks
	for from := 1; from < end; {
		to := from
		for to < end && line[to] != ';' && line[to] != ',' {
			to++
		}
		id := bytes.TrimSpace(line[from:to])
		if len(id) < 2 || id[0] != '@' || bytes.ContainsAny(id[1:], "@[ \t") {
			n.broken = append(n.broken, text.NewSegment(at, at+end+1))
			n.marks = marks
			return end + 1
		}
		i := at + from + bytes.IndexByte(line[from:to], '@') + 1
		n.marks = append(n.marks, text.NewSegment(i, i+len(id)-1))
		from = to + 1
	}
	return end + 1
}

// citation numbers sources in the order of their first use.
func (p *page) citation(n *citationNode) {
	for _, s := range n.broken {
		p.error(p.at(s.Start, s.Len()), diag.CitationUnreadable, nil)
	}
	for _, s := range n.marks {
		id := string(s.Value(p.source))
		if !p.known(Citation{ID: id, At: p.at(s.Start, s.Len())}) {
			n.places = append(n.places, place{id: id})
			continue
		}
		n.places = append(n.places, p.cite(id))
	}
	if len(n.broken) > 0 {
		p.flat = append(p.flat, object...)
	} else {
		p.flat = append(p.flat, note...)
	}
}

func (p *page) known(c Citation) bool {
	if p.env.Citation == nil {
		p.error(c.At, diag.UnknownSource, diag.Args{"ID": c.ID, "Suggestion": ""})
		return false
	}
	return !p.report(p.env.Citation(c)...)
}

func (p *page) cite(id string) place {
	i, seen := p.sources[id]
	if !seen {
		i = len(p.result.Sources)
		number := strconv.Itoa(i + 1)
		p.result.Sources = append(p.result.Sources, Source{ID: id, Number: i + 1, Anchor: "source:" + number})
		if p.sources == nil {
			p.sources = map[string]int{}
		}
		p.sources[id] = i
	}
	s := &p.result.Sources[i]
	number := strconv.Itoa(s.Number)
	// Ids of headings have no colon, so these are never taken.
	anchor := "cite:" + number
	if len(s.Places) > 0 {
		anchor += ":" + strconv.Itoa(len(s.Places)+1)
	}
	s.Places = append(s.Places, anchor)
	return place{id, anchor, number}
}

// citations is the extension for [@…]. Source is the word before a number that
// is read aloud.
type citations struct{ source string }

func (e citations) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(citationParser{}, 151)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(e, 500)))
}

func (e citations) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindCitation, e.render)
}

// render keeps the brackets, as Wikipedia does: a bare raised number after a
// figure would be read as its power.
func (e citations) render(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*citationNode)
	for _, s := range n.broken {
		writeEscaped(w, string(s.Value(source)))
	}
	if len(n.places) == 0 {
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<sup class="citation">`)
	for _, c := range n.places {
		if c.number == "" {
			writeEscaped(w, "[@"+c.id+"]")
			continue
		}
		_, _ = w.WriteString("<a")
		writeAttribute(w, "id", c.anchor)
		writeAttribute(w, "href", "#source:"+c.number)
		_, _ = w.WriteString(` role="doc-noteref"`)
		if e.source != "" {
			writeAttribute(w, "aria-label", e.source+" "+c.number)
		}
		_, _ = w.WriteString(">[" + c.number + "]</a>")
	}
	_, _ = w.WriteString("</sup>")
	return ast.WalkContinue, nil
}
