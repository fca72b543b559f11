package site

import (
	"context"
	"html/template"
	"io/fs"
	"strconv"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/report"
)

// chart reads the block of a chart on the page of a document and puts it
// together with its data. It is nil where a diagnostic is an error.
func (s *Site) chart(d report.Document, block markdown.Chart) (*chart.Chart, []diag.Diagnostic, error) {
	spec, found := chart.ParseSpec(chart.Block{Source: block.Source, At: block.At, Fence: block.Position})
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

// drawChart draws the chart of a block for the place where the block stands.
// It counts the ids of the page's charts, since two of one title need two.
func (s *Site) drawChart(d report.Document, block markdown.Chart, ids map[string]int) (string, []diag.Diagnostic, error) {
	c, found, err := s.chart(d, block)
	if err != nil {
		return "", nil, err
	}
	if c == nil { // it was whole when it was checked, so its table is another now
		file := d.Base().File
		for _, mistake := range found {
			file = mistake.File
		}
		return "", nil, &ChangedError{file}
	}
	id := chartID(c)
	if ids[id]++; ids[id] > 1 {
		id += "-" + strconv.Itoa(ids[id])
	}
	var sources []*report.Source
	for _, ref := range c.Sources {
		if source, ok := s.Report.Source(ref.Name); ok {
			sources = append(sources, source)
		}
	}
	html, err := s.show(d.Path(), id, c, sources)
	return string(html), found, err
}

// chartID is the anchor of a chart on its page.
func chartID(c *chart.Chart) string {
	if c.ID != "" {
		return c.ID
	}
	return "chart-" + report.MakeSlug(c.Title)
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
		Title:   c.Title,
		Unit:    c.Unit,
		Summary: c.Summary(),
		Wide:    template.HTML(picture.Wide), // the drawer lets no script through
		Narrow:  template.HTML(picture.Narrow),
		Sources: s.pages.SourceLinks(sources),
		Note:    c.Note,
		Columns: c.Columns(),
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

// homeCharts are those that the report's own page draws by itself.
func (s *Site) homeCharts() ([]template.HTML, error) {
	return s.clusterChart("", "chart-clusters", s.Report.Clusters)
}

// regionCharts are those of a region's page.
func (s *Site) regionCharts(r *report.Region) ([]template.HTML, error) {
	return s.clusterChart(r.Path(), "chart-region", r.Clusters)
}

// clusterChart draws the sums of clusters, where there are at least two to
// compare.
func (s *Site) clusterChart(from, title string, clusters []*report.Cluster) ([]template.HTML, error) {
	known := 0
	for _, c := range clusters {
		if f, ok := c.Investment.Current(); ok && !f.Unknown {
			known++
		}
	}
	if known < 2 {
		return nil, nil
	}
	spec := chart.Spec{
		Kind:  chart.Bar,
		Title: s.dress.words.Text(title, nil),
		X:     []chart.Ref{{Name: "investment"}},
		Y:     []chart.Ref{{Name: "title"}},
		Sort:  chart.ByValue,
	}
	c, _ := spec.Of(s.tables.Clusters("clusters", clusters), s.dress.chartWords)
	if c == nil {
		return nil, nil // sums in several currencies have no common axis
	}
	html, err := s.show(from, chartID(c), c, currentSources(clusters))
	return []template.HTML{html}, err
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
