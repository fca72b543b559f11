package review

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// organizationInClusters notes an organisation that is a member of two clusters
// at once, or more: once, at its entry in the second largest.
var organizationInClusters = Check{ID: diag.OrganizationInClusters, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, o := range s.Report.Organizations {
		var first *report.Cluster
		for _, m := range o.Memberships {
			if m.Former() || m.Cluster == first {
				continue
			}
			if first != nil {
				found = append(found, diag.NewNote(m.At, diag.OrganizationInClusters, diag.Args{
					"Name": m.Name.Written, "Cluster": first.Title,
				}))
				break
			}
			first = m.Cluster
		}
	}
	return found
}}
