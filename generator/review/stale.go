package review

import (
	"time"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// staleFigure tells a sum or a number of jobs that stands today and that nobody
// has said again for long. Stages are left out: a cluster may be registered for
// ever. So are clusters that are closed, of which nobody will say more.
var staleFigure = Check{ID: diag.StaleFigure, look: func(s *Subject) []diag.Diagnostic {
	if s.StaleDays <= 0 || s.Day.IsZero() {
		return nil
	}
	var found []diag.Diagnostic
	for _, c := range s.Report.Clusters {
		if c.Over() {
			continue
		}
		found = append(found, stale(s, c.Investment)...)
		found = append(found, stale(s, c.Jobs)...)
	}
	return found
}}

// stale looks at the current figure of a history. One without a date has no age,
// and one without a value promises nothing.
func stale[V any](s *Subject, h report.History[V]) []diag.Diagnostic {
	f, ok := h.Current()
	if !ok || f.Unknown || f.Date.IsZero() || days(f.Date.Last(), s.Day.Last()) <= s.StaleDays {
		return nil
	}
	return []diag.Diagnostic{diag.NewWarning(f.At, diag.StaleFigure, diag.Args{
		"Date": f.Date.String(), "Days": s.StaleDays,
	})}
}

// days counts the days from one date to another.
func days(from, to report.Date) int {
	return int(to.Time(time.UTC).Sub(from.Time(time.UTC)) / (24 * time.Hour))
}
