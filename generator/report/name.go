package report

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gosimple/slug"

	"example.org/svod/generator/translit"
)

// A Name is how an organisation was written somewhere, and what the ways of
// writing it have in common.
type Name struct {
	Written string
	// Key is the same for every way of writing one organisation: without the
	// legal form, quotes and case. Organisations with one key are one.
	Key string
	// Slug is the page's address for an organisation that nobody wrote a page for.
	Slug string
}

// MakeName reads a name such as ООО «Монолит-Строй».
func MakeName(written string) Name {
	core := stripLegalForm(words(written))
	if len(core) == 0 {
		core = words(written)
	}
	text := strings.Join(core, " ")
	return Name{
		Written: written,
		Key:     foldCase(text),
		Slug:    MakeSlug(text),
	}
}

// TitleKey is what titles are sorted and told apart by: their words without
// quotes and case. Making it is slow beside comparing it, so a page carries it.
func TitleKey(title string) string { return foldCase(strings.Join(words(title), " ")) }

// MakeSlug makes an address of a name in Russian or Latin letters: small Latin
// letters, digits and hyphens. It is empty for a name that has none of them.
func MakeSlug(name string) string {
	return strings.ReplaceAll(slug.MakeLang(translit.Russian(name), "ru"), "_", "-")
}

// legalForms are the forms that Russian registers and English papers write
// before or after a name, in lower case.
var legalForms = [][]string{
	{"общество", "с", "ограниченной", "ответственностью"},
	{"публичное", "акционерное", "общество"},
	{"непубличное", "акционерное", "общество"},
	{"закрытое", "акционерное", "общество"},
	{"открытое", "акционерное", "общество"},
	{"акционерное", "общество"},
	{"индивидуальный", "предприниматель"},
	{"автономная", "некоммерческая", "организация"},
	{"фгбоу", "во"},
	{"фгаоу", "во"},
	{"ооо"},
	{"ао"},
	{"пао"},
	{"нао"},
	{"зао"},
	{"оао"},
	{"ип"},
	{"ано"},
	{"нп"},
	{"фгуп"},
	{"фгбу"},
	{"гуп"},
	{"муп"},
	{"llc"},
	{"ltd"},
	{"jsc"},
	{"pjsc"},
	{"inc"},
}

// stripLegalForm takes the legal forms from the words of a name, never all of it.
func stripLegalForm(name []string) []string {
	folded := make([]string, len(name))
	for i, word := range name {
		folded[i] = foldCase(word)
	}
	start, end := 0, len(name)
	for {
		before, after := legalForm(folded[start:end])
		if before+after == 0 {
			return name[start:end]
		}
		start, end = start+before, end-after
	}
}

// legalForm is how many words of a name, in lower case, are a legal form at its
// start or else at its end.
func legalForm(name []string) (before, after int) {
	for _, form := range legalForms {
		switch n := len(form); {
		case len(name) <= n:
		case slices.Equal(name[:n], form):
			return n, 0
		case slices.Equal(name[len(name)-n:], form):
			return 0, n
		}
	}
	return 0, 0
}

// words splits a name at everything but letters, digits and the hyphens and
// points inside words, so that quotes of any kind fall away.
func words(name string) []string {
	fields := strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-–.&+", r)
	})
	out := fields[:0]
	for _, f := range fields {
		if f = strings.Trim(strings.ReplaceAll(f, "–", "-"), "-."); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// foldCase makes strings comparable as a Russian reader compares them: without
// case, with ё as е, and with one kind of space.
func foldCase(s string) string {
	return fold.Replace(strings.ToLower(s))
}

var fold = strings.NewReplacer("ё", "е", "\u00a0", " ", "\u202f", " ")
