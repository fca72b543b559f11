// Package export writes a report in forms that are read by programs: feeds for
// readers of news, a sitemap and robots.txt for search engines.
//
// Each form is one function in one file, which takes the report and writes the
// whole file. Addresses in these forms are absolute, as their formats want, so
// none of them is written for a report without base_url.
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
