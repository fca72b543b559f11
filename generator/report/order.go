package report

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"example.org/svod/generator/money"
)

// order puts every list in the order that readers see.
func (a *assembly) order() {
	r := a.report
	byTitle := func(x, y *Page) int {
		return cmp.Or(strings.Compare(x.Key, y.Key), strings.Compare(x.Slug, y.Slug))
	}
	var clusters sync.WaitGroup
	clusters.Go(a.orderClusters) // takes as long as all others
	slices.SortFunc(r.Regions, func(x, y *Region) int { return byTitle(&x.Page, &y.Page) })
	slices.SortFunc(r.Organizations, func(x, y *Organization) int {
		if order := strings.Compare(x.nameKey(), y.nameKey()); order != 0 {
			return order
		}
		return byTitle(&x.Page, &y.Page)
	})
	slices.SortFunc(r.Articles, func(x, y *Article) int {
		return cmp.Or(y.Date.Compare(x.Date), byTitle(&x.Page, &y.Page))
	})
	slices.SortFunc(r.Pages, func(x, y *Page) int {
		return cmp.Or(cmp.Compare(x.Menu, y.Menu), byTitle(x, y))
	})
	clusters.Wait()
}

// orderClusters puts the largest first, those without a known sum last. Sums in
// another currency than the report's cannot be compared with it and follow it.
func (a *assembly) orderClusters() {
	type ranked struct {
		cluster *Cluster
		rank    int
		whole   int64 // of the sum
		sum     *money.Amount
	}
	var none money.Amount
	list := make([]ranked, len(a.report.Clusters))
	for i, c := range a.report.Clusters {
		list[i] = ranked{cluster: c, rank: 2, sum: &none}
		f := c.Investment.current()
		if f == nil || f.Unknown {
			continue
		}
		list[i].rank, list[i].whole, list[i].sum = 0, f.Value.Whole(), &f.Value
		if f.Value.Currency() != a.report.Currency {
			list[i].rank = 1
		}
	}
	slices.SortFunc(list, func(x, y ranked) int {
		// Step by step: most pairs are told apart before anything else is looked at.
		if x.rank == 1 && y.rank == 1 {
			if order := cmp.Compare(x.sum.Currency(), y.sum.Currency()); order != 0 {
				return order
			}
		}
		if order := cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(y.whole, x.whole)); order != 0 {
			return order
		}
		if order := y.sum.Cmp(*x.sum); order != 0 {
			return order
		}
		return cmp.Or(strings.Compare(x.cluster.Key, y.cluster.Key), strings.Compare(x.cluster.Slug, y.cluster.Slug))
	})
	for i, r := range list {
		a.report.Clusters[i] = r.cluster
	}
}

// collectClusters fills the lists that lead back to clusters: those of a region,
// the memberships of an organisation.
func (a *assembly) collectClusters() {
	for _, c := range a.report.Clusters {
		if region := c.Region.To; region != nil {
			region.Clusters = append(region.Clusters, c)
		}
		for i := range c.Members {
			m := &c.Members[i]
			o := m.Organization
			if o.Memberships == nil {
				o.Memberships = a.mentions.empty(o.mentions)
			}
			o.Memberships = append(o.Memberships, ClusterMembership{c, m.Member})
		}
	}
}
