package review

import (
	"example.org/svod/generator/diag"
)

// chartWithoutSource tells a chart of figures that are nowhere else and that
// nobody is named for. Those of the report's own tables have their sources.
var chartWithoutSource = Check{ID: diag.ChartWithoutSource, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, c := range s.Charts {
		if !c.Sourced {
			found = append(found, diag.NewWarning(c.At, diag.ChartWithoutSource, nil))
		}
	}
	return found
}}
