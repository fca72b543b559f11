package report_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// hedged is a cluster with one sum, in roubles.
func hedged(sum string, h money.Hedge) *report.Cluster {
	return &report.Cluster{Investment: report.History[money.Amount]{{
		Value: money.New(decimal.RequireFromString(sum), money.RUB), Hedge: h, Scope: report.WholeCluster, Kind: report.Announced,
	}}}
}

// A total is as exact as its sums, and one that is not has no digits that mean
// nothing. The sum of one cluster is what was announced, to the last digit.
func TestTotalOfHedgedSums(t *testing.T) {
	for name, test := range map[string]struct {
		clusters []*report.Cluster
		hedge    money.Hedge
		want     string
	}{
		"one exact":         {[]*report.Cluster{hedged("520000e6", money.MoreThan), hedged("1200.5e6", money.Exact)}, money.MoreThan, "521,2 млрд ₽"},
		"both ways":         {[]*report.Cluster{hedged("8e9", money.Almost), hedged("20e9", money.MoreThan)}, money.About, "28 млрд ₽"},
		"of one cluster":    {[]*report.Cluster{hedged("521200.5e6", money.MoreThan)}, money.MoreThan, "521 200,5 млн ₽"},
		"exact to the last": {[]*report.Cluster{hedged("520000e6", money.Exact), hedged("1200.5e6", money.Exact)}, money.Exact, "521 200,5 млн ₽"},
	} {
		total := report.TotalNow(test.clusters)
		sum := total.Sums[0]
		if got := money.Format(sum.Rounded(), "ru"); sum.Hedge != test.hedge || strings.ReplaceAll(got, "\u00a0", " ") != test.want || total.Hedged() != (test.hedge != money.Exact) {
			t.Errorf("%s: %q %s, want %q %s", name, sum.Hedge, got, test.hedge, test.want)
		}
	}
}

// A change is not surer than what it is between.
func TestChangeOfHedgedSums(t *testing.T) {
	exact, more := hedged("6.1e9", money.Exact).Investment[0], hedged("20e9", money.MoreThan).Investment[0]
	for name, test := range map[string]struct {
		now, before report.Figure[money.Amount]
		want        money.Hedge
	}{
		"up to more than":   {more, exact, money.MoreThan},
		"down to so much":   {exact, more, money.About},
		"from exact, exact": {exact, hedged("5e9", money.Exact).Investment[0], money.Exact},
	} {
		change, ok := report.Announcement{Figure: test.now, Previous: &test.before}.Change()
		if !ok || change.Hedge != test.want {
			t.Errorf("%s: %+v", name, change)
		}
	}
}
