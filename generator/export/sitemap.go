package export

import (
	"encoding/xml"
	"fmt"
	"io"

	"example.org/svod/generator/report"
)

// A Location is a page for a search engine.
type Location struct {
	Path    string // from the top of the site
	Changed report.Date
}

// SitemapLimit is how many pages one sitemap may list (sitemaps.org).
const SitemapLimit = 50_000

// Sitemap writes a list of at most [SitemapLimit] pages.
func Sitemap(w io.Writer, r *report.Report, pages []Location) error {
	type entry struct {
		Location string `xml:"loc"`
		Changed  string `xml:"lastmod,omitempty"`
	}
	set := struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Entries []entry  `xml:"url"`
	}{}
	for _, p := range pages {
		set.Entries = append(set.Entries, entry{address(r, p.Path), p.Changed.String()})
	}
	return writeXML(w, set)
}

// SitemapIndex writes a list of sitemaps, which a site of more pages needs.
func SitemapIndex(w io.Writer, r *report.Report, sitemaps []string) error {
	type entry struct {
		Location string `xml:"loc"`
	}
	index := struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Entries []entry  `xml:"sitemap"`
	}{}
	for _, path := range sitemaps {
		index.Entries = append(index.Entries, entry{address(r, path)})
	}
	return writeXML(w, index)
}

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	return xml.NewEncoder(w).Encode(v)
}

// ClosedRobots lets no search engine in: the site is a preview.
func ClosedRobots(w io.Writer) error {
	_, err := io.WriteString(w, "User-agent: *\nDisallow: /\n")
	return err
}

// Robots lets every search engine in and shows it the sitemap, whose address it
// has only for a report with base_url.
func Robots(w io.Writer, r *report.Report) error {
	_, err := io.WriteString(w, "User-agent: *\nDisallow:\n")
	if err == nil && r.BaseURL != "" {
		_, err = fmt.Fprintf(w, "\nSitemap: %s\n", address(r, "sitemap.xml"))
	}
	return err
}
