package review

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// organizationInClusters notes an organisation that is a member of two clusters
// at once, at its entry in every cluster but the largest.
var organizationInClusters = Check{ID: diag.OrganizationInClusters, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, o := range s.Report.Organizations {
		var first *report.Cluster
		for _, m := range o.Memberships {
			switch {
			case m.Former():
			case first == nil:
				first = m.Cluster
			case m.Cluster != first:
				found = append(found, diag.NewNote(m.Organization.At, diag.OrganizationInClusters, diag.Args{
					"Name": m.Name.Written, "Cluster": first.Title,
				}))
			}
		}
	}
	return found
}}
