package review

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
)

// mostTimes is how many times a sum may grow or shrink from one announcement to
// the next before the unit is doubted. Promises do shrink sevenfold.
const mostTimes = 10

// figureJump tells a sum that is more than ten times the one before it of the
// same scope, kind and member, or less than a tenth.
var figureJump = Check{ID: diag.FigureJump, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, c := range s.Report.Clusters {
		for _, a := range c.Announcements() {
			change, ok := a.Change()
			times := change.Times
			fell := times < 1
			if !ok || times <= 0 || times <= mostTimes && times >= 1.0/mostTimes {
				continue
			}
			found = append(found, diag.NewWarning(a.Figure.At, diag.FigureJump, diag.Args{
				"Fell":       fell,
				"Before":     money.Format(a.Previous.Value, s.Report.Language),
				"BeforeDate": a.Previous.Date.String(),
				"After":      money.Format(a.Figure.Value, s.Report.Language),
			}))
		}
	}
	return found
}}
