package layout

import (
	"sync"
	"time"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// RowsPerPage is how many rows a list shows on one page. A page of 500 clusters
// is about 25 KB compressed and is laid out in an instant by an old phone.
const RowsPerPage = 500

// Options are what the site knows beside the report.
type Options struct {
	// Now tells pages that wait for their day from those that are out.
	Now time.Time
	// Feeds are announced in the head of every page.
	Feeds []Feed
	// Theme is the name in the folder assets of a file that holds what [Theme]
	// returns; empty where the report has no accent of its own.
	Theme string
	// Card is the path of the picture for cards of pages that have none of their
	// own; it may be empty.
	Card string
	// Charts says that the site has the list of charts, so that the menu leads
	// there.
	Charts bool
}

// A Feed is a file that readers may subscribe to.
type Feed struct {
	Path  string // from the top of the site
	Type  string // "application/atom+xml"
	Title string
}

// A Site writes the pages of one report. It is safe for concurrent use.
type Site struct {
	layout  *Layout
	report  *report.Report
	options Options

	menu    []Link // Href is a path from the top of the site
	frames  sync.Map
	stages  map[report.Stage]string
	kinds   map[report.Kind]string
	scopes  map[report.Scope]string
	sources map[*report.Source]SourceEntry
	unknown string // "не объявлено"

	publishers func() map[string]bool // of sources
	ledger     func() []report.Announcement
	sum        func() report.Total // of all clusters
	ranking    func() ranked       // of all clusters, made for the first page that asks
	day        func() report.Date  // that the report describes
}

// Site prepares what the pages of a report share.
func (l *Layout) Site(r *report.Report, o Options) *Site {
	s := &Site{
		layout:  l,
		report:  r,
		options: o,
		stages:  map[report.Stage]string{},
		kinds:   map[report.Kind]string{},
		scopes:  map[report.Scope]string{},
		sources: map[*report.Source]SourceEntry{},
		unknown: l.word("not-announced"),
		ledger:  sync.OnceValue(r.Ledger),
		sum:     sync.OnceValue(func() report.Total { return report.TotalNow(r.Clusters) }),
		day:     sync.OnceValue(r.Day),
		publishers: sync.OnceValue(func() map[string]bool {
			names := map[string]bool{}
			for _, source := range r.Sources {
				names[source.Publisher] = true
			}
			return names
		}),
	}
	for _, stage := range report.Stages {
		s.stages[stage] = l.words.Stage(stage)
	}
	for _, kind := range report.Kinds {
		s.kinds[kind] = l.word("kind-" + string(kind))
	}
	for _, scope := range report.Scopes {
		s.scopes[scope] = l.word("scope-" + string(scope))
	}
	for _, source := range r.Sources {
		s.sources[source] = s.entry(source)
	}
	s.menu = s.entriesOfMenu()
	s.ranking = sync.OnceValue(func() ranked { return s.rank(r.Clusters) })
	return s
}

// text writes a message with one word to fill in.
func (s *Site) text(id, name string, value any) string {
	return s.layout.words.Text(id, locale.Args{name: value})
}
