package layout

import (
	"strings"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// place tells in words where the sum of a cluster stands among those of all; empty
// where there is nothing to compare it with.
func (s *Site) place(c *report.Cluster) string {
	ranking := s.ranking()
	if ranking.Count() < 2 {
		return ""
	}
	f, ok := c.Investment.Current()
	if !ok || f.Unknown {
		return s.layout.word("place-none")
	}
	first, last := ranking.Places(f)
	if first == 0 {
		return s.layout.word("place-other-currency")
	}
	words := s.layout.words
	args := locale.Args{
		"Place": s.ordinal(first), "First": words.Integer(first), "Last": words.Integer(last), "Of": s.of(ranking.Count()),
	}
	said := "place"
	if first < last {
		said = "place-shared"
	}
	sentences := []string{words.Text(said, args)}
	if n := ranking.Unknown; n > 0 {
		sentences = append(sentences, words.Count("place-unknown", n, nil))
	}
	if n := ranking.Alien; n > 0 {
		sentences = append(sentences, words.Count("place-alien", n, nil))
	}
	return strings.Join(sentences, " ")
}

// ordinal writes the number of a place: in words up to ten, as newspapers do.
func (s *Site) ordinal(n int) string {
	if words := strings.Fields(s.layout.word("ordinals")); n <= len(words) {
		return words[n-1]
	}
	return s.text("ordinal", "Number", s.layout.words.Integer(n))
}

// of writes out of how many: in words up to ten.
func (s *Site) of(n int) string {
	if words := strings.Fields(s.layout.word("out-of")); n <= len(words) {
		return words[n-1]
	}
	return s.layout.words.Integer(n)
}
