package report_test

import (
	"testing"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// Sums are compared within the currency of most clusters, and equal ones share
// their places.
func TestPlaces(t *testing.T) {
	clusters := []*report.Cluster{
		cluster("a", "А", history(t, said{sum: 8})),
		cluster("b", "Б", history(t, said{sum: 15.6})),
		cluster("c", "В", history(t, said{sum: 40}, said{sum: 8})),
		cluster("d", "Г", history(t, said{sum: 1})),
		cluster("e", "Д", history(t, said{unknown: true})),
		cluster("f", "Е", nil),
	}
	dollars := money.New(bn(90).Decimal(), "USD")
	clusters = append(clusters, cluster("g", "Ж", report.History[money.Amount]{
		{Value: dollars, Scope: report.WholeCluster, Kind: report.Announced},
	}))
	r := report.Rank(clusters)
	if r.Currency != "RUB" || r.Count() != 4 || r.Unknown != 2 || r.Alien != 1 {
		t.Errorf("%s: %d compared, %d unknown, %d alien", r.Currency, r.Count(), r.Unknown, r.Alien)
	}
	for _, test := range []struct {
		sum         money.Amount
		first, last int
	}{
		{bn(15.6), 1, 1},
		{bn(8), 2, 3},
		{bn(1), 4, 4},
		{bn(40), 0, 0}, // it stands no longer
		{dollars, 0, 0},
	} {
		if first, last := r.Places(test.sum); first != test.first || last != test.last {
			t.Errorf("%v has the places %d to %d, not %d to %d", test.sum, first, last, test.first, test.last)
		}
	}
}
