package layout

import (
	"example.org/svod/generator/report"
)

// LinkedData tells search engines what a page is, in the words of schema.org.
// The template writes it as JSON inside a script element of type
// application/ld+json, where html/template escapes it; it is data, not script,
// and a strict Content-Security-Policy lets it be.
type LinkedData struct {
	Context       string   `json:"@context"`
	Type          string   `json:"@type"`
	Name          string   `json:"name,omitempty"`
	Headline      string   `json:"headline,omitempty"`
	Description   string   `json:"description,omitempty"`
	URL           string   `json:"url,omitempty"`
	InLanguage    string   `json:"inLanguage,omitempty"`
	DatePublished string   `json:"datePublished,omitempty"`
	DateModified  string   `json:"dateModified,omitempty"`
	Image         string   `json:"image,omitempty"`
	Author        []Person `json:"author,omitempty"`
	Correction    string   `json:"correction,omitempty"`
	Publisher     *Person  `json:"publisher,omitempty"`
}

// A Person is an author or, as an organisation, a publisher.
type Person struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

const schema = "https://schema.org"

func (s *Site) linkedReport(p *Page) *LinkedData {
	return &LinkedData{
		Context:      schema,
		Type:         "Report",
		Name:         p.Title,
		Description:  p.Description,
		URL:          p.Canonical,
		InLanguage:   p.Lang,
		DateModified: s.report.Day().String(),
		Author:       people(s.report.Authors),
	}
}

func (s *Site) linkedArticle(p *Page, a *report.Article) *LinkedData {
	return &LinkedData{
		Context:       schema,
		Type:          "NewsArticle",
		Headline:      p.Title,
		Description:   p.Description,
		URL:           p.Canonical,
		InLanguage:    p.Lang,
		DatePublished: a.Date.String(),
		DateModified:  a.Updated.String(),
		Image:         p.Image,
		Author:        people(a.Authors),
		Correction:    a.Correction,
		Publisher:     &Person{"Organization", s.report.Title},
	}
}

// linkedLedger describes the ledger as the data set that it is.
func (s *Site) linkedLedger(p *Page) *LinkedData {
	return &LinkedData{
		Context:      schema,
		Type:         "Dataset",
		Name:         p.Title,
		Description:  p.Description,
		URL:          p.Canonical,
		InLanguage:   p.Lang,
		DateModified: s.report.Day().String(),
		Author:       people(s.report.Authors),
	}
}

func people(names []string) []Person {
	var out []Person
	for _, name := range names {
		out = append(out, Person{"Person", name})
	}
	return out
}
