package layout

import (
	"cmp"
	"html/template"
	"strings"

	"example.org/svod/generator/report"
)

// A Page is what every view has.
type Page struct {
	Lang        string
	Title       string      // as its heading; the report's own on the home page
	WindowTitle string      // with the name of the site after it
	Description string      // as the author wrote it, also shown under the title
	Summary     string      // for search engines and cards; never empty where there is a text
	Root        string      // from the page to the top of the site, such as "../../"
	Path        string      // from the top of the site to the page
	Canonical   string      // the absolute address; empty where base_url is not given
	Image       string      // the absolute address of the picture for cards; may be empty
	Type        string      // of Open Graph: "website" or "article"
	Hidden      bool        // not for search engines
	OEmbed      string      // the absolute address of the description for embedding; empty but on charts
	Mark        string      // says that the page is a draft or waits for its day
	Refresh     string      // where a browser is to go at once; empty but on redirects
	Linked      template.JS // JSON-LD; may be empty
	Trail       []Link      // the pages above this one, from the top
	Frame       Frame       // filled by [Site.Render]

	section string // the menu's entry that the page belongs to, as a path
}

// A Link leads to another page of the site, relative to the page it stands on,
// or to an address elsewhere.
type Link struct {
	Text, Href string
}

// A Body is what the caller has made of the page's file. All of it may be empty.
type Body struct {
	HTML     template.HTML
	Headings []Heading
	// Citations are the sources cited in the text; the first is number 1.
	Citations []Citation
	Photo     Picture
	// Lead is the chart that the page begins with, Place the one that shows a
	// cluster among all. Both are rendered by [Site.Chart].
	Lead, Place template.HTML
	// Figures says that figures of the report stand in the text, as they are today.
	Figures bool
	// Description is the beginning of the text, for pages that give none.
	Description string
}

// A Citation is a source that the text cites by number.
type Citation struct {
	Source *report.Source
	Anchor string   // the id that its entry at the foot must have
	Places []string // the ids of the places that cite it
}

// A Heading of the text, for a table of contents.
type Heading struct {
	Level    int
	ID, Text string
}

// A Picture is a photo's file. Width and Height keep its place on the page
// while it loads; 0 where they are not known.
type Picture struct {
	Src           string // relative to the page
	Width, Height int
}

// A Text is any page of the author's that is of no other kind.
type Text struct {
	Page     Page
	Body     template.HTML
	Contents []Heading // empty for short texts
	Sources  []SourceEntry
}

func (*Text) template() string { return "page.html" }
func (v *Text) page() *Page    { return &v.Page }

// contentsFrom is the number of headings from which a text gets a table of
// contents.
const contentsFrom = 4

// Text shows a plain page.
func (s *Site) Text(p *report.Page, body Body) *Text {
	v := &Text{
		Page:    s.document(p, p.Path(), p.Slug+"/", body.Description),
		Body:    body.HTML,
		Sources: s.entries(body.Citations),
	}
	if len(body.Headings) >= contentsFrom {
		v.Contents = body.Headings
	}
	return v
}

// page makes the common part of the page at a path. Section is the menu's entry
// that the page belongs to.
func (s *Site) page(path, section, title, description string) Page {
	root := strings.Repeat("../", strings.Count(path, "/"))
	p := Page{
		Lang:        s.report.Language,
		Title:       title,
		WindowTitle: title + " — " + s.report.Title,
		Description: description,
		Summary:     description,
		Root:        root,
		Path:        path,
		Type:        "website",
		section:     section,
	}
	if s.report.BaseURL != "" {
		p.Canonical = s.report.BaseURL + path
		if s.options.Card != "" {
			p.Image = s.report.BaseURL + s.options.Card
		}
	}
	return p
}

// document makes the common part of a page that stands for a document. Of the
// summaries, the first that is not empty is taken where the document has no
// description of its own.
func (s *Site) document(d *report.Page, path, section string, summaries ...string) Page {
	p := s.page(path, section, d.Title, d.Description)
	p.Summary = cmp.Or(append([]string{d.Description}, summaries...)...)
	s.mark(&p, d)
	return p
}

// mark says that a page shows something whose day has not come, or is over.
func (s *Site) mark(p *Page, d *report.Page) {
	switch {
	case d.Draft:
		p.Mark, p.Hidden = s.layout.word("mark-draft"), true
	case !d.Publish.IsZero() && s.options.Now.Before(d.Publish.Time(s.report.TimeZone)):
		p.Mark, p.Hidden = s.text("mark-scheduled", "Date", s.layout.words.Date(d.Publish.Date)), true
	case !d.Expires.IsZero() && !s.options.Now.Before(d.Expires.Time(s.report.TimeZone)):
		p.Mark, p.Hidden = s.text("mark-expired", "Date", s.layout.words.Date(d.Expires.Date)), true
	}
}

// link leads from a page to a document.
func link(root string, d report.Document) Link {
	return Link{Text: d.Base().Title, Href: root + d.Path()}
}
