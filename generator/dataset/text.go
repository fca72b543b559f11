package dataset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText is how many letters a title, a note or a name may have. More cannot be
// read beside a picture, and is a mistake more often than not.
const MaxText = 300

// Clean takes out control characters, which SVG must not have, and marks that
// turn the direction of writing, which would also turn what stands beside them.
// White space becomes single spaces; no-break spaces stay.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unseen(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// isClean reports whether there is nothing to take out, as is so of nearly every
// text.
func isClean(s string) bool {
	before := ' '
	for _, r := range s {
		if r == ' ' && before == ' ' || r == utf8.RuneError || unseen(r) {
			return false
		}
		before = r
	}
	return s == "" || before != ' '
}

// unseen are the characters that no text of a chart may have.
func unseen(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == 0xfffe || r == 0xffff
}
