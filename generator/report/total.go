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
}

// A Sum is a total in one currency.
type Sum struct {
	Amount   money.Amount
	Hedge    money.Hedge // of what it is made of
	Clusters int         // how many clusters it covers
}

// Rounded is the sum as readers want it: one of several figures, of which some are
// not exact, has no more digits than that leaves any sense in.
func (s Sum) Rounded() money.Amount {
	if s.Clusters < 2 {
		return s.Amount
	}
	return s.Hedge.Round(s.Amount)
}

// Complete reports whether one sum covers every cluster.
func (t Total) Complete() bool { return len(t.Sums) == 1 && len(t.Unknown) == 0 }

// Hedged reports whether any of the sums is not exact.
func (t Total) Hedged() bool {
	return slices.ContainsFunc(t.Sums, func(s Sum) bool { return s.Hedge != money.Exact })
}

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
		t.add(f.Value, f.Hedge)
	}
	slices.SortStableFunc(t.Sums, func(a, b Sum) int { return b.Clusters - a.Clusters })
	return t
}

func (t *Total) add(a money.Amount, h money.Hedge) {
	for i := range t.Sums {
		if s := &t.Sums[i]; s.Amount.Currency() == a.Currency() {
			s.Amount, s.Hedge = s.Amount.Add(a), s.Hedge.Add(h)
			s.Clusters++
			return
		}
	}
	t.Sums = append(t.Sums, Sum{Amount: a, Hedge: h, Clusters: 1})
}
