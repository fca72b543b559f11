package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"

	"example.org/svod/generator/diag"
)

var (
	// Stars with spaces inside, which make nothing bold: ** важно **, **важно **.
	spaceInStars = regexp.MustCompile(`(?:^|[ \t])(\*\*[ \t]+[^*]+\*\*)|(\*\*[^*\s][^*]*[ \t]\*\*)(?:[\s.,;:!?)]|$)`)
	// An address with a space in it, which Markdown takes for plain text:
	// ![Завод](zavod nochyu.jpg). A title in quotes may follow an address.
	spaceInAddress = regexp.MustCompile(`\]\(([^()<>"\s]+[ \t][^()<>"]*)\)`)
	// A space between the brackets of a link: [указ] (https://example.org/).
	spaceInLink = regexp.MustCompile(`\]([ \t]+)\((?:https?://[^)]*|[^()\s]+\.\w{2,4})\)`)
	code        = regexp.MustCompile("`[^`]*`")
)

// tornLinks tells links, pictures and bold words that a space keeps from being one:
// readers would see their signs.
func (p *page) tornLinks(n ast.Node) {
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		text := line.Value(p.source)
		links, stars := mayBeTorn(text), starsApart(text)
		if !links && !stars {
			continue
		}
		text = code.ReplaceAllFunc(text, func(b []byte) []byte { return bytes.Repeat([]byte{'.'}, len(b)) })
		start := line.Start - line.Padding
		for _, m := range spaceInAddress.FindAllSubmatchIndex(text, -1) {
			p.error(p.at(start+m[2], m[3]-m[2]), diag.LinkWithSpace, diag.Args{"Path": string(text[m[2]:m[3]])})
		}
		for _, m := range spaceInLink.FindAllSubmatchIndex(text, -1) {
			p.error(p.at(start+m[2], m[3]-m[2]), diag.LinkTorn, nil)
		}
		for _, m := range spaceInStars.FindAllSubmatchIndex(text, -1) {
			from, to := max(m[2], m[4]), max(m[3], m[5])
			p.warn(p.at(start+from, to-from), diag.StarsWithSpace, diag.Args{
				"Text": strings.Trim(string(text[from:to]), "* \t"),
			})
		}
	}
}

// starsApart reports whether two stars in a body have a space before them and one,
// a sign that ends a sentence or code after them, so that they may be meant to make
// something bold. A quote begins as a line does.
func starsApart(body []byte) bool {
	for i := 0; i < len(body); i++ {
		n := bytes.IndexByte(body[i:], '*')
		if n < 0 {
			return false
		}
		i += n
		if i > 0 && !startsWith(body[i-1:], " \n>") {
			continue
		}
		if rest := body[i+1:]; startsWith(rest, "*") && (len(rest) == 1 || startsWith(rest[1:], " \f\r\n.,;:!?)`")) {
			return true
		}
		i++
	}
	return false
}

// mayBeTorn finds the few lines at which the expressions are to look: those with a
// space where a bracket is expected.
func mayBeTorn(line []byte) bool {
	for {
		_, after, found := bytes.Cut(line, []byte("]"))
		if !found {
			return false
		}
		line = after
		bracket := bytes.TrimLeft(line, " \t")
		if !bytes.HasPrefix(bracket, []byte("(")) {
			continue
		}
		end := bytes.IndexAny(bracket[1:], "()<>\" \t")
		if len(bracket) < len(line) || end > 0 && (bracket[1+end] == ' ' || bracket[1+end] == '\t') {
			return true
		}
	}
}

// tornTable warns of lines that were meant to be a table and are not one for want
// of the line under its heading.
func (p *page) tornTable(n ast.Node) {
	lines := n.Lines().Sliced(0, n.Lines().Len())
	if len(lines) < 2 {
		return
	}
	outer, inner := true, true
	bars := innerBars(lines[0].Value(p.source))
	for _, line := range lines {
		text := line.Value(p.source)
		outer = outer && bytes.HasPrefix(bytes.TrimLeft(text, " "), []byte("|"))
		// Prose has a bar here and there; a table has as many in each line.
		inner = inner && bars > 0 && innerBars(text) == bars
	}
	if !outer && !inner {
		return
	}
	heading := strings.Trim(string(lines[0].Value(p.source)), " \t\r\n|")
	p.warn(p.at(lines[0].Start, 1), diag.TableWithoutLine, diag.Args{
		"Line": strings.Repeat("|---", strings.Count(heading, "|")+1) + "|",
	})
}

// innerBars counts the bars that could part the cells of a row; in a reference or
// in code a bar is something else.
func innerBars(line []byte) int {
	if bytes.Contains(line, []byte("[[")) || bytes.ContainsAny(line, "`\\") {
		return 0
	}
	return bytes.Count(line, []byte("|"))
}

// longRows warns of rows with more cells than the heading of their table has:
// what is in the others is lost.
func (p *page) longRows(table ast.Node) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		cell := row.LastChild()
		if row.Kind() != xast.KindTableRow || cell == nil || cell.Lines().Len() == 0 || p.partsReference(row) {
			continue
		}
		end := cell.Lines().At(cell.Lines().Len() - 1).Stop
		rest, _, _ := bytes.Cut(p.source[end:p.size], []byte("\n"))
		_, lost, found := bytes.Cut(rest, []byte("|"))
		text := strings.Trim(string(lost), " \t\r|")
		if !found || text == "" {
			continue
		}
		start := end + bytes.Index(rest, []byte(text))
		p.warn(p.at(start, len(text)), diag.TableRowLong, diag.Args{"Lost": text})
	}
}

// partsReference reports whether the bar of a reference parts the cells of a row:
// [[les|Лес]], which is told by itself.
func (p *page) partsReference(row ast.Node) bool {
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		written := cell.Lines().Value(p.source)
		if bytes.Count(written, []byte("[[")) > bytes.Count(written, []byte("]]")) {
			return true
		}
	}
	return false
}
