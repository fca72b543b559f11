package review

import "example.org/svod/generator/diag"

// figureAfterSource tells a figure that is dated later than its own source: what
// was published in April cannot say what was announced in June. A page that was
// read again later (accessed) may have been renewed until then, and a date without
// day or month is given every day that it may mean.
var figureAfterSource = Check{ID: diag.FigureAfterSource, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, c := range s.Report.Clusters {
		for _, f := range c.Statements() {
			if f.Source == nil || f.Source.Date.IsZero() || f.Date.IsZero() {
				continue
			}
			if f.Date.Compare(f.Source.Date.Last()) > 0 && f.Date.Compare(f.Source.Accessed.Last()) > 0 {
				found = append(found, diag.NewWarning(f.At, diag.FigureAfterSource, diag.Args{
					"Date": f.Date.String(), "Source": f.Source.ID, "Published": f.Source.Date.String(),
				}))
			}
		}
	}
	return found
}}
