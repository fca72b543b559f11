package report

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
)

// A Figure is what somebody said about a cluster on some day: a sum, a number
// of jobs, a stage.
type Figure[V any] struct {
	Value V
	// Unknown says on the record that no value was named. Value is then zero and
	// means nothing.
	Unknown bool
	// Hedge is that of the value: "more than", "about".
	Hedge   money.Hedge
	Date    Date // zero in the short form, which gives none
	Source  Link[Source]
	Note    string
	Kind    Kind
	Scope   Scope
	Member  Link[Organization] // whose project it is; absent where Ref is empty
	Project string             // which project, of a member that has several; may be empty
	At      diag.Position
}

// A Kind tells how firm a sum is.
type Kind string

// Kinds of figure. An announcement is the usual one.
const (
	Announced  Kind = "announced"
	Contracted Kind = "contracted"
	Spent      Kind = "spent"
)

// Kinds are all of them.
var Kinds = []Kind{Announced, Contracted, Spent}

// A Scope tells what a sum pays for. Only sums of a whole cluster are ever
// added up.
type Scope string

// Scopes of a figure.
const (
	WholeCluster Scope = "cluster"
	Project      Scope = "project" // one plant or one member's plan
	Subsidy      Scope = "subsidy" // state money asked or given
)

// Scopes are all of them.
var Scopes = []Scope{WholeCluster, Project, Subsidy}

// A Matter is what a figure speaks of. Figures of one matter follow one another:
// the later takes the place of the earlier. Those of two matters say nothing
// about each other.
type Matter struct {
	scope   Scope
	kind    Kind
	member  *Organization
	project string
}

// Matter tells what the figure speaks of, once its links are resolved. Two ways
// of writing the name of a project are one if [TitleKey] says so.
func (f *Figure[V]) Matter() Matter {
	matter := Matter{scope: f.Scope, kind: f.Kind, member: f.Member.To}
	if f.Project != "" {
		matter.project = TitleKey(f.Project)
	}
	return matter
}

// Stands reports whether the figure may stand for its cluster and enter totals:
// one that was announced, and about the whole of it.
func (f *Figure[V]) Stands() bool { return f.Scope == WholeCluster && f.Kind == Announced }

// A History is every figure of one kind about one cluster, from the oldest.
type History[V any] []Figure[V]

// Current is the latest figure about the whole cluster. It is false where there
// is none; a figure that is Unknown is one.
func (h History[V]) Current() (Figure[V], bool) {
	return h.find(func(*Figure[V]) bool { return true })
}

// current is the figure itself; nil where there is none.
func (h History[V]) current() *Figure[V] {
	if i := h.latest(func(*Figure[V]) bool { return true }); i >= 0 {
		return &h[i]
	}
	return nil
}

// On is the figure that stood at the end of the given day. A figure that is
// dated by its month or year stands from the last day that it may mean; one
// without any date stands always.
func (h History[V]) On(day Date) (Figure[V], bool) {
	return h.find(func(f *Figure[V]) bool { return f.Date.IsZero() || f.Date.Last().Compare(day.Last()) <= 0 })
}

func (h History[V]) find(fits func(*Figure[V]) bool) (Figure[V], bool) {
	if i := h.latest(fits); i >= 0 {
		return h[i], true
	}
	return Figure[V]{}, false
}

// latest is the index of the latest figure that stands and fits; -1 where none
// does.
func (h History[V]) latest(fits func(*Figure[V]) bool) int {
	for i := len(h) - 1; i >= 0; i-- {
		if f := &h[i]; f.Stands() && fits(f) {
			return i
		}
	}
	return -1
}

// Cluster returns the figures about the whole cluster, from the oldest: the
// story of the promise.
func (h History[V]) Cluster() History[V] {
	var out History[V]
	for _, f := range h {
		if f.Scope == WholeCluster {
			out = append(out, f)
		}
	}
	return out
}

// linked reports whether any figure has a link that is to be resolved.
func (h History[V]) linked() bool {
	for i := range h {
		if h[i].Source.Ref != "" || h[i].Member.Ref != "" {
			return true
		}
	}
	return false
}

// last is the latest date in the history.
func (h History[V]) last() Date {
	var last Date
	for i := range h {
		if day := h[i].Date; last.Last().Compare(day.Last()) < 0 {
			last = day
		}
	}
	return last
}
