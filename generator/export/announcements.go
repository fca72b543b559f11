package export

import (
	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// Announcements lists every dated sum of the report in the order of time, those
// of single projects and subsidies too.
func Announcements(r *report.Report, words *locale.Locale) Table {
	type line = report.Announcement
	source := func(a line) report.Source {
		if s := a.Figure.Source.To; s != nil {
			return *s
		}
		return report.Source{}
	}
	return makeTable("announcements", words, r.Ledger(), func(a line) line { return a }, []column[line]{
		{"date", isText, func(a line) cell { return date(a.Figure.Date) }},
		{"slug", isText, func(a line) cell { return text(a.Cluster.Slug) }},
		{"title", isText, func(a line) cell { return text(a.Cluster.Title) }},
		{"region", isText, func(a line) cell { return regionOf(a.Cluster) }},
		{"investment", isNumber, func(a line) cell { return sum{a.Figure, true}.number() }},
		{"currency", isText, func(a line) cell { return sum{a.Figure, true}.currency() }},
		{"investment_text", isText, func(a line) cell { return sum{a.Figure, true}.written(words) }},
		{"approximate", isText, func(a line) cell { return hedge(words, a.Figure.Hedge) }},
		{"kind", isText, func(a line) cell { return text(words.Text("kind-"+string(a.Figure.Kind), nil)) }},
		{"scope", isText, func(a line) cell { return text(words.Text("scope-"+string(a.Figure.Scope), nil)) }},
		{"member", isText, func(a line) cell { return text(a.Figure.Member.Ref) }},
		{"project", isText, func(a line) cell { return text(a.Figure.Project) }},
		{"source", isText, func(a line) cell { return text(a.Figure.Source.Ref) }},
		{"publisher", isText, func(a line) cell { return text(source(a).Publisher) }},
		{"source_title", isText, func(a line) cell { return text(source(a).Title) }},
		{"source_url", isText, func(a line) cell { return text(source(a).URL) }},
		{"note", isText, func(a line) cell { return text(a.Figure.Note) }},
	})
}
