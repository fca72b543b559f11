package site

import (
	"encoding/json"
	"io"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/export"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/output"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/report"
)

// planCharts adds the page of each chart with its files, and the list of them.
func (s *Site) planCharts() {
	all := s.drawings.all
	if len(all) == 0 {
		return
	}
	for n := 1; n <= layout.PageCount(len(all)); n++ {
		s.page(layout.PagePath(layout.ChartsPath, n), output.Index, func() (layout.View, error) {
			return s.pages.ChartList(n, s.chartPlaces()), nil
		})
	}
	for _, x := range all {
		folder := layout.ChartPath(x.ID)
		s.page(folder, output.Page, func() (layout.View, error) { return s.chartPage(x) })
		s.add(folder+x.ID+".svg", output.Data, s.drawnFile(x, s.writeSVG))
		s.add(folder+x.ID+".png", output.Data, s.drawnFile(x, s.writePNG(picture.Document)))
		s.add(cardPath(x.ID), output.Data, s.drawnFile(x, s.writePNG(picture.Card)))
		s.add(folder+x.ID+".csv", output.Data, s.drawnFile(x, func(w io.Writer, d *drawn) error { return d.chart.WriteCSV(w) }))
		s.add(folder+x.ID+".json", output.Data, s.drawnFile(x, s.writeData))
		s.add(livePath(x.ID), output.Data, s.drawnFile(x, s.writeLive))
		s.add(layout.EmbedPath(x.ID)+"index.html", output.Page, s.drawnFile(x, s.writeEmbed))
		if s.Report.BaseURL != "" {
			s.add(folder+"oembed.json", output.Data, s.drawnFile(x, s.writeOEmbed))
		}
	}
}

func (s *Site) chartPlaces() []layout.ChartPlace {
	places := make([]layout.ChartPlace, len(s.drawings.all))
	for i, x := range s.drawings.all {
		places[i] = x.ChartPlace
	}
	return places
}

// drawnFile writes something of a chart that is made when it is asked for.
func (s *Site) drawnFile(x *drawing, write func(io.Writer, *drawn) error) func(io.Writer) error {
	return func(w io.Writer) error {
		d, err := x.draw()
		if err != nil {
			return err
		}
		return write(w, d)
	}
}

func (s *Site) chartPage(x *drawing) (layout.View, error) {
	d, err := x.draw()
	if err != nil {
		return nil, err
	}
	figure, err := s.figureOf(d, layout.ChartPath(x.ID))
	if err != nil {
		return nil, err
	}
	figure.Own, figure.Href = true, ""
	html, err := s.alone(d, figure)
	if err != nil {
		return nil, err
	}
	height, err := s.frameHeight(d.chart)
	if err != nil {
		return nil, err
	}
	return s.pages.ChartPage(x.ChartPlace, html, figure.Summary, s.pages.EmbedCode(x.ChartPlace, height), d.chart.Sources), nil
}

func (s *Site) writeEmbed(w io.Writer, d *drawn) error {
	figure, err := s.figureOf(d, layout.EmbedPath(d.ID))
	if err != nil {
		return err
	}
	figure.Embedded = true
	html, err := s.alone(d, figure)
	if err != nil {
		return err
	}
	return s.pages.Embed(w, d.ChartPlace, html)
}

// frameHeight is the height of a frame for a chart. It is enough for both
// pictures, since nobody knows how wide the frame will be.
func (s *Site) frameHeight(c *chart.Chart) (int, error) {
	drawer, err := s.dress.drawer()
	if err != nil {
		return 0, err
	}
	wide, err := drawer.Height(c, chart.Wide)
	if err != nil {
		return 0, err
	}
	narrow, err := drawer.Height(c, chart.Narrow)
	return layout.FrameHeight(max(wide, narrow)), err
}

// writeSVG writes the picture as a file of its own, which says where its figures
// are from and whose it is.
func (s *Site) writeSVG(w io.Writer, d *drawn) error {
	drawer, err := s.dress.drawer()
	if err != nil {
		return err
	}
	svg, err := drawer.Alone(d.chart, d.Anchor, s.pages.Imprint(d.ChartPlace, d.chart.Sources)...)
	if err != nil {
		return err
	}
	_, err = w.Write(svg)
	return err
}

// cardPath is the picture of a chart for cards of networks.
func cardPath(id string) string { return layout.ChartPath(id) + id + "-card.png" }

// livePath is the file from which a chart comes alive in a browser.
func livePath(id string) string { return layout.ChartPath(id) + "live.json" }

func (s *Site) writeLive(w io.Writer, d *drawn) error {
	drawer, err := s.dress.drawer()
	if err != nil {
		return err
	}
	data, err := drawer.Live(d.chart)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// writePNG writes the same picture for those who cannot use an SVG.
func (s *Site) writePNG(size picture.Size) func(io.Writer, *drawn) error {
	return func(w io.Writer, d *drawn) error {
		drawer, err := s.dress.drawer()
		if err != nil {
			return err
		}
		png, err := drawer.PNG(d.chart, d.Anchor, size, s.pages.Imprint(d.ChartPlace, d.chart.Sources)...)
		if err != nil {
			return err
		}
		_, err = w.Write(png)
		return err
	}
}

func (s *Site) writeOEmbed(w io.Writer, d *drawn) error {
	height, err := s.frameHeight(d.chart)
	if err != nil {
		return err
	}
	return writeJSON(w, s.pages.OEmbed(d.ChartPlace, chart.Wide, height))
}

// A chartData is the file of a chart for programs.
type chartData struct {
	chart.Data
	Report  string        `json:"report"`
	AsOf    string        `json:"as_of,omitempty"`
	URL     string        `json:"url,omitempty"`
	Sources []chartSource `json:"sources"`
	// MoreSources says that there are others, which are too many to list.
	MoreSources bool `json:"more_sources,omitempty"`
	// Option is what ECharts draws the wide picture from.
	Option json.RawMessage `json:"option"`
}

type chartSource struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Date      string `json:"date,omitempty"`
	URL       string `json:"url"`
}

func (s *Site) writeData(w io.Writer, d *drawn) error {
	drawer, err := s.dress.drawer()
	if err != nil {
		return err
	}
	option, err := drawer.Option(d.chart, chart.Wide)
	if err != nil {
		return err
	}
	data := chartData{
		Data: d.chart.Data(), Report: s.Report.Title, AsOf: s.Report.Day().String(), Option: option,
		Sources: []chartSource{}, MoreSources: d.chart.Sources.More,
	}
	if s.Report.BaseURL != "" {
		data.URL = s.Report.BaseURL + layout.ChartPath(d.ID)
	}
	for _, source := range d.chart.Sources.List {
		data.Sources = append(data.Sources, chartSource{source.Title, source.Publisher, source.Date.String(), source.URL})
	}
	return writeJSON(w, data)
}

// writeJSON writes a value so that it can stand in a page without closing any
// element of it: encoding/json escapes <, > and &.
func writeJSON(w io.Writer, v any) error {
	return json.NewEncoder(w).Encode(v)
}

// chartLocations are the pages of charts that search engines should know: those
// of which the page that shows the chart is out.
func (s *Site) chartLocations(edition report.Edition) []export.Location {
	if len(s.drawings.all) == 0 {
		return nil
	}
	out := []export.Location{{Path: layout.ChartsPath}}
	for _, x := range s.drawings.all {
		if x.Of == nil || edition.Shows(x.Of, s.Report.TimeZone) {
			out = append(out, export.Location{Path: layout.ChartPath(x.ID)})
		}
	}
	return out
}
