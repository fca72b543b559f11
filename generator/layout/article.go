package layout

import (
	"html/template"
	"strings"

	"example.org/svod/generator/report"
)

// NewsPath is the list of all articles.
const NewsPath = "news/"

// Article is the page of a piece of news.
type Article struct {
	Page                Page
	Date, ISO           string
	Updated, UpdatedISO string
	Authors             string
	Lead                string
	Correction          string
	Photo               *Photo
	Body                template.HTML
	Clusters            []ClusterRow
	Regions             []Link
	Tags                []string
	Share               []ShareLink
	Sources             []SourceEntry
	// Day is that of the figures on the page, and Figures says that there are such
	// in the text. It is empty where it is the day of the article, or there are
	// none: then nothing needs to be said.
	Day, DayISO string
	Figures     bool
}

// A Photo is a picture with its credit. Src is empty where the author names a
// credit without a file, as for a picture that the page may not show.
type Photo struct {
	Src, Alt      string
	Width, Height int // 0 where unknown
	Caption       string
	Credit        string // "Фото: …"
}

// A NewsRow is an article in a list.
type NewsRow struct {
	Link
	Date, ISO string
	Lead      string
}

// A NewsList is a page of the list of all articles.
type NewsList struct {
	Page  Page
	Rows  []NewsRow
	Pager Pager
}

func (*Article) template() string  { return "article.html" }
func (v *Article) page() *Page     { return &v.Page }
func (*NewsList) template() string { return "news.html" }
func (v *NewsList) page() *Page    { return &v.Page }

// Article shows an article.
func (s *Site) Article(a *report.Article, body Body) *Article {
	page := s.document(&a.Page, a.Path(), NewsPath, a.Lead, body.Description)
	root := page.Root
	page.Type = "article"
	v := &Article{
		Page:       page,
		Date:       s.layout.words.Date(a.Date),
		ISO:        a.Date.String(),
		Updated:    s.layout.words.Date(a.Updated),
		UpdatedISO: a.Updated.String(),
		Authors:    strings.Join(a.Authors, ", "),
		Lead:       a.Lead,
		Correction: a.Correction,
		Photo:      s.photo(a.Photo, body.Photo),
		Body:       body.HTML,
		Tags:       a.Tags,
		Share:      s.share(page.Canonical, a.Title),
		Sources:    s.entries(body.Citations),
	}
	v.Page.Trail = []Link{{Text: s.layout.word("news"), Href: root + NewsPath}}
	for _, l := range a.Clusters {
		if l.To != nil {
			v.Clusters = append(v.Clusters, s.row(root, l.To))
		}
	}
	for _, l := range a.Regions {
		if l.To != nil {
			v.Regions = append(v.Regions, link(root, l.To))
		}
	}
	if v.Photo != nil {
		v.Page.Image = s.absolute(page.Path, v.Photo.Src)
	}
	if day := s.day(); (len(v.Clusters) > 0 || body.Figures) && day != a.Date && day != a.Updated {
		v.Day, v.DayISO, v.Figures = s.layout.words.Date(day), day.String(), body.Figures
	}
	v.Page.Linked = s.linkedArticle(&v.Page, a)
	return v
}

// NewsList shows a page of the list of articles, from the newest.
func (s *Site) NewsList(number int) *NewsList {
	pager := s.pager(NewsPath, number, len(s.report.Articles))
	page := s.page(pager.path(number), NewsPath, s.layout.word("news"), s.layout.word("news-description"))
	return &NewsList{
		Page:  page,
		Rows:  s.news(page.Root, s.report.Articles[pager.from:pager.to]),
		Pager: pager,
	}
}

func (s *Site) news(root string, articles []*report.Article) []NewsRow {
	var rows []NewsRow
	for _, a := range articles {
		rows = append(rows, NewsRow{
			Link: link(root, a),
			Date: s.layout.words.Date(a.Date),
			ISO:  a.Date.String(),
			Lead: a.Lead,
		})
	}
	return rows
}

// photo shows a picture and says whose it is; nil where the page has neither.
func (s *Site) photo(p report.Photo, file Picture) *Photo {
	if p.File == "" && p.Credit == "" {
		return nil
	}
	out := &Photo{Alt: p.Alt, Caption: p.Caption, Width: file.Width, Height: file.Height}
	if p.File != "" {
		if out.Src = file.Src; out.Src == "" {
			out.Src = p.File
		}
	}
	if p.Credit != "" {
		out.Credit = s.text("photo-credit", "Credit", p.Credit)
		out.Caption = sentence(out.Caption) // the credit is the next one
	}
	return out
}

// sentence ends a text with a full stop, unless it has an end already.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// absolute is the address of a file beside a page; empty where the address of
// the site is not known or there is no file.
func (s *Site) absolute(path, file string) string {
	if s.report.BaseURL == "" || file == "" {
		return ""
	}
	return s.report.BaseURL + path + file
}
