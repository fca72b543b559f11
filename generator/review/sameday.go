package review

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// sameDay tells a sum that replaces another one of the same day and the same
// source: nobody changes a promise within one announcement, so that one of the two
// is most likely about something else.
var sameDay = Check{ID: diag.FigureSameDay, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, c := range s.Report.Clusters {
		for _, a := range c.Announcements() {
			now, before := &a.Figure, a.Previous
			if before == nil || !saidTogether(now, before) || now.Value.Equal(before.Value) && now.Hedge == before.Hedge {
				continue
			}
			found = append(found, diag.NewWarning(now.At, diag.FigureSameDay, diag.Args{
				"Before": before.Hedge.Write(money.Format(before.Value, s.Report.Language), s.Report.Language),
				"Line":   before.At.Line, "Date": now.Date.String(), "Source": now.Source.To.ID,
			}))
		}
	}
	return found
}}

// saidTogether reports whether one source said two known sums on one day.
func saidTogether(a, b *report.Figure[money.Amount]) bool {
	return !a.Unknown && !b.Unknown && a.Date == b.Date && a.Date.Day > 0 && a.Source.To != nil && a.Source.To == b.Source.To
}
