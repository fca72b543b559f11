package site

import (
	"html/template"
	"slices"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/report"
)

// homeCharts are those of the report's own page. The chart of all clusters, if
// there is one, leads.
func (s *Site) homeCharts() (lead template.HTML, others []template.HTML, err error) {
	charts := s.drawings.pages[""]
	if x := s.drawings.clusters; x != nil {
		charts = append([]*drawing{x}, charts...)
	}
	shown, err := s.showAll(charts, "")
	if err == nil && s.drawings.clusters != nil {
		lead, shown = shown[0], shown[1:]
	}
	return lead, shown, err
}

// clusterCharts are those of the page of a cluster: its sum over time, and its
// place among all.
func (s *Site) clusterCharts(c *report.Cluster) (history, place template.HTML, err error) {
	charts, err := s.chartsOn(c.Path())
	if err != nil {
		return "", "", err
	}
	place, err = s.placeOf(c)
	return joined(charts), place, err
}

// placeOf shows the chart of all clusters with the row of one marked. It is empty
// where that chart has no such row, and in a report of very many clusters: there
// it would make up most of the site.
func (s *Site) placeOf(c *report.Cluster) (template.HTML, error) {
	if len(s.Report.Clusters) > MostHistories {
		return "", nil
	}
	figure, err := s.comparison()
	if figure == nil || err != nil {
		return "", err
	}
	row := slices.IndexFunc(figure.lines, func(l chart.Line) bool { return l.Link == c.Path() })
	if row < 0 {
		return "", nil
	}
	mark := func(svg template.HTML) template.HTML {
		return template.HTML(picture.Mark([]byte(svg), row, "this"))
	}
	f := figure.Chart
	f.Own, f.Marked = true, true // the section that it stands in has the title
	f.Wide, f.Narrow = mark(f.Wide), mark(f.Narrow)
	f.Rows = nil
	f.Live, f.Script = "", "" // alive, it would lose its mark
	f.Href = relative(c.Path(), layout.ChartPath(figure.id))
	f.Sources, f.Further = s.pages.SourceLinks(figure.sources, f.Href+"#sources")
	return s.pages.Chart(f)
}

// A comparison is the chart of all clusters, drawn once for the pages of each.
type comparison struct {
	layout.Chart
	id      string
	lines   []chart.Line
	sources report.Sources
}

func (s *Site) newComparison() (*comparison, error) {
	x := s.drawings.clusters
	if x == nil {
		return nil, nil
	}
	d, err := x.draw()
	if err != nil {
		return nil, err
	}
	figure, err := s.figureOf(d, "")
	return &comparison{figure, x.ID, d.chart.Rows(), d.chart.Sources}, err
}

func joined(parts []template.HTML) template.HTML {
	var out template.HTML
	for _, p := range parts {
		out += p
	}
	return out
}
