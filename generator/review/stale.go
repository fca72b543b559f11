package review

import "example.org/svod/generator/diag"

// staleFigure tells a sum or a number of jobs that stands today and that nobody
// has said again for long; see [report.Cluster.Stale].
var staleFigure = Check{ID: diag.StaleFigure, look: func(s *Subject) []diag.Diagnostic {
	if s.StaleDays <= 0 {
		return nil
	}
	since := s.Now.AddDate(0, 0, -s.StaleDays)
	var found []diag.Diagnostic
	for _, c := range s.Report.Clusters {
		for _, f := range c.Stale(since) {
			found = append(found, diag.NewWarning(f.At, diag.StaleFigure, diag.Args{
				"Date": f.Date.String(), "Days": s.StaleDays,
			}))
		}
	}
	return found
}}
