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
		hedge       money.Hedge
		first, last int
	}{
		{bn(15.6), money.Exact, 1, 1},
		{bn(8), money.Exact, 2, 3},
		{bn(8), money.MoreThan, 0, 0}, // nobody is promised so much
		{bn(1), money.Exact, 4, 4},
		{bn(40), money.Exact, 0, 0}, // it stands no longer
		{dollars, money.Exact, 0, 0},
	} {
		if first, last := r.Places(report.Figure[money.Amount]{Value: test.sum, Hedge: test.hedge}); first != test.first || last != test.last {
			t.Errorf("%s %v has the places %d to %d, not %d to %d", test.hedge, test.sum, first, last, test.first, test.last)
		}
	}
}

// A cluster's page says the same of its place as the chart of all clusters does:
// more than eight is more than eight.
func TestPlacesOfHedgedSums(t *testing.T) {
	hedged := func(h money.Hedge) report.History[money.Amount] {
		list := history(t, said{sum: 8})
		list[0].Hedge = h
		return list
	}
	r := report.Rank([]*report.Cluster{
		cluster("a", "А", hedged(money.Almost)),
		cluster("b", "Б", hedged(money.Exact)),
		cluster("c", "В", hedged(money.MoreThan)),
		cluster("d", "Г", hedged(money.About)),
	})
	for hedge, want := range map[money.Hedge][2]int{
		money.MoreThan: {1, 1}, money.Exact: {2, 3}, money.About: {2, 3}, money.Almost: {4, 4},
	} {
		if first, last := r.Places(hedged(hedge)[0]); [2]int{first, last} != want {
			t.Errorf("%s 8 has the places %d to %d, not %v", hedge, first, last, want)
		}
	}
}
