package layout

import (
	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// A Total is a sum of several clusters with all that is needed to understand it.
type Total struct {
	// Amount is the sum in the currency of most clusters; "не объявлено" where
	// none is known.
	Amount string
	Known  bool
	Hedge  string // the word before the amount, with the space after it: "около "; empty where it is exact
	// Coverage says what the sum covers: "по 3 из 4 кластеров".
	Coverage string
	// Others are the sums in other currencies, which cannot be added to it.
	Others []OtherSum
	// Missing are the clusters whose sum nobody named, MissingMore what is said
	// where there are too many to list: "и ещё 12 кластеров".
	Missing     []Link
	MissingMore string
}

// An OtherSum is a total in a further currency.
type OtherSum struct {
	Amount, Coverage string
}

// listedMissing is how many clusters without a sum are named one by one.
const listedMissing = 8

func (s *Site) total(root string, t report.Total) Total {
	out := Total{Amount: s.unknown, Coverage: s.coverage(0, t.All)}
	for i, sum := range t.Sums {
		amount := s.layout.words.Amount(sum.Rounded())
		coverage := s.coverage(sum.Clusters, t.All)
		if i == 0 {
			out.Known, out.Hedge = true, s.word(sum.Hedge)
			out.Amount, out.Coverage = amount, coverage
			continue
		}
		out.Others = append(out.Others, OtherSum{s.hedged(sum.Hedge, amount), coverage})
	}
	for i, c := range t.Unknown {
		if i == listedMissing {
			out.MissingMore = s.layout.words.Count("more-clusters", len(t.Unknown)-i, nil)
			break
		}
		out.Missing = append(out.Missing, link(root, c))
	}
	return out
}

// coverage writes "по 3 из 4 кластеров", "по всем 4 кластерам" or, where no sum
// is known, the number of clusters alone.
func (s *Site) coverage(known, all int) string {
	words := s.layout.words
	switch known {
	case 0:
		return words.Count("cluster-count", all, nil)
	case all:
		return words.Count("coverage-all", all, nil)
	}
	return words.Count("coverage", all, locale.Args{"Known": words.Integer(known)})
}
