package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quote decides about " or ' at i and tells whether it opens.
func (t *typesetter) quote(b []byte, i int) (opens bool) {
	if t.rules == nil {
		return false
	}
	before, _ := utf8.DecodeLastRune(b[:i])
	after, _ := utf8.DecodeRune(b[i+1:])
	opens = (i == 0 || opensAfter(before) || t.justOpened(i)) && i+1 < len(b) && !unicode.IsSpace(after)
	switch {
	case b[i] == '\'' && !t.rules.single:
		if unicode.IsLetter(before) && unicode.IsLetter(after) {
			t.edit(i, 1, "’")
		}
		return false
	case opens:
		level := 1
		if b[i] == '"' {
			level = (t.typed + t.straight) % 2
			t.straight++
		}
		t.open = append(t.open, opening{len(t.edits), level, b[i]})
		t.edit(i, 1, t.rules.quotes[level][0])
	default:
		t.closeQuote(b[i], i)
	}
	return opens
}

// closeQuote pairs a quote with the last one open. Where none is, " stays, as
// in 21", and ' is an apostrophe.
func (t *typesetter) closeQuote(mark byte, i int) {
	last := len(t.open) - 1
	for mark == '"' && last >= 0 && t.open[last].mark == '\'' {
		last-- // an apostrophe that looked like a quote, as in 'tis
	}
	switch {
	case last >= 0 && t.open[last].mark == mark:
		level := t.open[last].level
		for _, lost := range t.open[last+1:] {
			t.edits[lost.edit].with = "’"
		}
		t.open = t.open[:last]
		if mark == '"' {
			t.straight--
		}
		t.edit(i, 1, t.rules.quotes[level][1])
	case mark == '\'':
		t.edit(i, 1, "’")
	}
}

// straighten gives quotes that were never closed their first form back.
func (t *typesetter) straighten() {
	for _, o := range t.open {
		if o.mark == '\'' {
			t.edits[o.edit].with = "’"
		} else {
			t.edits[o.edit].with = `"`
		}
	}
}

// justOpened tells whether the byte before i is a quote that opened.
func (t *typesetter) justOpened(i int) bool {
	if len(t.open) == 0 {
		return false
	}
	return t.edits[t.open[len(t.open)-1].edit].at == i-1
}

func opensAfter(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{«„“‘—–-/", r)
}
