package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// StandsAlone reports that converting a body asks nothing of the report and
// finds nothing wrong: it has no references, citations or charts, and its Result no
// diagnostics, whatever Env is. It looks at the bytes and parses nothing, so it
// says no to some bodies that do stand alone, but never yes to one that does
// not. Text, lists, tables, quotes, headings in their order and links to other
// sites stand alone.
//
// A report of ten thousand pages is checked with it: only bodies that do not
// stand alone are converted before the first page is rendered.
func StandsAlone(body []byte) bool {
	if starsApart(body) {
		return false
	}
	for i := 0; i < len(body); i = endOfLine(body, i) + 1 {
		if mayBeIndented(body[i:]) || mayBeMark(body[i:]) {
			return false
		}
	}
	level := 1
	row := 0      // up to here, bars part the cells of a row that is in order
	harmless := 0 // up to here, # is known to begin no heading
	for i := nextTelling(body, 0); i < len(body); i = nextTelling(body, i+1) {
		rest := body[i+1:]
		if opens(body[i], rest) || begins[body[i]] && mayBeUnmarked(body, i) {
			return false
		}
		switch body[i] {
		case '|':
			if i < row && body[i-1] != '\\' {
				continue
			}
			end, ok := rowStandsAlone(body, i)
			if !ok {
				return false
			}
			row = end
		case ']':
			if !linkStandsAlone(body[:i], rest) {
				return false
			}
		case '=':
			if i > 0 && body[i-1] == '=' {
				continue
			}
			if endsLine(rest, '=') { // the line under a first-level heading
				return false
			}
		case '-':
			if i > 0 && body[i-1] == '-' {
				continue
			}
			if !hyphenStandsAlone(body, i) {
				return false
			}
			if endsLine(rest, '-') { // perhaps the line under a second-level one
				level = min(level, 2)
			}
		case '#':
			if i < harmless {
				continue
			}
			next, ok := headingStandsAlone(body, i, level)
			if !ok {
				return false
			}
			level, harmless = next, endOfLine(body, i)
		}
	}
	return true
}

var telling = [256]bool{
	'<': true, '|': true, '[': true, '!': true, '`': true, '~': true, ']': true, '=': true, '-': true, '#': true,
	'(': true, '{': true, '@': true, '\t': true,
}

// begins are signs that names without their marks stand in.
var begins = [256]bool{'[': true, '(': true, '{': true, '@': true}

// nextTelling is where the next telling byte stands, from i on. Nearly all the time
// goes by here, so it looks at eight bytes in one step.
func nextTelling(body []byte, i int) int {
	for ; i+8 <= len(body); i += 8 {
		b := body[i : i+8 : i+8]
		if telling[b[0]] || telling[b[1]] || telling[b[2]] || telling[b[3]] ||
			telling[b[4]] || telling[b[5]] || telling[b[6]] || telling[b[7]] {
			break
		}
	}
	for i < len(body) && !telling[body[i]] {
		i++
	}
	return i
}

// opens reports whether a byte and the rest of the text begin what a report is
// asked for or what may be wrong, whatever comes then.
func opens(c byte, rest []byte) bool {
	switch c {
	case '\t': // the cells of Excel, or code
		return true
	case '<': // raw HTML, an address, a comment
		return true
	case '[': // a reference, a citation, a footnote
		return startsWith(rest, "[@^")
	case '!': // a picture
		return startsWith(rest, "[")
	case '`', '~': // a block, perhaps a chart
		return len(rest) > 1 && rest[0] == c && rest[1] == c
	}
	return false
}

