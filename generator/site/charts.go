package site

import (
	"context"
	"html/template"
	"io/fs"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/report"
)

// chart reads the block of a chart on the page of a document and puts it
// together with its data. It is nil where a diagnostic is an error.
func (s *Site) chart(d report.Document, block markdown.Chart) (*chart.Chart, []diag.Diagnostic, error) {
	spec, found := parseChart(block)
	for _, ref := range spec.Sources {
		found = append(found, s.citation(markdown.Citation{ID: ref.Name, At: ref.At})...)
	}
	if diag.HasErrors(found) {
		return nil, found, nil
	}
	c, more, err := spec.Bind(s.tables, func(written string) (string, []byte, error) {
		file := beside(d, written)
		if !s.attachments[file] {
			return file, nil, fs.ErrNotExist
		}
		content, err := fs.ReadFile(s.builder.Source, file)
		return file, content, err
	})
	return c, append(found, more...), err
}

func parseChart(block markdown.Chart) (chart.Spec, []diag.Diagnostic) {
	return chart.ParseSpec(chart.Block{Source: block.Source, At: block.At, Fence: block.Position})
}

// drawChart draws the chart of a block for the place where the block stands.
func (s *Site) drawChart(d report.Document, block markdown.Chart, ids anchors) (string, []diag.Diagnostic, error) {
	c, found, err := s.chart(d, block)
	if err != nil {
		return "", nil, err
	}
	if c == nil {
		return "", nil, changedTable(d, found)
	}
	var sources []*report.Source
	for _, ref := range c.Sources {
		if source, ok := s.Report.Source(ref.Name); ok {
			sources = append(sources, source)
		}
	}
	html, err := s.show(d.Path(), ids.take(chartID(c.ID, c.Title)), c, sources)
	return string(html), found, err
}

// changedTable tells of a chart that was whole when it was checked, and whose
// table is another now.
func changedTable(d report.Document, found []diag.Diagnostic) error {
	file := d.Base().File
	for _, mistake := range found {
		file = mistake.File
	}
	return &ChangedError{file}
}

// chartID is the anchor of a chart on its page: what the author called it, or else
// made of its title.
func chartID(id, title string) string {
	if id != "" {
		return id
	}
	return "chart-" + report.MakeSlug(title)
}

// show draws a chart with what stands around it.
func (s *Site) show(from, id string, c *chart.Chart, sources []*report.Source) (template.HTML, error) {
	drawer, err := s.dress.drawer()
	if err != nil {
		return "", err
	}
	picture, err := drawer.Draw(context.Background(), c, id)
	if err != nil {
		return "", err
	}
	view := layout.Chart{
		ID:      id,
		Live:    relative(from, livePath(from, id)),
		Title:   c.Title,
		Unit:    c.Unit,
		Summary: c.Summary(),
		Wide:    template.HTML(picture.Wide), // the drawer lets no script through
		Narrow:  template.HTML(picture.Narrow),
		Sources: s.pages.SourceLinks(sources),
		Note:    c.Note,
		Columns: c.Columns(),
	}
	if script, ok := s.dress.assets["charts.js"]; ok {
		view.Script = relative(from, "assets/"+script)
	}
	for _, line := range c.Rows() {
		row := layout.ChartRow{Head: line.Head, Cells: line.Cells}
		if line.Link != "" {
			row.Href = relative(from, line.Link)
		}
		view.Rows = append(view.Rows, row)
	}
	return s.pages.Chart(view)
}

// An ownChart is one that the layout draws by itself: the sums of clusters.
type ownChart struct {
	id, title string
	clusters  []*report.Cluster
}

// ownCharts are those on the page of a document. There is one where there are at
// least two sums to compare.
func (s *Site) ownCharts(d report.Document) []ownChart {
	own := ownChart{}
	switch d := d.(type) {
	case home:
		own.title, own.clusters = s.dress.words.Text("chart-clusters", nil), s.Report.Clusters
	case *report.Region:
		own.title, own.clusters = s.dress.words.Text("chart-region", nil), d.Clusters
	}
	known := 0
	for _, c := range own.clusters {
		if f, ok := c.Investment.Current(); ok && !f.Unknown {
			known++
		}
	}
	if known < 2 {
		return nil
	}
	own.id = chartID("", own.title)
	return []ownChart{own}
}

// bindOwn makes a chart of the layout's own. Two known sums are always enough for
// one: those of another currency than most are told and not drawn.
func (s *Site) bindOwn(own ownChart) *chart.Chart {
	spec := chart.Spec{
		Kind:  chart.Bar,
		Title: own.title,
		X:     []chart.Ref{{Name: "investment"}},
		Y:     []chart.Ref{{Name: "title"}},
		Sort:  chart.ByValue,
	}
	c, _ := spec.Of(s.tables.Clusters("clusters", own.clusters), s.dress.chartWords)
	return c
}

// drawOwn draws the charts of the layout's own for the page of a document.
func (s *Site) drawOwn(d report.Document) ([]template.HTML, error) {
	var drawn []template.HTML
	for _, own := range s.ownCharts(d) {
		html, err := s.show(d.Path(), own.id, s.bindOwn(own), currentSources(own.clusters))
		if err != nil {
			return nil, err
		}
		drawn = append(drawn, html)
	}
	return drawn, nil
}

// mostSources is how many sources a chart of the layout's own names. The table
// of clusters beside it names them all.
const mostSources = 5

// currentSources are the sources of the current sums of the first clusters.
func currentSources(clusters []*report.Cluster) []*report.Source {
	var out []*report.Source
	seen := map[*report.Source]bool{}
	for _, c := range clusters {
		f, ok := c.Investment.Current()
		if source := f.Source.To; ok && source != nil && !seen[source] && len(out) < mostSources {
			seen[source] = true
			out = append(out, source)
		}
	}
	return out
}
