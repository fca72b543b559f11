package export

import (
	"io"
	"strings"

	"github.com/gorilla/feeds"

	"example.org/svod/generator/report"
)

// feedLength is how many articles a feed holds. Readers ask for it every few
// minutes, and none shows more.
const feedLength = 50

// Atom writes the latest articles as Atom (RFC 4287).
func Atom(w io.Writer, r *report.Report) error { return feed(r).WriteAtom(w) }

// RSS writes the latest articles as RSS 2.0.
func RSS(w io.Writer, r *report.Report) error { return feed(r).WriteRss(w) }

// JSONFeed writes the latest articles as JSON Feed 1.1 (jsonfeed.org).
func JSONFeed(w io.Writer, r *report.Report) error { return feed(r).WriteJSON(w) }

func feed(r *report.Report) *feeds.Feed {
	f := &feeds.Feed{
		Title:       r.Title,
		Id:          address(r, ""),
		Link:        &feeds.Link{Href: address(r, "")},
		Description: r.Description,
		Author:      author(r.Authors),
	}
	if day := r.Day(); !day.IsZero() {
		f.Updated = day.Time(r.TimeZone)
	}
	for _, a := range r.Articles[:min(len(r.Articles), feedLength)] {
		f.Items = append(f.Items, item(r, a))
		if u := updated(r, a); u.After(f.Updated) {
			f.Updated = u
		}
	}
	return f
}

func item(r *report.Report, a *report.Article) *feeds.Item {
	authors := a.Authors
	if len(authors) == 0 {
		authors = r.Authors
	}
	lead := a.Lead
	if lead == "" {
		lead = a.Description
	}
	link := address(r, a.Path())
	return &feeds.Item{
		Title:       a.Title,
		Id:          link,
		Link:        &feeds.Link{Href: link},
		Description: lead,
		Author:      author(authors),
		Created:     a.Date.Time(r.TimeZone),
		Updated:     updated(r, a),
	}
}

func author(names []string) *feeds.Author {
	if len(names) == 0 {
		return nil
	}
	return &feeds.Author{Name: strings.Join(names, ", ")}
}
