package export

import (
	"cmp"
	"encoding/json"
	"html"
	"io"
	"strings"

	"github.com/gorilla/feeds"

	"example.org/svod/generator/report"
)

// feedLength is how many articles a feed holds. Readers ask for it every few
// minutes, and none shows more.
const feedLength = 50

// Atom writes the latest articles as Atom (RFC 4287).
func Atom(w io.Writer, r *report.Report) error { return feed(r, html.EscapeString).WriteAtom(w) }

// RSS writes the latest articles as RSS 2.0. It names no authors: there they are
// addresses of e-mail (RSS 2.0, author and managingEditor).
func RSS(w io.Writer, r *report.Report) error {
	f := feed(r, html.EscapeString)
	f.Author = nil
	for _, i := range f.Items {
		i.Author = nil
	}
	channel := (&feeds.Rss{Feed: f}).RssFeed()
	channel.Language = r.Language
	return feeds.WriteXML(channel, w)
}

// JSONFeed writes the latest articles as JSON Feed 1.1 (jsonfeed.org).
func JSONFeed(w io.Writer, r *report.Report) error {
	f := (&feeds.JSON{Feed: feed(r, asItIs)}).JSONFeed()
	f.Language, f.FeedUrl = r.Language, address(r, "feed.json")
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(f)
}

func asItIs(s string) string { return s }

// feed makes a feed. Descriptions are plain text, which lead has to turn into
// what the format takes there: Atom and RSS read HTML.
func feed(r *report.Report, lead func(string) string) *feeds.Feed {
	f := &feeds.Feed{
		Title:       r.Title,
		Id:          address(r, ""),
		Link:        &feeds.Link{Href: address(r, "")},
		Description: lead(r.Description),
		Author:      author(r.Authors),
	}
	if day := r.Day(); !day.IsZero() {
		f.Updated = day.Time(r.TimeZone)
	}
	for _, a := range r.Articles[:min(len(r.Articles), feedLength)] {
		f.Items = append(f.Items, item(r, a, lead))
		if u := updated(r, a); u.After(f.Updated) {
			f.Updated = u
		}
	}
	return f
}

func item(r *report.Report, a *report.Article, lead func(string) string) *feeds.Item {
	authors := a.Authors
	if len(authors) == 0 {
		authors = r.Authors
	}
	link := address(r, a.Path())
	return &feeds.Item{
		Title:       a.Title,
		Id:          link,
		Link:        &feeds.Link{Href: link},
		Description: lead(cmp.Or(a.Lead, a.Description)),
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
