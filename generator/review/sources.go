package review

import (
	"example.org/svod/generator/diag"
)

// sourceUnused tells a source that no figure, no member, no text and no chart
// refers to, drafts included. (A source without address or date is an error of
// every build.)
var sourceUnused = Check{ID: diag.SourceUnused, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, source := range s.Report.Sources {
		if !s.Used[source.ID] {
			found = append(found, diag.NewWarning(source.At, diag.SourceUnused, diag.Args{"ID": source.ID}))
		}
	}
	return found
}}
