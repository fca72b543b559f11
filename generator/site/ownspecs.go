package site

import (
	"strings"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// clustersChart compares the sums of clusters.
func (s *Site) clustersChart(title string, args locale.Args, clusters []*report.Cluster) ownChart {
	return ownChart{
		spec: chart.Spec{
			Kind: chart.Bar, Title: s.dress.words.Text(title, args), Sort: chart.ByValue,
			X: columns("investment"), Y: columns("title"),
		},
		worth: severalSums(clusters),
		table: func() *dataset.Table { return s.tables.Sums(clusters) },
	}
}

// promisedChart is what all clusters together were promised, over time.
func (s *Site) promisedChart() ownChart {
	r, words := s.Report, s.dress.words
	return ownChart{
		spec: chart.Spec{
			Kind: chart.Steps, Title: words.Text("chart-promised", nil), Note: words.Text("chart-promised-note", nil),
			X: columns("date"), Y: columns("investment"),
		},
		worth: severalDays(r.Clusters...),
		table: func() *dataset.Table { return s.tables.Promised(r.Clusters, r.Day()) },
	}
}

// stagesChart counts clusters by how far they have come.
func (s *Site) stagesChart() ownChart {
	stages := func() *dataset.Table { return s.tables.StagesOfAll(s.Report) }
	return ownChart{
		spec: chart.Spec{
			Kind: chart.Bar, Title: s.dress.words.Text("chart-stages", nil), Sort: chart.AsGiven,
			X: columns("clusters"), Y: columns("stage"),
		},
		words: func(spec *chart.Spec) { spec.Summary = s.countStages(stages()) },
		worth: severalStages(s.Report.Clusters),
		table: stages,
	}
}

// countStages tells how many clusters are at each stage, and of how many none is
// known.
func (s *Site) countStages(stages *dataset.Table) string {
	var parts []string
	for _, row := range stages.Rows {
		count := s.dress.words.Count("cluster-count", int(row.Cells[1].Value.Whole()), nil)
		parts = append(parts, s.dress.words.Text("chart-stage-count", locale.Args{"Stage": row.Cells[0].Text, "Count": count}))
	}
	return locale.Capitalized(strings.Join(parts, "; ") + ".")
}

// courseChart leads from the first announcement to the sum of today.
func (s *Site) courseChart() ownChart {
	clusters, words := s.Report.Clusters, s.dress.words
	own := ownChart{
		spec: chart.Spec{
			Kind: chart.Waterfall, Title: words.Text("chart-course", nil),
			X: columns("change"), Y: columns("announcement"),
		},
		words: func(spec *chart.Spec) {
			spec.Note = words.Text("chart-course-note", nil)
			if report.TotalNow(clusters).Hedged() {
				spec.Note += " " + words.Text("chart-hedged-note", nil)
			}
		},
		table: func() *dataset.Table { return s.tables.Course(clusters) },
	}
	if severalDays(clusters...) {
		table := own.table()
		c, _ := own.spec.Of(table, s.dress.chartWords)
		own.worth = c != nil && len(table.Rows) > 1 // changes may cancel out
	}
	return own
}

// historyChart is the sum of one cluster over time.
func (s *Site) historyChart(c *report.Cluster) ownChart {
	return ownChart{
		spec: chart.Spec{
			Kind: chart.Steps, Title: s.dress.words.Text("chart-history", locale.Args{"Cluster": c.Title}),
			X: columns("date"), Y: columns("investment"),
		},
		worth: severalDays(c),
		table: func() *dataset.Table { return s.tables.History(c, s.Report.Day()) },
	}
}

func columns(names ...string) []chart.Ref {
	refs := make([]chart.Ref, len(names))
	for i, name := range names {
		refs[i].Name = name
	}
	return refs
}
