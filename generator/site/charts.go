package site

import (
	"context"
	"errors"
	"html/template"
	"io/fs"
	"slices"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/report"
)

// chart puts a block on the page of a document together with its data. It is nil
// where a diagnostic is an error.
func (s *Site) chart(d report.Document, b block) (*chart.Chart, []diag.Diagnostic, error) {
	spec, found := b.spec, slices.Clone(b.found)
	for _, ref := range spec.Sources {
		found = append(found, s.citation(markdown.Citation{ID: ref.Name, At: ref.At})...)
	}
	if diag.HasErrors(found) {
		return nil, found, nil
	}
	large := ""
	c, more, err := spec.Bind(s.tables, func(written string) (string, []byte, error) {
		file := beside(d, written)
		if !s.isAttachment(file) {
			return file, nil, fs.ErrNotExist
		}
		content, err := s.readAttachment(file)
		if errors.Is(err, errTooLarge) {
			large = file
		}
		return file, content, err
	})
	if large != "" {
		return nil, append(found, tooLarge(large, spec.Data.At)), nil
	}
	return c, append(found, more...), err
}

// bound is the chart of a block that was whole when it was checked.
func (s *Site) bound(d report.Document, b block) (*chart.Chart, error) {
	c, found, err := s.chart(d, b)
	if err != nil {
		return nil, err
	}
	if c == nil { // its table is another now
		file := d.Base().File
		for _, mistake := range found {
			file = mistake.File
		}
		return nil, &ChangedError{file}
	}
	return c, nil
}

// drawBlock draws the n-th chart of a text for the place where it stands.
func (s *Site) drawBlock(d report.Document, n int, b block) (html template.HTML, hatched bool, err error) {
	c, err := s.bound(d, b)
	if err != nil {
		return "", false, err
	}
	x := s.drawings.texts[d.Base().File][n]
	figure, err := s.figureOf(&drawn{x, c}, d.Path())
	if err != nil {
		return "", false, err
	}
	html, err = s.pages.Chart(figure)
	return html, c.Hatched(), err
}

// alone is the chart of a page that has no other, with the patterns that it may need.
func (s *Site) alone(d *drawn, figure layout.Chart) (template.HTML, error) {
	html, err := s.pages.Chart(figure)
	if err != nil || !d.chart.Hatched() {
		return html, err
	}
	patterns, err := s.pages.Patterns()
	return html + patterns, err
}

// chartsOn draws the charts that a page draws by itself.
func (s *Site) chartsOn(path string) ([]template.HTML, error) {
	return s.showAll(s.drawings.pages[path], path)
}

// showAll draws charts for the page at a path, all at once: somebody may be waiting
// for it, and of the home page they change with every sum.
func (s *Site) showAll(charts []*drawing, from string) ([]template.HTML, error) {
	out := make([]template.HTML, len(charts))
	err := inParallel(context.Background(), len(charts), func(i int) (err error) {
		out[i], err = s.show(charts[i], from)
		return err
	})
	return out, err
}

// show draws a chart with what stands around it, for the page at a path.
func (s *Site) show(x *drawing, from string) (template.HTML, error) {
	d, err := x.draw()
	if err != nil {
		return "", err
	}
	figure, err := s.figureOf(d, from)
	if err != nil {
		return "", err
	}
	return s.pages.Chart(figure)
}

// A drawn is a chart at its place, bound to its table.
type drawn struct {
	*drawing
	chart *chart.Chart
}

func (x *drawing) draw() (*drawn, error) {
	c, err := x.bind()
	return &drawn{x, c}, err
}

// figureOf draws both pictures of a chart and adds its words, for the page at a
// path.
func (s *Site) figureOf(d *drawn, from string) (layout.Chart, error) {
	drawer, err := s.dress.drawer()
	if err != nil {
		return layout.Chart{}, err
	}
	c := d.chart
	picture, err := drawer.Draw(c, d.Anchor)
	if err != nil {
		return layout.Chart{}, err
	}
	figure := layout.Chart{
		ID:      d.Anchor,
		Title:   c.Title,
		Unit:    c.Unit,
		Summary: c.Summary(),
		Wide:    template.HTML(picture.Wide), // the drawer lets no script through
		Narrow:  template.HTML(picture.Narrow),
		Note:    c.Note,
		Columns: c.Columns(),
		Href:    relative(from, layout.ChartPath(d.ID)),
	}
	figure.Sources, figure.Further = s.pages.SourceLinks(c.Sources, figure.Href+"#sources")
	if script, ok := s.dress.assets["charts.js"]; ok && c.Kind.Alive() {
		figure.Live = relative(from, livePath(d.ID))
		figure.Script = relative(from, "assets/"+script)
	}
	for _, line := range c.Rows() {
		row := layout.ChartRow{Head: line.Head, Cells: line.Cells}
		if line.Link != "" {
			row.Href = relative(from, line.Link)
		}
		figure.Rows = append(figure.Rows, row)
	}
	return figure, nil
}
