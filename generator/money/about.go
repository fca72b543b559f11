package money

import "strings"

// ParseAbout is [Parse] for a text that may also have words such as «около» or
// "more than", which make the amount an approximate one.
func ParseAbout(s string, def Currency) (a Amount, approximate bool, _ error) {
	p := parser{text: s, hedges: true}
	if err := p.scan(); err != nil {
		return Amount{}, false, err
	}
	a, err := p.amount(def)
	return a, p.hedged, err
}

// SaysAbout reports whether a text begins with a word or sign that makes a number
// an approximate one, or ends with a plus: "около тысячи человек", "1300+".
func SaysAbout(s string) bool {
	s = strings.TrimSpace(s)
	word := s[:wordEnd(s)]
	if strings.EqualFold(word, "не") { // менее
		return SaysAbout(s[len(word):])
	}
	return lexicon[strings.ToLower(word)].kind == hedge || strings.HasSuffix(s, "+")
}
