package site

import "example.org/svod/generator/report"

// Whether there is enough to show is asked at every build, so it is found without
// making a table: most reports say yes after a few clusters.

// severalSums reports whether at least two clusters have a sum, so that there is
// something to compare.
func severalSums(clusters []*report.Cluster) bool {
	known := 0
	for _, c := range clusters {
		if f, ok := c.Investment.Current(); ok && !f.Unknown {
			if known++; known > 1 {
				return true
			}
		}
	}
	return false
}

// severalStages reports whether clusters are at two stages at least.
func severalStages(clusters []*report.Cluster) bool {
	first := report.Stage("")
	for _, c := range clusters {
		f, ok := c.Stage.Current()
		switch {
		case !ok || f.Unknown:
		case first == "":
			first = f.Value
		case f.Value != first:
			return true
		}
	}
	return false
}

// severalDays reports whether sums of whole clusters were announced on at least
// two days.
func severalDays(clusters ...*report.Cluster) bool {
	first := report.Date{}
	for _, c := range clusters {
		for i := range c.Investment {
			f := &c.Investment[i]
			if f.Unknown || !f.Stands() || f.Date.IsZero() {
				continue
			}
			if first.IsZero() {
				first = f.Date
			}
			if f.Date != first {
				return true
			}
		}
	}
	return false
}
