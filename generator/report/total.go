package report

import (
	"slices"

	"example.org/svod/generator/money"
)

// A Total is what several clusters are promised together. Sums in different
// currencies stay apart, and what is not known is listed, never taken for zero.
type Total struct {
	// Sums holds one sum for each currency, that of most clusters first. It is
	// empty where no sum is known.
	Sums []Sum
	// All is the number of clusters that were looked at.
	All int
	// Unknown are those of which no sum is known, in the order given.
	Unknown []*Cluster
	// Approximate is true where any of the sums was given as about so much.
	Approximate bool
}

// A Sum is a total in one currency.
type Sum struct {
	Amount   money.Amount
	Clusters int // how many clusters it covers
}

// Complete reports whether one sum covers every cluster.
func (t Total) Complete() bool { return len(t.Sums) == 1 && len(t.Unknown) == 0 }

// TotalNow adds up the current sums of clusters.
func TotalNow(clusters []*Cluster) Total {
	return total(clusters, History[money.Amount].Current)
}

// TotalOn adds up the sums that stood at the end of a day, so that two days can
// be compared.
func TotalOn(clusters []*Cluster, day Date) Total {
	return total(clusters, func(h History[money.Amount]) (Figure[money.Amount], bool) { return h.On(day) })
}

func total(clusters []*Cluster, figure func(History[money.Amount]) (Figure[money.Amount], bool)) Total {
	t := Total{All: len(clusters)}
	for _, c := range clusters {
		f, ok := figure(c.Investment)
		if !ok || f.Unknown {
			t.Unknown = append(t.Unknown, c)
			continue
		}
		t.Approximate = t.Approximate || f.Approximate
		t.add(f.Value)
	}
	slices.SortStableFunc(t.Sums, func(a, b Sum) int { return b.Clusters - a.Clusters })
	return t
}

func (t *Total) add(a money.Amount) {
	for i := range t.Sums {
		if s := &t.Sums[i]; s.Amount.Currency() == a.Currency() {
			s.Amount = s.Amount.Add(a)
			s.Clusters++
			return
		}
	}
	t.Sums = append(t.Sums, Sum{Amount: a, Clusters: 1})
}
