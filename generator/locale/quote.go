package locale

import "strings"

// Quote puts a name in the quotation marks of the language; marks inside it
// become those of the second level.
func (l *Locale) Quote(name string) string {
	if l.language == "ru" {
		return "«" + strings.NewReplacer("«", "„", "»", "“").Replace(name) + "»"
	}
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(name) + "”"
}
