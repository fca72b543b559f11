package report

import (
	"slices"

	"example.org/svod/generator/money"
)

// A Ranking is the order of clusters by the sums that stand for them, of which
// "more than 20" is larger than 20. Sums in different currencies have no order:
// only those in the currency of most clusters are compared.
type Ranking struct {
	// Currency is that of the sums compared; empty where no sum is known.
	Currency money.Currency
	// Unknown is how many clusters have no sum, and Alien how many have one in
	// another currency.
	Unknown, Alien int

	figures []*Figure[money.Amount] // from the largest
}

// Rank puts clusters in order by their current sums.
func Rank(clusters []*Cluster) Ranking {
	total := TotalNow(clusters)
	r := Ranking{Unknown: len(total.Unknown)}
	if len(total.Sums) == 0 {
		return r
	}
	r.Currency = total.Sums[0].Amount.Currency()
	for _, c := range clusters {
		f := c.Investment.current()
		switch {
		case f == nil || f.Unknown:
		case f.Value.Currency() != r.Currency:
			r.Alien++
		default:
			r.figures = append(r.figures, f)
		}
	}
	slices.SortFunc(r.figures, fromLargest)
	return r
}

// Count is how many clusters are compared.
func (r Ranking) Count() int { return len(r.figures) }

// Places are the first and the last of the places that a sum shares with those
// that are as large; the same where it has a place of its own. Both are 0 where the
// sum is not among those compared.
func (r Ranking) Places(f Figure[money.Amount]) (first, last int) {
	if f.Value.Currency() != r.Currency {
		return 0, 0
	}
	first, found := slices.BinarySearchFunc(r.figures, &f, fromLargest)
	if !found {
		return 0, 0
	}
	last = first
	for last < len(r.figures) && fromLargest(r.figures[last], &f) == 0 {
		last++
	}
	return first + 1, last
}

func fromLargest(a, b *Figure[money.Amount]) int {
	return money.CompareHedged(b.Value, b.Hedge, a.Value, a.Hedge)
}
