package importer

import (
	"strings"

	"example.org/svod/generator/report"
)

// A judge tells what a figure of the table is to the history of its cluster.
type judge[V any] struct {
	was   report.History[V]
	added report.History[V] // by this table
	same  func(a, b V) bool
	write func(V) string
	// unnamed says in the language of the report that no value was named.
	unnamed  string
	language string

	other report.Figure[V] // of the history, that the last judgement was about
}

// Judgements that are no reasons to tell.
const (
	known         Why = "known"         // the history tells it already
	contradiction Why = "contradiction" // the same source has told something else on the same day
)

// judge finds why a figure is not to be added; nothing where it is.
func (j *judge[V]) judge(f report.Figure[V]) Why {
	var last report.Figure[V] // about the same thing
	found := false
	latest := report.Date{}
	for i, h := range [...]report.History[V]{j.was, j.added} {
		for _, e := range h {
			if latest.Compare(e.Date) < 0 {
				latest = e.Date
				if f.Date.Last().Compare(latest) < 0 {
					j.other = e
				}
			}
			if e.Scope != f.Scope || e.Kind != f.Kind || !sameProject(e, f) {
				continue
			}
			if e.Date == f.Date && e.Source.Ref == f.Source.Ref && !e.Date.IsZero() {
				j.other = e
				if j.equal(e, f) {
					return known
				}
				return contradiction
			}
			if i == 0 {
				last, found = e, true
			}
		}
	}
	switch {
	case found && j.equal(last, f):
		j.other = last
		return SameValue
	case found && f.Unknown:
		j.other = last
		return Unnamed
	case !f.Date.IsZero() && f.Date.Last().Compare(latest) < 0:
		return Earlier
	}
	return ""
}

func sameProject[V any](a, b report.Figure[V]) bool {
	return report.TitleKey(a.Project) == report.TitleKey(b.Project) &&
		report.MakeName(a.Member.Ref).Key == report.MakeName(b.Member.Ref).Key
}

// equal reports whether two figures say the same: "more than 8" is not 8.
func (j *judge[V]) equal(a, b report.Figure[V]) bool {
	return a.Unknown == b.Unknown && (a.Unknown || j.same(a.Value, b.Value) && a.Hedge == b.Hedge)
}

// text is the figure as front matter says it.
func (j *judge[V]) text(f report.Figure[V]) string {
	if f.Unknown {
		return j.unnamed
	}
	return strings.ReplaceAll(f.Hedge.Write(j.write(f.Value), j.language), "\u00a0", " ")
}

// otherText is what the reason tells of the figure that stands: its day where
// the day is what matters.
func (j *judge[V]) otherText(w Why) string {
	if w == Earlier {
		return j.other.Date.String()
	}
	return j.text(j.other)
}
