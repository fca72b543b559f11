package diag

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Words that look alike are told apart by whoever has to mend them only when they
// are told what to look for: an editor shows no difference between the Latin
// "region" and one with a Russian "о" in it, or with a soft hyphen of Word.

// seemings are Russian letters, and the Latin ones or digits that they look like.
// The letter O stands for the digit, too.
var seemings = map[rune]rune{
	'а': 'a', 'е': 'e', 'о': '0', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'і': 'i', 'ѕ': 's',
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': '0', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X', 'У': 'Y',
	'З': '3', 'o': '0', 'O': '0',
}

// look is a text as it looks: without what cannot be seen, with one letter for
// all that look like it.
func look(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case invisible(r):
			return -1
		case dash(r):
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case seemings[r] != 0:
			return seemings[r]
		}
		return r
	}, s)
}

func invisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

func dash(r rune) bool { return unicode.Is(unicode.Pd, r) || r == '−' }

// disguise says what makes a text another one than that which it looks like: the
// message that tells it, and the letters that are not what they seem to be. The
// message is empty where the two do not look alike.
func disguise(written, meant string) (message, letters string) {
	if written == meant || look(written) != look(meant) {
		return "", ""
	}
	switch foreign := func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) && !strings.ContainsRune(meant, r) }; {
	case strings.ContainsFunc(written, foreign):
		var found []string
		for _, r := range written {
			if s := string(r); foreign(r) && !slices.Contains(found, s) {
				found = append(found, s)
			}
		}
		return "looks-alike-letters", strings.Join(found, ", ")
	case strings.ContainsFunc(written, invisible):
		return "looks-alike-invisible", ""
	case strings.ContainsFunc(written, func(r rune) bool { return dash(r) && r != '-' }):
		return "looks-alike-dash", ""
	}
	return "", ""
}

// disguised looks for what was written among the arguments of a message, if it
// looks like what is suggested.
func (a Args) disguised() (message string, fill Args) {
	meant, _ := a["Suggestion"].(string)
	for _, name := range slices.Sorted(maps.Keys(a)) {
		written, ok := a[name].(string)
		if !ok || meant == "" {
			continue
		}
		if message, letters := disguise(written, meant); message != "" {
			return message, Args{"Suggestion": meant, "Letters": letters}
		}
	}
	return "", nil
}