// hyphenStandsAlone looks at a hyphen, the first of its row: it may be the mark of an
// item without its space, or the line under a heading that says nothing.
func hyphenStandsAlone(body []byte, i int) bool {
	if (i == 0 || body[i-1] == '\n' || body[i-1] == ' ') && markWithoutSpace(body[i:]) > 0 {
		return false
	}
	if !endsLine(body[i+1:], '-') {
		return true
	}
	words := lineBefore(body, i)
	return len(bytes.Trim(words, " \r")) == 0 || bytes.ContainsFunc(words, isLetterOrDigit)
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// lineBefore is the line above that of a byte of the body.
func lineBefore(body []byte, i int) []byte {
	end := max(bytes.LastIndexByte(body[:i], '\n'), 0)
	return body[bytes.LastIndexByte(body[:end], '\n')+1 : end]
}

func endOfLine(b []byte, i int) int {
	if n := bytes.IndexByte(b[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(b)
}

func startsWith(b []byte, set string) bool {
	return len(b) > 0 && strings.IndexByte(set, b[0]) >= 0
}

// endsLine tells whether a run of c ends at the end of a line.
func endsLine(rest []byte, c byte) bool {
	for i, b := range rest {
		switch {
		case b == '\n':
			return true
		case b == ' ' || b == '\t' || b == '\r':
			c = ' ' // the run has ended
		case b != c || i > 0 && c == ' ':
			return false
		}
	}
	return true
}

// rowStandsAlone looks at the first bar of a line, which ends at end, or at one that
// a backslash makes a letter: a table whose lines begin and end with bars, all
// with as many cells as the heading, is in order.
func rowStandsAlone(body []byte, i int) (end int, ok bool) {
	start := bytes.LastIndexByte(body[:i], '\n') + 1
	end = endOfLine(body, i)
	if i > start {
		return end, false
	}
	line := body[start:end]
	before := body[bytes.LastIndexByte(body[:max(start-1, 0)], '\n')+1 : max(start-1, 0)]
	if !bytes.HasPrefix(before, []byte("|")) { // the heading: the line comes next
		before = body[min(end+1, len(body)):]
		before = before[:endOfLine(before, 0)]
		if !isTableLine(before) {
			return end, false
		}
	}
	return end, endsWithBar(line) && bytes.Count(line, []byte("|")) == bytes.Count(before, []byte("|"))
}

// isTableLine reports whether a line is that under the heading of a table: hyphens
// in each of its cells, perhaps between colons.
func isTableLine(line []byte) bool {
	if !endsWithBar(line) {
		return false
	}
	cells := bytes.TrimRight(bytes.TrimPrefix(line, []byte("|")), " \r")
	for cell := range bytes.SplitSeq(cells[:len(cells)-1], []byte("|")) {
		cell = bytes.TrimPrefix(bytes.Trim(cell, " "), []byte(":"))
		cell = bytes.TrimSuffix(cell, []byte(":"))
		if len(cell) == 0 || len(bytes.Trim(cell, "-")) > 0 {
			return false
		}
	}
	return true
}

func endsWithBar(line []byte) bool {
	i := len(line) - 1
	for i > 0 && (line[i] == ' ' || line[i] == '\r') {
		i--
	}
	return i > 0 && line[i] == '|'
}

// linkStandsAlone looks at a closing bracket, which may end the text of a link
// or the label of a definition.
func linkStandsAlone(text, rest []byte) bool {
	if !startsWith(rest, "([:") {
		return !startsWith(bytes.TrimLeft(rest, " \t"), "(") // torn by a space
	}
	if rest[0] != ':' {
		last, _ := utf8.DecodeLastRune(text)
		if last == '[' || unicode.IsSpace(last) {
			return false // a link without text
		}
	}
	if rest[0] == '[' {
		return true // its address is where its label is defined
	}
	address := bytes.TrimLeft(rest[1:], " \t\r\n")
	end := max(bytes.IndexByte(address, ')'), 0)
	return (hasFold(address, "https://") || hasFold(address, "http://")) && !bytes.ContainsAny(address[:end], " \t")
}

func hasFold(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && bytes.EqualFold(b[:len(prefix)], []byte(prefix))
}

// headingStandsAlone looks at the first # of a line. Level is that of the heading
// before, next that of this one.
func headingStandsAlone(body []byte, i, level int) (next int, ok bool) {
	line := body[bytes.LastIndexByte(body[:i], '\n')+1 : i]
	if len(line) > 0 {
		// Inside a quote or a list it may be a heading; after a word it is none.
		return level, len(bytes.Trim(line, " \t>-+*:.)0123456789")) > 0
	}
	n := 0
	for i+n < len(body) && body[i+n] == '#' {
		n++
	}
	rest := body[i+n:]
	if n > 6 || len(rest) > 0 && !startsWith(rest, " \t\r\n") {
		return level, n == 1 || markWithoutSpace(body[i:]) == 0 // a hashtag
	}
	first, _ := utf8.DecodeRune(bytes.TrimLeft(rest, " \t"))
	if n == 1 || n > level+1 || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return level, false
	}
	return n, true
}
