package site

import (
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strconv"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/export"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/output"
	"example.org/svod/generator/report"
)

// plan lists the files of the site, and tells what would stand where something
// else does. The files of the whole report take longest and come first: whoever
// renders in parallel would wait for them at the end.
func (s *Site) plan() []diag.Diagnostic {
	const others = 100 // few, beside the pages of documents
	s.Files = make([]output.File, 0, len(s.documents())+others)
	s.planData()
	s.planExports()
	s.planAssets()
	s.planDocuments()
	s.planLists()
	s.planCharts()
	return s.planGuests()
}

func (s *Site) add(p string, phase output.Phase, render func(io.Writer) error) {
	s.Files = append(s.Files, output.File{Path: p, Phase: phase, Render: render})
}

// page adds a page at a path with a slash at its end.
func (s *Site) page(p string, phase output.Phase, view func() (layout.View, error)) {
	name := p
	if p == "" || p[len(p)-1] == '/' {
		name += "index.html"
	}
	s.add(name, phase, func(w io.Writer) error {
		v, err := view()
		if err != nil {
			return err
		}
		return inLayouts(s.pages.Render(w, v))
	})
}

// copy adds a file of the layouts that is published as it is.
func (s *Site) copy(p string, phase output.Phase, name string) {
	s.add(p, phase, func(w io.Writer) error {
		f, err := s.dress.layouts.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	})
}

func (s *Site) planAssets() {
	for _, file := range slices.Sorted(maps.Values(s.dress.assets)) {
		s.copy("assets/"+file, output.Asset, "dist/assets/"+file)
	}
	if style, name := s.theme(); style != nil {
		s.add("assets/"+name, output.Asset, func(w io.Writer) error {
			_, err := w.Write(style)
			return err
		})
	}
}

// theme is the stylesheet of the report's own accent and the name of its file,
// which changes with it as those of all assets do.
func (s *Site) theme() (style []byte, name string) {
	style = layout.Theme(s.Report.Accent)
	return style, fmt.Sprintf("theme.%08X.css", uint32(content.Sum(style)))
}

func (s *Site) planDocuments() {
	for _, d := range s.documents() {
		phase := output.Page
		if _, top := d.(home); top {
			phase = output.Index
		}
		s.page(d.Path(), phase, func() (layout.View, error) { return s.view(d) })
	}
	s.page(layout.NotFoundPath, output.Page, func() (layout.View, error) { return s.pages.NotFound(), nil })
}

// view makes the page of a document.
func (s *Site) view(d report.Document) (layout.View, error) {
	body, err := s.body(d)
	if err != nil {
		return nil, err
	}
	switch d := d.(type) {
	case home:
		var charts []template.HTML
		body.Lead, charts, err = s.homeCharts()
		return s.pages.Home(body, charts...), err
	case *report.Cluster:
		body.Photo = s.photo(d, d.Photo)
		body.Lead, body.Place, err = s.clusterCharts(d)
		return s.pages.Cluster(d, body), err
	case *report.Organization:
		return s.pages.Organization(d, body), nil
	case *report.Region:
		charts, err := s.chartsOn(d.Path())
		return s.pages.Region(d, body, charts...), err
	case *report.Article:
		body.Photo = s.photo(d, d.Photo)
		return s.pages.Article(d, body), nil
	}
	return s.pages.Text(d.Base(), body), nil
}

// photo is the picture named in the front matter of a page.
func (s *Site) photo(d report.Document, p report.Photo) layout.Picture {
	if p.File == "" {
		return layout.Picture{}
	}
	m := s.measured(d.Path(), beside(d, p.File))
	return layout.Picture{Src: m.Src, Width: m.Width, Height: m.Height}
}

// planLists adds the pages that list others, each over as many pages as it takes.
func (s *Site) planLists() {
	r := s.Report
	lists := []struct {
		path string
		rows int
		view func(number int) (layout.View, error)
	}{
		{layout.ClustersPath, len(r.Clusters), func(n int) (layout.View, error) { return s.pages.ClusterList(n), nil }},
		{layout.OrganizationsPath, len(r.Organizations), func(n int) (layout.View, error) { return s.pages.OrganizationList(n), nil }},
		{layout.RegionsPath, len(r.Regions), func(n int) (layout.View, error) { return s.pages.RegionList(n), nil }},
		{layout.NewsPath, len(r.Articles), func(n int) (layout.View, error) { return s.pages.NewsList(n), nil }},
		{layout.LedgerPath, s.pages.LedgerRows(), s.ledger},
		{layout.SourcesPath, len(r.Sources), func(n int) (layout.View, error) { return s.pages.Sources(n), nil }},
	}
	for _, list := range lists {
		for n := 1; n <= layout.PageCount(list.rows); n++ {
			s.page(layout.PagePath(list.path, n), output.Index, func() (layout.View, error) { return list.view(n) })
		}
	}
}

