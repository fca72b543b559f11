package site

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// mostHistories is how many clusters a report may have for each to get charts on
// its own page. A chart for each of ten thousand would take longer than all else.
const mostHistories = 200

// An ownChart is a chart that a page draws by itself, where its table has enough
// to show.
type ownChart struct {
	spec    chart.Spec
	value   string // the column of the table that is drawn
	least   int    // how many values it must have
	table   func() *chart.Table
	sources func() []*report.Source
}

// findOwnDrawings adds the charts that pages draw by themselves.
func (s *Site) findOwnDrawings(names chartNames) {
	r := s.Report
	home := layout.ChartPlace{Page: r.Title, Of: &r.Page}
	if x := s.ownDrawing(names, home, "clusters", s.clustersChart("chart-clusters", nil, r.Clusters)); x != nil {
		s.drawings.clusters = x
		s.drawings.all = append(s.drawings.all, x)
	}
	s.drawings.addPage(s.ownDrawing(names, home, "promised", s.promisedChart()))
	s.drawings.addPage(s.ownDrawing(names, home, "stages", s.stagesChart()))
	ledger := layout.ChartPlace{Page: s.dress.words.Text("ledger", nil), Path: layout.LedgerPath}
	s.drawings.addPage(s.ownDrawing(names, ledger, "course", s.courseChart()))
	for _, region := range r.Regions {
		at := layout.ChartPlace{Page: region.Title, Path: region.Path(), Of: &region.Page}
		title := locale.Args{"Region": region.Title}
		s.drawings.addPage(s.ownDrawing(names, at, "region-"+region.Slug, s.clustersChart("chart-region", title, region.Clusters)))
	}
	if len(r.Clusters) > mostHistories {
		return
	}
	for _, c := range r.Clusters {
		at := layout.ChartPlace{Page: c.Title, Path: c.Path(), Of: &c.Page}
		s.drawings.addPage(s.ownDrawing(names, at, "cluster-"+c.Slug, s.historyChart(c)))
	}
}

// ownDrawing is the drawing of a chart of a page's own; nil where there is not
// enough to show.
func (s *Site) ownDrawing(names chartNames, at layout.ChartPlace, name string, own ownChart) *drawing {
	words := s.dress.chartWords
	if own.make(words) == nil {
		return nil
	}
	at.ID = names.make(name)
	at.Anchor, at.Title = "chart-"+at.ID, own.spec.Title
	return &drawing{at, func() (*chart.Chart, []*report.Source, error) {
		return own.make(words), own.sources(), nil
	}}
}

// make is nil where there is not enough to show, or where sums in several
// currencies have no common axis.
func (o ownChart) make(words *chart.Words) *chart.Chart {
	table := o.table()
	if table.Known(o.value) < o.least {
		return nil
	}
	c, _ := o.spec.Of(table, words)
	return c
}

// clustersChart compares the sums of clusters.
func (s *Site) clustersChart(title string, args locale.Args, clusters []*report.Cluster) ownChart {
	return ownChart{
		spec: chart.Spec{
			Kind: chart.Bar, Title: s.dress.words.Text(title, args), Sort: chart.ByValue,
			X: columns("investment"), Y: columns("title"),
		},
		value: "investment", least: 2,
		table:   func() *chart.Table { return s.tables.Clusters("clusters", clusters) },
		sources: func() []*report.Source { return currentSources(clusters) },
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
		value: "investment", least: 3, // two days, and today
		table:   func() *chart.Table { return s.tables.Promised(r.Clusters, r.Day()) },
		sources: func() []*report.Source { return currentSources(r.Clusters) },
	}
}

// stagesChart counts clusters by how far they have come.
func (s *Site) stagesChart() ownChart {
	stages, _ := s.tables.Table("stages")
	return ownChart{
		spec: chart.Spec{
			Kind: chart.Bar, Title: s.dress.words.Text("chart-stages", nil), Sort: chart.AsGiven,
			X: columns("clusters"), Y: columns("stage"), Summary: s.countStages(stages),
		},
		value: "clusters", least: 2,
		table:   func() *chart.Table { return stages },
		sources: func() []*report.Source { return stageSources(s.Report.Clusters) },
	}
}

// countStages tells how many clusters are at each stage.
func (s *Site) countStages(stages *chart.Table) string {
	var parts []string
	for _, row := range stages.Rows {
		n := int(row.Cells[1].Value.Decimal().IntPart())
		parts = append(parts, row.Cells[0].Text+" — "+s.dress.words.Count("cluster-count", n, nil))
	}
	told := strings.Join(parts, "; ") + "."
	first, size := utf8.DecodeRuneInString(told)
	return string(unicode.ToUpper(first)) + told[size:]
}

// courseChart leads from the first announcement to the sum of today.
func (s *Site) courseChart() ownChart {
	clusters, words := s.Report.Clusters, s.dress.words
	note := words.Text("chart-course-note", nil)
	if report.TotalNow(clusters).Approximate {
		note += " " + words.Text("chart-approximate-note", nil)
	}
	return ownChart{
		spec: chart.Spec{
			Kind: chart.Waterfall, Title: words.Text("chart-course", nil), Note: note,
			X: columns("change"), Y: columns("announcement"),
		},
		value: "change", least: 2,
		table:   func() *chart.Table { return s.tables.Course(clusters) },
		sources: func() []*report.Source { return announcedSources(clusters...) },
	}
}

// historyChart is the sum of one cluster over time.
func (s *Site) historyChart(c *report.Cluster) ownChart {
	return ownChart{
		spec: chart.Spec{
			Kind: chart.Steps, Title: s.dress.words.Text("chart-history", locale.Args{"Cluster": c.Title}),
			X: columns("date"), Y: columns("investment"),
		},
		value: "investment", least: 3, // two announcements, and today
		table:   func() *chart.Table { return s.tables.History(c, s.Report.Day()) },
		sources: func() []*report.Source { return announcedSources(c) },
	}
}

func columns(names ...string) []chart.Ref {
	refs := make([]chart.Ref, len(names))
	for i, name := range names {
		refs[i].Name = name
	}
	return refs
}
