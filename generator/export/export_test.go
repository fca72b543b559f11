package export_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"example.org/svod/generator/export"
	"example.org/svod/generator/report"
)

func sample() *report.Report {
	zone := time.FixedZone("Томск", 7*60*60)
	r := &report.Report{Settings: report.Settings{
		Page:     report.Page{Title: "Отчёт <о> кластерах & прочем", Description: "Кто и сколько обещал"},
		BaseURL:  "https://svod.example.org/otchet/",
		TimeZone: zone,
		Authors:  []string{"Редакция"},
	}}
	for i := range 60 {
		r.Articles = append(r.Articles, &report.Article{
			Page: report.Page{Slug: fmt.Sprintf("start-%d", i), Title: fmt.Sprintf("Новость «%d» </title><script>", i)},
			Date: report.Date{Year: 2025, Month: 2, Day: 11},
			Lead: "Главное & второстепенное",
		})
	}
	r.Articles[0].Updated = report.Date{Year: 2025, Month: 3, Day: 1}
	r.Articles[0].Authors = []string{"Алёна Штерн", "Иван"}
	return r
}

func write(t *testing.T, f func(io.Writer, *report.Report) error, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAtom(t *testing.T) {
	text := write(t, export.Atom, sample())
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Title   string   `xml:"title"`
		ID      string   `xml:"id"`
		Updated string   `xml:"updated"`
		Entries []struct {
			Title   string `xml:"title"`
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
			Author  string `xml:"author>name"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatal(err, text)
	}
	// A summary is HTML to a reader of feeds, and a lead is not.
	if !strings.Contains(text, "Главное &amp;amp; второстепенное") {
		t.Error("the lead is not escaped as HTML")
	}
	if feed.Title != "Отчёт <о> кластерах & прочем" || feed.ID != "https://svod.example.org/otchet/" {
		t.Errorf("%+v", feed)
	}
	// Midnight is that of the report's zone; the newest change is the feed's.
	if feed.Updated != "2025-03-01T00:00:00+07:00" {
		t.Errorf("updated %s", feed.Updated)
	}
	if len(feed.Entries) != 50 {
		t.Fatalf("%d entries", len(feed.Entries))
	}
	first := feed.Entries[0]
	if first.Link.Href != "https://svod.example.org/otchet/news/start-0/" || first.ID != first.Link.Href ||
		first.Author != "Алёна Штерн, Иван" || first.Title != "Новость «0» </title><script>" {
		t.Errorf("%+v", first)
	}
	if feed.Entries[1].Author != "Редакция" || feed.Entries[1].Updated != "2025-02-11T00:00:00+07:00" {
		t.Errorf("%+v", feed.Entries[1])
	}
}

func TestOtherFeeds(t *testing.T) {
	var rss struct {
		Language string   `xml:"channel>language"`
		Editor   string   `xml:"channel>managingEditor"`
		Authors  []string `xml:"channel>item>author"`
	}
	r := sample()
	r.Language = "ru"
	if err := xml.Unmarshal([]byte(write(t, export.RSS, r)), &rss); err != nil {
		t.Error(err)
	}
	if rss.Language != "ru" || rss.Editor != "" || len(rss.Authors) > 0 {
		t.Errorf("%+v", rss)
	}
	var feed struct {
		Version string `json:"version"`
		Feed    string `json:"feed_url"`
		Items   []struct {
			URL string `json:"url"`
		} `json:"items"`
	}
	if err := json.Unmarshal([]byte(write(t, export.JSONFeed, sample())), &feed); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(feed.Version, "jsonfeed.org") || len(feed.Items) != 50 || feed.Items[0].URL != "https://svod.example.org/otchet/news/start-0/" ||
		feed.Feed != "https://svod.example.org/otchet/feed.json" {
		t.Errorf("%+v", feed)
	}
}

func TestSitemap(t *testing.T) {
	var b bytes.Buffer
	err := export.Sitemap(&b, sample(), []export.Location{{Path: ""}, {Path: "clusters/les/", Changed: report.Date{Year: 2025, Month: 7}}})
	want := xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://svod.example.org/otchet/</loc></url>` +
		`<url><loc>https://svod.example.org/otchet/clusters/les/</loc><lastmod>2025-07</lastmod></url></urlset>`
	if err != nil || b.String() != want {
		t.Errorf("%v %s", err, b.String())
	}
	b.Reset()
	err = export.SitemapIndex(&b, sample(), []string{"sitemap-1.xml"})
	if err != nil || !strings.Contains(b.String(), "<sitemap><loc>https://svod.example.org/otchet/sitemap-1.xml</loc></sitemap>") {
		t.Errorf("%v %s", err, b.String())
	}
}

func TestRobots(t *testing.T) {
	r := sample()
	if got := write(t, export.Robots, r); got != "User-agent: *\nDisallow:\n\nSitemap: https://svod.example.org/otchet/sitemap.xml\n" {
		t.Errorf("%q", got)
	}
	r.BaseURL = ""
	if got := write(t, export.Robots, r); got != "User-agent: *\nDisallow:\n" {
		t.Errorf("%q", got)
	}
}
