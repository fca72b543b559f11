package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quote puts a name in the quotation marks of the language; marks inside it
// become those of the second level.
func (l *Locale) Quote(name string) string {
	if l.language == "ru" {
		return "«" + strings.NewReplacer("«", "„", "»", "“").Replace(name) + "»"
	}
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(name) + "”"
}

// Capitalized writes what may stand in a sentence so that it can begin one.
func Capitalized(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
