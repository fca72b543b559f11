package site

import (
	"io"
	"strconv"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/output"
	"example.org/svod/generator/report"
)

// livePath is the file from which a chart on the page at a path comes alive. The
// path of the page is a part of it, since two pages may call their charts alike.
func livePath(page, id string) string { return "charts/" + page + id + ".live.json" }

// planLive adds the files that browsers ask for when a reader reaches for a chart.
// What charts there are is known from the outlines of texts and from the report;
// nothing is read or drawn for it.
func (s *Site) planLive() {
	for _, d := range s.documents() {
		for _, own := range s.ownCharts(d) {
			s.live(d, own.id, func() (*chart.Chart, error) { return s.bindOwn(own), nil })
		}
		for i, id := range s.charted[d.Base().File] {
			s.live(d, id, func() (*chart.Chart, error) { return s.writtenChart(d, i) })
		}
	}
}

func (s *Site) live(d report.Document, id string, bind func() (*chart.Chart, error)) {
	s.add(livePath(d.Path(), id), output.Data, func(w io.Writer) error {
		drawer, err := s.dress.drawer()
		if err != nil {
			return err
		}
		c, err := bind()
		if err != nil {
			return err
		}
		data, err := drawer.Live(c)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	})
}

// writtenChart is a chart of a document's text, by its place among them.
func (s *Site) writtenChart(d report.Document, i int) (*chart.Chart, error) {
	p := d.Base()
	o, err := s.outline(p, s.revised.of(p))
	if err != nil {
		return nil, err
	}
	c, found, err := s.chart(d, o.charts[i])
	if c == nil && err == nil {
		err = changedTable(d, found)
	}
	return c, err
}

// Anchors are the ids of charts on a page; two of one title need two.
type anchors map[string]bool

// anchors are those of the charts that the layout draws on the page of a document.
func (s *Site) anchors(d report.Document) anchors {
	a := anchors{}
	for _, own := range s.ownCharts(d) {
		a[own.id] = true
	}
	return a
}

// take returns an id that the page does not have yet.
func (a anchors) take(id string) string {
	free := id
	for n := 2; a[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	a[free] = true
	return free
}

// chartIDs are the ids of the charts of a text.
func (s *Site) chartIDs(d report.Document, blocks []markdown.Chart) []string {
	if len(blocks) == 0 {
		return nil
	}
	ids, taken := make([]string, len(blocks)), s.anchors(d)
	for i, block := range blocks {
		spec, _ := parseChart(block)
		ids[i] = taken.take(chartID(spec.ID, spec.Title))
	}
	return ids
}
