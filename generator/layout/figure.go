package layout

import (
	"strconv"
	"strings"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// A Figure is one line of a history, ready to read.
type Figure struct {
	Value     string // "7,9 млрд ₽", "около 8 млрд ₽", "не объявлено"
	Date, ISO string // empty where the figure has no date
	// State is "standing" for the figure that holds today, "same" for one before
	// it that said the same, "past" for one that said something else and holds no
	// longer, "part" for a figure about something else than the cluster's promise.
	State string
	// Change is the difference from the figure before, "−40,9 млрд ₽", and Rate
	// the same in proportion, which is rounded anyway: "−87 %" or "в 2,5 раза". Both
	// may be empty.
	Change, Rate string
	Trend        string // "up", "down" or empty
	Label        string // "завершённый контракт", "субсидия"; empty for an announcement about the cluster
	Project      string // the name of the project, where one is given
	Member       *Link
	Source       *SourceLink
	Note         string
}

// A History is what was said about one thing, in the order of time.
type History struct {
	ID      string // an anchor
	Title   string
	Figures []Figure
}

// investment tells the figures about the whole cluster and, apart, those about
// its parts.
func (s *Site) investment(root string, c *report.Cluster) (whole, parts []Figure) {
	states := statesOf(c.Investment, sameAmount)
	for i, a := range c.Announcements() {
		f := s.announcement(root, a)
		if a.Figure.Scope == report.WholeCluster {
			f.State = states[i]
			whole = append(whole, f)
			continue
		}
		parts = append(parts, f)
	}
	return whole, parts
}

func (s *Site) announcement(root string, a report.Announcement) Figure {
	f := figure(s, root, a.Figure, s.amount(a.Figure))
	f.State = "part"
	if change, ok := a.Change(); ok && !change.By.IsZero() {
		f.Change = s.layout.words.Difference(change.By, change.Hedge)
		f.Rate = s.rate(change.Times)
		f.Trend = trend(change.By.Sign())
	}
	return f
}

// jobs tells the history of the number of jobs.
func (s *Site) jobs(root string, h report.History[int]) []Figure {
	return history(s, root, h, s.count, func(f *Figure, now, before *report.Figure[int]) {
		by := now.Value - before.Value
		if by == 0 || before.Value == 0 {
			return
		}
		f.Change = s.layout.words.Signed(by, now.Hedge.Sub(before.Hedge, by), s.layout.words.Integer(max(by, -by)))
		f.Rate = s.rate(float64(now.Value) / float64(before.Value))
		f.Trend = trend(by)
	})
}

// progress tells the history of the stage.
func (s *Site) progress(root string, h report.History[report.Stage]) []Figure {
	return history(s, root, h, s.stage, func(*Figure, *report.Figure[report.Stage], *report.Figure[report.Stage]) {})
}

// history makes the lines of a history about a whole cluster; compare tells the
// change from the figure before.
func history[V comparable](s *Site, root string, h report.History[V], write func(report.Figure[V]) string,
	compare func(f *Figure, now, before *report.Figure[V]),
) []Figure {
	h = h.Cluster()
	states := statesOf(h, func(a, b V) bool { return a == b })
	out := make([]Figure, 0, len(h))
	for i, f := range h {
		line := figure(s, root, f, write(f))
		line.State = states[i]
		if i > 0 && !f.Unknown && !h[i-1].Unknown && h[i-1].Kind == f.Kind {
			compare(&line, &h[i], &h[i-1])
		}
		out = append(out, line)
	}
	return out
}

// figure makes the part of a line that does not depend on what is counted.
func figure[V any](s *Site, root string, f report.Figure[V], value string) Figure {
	line := Figure{
		Value:   value,
		Date:    s.layout.words.Date(f.Date),
		ISO:     f.Date.String(),
		Note:    f.Note,
		Project: f.Project,
		Source:  s.sourceLink(f.Source.To),
		Label:   s.label(f.Kind, f.Scope),
	}
	if o := f.Member.To; o != nil {
		member := link(root, o)
		line.Member = &member
	}
	return line
}

func (s *Site) amount(f report.Figure[money.Amount]) string {
	if f.Unknown {
		return s.unknown
	}
	return s.layout.words.Hedged(f.Value, f.Hedge)
}

func (s *Site) count(f report.Figure[int]) string {
	if f.Unknown {
		return s.unknown
	}
	return s.hedged(f.Hedge, s.layout.words.Integer(f.Value))
}

func (s *Site) stage(f report.Figure[report.Stage]) string {
	if f.Unknown {
		return s.unknown
	}
	return s.stages[f.Value]
}

// word is "more than" or its like, which stands smaller before a large number. It
// brings the space after it, which may be one at which no line ends.
func (s *Site) word(h money.Hedge) string { return s.hedged(h, "") }

// hedged writes "more than" or its like before a number.
func (s *Site) hedged(h money.Hedge, number string) string {
	return h.Write(number, s.layout.words.Language())
}

// label names a figure that is not simply an announcement about the cluster.
func (s *Site) label(kind report.Kind, scope report.Scope) string {
	switch {
	case scope == report.WholeCluster && kind == report.Announced:
		return ""
	case scope == report.WholeCluster:
		return s.kinds[kind]
	case kind == report.Announced:
		return s.scopes[scope]
	}
	return s.scopes[scope] + ", " + s.kinds[kind]
}

func trend(sign int) string {
	switch {
	case sign > 0:
		return "up"
	case sign < 0:
		return "down"
	}
	return ""
}

// rate writes a proportion: up to twofold growth and every fall as per cent,
// more as so many times, for "+344 %" makes a reader reckon.
func (s *Site) rate(times float64) string {
	switch {
	case times < 0.01:
		return ""
	case times < 2:
		return s.layout.words.Percent(times - 1)
	case times >= 10:
		return s.layout.words.Count("times", int(times+0.5), nil)
	}
	tenths := strconv.FormatFloat(times, 'f', 1, 64)
	if whole, found := strings.CutSuffix(tenths, ".0"); found {
		n, _ := strconv.Atoi(whole)
		return s.layout.words.Count("times", n, nil)
	}
	if s.report.Language == "ru" {
		tenths = strings.Replace(tenths, ".", ",", 1)
	}
	return s.text("times-fraction", "Times", tenths)
}
