package site

import (
	"cmp"
	"slices"
	"strings"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/report"
)

// planFormer keeps the addresses of the charts that clusters had while there were
// few enough of them: the page of each, and the frame in other sites, lead to the
// page of its cluster. Which clusters those were nobody remembers, for a site is
// made of its content alone. They are taken to be the ones announced first, since
// a report grows by what is announced later. However many clusters there are,
// there are at most [MostHistories] of these addresses, and nothing is drawn.
func (s *Site) planFormer(places places) {
	if len(s.Report.Clusters) <= MostHistories {
		return
	}
	drawn := map[string]bool{} // places may know of guests alone
	for _, x := range s.drawings.all {
		drawn[x.ID] = true
	}
	for _, c := range announcedFirst(s.Report.Clusters) {
		id := chartName(historyName(c))
		folder := layout.ChartPath(id)
		if _, free := places.free(folder + "index.html"); !free || drawn[id] {
			continue // the author has something else there
		}
		for _, path := range []string{folder, folder + "embed/"} {
			places.take(path + "index.html")
			s.redirect(path, c)
		}
	}
}

// announcedFirst are the clusters whose sums have a history worth a chart, from
// the one whose history is the oldest, and no more than MostHistories of them.
func announcedFirst(clusters []*report.Cluster) []*report.Cluster {
	var out []*report.Cluster
	for _, c := range clusters {
		if severalDays(c) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(x, y *report.Cluster) int {
		return cmp.Or(firstDay(x).Compare(firstDay(y)), strings.Compare(x.Slug, y.Slug))
	})
	return out[:min(len(out), MostHistories)]
}

// firstDay is the first day on which a sum of the whole cluster was named.
func firstDay(c *report.Cluster) report.Date {
	for _, f := range c.Investment {
		if !f.Unknown && f.Stands() && !f.Date.IsZero() {
			return f.Date
		}
	}
	return report.Date{}
}

// historyName is what the chart of a cluster's sum over time is called.
func historyName(c *report.Cluster) string { return "cluster-" + c.Slug }
