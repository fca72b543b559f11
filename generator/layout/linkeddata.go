package layout

import (
	"encoding/json"
	"html/template"
	"slices"
	"strings"

	"example.org/svod/generator/report"
)

// A linkedData tells search engines what a page is, in the words of schema.org.
// It stands in a script element of type application/ld+json: data, not script,
// so a strict Content-Security-Policy lets it be.
type linkedData struct {
	Context       string  `json:"@context"`
	Type          string  `json:"@type"`
	Name          string  `json:"name,omitempty"`
	Headline      string  `json:"headline,omitempty"`
	Description   string  `json:"description,omitempty"`
	URL           string  `json:"url,omitempty"`
	InLanguage    string  `json:"inLanguage,omitempty"`
	DatePublished string  `json:"datePublished,omitempty"`
	DateModified  string  `json:"dateModified,omitempty"`
	Image         string  `json:"image,omitempty"`
	Author        []party `json:"author,omitempty"`
	Creator       []party `json:"creator,omitempty"` // what an author of a Dataset is called
	Correction    string  `json:"correction,omitempty"`
	Publisher     *party  `json:"publisher,omitempty"`
}

// A party is a Person or an Organization that writes or publishes.
type party struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
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
		Author:       s.parties(s.report.Authors),
		Publisher:    s.publisher(),
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
		Author:        s.parties(a.Authors),
		Correction:    a.Correction,
		Publisher:     s.publisher(),
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
		Creator:      s.parties(s.report.Authors),
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

func (s *Site) parties(names []string) []party {
	var out []party
	for _, name := range names {
		kind := "Person"
		if s.isNewsroom(name) {
			kind = "Organization"
		}
		out = append(out, party{Type: kind, Name: name})
	}
	return out
}

// publisher is the newsroom that is named among the authors of the report, or else
// the report under its own name.
func (s *Site) publisher() *party {
	out := &party{"Organization", s.report.Title, s.report.BaseURL}
	if i := slices.IndexFunc(s.report.Authors, s.isNewsroom); i >= 0 {
		out.Name = s.report.Authors[i]
	}
	return out
}

// isNewsroom reports whether an author is no person: it is the report, publishes
// one of its sources, has a name in quotation marks, as no person has, or one with
// a word such as "newsroom".
func (s *Site) isNewsroom(name string) bool {
	if name == s.report.Title || strings.ContainsAny(name, "«»„“”\"") || s.publishers()[name] {
		return true
	}
	known := strings.Fields(s.layout.word("newsroom-words"))
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(word string) bool {
		return slices.Contains(known, word)
	})
}
