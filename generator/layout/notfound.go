package layout

import (
	"net/url"

	"example.org/svod/generator/report"
)

// NotFoundPath is the file that servers answer with where there is no page.
const NotFoundPath = "404.html"

// NotFound is the page for addresses that do not exist.
type NotFound struct {
	Page     Page
	Sections []Link
}

// Redirect is the page at an address that a page once had.
type Redirect struct {
	Page   Page
	Target Link
}

func (*NotFound) template() string { return "404.html" }
func (v *NotFound) page() *Page    { return &v.Page }
func (*Redirect) template() string { return "redirect.html" }
func (v *Redirect) page() *Page    { return &v.Page }

// NotFound shows the page for addresses that do not exist. See the package
// comment for its links.
func (s *Site) NotFound() *NotFound {
	page := s.page(NotFoundPath, "", s.layout.word("not-found"), s.layout.word("not-found-description"))
	page.Hidden = true
	page.Canonical = ""
	page.Root = "/"
	if u, err := url.Parse(s.report.BaseURL); err == nil && u.Path != "" {
		page.Root = u.Path
	}
	v := &NotFound{Page: page}
	for _, m := range s.menu {
		v.Sections = append(v.Sections, Link{Text: m.Text, Href: page.Root + m.Href})
	}
	return v
}

// Redirect leads from a site path ("old/les/") to the document that stands
// there no longer, without script.
func (s *Site) Redirect(from string, to report.Document) *Redirect {
	base := to.Base()
	page := s.page(from, "", base.Title, base.Description)
	page.Hidden = true
	if s.report.BaseURL != "" {
		page.Canonical = s.report.BaseURL + to.Path()
	}
	target := link(page.Root, to)
	page.Refresh = "0; url=" + target.Href
	return &Redirect{Page: page, Target: target}
}
