package report

import (
	"iter"
	"slices"

	"example.org/svod/generator/money"
)

// An Announcement is one line of the ledger: a sum said about a cluster, beside
// the one that stood before it.
type Announcement struct {
	Cluster *Cluster
	Figure  Figure[money.Amount]
	// Previous is the figure of the same [Matter] that this one replaces; nil for
	// the first.
	Previous *Figure[money.Amount]
}

// Ledger returns every dated sum of the report in the order of time, and of one
// day in the order of the clusters. Figures without a date are not in it.
func (r *Report) Ledger() []Announcement {
	out := make([]Announcement, 0, r.Announced())
	for _, c := range r.Clusters {
		for _, a := range c.Announcements() {
			if !a.Figure.Date.IsZero() {
				out = append(out, a)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Announcement) int {
		return a.Figure.Date.Compare(b.Figure.Date)
	})
	return out
}

// Announced is how many lines the ledger has.
func (r *Report) Announced() int {
	n := 0
	for _, c := range r.Clusters {
		for i := range c.Investment {
			if !c.Investment[i].Date.IsZero() {
				n++
			}
		}
	}
	return n
}

// Announcements are all sums of the cluster, those without a date too, by their
// places in its history. Most clusters have few, for which nothing is allocated.
func (c *Cluster) Announcements() iter.Seq2[int, Announcement] {
	return func(yield func(int, Announcement) bool) {
		before := map[Matter]*Figure[money.Amount]{}
		for i := range c.Investment {
			f := &c.Investment[i]
			matter := f.Matter()
			if !yield(i, Announcement{Cluster: c, Figure: *f, Previous: before[matter]}) {
				return
			}
			before[matter] = f
		}
	}
}

// A Change is what a figure is to the one before it.
type Change struct {
	By    money.Amount
	Hedge money.Hedge // of By
	Times float64     // how many times larger it is
}

// Change compares the figure with the one before it. It is false where either is
// unknown, they are in different currencies, or nothing stood before.
func (a Announcement) Change() (c Change, ok bool) {
	now, before := &a.Figure, a.Previous
	if before == nil || before.Unknown || now.Unknown || before.Value.Currency() != now.Value.Currency() {
		return Change{}, false
	}
	by := now.Value.Sub(before.Value)
	return Change{by, now.Hedge.Sub(before.Hedge, by.Sign()), now.Value.Ratio(before.Value)}, true
}
