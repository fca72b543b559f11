package money

import (
	"slices"
	"strings"
)

// unnamed are the ways of saying on the record that no figure was named.
var unnamed = []string{
	"не объявлено", "не объявлена", "не объявлен", "не названо", "не названа", "не назван",
	"неизвестно", "неизвестна", "не указано", "не указана", "не раскрыто", "не раскрыта", "не раскрывается",
	"not announced", "not named", "not disclosed", "unknown", "?",
}

// blank is what stands in tables where nobody has put a figure.
var blank = []string{
	"-", "–", "—", "−", "…", "...", "н/д", "н. д.", "н.д.", "нет данных", "нет сведений", "n/a", "na", "no data",
}

// SaysUnknown reports whether a text says that there is no figure, as "не
// объявлено" and "н/д" do. An empty one says nothing.
func SaysUnknown(s string) bool { return isOneOf(s, unnamed) || SaysBlank(s) }

// SaysBlank reports whether a text only marks a place without a figure, as a dash
// does: that nobody named one is more than it says.
func SaysBlank(s string) bool { return isOneOf(s, blank) }

// UnknownWords are all texts that [SaysUnknown] knows, in small letters.
func UnknownWords() []string { return slices.Concat(unnamed, blank) }

func isOneOf(s string, words []string) bool {
	return slices.Contains(words, strings.ToLower(strings.Join(strings.Fields(s), " ")))
}
