package layout

import (
	"encoding/json"
	"html/template"

	"example.org/svod/generator/report"
)

// A linkedData tells search engines what a page is, in the words of schema.org.
// It stands in a script element of type application/ld+json: data, not script,
// so a strict Content-Security-Policy lets it be.
type linkedData struct {
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
	Author        []person `json:"author,omitempty"`
	Correction    string   `json:"correction,omitempty"`
	Publisher     *person  `json:"publisher,omitempty"`
}

// A person is an author or, as an organisation, a publisher.
type person struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

const schema = "https://schema.org"

func (s *Site) linkedReport(p *Page) template.JS {
	return linkedData{
		Context:      schema,
		Type:         "Report",
		Name:         p.Title,
		Description:  p.Summary,
		URL:          p.Canonical,
		InLanguage:   p.Lang,
		DateModified: s.day().String(),
		Author:       people(s.report.Authors),
	}.encode()
}

func (s *Site) linkedArticle(p *Page, a *report.Article) template.JS {
	return linkedData{
		Context:       schema,
		Type:          "NewsArticle",
		Headline:      p.Title,
		Description:   p.Summary,
		URL:           p.Canonical,
		InLanguage:    p.Lang,
		DatePublished: a.Date.String(),
		DateModified:  a.Updated.String(),
		Image:         p.Image,
		Author:        people(a.Authors),
		Correction:    a.Correction,
		Publisher:     &person{"Organization", s.report.Title},
	}.encode()
}

// linkedLedger describes the ledger as the data set that it is.
func (s *Site) linkedLedger(p *Page) template.JS {
	return linkedData{
		Context:      schema,
		Type:         "Dataset",
		Name:         p.Title,
		Description:  p.Summary,
		URL:          p.Canonical,
		InLanguage:   p.Lang,
		DateModified: s.day().String(),
		Author:       people(s.report.Authors),
	}.encode()
}

// encode writes JSON in which no < can end the script element.
func (d linkedData) encode() template.JS {
	b, err := json.Marshal(d)
	if err != nil {
		panic(err) // strings and lists of strings always have a JSON
	}
	return template.JS(b)
}

func people(names []string) []person {
	var out []person
	for _, name := range names {
		out = append(out, person{"Person", name})
	}
	return out
}
