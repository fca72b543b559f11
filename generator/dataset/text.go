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
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), !utf8.ValidRune(r), r == 0xfffe, r == 0xffff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}
