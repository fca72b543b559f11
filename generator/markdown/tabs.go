package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"example.org/svod/generator/diag"
)

// tabbedTable warns of lines whose cells are parted by tabs, as a table comes out
// of Excel: Markdown makes one run-on paragraph of them.
func (p *page) tabbedTable(n ast.Node) {
	lines := n.Lines().Sliced(0, n.Lines().Len())
	above, aboveTabs := 0, 0
	for _, line := range lines {
		// The empty cells at the end of the last line are no part of the paragraph.
		tabs := innerTabs(p.source[line.Start:endOfLine(p.source[:p.size], line.Start)])
		if tabs > 0 && tabs == aboveTabs {
			p.warnOfTabs(above, tabs)
			return
		}
		above, aboveTabs = line.Start, tabs
	}
}

// warnOfTabs tells a table whose first line begins at a byte of the body, and how
// that line is written with bars.
func (p *page) warnOfTabs(start, tabs int) {
	first := bytes.TrimRight(p.source[start:endOfLine(p.source[:p.size], start)], "\r")
	row := strings.ReplaceAll(string(first), "|", `\|`)
	p.warn(p.at(start, len(first)), diag.TableOfTabs, diag.Args{
		"Row": "| " + strings.ReplaceAll(row, "\t", " | ") + " |", "Line": strings.Repeat("|---", tabs+1) + "|",
	})
}

// innerTabs counts the tabs that part cells in a line. After the bullet or the
// number of an item, as Word copies lists, a tab parts nothing.
func innerTabs(line []byte) int {
	first, _, _ := bytes.Cut(line, []byte("\t"))
	first = bytes.TrimSpace(first)
	if !bytes.ContainsFunc(first, isCellText) || len(first) <= len("аб)") && startsWith(first[len(first)-1:], ".)") {
		return 0
	}
	return bytes.Count(line, []byte("\t"))
}

// isCellText reports whether a letter or sign can stand in the first cell of a row
// and is no bullet.
func isCellText(r rune) bool { return !strings.ContainsRune(" .)(-–—•·*o", r) }