// ledger shows a page of the ledger, the first with its charts.
func (s *Site) ledger(number int) (layout.View, error) {
	if number > 1 {
		return s.pages.Ledger(number), nil
	}
	charts, err := s.chartsOn(layout.LedgerPath)
	return s.pages.Ledger(number, charts...), err
}

// planExports adds the files that programs read.
func (s *Site) planExports() {
	r := s.Report
	s.add("robots.txt", output.Index, func(w io.Writer) error {
		if s.Preview {
			return export.ClosedRobots(w)
		}
		return export.Robots(w, r)
	})
	if r.BaseURL == "" {
		return
	}
	s.add("feed.xml", output.Index, func(w io.Writer) error { return export.Atom(w, s.public()) })
	s.add("rss.xml", output.Index, func(w io.Writer) error { return export.RSS(w, s.public()) })
	s.add("feed.json", output.Index, func(w io.Writer) error { return export.JSONFeed(w, s.public()) })
	s.planSitemap()
}

// planSitemap adds one sitemap, or an index of several where one cannot hold
// all pages.
func (s *Site) planSitemap() {
	r := s.Report
	const lists = 10 // at most, beside documents and charts
	if len(s.documents())+len(s.drawings.all)+lists <= export.SitemapLimit {
		s.add("sitemap.xml", output.Index, func(w io.Writer) error { return export.Sitemap(w, r, s.locations()) })
		return
	}
	locations := s.locations()
	var names []string
	for part := range slices.Chunk(locations, export.SitemapLimit) {
		name := "sitemap-" + strconv.Itoa(len(names)+1) + ".xml"
		names = append(names, name)
		s.add(name, output.Data, func(w io.Writer) error { return export.Sitemap(w, r, part) })
	}
	s.add("sitemap.xml", output.Index, func(w io.Writer) error { return export.SitemapIndex(w, r, names) })
}

// locations are the pages that search engines should know: all but those that
// are shown before or after their time.
func (s *Site) locations() []export.Location {
	var out []export.Location
	edition := s.builder.Edition.Public()
	for _, d := range s.documents() {
		if edition.Shows(d.Base(), s.Report.TimeZone) {
			out = append(out, export.Location{Path: d.Path(), Changed: changed(d)})
		}
	}
	for _, list := range []string{
		layout.ClustersPath, layout.OrganizationsPath, layout.RegionsPath, layout.NewsPath,
		layout.LedgerPath, layout.SourcesPath,
	} {
		out = append(out, export.Location{Path: list})
	}
	if s.hasData() {
		out = append(out, export.Location{Path: layout.DataPath})
	}
	return append(out, s.chartLocations(edition)...)
}

// changed is the day from which a document is known to be as it is.
func changed(d report.Document) report.Date {
	switch d := d.(type) {
	case *report.Article:
		if !d.Updated.IsZero() {
			return d.Updated
		}
		return d.Date
	case *report.Cluster:
		return d.Changed()
	}
	return report.Date{}
}

// layoutOptions tell the pages which feeds there are, and whether there are
// charts.
func (s *Site) layoutOptions() layout.Options {
	o := layout.Options{
		Now:    s.builder.Edition.Time(s.Report.TimeZone),
		Charts: len(s.drawings.all) > 0,
	}
	if style, name := s.theme(); style != nil {
		o.Theme = name
	}
	if x := s.drawings.clusters; x != nil {
		o.Card = cardPath(x.ID)
	}
	if s.Report.BaseURL != "" {
		o.Feeds = []layout.Feed{
			{Path: "feed.xml", Type: "application/atom+xml", Title: s.Report.Title},
			{Path: "rss.xml", Type: "application/rss+xml", Title: s.Report.Title},
			{Path: "feed.json", Type: "application/feed+json", Title: s.Report.Title},
		}
	}
	return o
}
