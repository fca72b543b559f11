package layout

import (
	"strings"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// A ranked is the ranking of all clusters, with the words that the pages of all
// have in common.
type ranked struct {
	report.Ranking
	ordinals []string // of the first places
	of       string   // how many are compared
	others   string   // sentences of those that are not
}

func (s *Site) rank(clusters []*report.Cluster) ranked {
	words := s.layout.words
	out := ranked{Ranking: report.Rank(clusters), ordinals: strings.Fields(s.layout.word("ordinals"))}
	out.of = words.Integer(out.Count())
	if inWords := strings.Fields(s.layout.word("out-of")); 0 < out.Count() && out.Count() <= len(inWords) {
		out.of = inWords[out.Count()-1]
	}
	if n := out.Unknown; n > 0 {
		out.others += " " + words.Count("place-unknown", n, nil)
	}
	if n := out.Alien; n > 0 {
		out.others += " " + words.Count("place-alien", n, nil)
	}
	return out
}

// place tells in words where the sum of a cluster stands among those of all; empty
// where there is nothing to compare it with.
func (s *Site) place(c *report.Cluster) string {
	all := s.ranking()
	if all.Count() < 2 {
		return ""
	}
	f, ok := c.Investment.Current()
	if !ok || f.Unknown {
		return s.layout.word("place-none")
	}
	first, last := all.Places(f)
	if first == 0 {
		return s.layout.word("place-other-currency")
	}
	args, said := locale.Args{"Of": all.of}, "place"
	switch {
	case first < last:
		said, args["First"], args["Last"] = "place-shared", s.layout.words.Integer(first), s.layout.words.Integer(last)
	case first <= len(all.ordinals): // in words, as newspapers do
		args["Place"] = all.ordinals[first-1]
	default:
		args["Place"] = s.text("ordinal", "Number", s.layout.words.Integer(first))
	}
	return s.layout.words.Text(said, args) + all.others
}
