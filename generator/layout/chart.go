package layout

import "html/template"

// A Chart is a drawn chart with everything that must stand beside it.
type Chart struct {
	ID string // an anchor
	// Live is the address of what a browser makes the chart come alive from, and
	// Script that of the module that does it. A browser runs a module once, however
	// many charts of a page name it.
	Live, Script string
	Title        string // what the chart shows
	Unit         string
	Summary      string // a sentence that tells what is to be seen
	// Wide is for pages from 640 pixels, Narrow for phones. The stylesheet shows
	// one of them; both are SVG with a role and a name of their own.
	Wide, Narrow template.HTML
	Sources      []SourceLink
	Further      *Link  // to the list of all sources, where these are not all
	Date, ISO    string // of the data
	Note         string
	Columns      []string
	Rows         []ChartRow
	Href         string // of the chart's own page; empty on that page itself
	// Own says that the heading of the page is the title of the chart, Embedded
	// that the chart stands in a page of somebody else.
	Own, Embedded bool
	// Marked says that one row has the class "this" and the others step back.
	Marked bool
}

// A ChartRow is a line of the chart's table: what it is about, then its values.
type ChartRow struct {
	Head  string
	Href  string // of what it is about; may be empty
	Cells []string
}

// Chart renders a chart with partials/chart.html, for the place in a text where
// its block stands or for the home page.
func (s *Site) Chart(c Chart) (template.HTML, error) { return s.part("partials/chart.html", &c) }

// Patterns renders partials/patterns.html: what surfaces of charts are filled with on
// paper. A page has it once, however many such charts it has.
func (s *Site) Patterns() (template.HTML, error) { return s.part("partials/patterns.html", nil) }
