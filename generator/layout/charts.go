package layout

import (
	"html/template"
	"slices"
	"strings"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// ChartsPath is the list of all charts.
const ChartsPath = "charts/"

// ChartPath is the path of the page of a chart. Beside the page stand ID.png,
// ID-card.png, ID.svg, ID.csv, ID.json and, where the address of the site is known,
// oembed.json; below it, in embed/, the chart for the pages of others.
func ChartPath(id string) string { return ChartsPath + id + "/" }

// A ChartPlace is a chart and the page that shows it.
type ChartPlace struct {
	ID     string // in the address of the chart's own page
	Anchor string // on the page that shows it
	Title  string // of the chart
	Page   string // the title of the page that shows it
	Path   string // of that page, from the top of the site
	// Of is what the author wrote of that page; nil for a page of the layout's
	// own. A chart is shown to no search engine before its page is.
	Of *report.Page
}

// A ChartPage is the own page of a chart.
type ChartPage struct {
	Page      Page
	Figure    template.HTML
	Shown     Link // the place that shows the chart
	Citation  string
	Downloads []Download
	Embed     string // to be copied into another site; empty where the address of this one is not known
	Sources   []SourceEntry
	// Others says that the chart has more sources than are listed.
	Others bool
}

// A Download is a file with what is in the chart.
type Download struct {
	Link
	About string // "картинка для печати и сайта"
}

// A ChartList is a page of the list of all charts.
type ChartList struct {
	Page  Page
	Rows  []ChartListRow
	Pager Pager
}

// A ChartListRow is a chart in the list and the page that shows it.
type ChartListRow struct{ Chart, Shown Link }

func (*ChartPage) template() string { return "chart.html" }
func (v *ChartPage) page() *Page    { return &v.Page }
func (*ChartList) template() string { return "charts.html" }
func (v *ChartList) page() *Page    { return &v.Page }

// ChartPage shows a chart with all that somebody needs who wants to use it. The
// figure is rendered by [Site.Chart]; summary says what is to be seen in it, and
// embed is the code for other sites.
func (s *Site) ChartPage(p ChartPlace, figure template.HTML, summary, embed string, sources report.Sources) *ChartPage {
	v := &ChartPage{
		Page:    s.page(ChartPath(p.ID), ChartsPath, p.Title, ""),
		Figure:  figure,
		Embed:   embed,
		Sources: s.entries(nil, sources.List...),
		Others:  sources.More,
	}
	root := v.Page.Root
	v.Page.Summary = summary
	v.Page.Trail = []Link{{Text: s.layout.word("charts"), Href: root + ChartsPath}}
	v.Shown = s.shown(root, p)
	v.Citation = s.citation(&v.Page)
	for _, kind := range []string{"png", "svg", "csv", "json"} {
		v.Downloads = append(v.Downloads, Download{
			Link:  Link{Text: s.layout.word("download-" + kind), Href: p.ID + "." + kind},
			About: s.layout.word("download-" + kind + "-about"),
		})
	}
	if v.Page.Canonical != "" {
		v.Page.OEmbed = v.Page.Canonical + "oembed.json"
		v.Page.Image = v.Page.Canonical + p.ID + "-card.png"
	}
	if p.Of != nil {
		s.mark(&v.Page, p.Of)
	}
	return v
}

func (s *Site) shown(root string, p ChartPlace) Link {
	return Link{Text: p.Page, Href: root + p.Path + "#" + p.Anchor}
}

// citation names a chart as a list of references does: «Title» // Report, date.
// Address.
func (s *Site) citation(p *Page) string {
	words := s.layout.words
	id, args := "chart-citation", locale.Args{
		"Title": words.Quote(p.Title), "Report": s.report.Title, "Date": words.Date(s.day()),
	}
	if s.day().IsZero() {
		id = "chart-citation-undated"
	}
	cited := words.Text(id, args)
	if p.Canonical != "" {
		cited += " " + p.Canonical
	}
	return cited
}

// Imprint are the lines below a picture that stands alone: where its figures are
// from, and whose it is.
func (s *Site) Imprint(p ChartPlace, sources report.Sources) []string {
	var lines []string
	if len(sources.List) > 0 {
		var names []string
		for _, source := range sources.List {
			if !slices.Contains(names, source.Publisher) {
				names = append(names, source.Publisher)
			}
		}
		of, others := "source-of", ""
		if len(names) > 1 {
			of = "sources-of"
		}
		if len(names) > namedBeside || sources.More {
			names, others = names[:min(namedBeside, len(names))], " "+s.layout.word("sources-others")
		}
		lines = append(lines, s.layout.word(of)+" "+strings.Join(names, ", ")+others)
	}
	whose := s.report.Title
	if day := s.day(); !day.IsZero() {
		whose += ", " + s.layout.words.Date(day)
	}
	lines = append(lines, whose)
	if s.report.BaseURL != "" {
		lines = append(lines, s.report.BaseURL+ChartPath(p.ID))
	}
	return lines
}

// ChartList shows a page of the list of charts, in the order given. The first
// page is number 1.
func (s *Site) ChartList(number int, all []ChartPlace) *ChartList {
	pager := s.pager(ChartsPath, number, len(all))
	v := &ChartList{
		Page:  s.page(pager.path(number), ChartsPath, s.layout.word("charts"), s.layout.word("charts-description")),
		Pager: pager,
	}
	for _, p := range all[pager.from:pager.to] {
		v.Rows = append(v.Rows, ChartListRow{
			Chart: Link{Text: p.Title, Href: v.Page.Root + ChartPath(p.ID)},
			Shown: s.shown(v.Page.Root, p),
		})
	}
	return v
}
