package report

import (
	"time"

	"example.org/svod/generator/diag"
)

// A Hiding is a reason for which readers do not see a page.
type Hiding string

// Reasons for not showing a page; several may hold at once.
const (
	AsDraft  Hiding = "draft"
	NotYet   Hiding = "scheduled" // its time has not come
	NoLonger Hiding = "expired"   // its time is over
)

// Hides returns the reasons for which a page is not shown at the moment of the
// edition, in the report's time zone, whatever the edition shows besides.
func (e Edition) Hides(p *Page, zone *time.Location) []Hiding {
	var out []Hiding
	now := e.Time(zone)
	if p.Draft {
		out = append(out, AsDraft)
	}
	if !p.Publish.IsZero() && now.Before(p.Publish.Time(zone)) {
		out = append(out, NotYet)
	}
	if !p.Expires.IsZero() && !now.Before(p.Expires.Time(zone)) {
		out = append(out, NoLonger)
	}
	return out
}

// Timed reports whether a page is hidden in any edition at any moment.
func (p *Page) Timed() bool { return p.Draft || !p.Publish.IsZero() || !p.Expires.IsZero() }

// Public is the edition of the same moment that readers see: without drafts,
// without what is still to come, and without what is over.
func (e Edition) Public() Edition {
	e.Drafts, e.Future, e.Expired = false, false, false
	return e
}

// Shows reports whether a page is in the edition, in the report's time zone.
func (e Edition) Shows(p *Page, zone *time.Location) bool {
	for _, reason := range e.Hides(p, zone) {
		if reason == AsDraft && !e.Drafts || reason == NotYet && !e.Future || reason == NoLonger && !e.Expired {
			return false
		}
	}
	return true
}

// A Subject is what a figure is about, by the key of the front matter.
type Subject string

// Subjects of figures.
const (
	OfInvestment Subject = "investment"
	OfJobs       Subject = "jobs"
	OfStage      Subject = "stage"
)

// A Statement is a figure without its value: what it is about, when it was said
// and by whom, and where it stands.
type Statement struct {
	About Subject
	Date  Date // zero where the figure has none
	// Source is nil where the figure names none.
	Source *Source
	At     diag.Position
}

// Statements are all figures about the cluster, by subject, each from the oldest.
func (c *Cluster) Statements() []Statement {
	out := statements(nil, OfInvestment, c.Investment)
	out = statements(out, OfJobs, c.Jobs)
	return statements(out, OfStage, c.Stage)
}

func statements[V any](out []Statement, about Subject, h History[V]) []Statement {
	for _, f := range h {
		out = append(out, Statement{About: about, Date: f.Date, Source: f.Source.To, At: f.At})
	}
	return out
}

// Stale returns the sum and the number of jobs of the cluster that stand, where
// nobody has said them again since a moment, in whose time zone days are counted.
// A stage is never stale, since a cluster may be registered for ever; nor is a
// figure without a date, which has no age, or without a value, which promises
// nothing; nor anything of a cluster that is over.
func (c *Cluster) Stale(since time.Time) []Statement {
	if c.Over() {
		return nil
	}
	out := stale(nil, OfInvestment, c.Investment, since)
	return stale(out, OfJobs, c.Jobs, since)
}

func stale[V any](out []Statement, about Subject, h History[V], since time.Time) []Statement {
	f, ok := h.Current()
	if !ok || f.Unknown || f.Date.IsZero() || !f.Date.Last().Time(since.Location()).Before(since) {
		return out
	}
	return append(out, Statement{About: about, Date: f.Date, Source: f.Source.To, At: f.At})
}

// Over reports whether nothing more is to be expected of the cluster: nobody
// names new figures of one that is closed.
func (c *Cluster) Over() bool {
	stage, ok := c.Stage.Current()
	return ok && stage.Value == Closed
}
