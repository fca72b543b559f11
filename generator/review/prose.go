package review

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/svod/generator/diag"
)

// A Text is the body of a page.
type Text struct {
	File *diag.Text
	Body int // the byte at which the body begins
}

// A sentence is a run of a text between two stops.
type sentence struct {
	text  Text
	start int    // byte of the body at which it begins
	words string // its text, of the same length in bytes, with marks as spaces
	// references are what stood in [[…]]; its label, if it has one, is still
	// among the words.
	references []reference
}

type reference struct {
	target, key string
	start, end  int // of what is left of it among the words
}

// at is the place in the file of a run of the words.
func (s sentence) at(start, end int) diag.Position {
	return s.text.File.At(s.text.Body+s.start+start, end-start)
}

// What in a text is not prose, or not its author's: code, notes to himself,
// tables, quotations, headings, citations, the addresses of links.
var (
	notProse = regexp.MustCompile("(?ms)^[ ]{0,3}```.*?(?:^[ ]{0,3}```[ ]*$|\\z)|^[ ]{0,3}~~~.*?(?:^[ ]{0,3}~~~[ ]*$|\\z)|<!--.*?-->|`[^`\n]+`")
	notLines = regexp.MustCompile(`(?m)^[ ]{0,3}(?:\||>|#{1,6}[ \t]).*$`)
	marks    = regexp.MustCompile(`\[@[^\]\n]*\]|\[\^[^\]\n]*\]|\]\([^)\n]*\)`)
	// forms are in the order in which they go, each with the characters without
	// one of which it need not be looked for.
	forms = []struct {
		pattern *regexp.Regexp
		signs   string
	}{{notProse, "`~<"}, {notLines, "|>#"}, {marks, "["}}
	refMark = regexp.MustCompile(`\[\[([^\]\[|\n]*)(?:\\?\|([^\]\[\n]*))?\]\]`)
	// A paragraph ends at an empty line, an item of a list where the next begins.
	ends = regexp.MustCompile(`\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d+[.)])[ \t]`)
)

// sentences takes a body apart. Every byte stays where it was, so that places in
// a sentence are places in the file.
func sentences(t Text) []sentence {
	body := bytes.Clone(t.File.Bytes()[t.Body:])
	for _, form := range forms {
		if !bytes.ContainsAny(body, form.signs) {
			continue
		}
		for _, m := range form.pattern.FindAllIndex(body, -1) {
			blank(body[m[0]:m[1]])
		}
	}
	var out []sentence
	start := 0
	for _, end := range append(ends.FindAllIndex(body, -1), []int{len(body), len(body)}) {
		for _, s := range split(body[start:end[0]]) {
			out = append(out, t.sentence(body, start+s[0], start+s[1]))
		}
		start = end[1]
	}
	return out
}

// blank makes spaces of all but the ends of lines.
func blank(b []byte) {
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
}

func (t Text) sentence(body []byte, start, end int) sentence {
	s := sentence{text: t, start: start}
	words := body[start:end]
	for _, m := range refMark.FindAllSubmatchIndex(words, -1) {
		target := string(words[m[2]:m[3]])
		ref := reference{target: strings.TrimSpace(target)}
		if i := strings.LastIndexByte(target, '.'); i >= 0 {
			ref.target, ref.key = strings.TrimSpace(target[:i]), strings.TrimSpace(target[i+1:])
		}
		label, last := m[3], m[1]
		if m[4] >= 0 {
			label, last = m[4], m[5]
		}
		ref.start, ref.end = label, last
		s.references = append(s.references, ref)
		blank(words[m[0]:label])
		blank(words[last:m[1]])
	}
	for i := range words {
		if words[i] == '\n' || words[i] == '\r' {
			words[i] = ' '
		}
	}
	s.words = string(words)
	return s
}

// split finds the sentences of a paragraph: a stop, perhaps closing marks, white
// space, and something that begins in a capital letter, a quote or a bracket.
func split(paragraph []byte) [][2]int {
	var out [][2]int
	start := 0
	for i, b := range paragraph {
		if b != '.' && b != '!' && b != '?' || !isStop(paragraph, i) {
			continue
		}
		out = append(out, [2]int{start, i + 1})
		start = i + 1
	}
	return append(out, [2]int{start, len(paragraph)})
}

func isStop(b []byte, i int) bool {
	rest := strings.TrimLeft(string(b[i+1:min(len(b), i+1+64)]), "»“”\")*_")
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if rest == trimmed && rest != "" {
		return false // 7.9, example.org
	}
	next, _ := utf8.DecodeRuneInString(trimmed)
	if trimmed != "" && !unicode.IsUpper(next) && !strings.ContainsRune("«„[(—–*_", next) && !unicode.IsDigit(next) {
		return false // руб. в год
	}
	return b[i] != '.' || !abbreviated(b[:i])
}

// abbreviated reports whether the last word before a point has one letter or
// two, as initials and "г." do.
func abbreviated(before []byte) bool {
	word := 0
	for len(before) > 0 {
		r, size := utf8.DecodeLastRune(before)
		if !unicode.IsLetter(r) {
			return word > 0 && word <= 2
		}
		word++
		before = before[:len(before)-size]
	}
	return word > 0 && word <= 2
}
