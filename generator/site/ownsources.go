package site

import (
	"slices"

	"example.org/svod/generator/report"
)

// mostSources is how many sources a chart of the layout's own names. The pages of
// the clusters name them all.
const mostSources = 5

// A sourceList is the first few different sources of many figures.
type sourceList struct {
	list []*report.Source
}

// add reports whether there is room for more.
func (l *sourceList) add(source *report.Source) bool {
	if source != nil && !slices.Contains(l.list, source) {
		l.list = append(l.list, source)
	}
	return len(l.list) < mostSources
}

// currentSources are the sources of the current sums of the first clusters.
func currentSources(clusters []*report.Cluster) []*report.Source {
	var out sourceList
	for _, c := range clusters {
		if f, ok := c.Investment.Current(); ok && !out.add(f.Source.To) {
			break
		}
	}
	return out.list
}

// stageSources are the same of their stages.
func stageSources(clusters []*report.Cluster) []*report.Source {
	var out sourceList
	for _, c := range clusters {
		if f, ok := c.Stage.Current(); ok && !out.add(f.Source.To) {
			break
		}
	}
	return out.list
}

// announcedSources are the sources of all sums that stood for the clusters.
func announcedSources(clusters ...*report.Cluster) []*report.Source {
	var out sourceList
	for _, c := range clusters {
		for _, f := range c.Investment {
			if f.Stands() && !out.add(f.Source.To) {
				return out.list
			}
		}
	}
	return out.list
}
