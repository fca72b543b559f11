// Package export writes a report in forms that are read by programs: feeds for
// readers of news, a sitemap and robots.txt for search engines.
//
// Each form is one function in one file, which takes the report and writes the
// whole file, or a table and writes that. Feeds and the sitemap need absolute
// addresses and are for a report with base_url only; in all others an address is as
// absolute as the report allows.
package export

import (
	"time"

	"example.org/svod/generator/report"
)

// address is the absolute address of a path of the site.
func address(r *report.Report, path string) string { return r.BaseURL + path }

// updated is the moment of the last change that an article tells of.
func updated(r *report.Report, a *report.Article) time.Time {
	if a.Updated.IsZero() {
		return a.Date.Time(r.TimeZone)
	}
	return a.Updated.Time(r.TimeZone)
}
