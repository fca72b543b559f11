package dataset

import (
	"slices"
	"strings"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// of makes the sources of one figure.
func of(l report.Link[report.Source]) (s report.Sources) {
	s.Add(l.To)
	return s
}

// joint are the sources of one column of rows.
func joint(rows []Row, column int) (s report.Sources) {
	for _, r := range rows {
		s.Join(r.Cells[column].Sources)
	}
	return s
}

// standing are the sources of the sums that stand for clusters at the end of a day.
func standing(clusters []*report.Cluster, day report.Date) report.Sources {
	return gather(clusters, func(c *report.Cluster) (report.Figure[money.Amount], bool) { return c.Investment.On(day) })
}

// current are the sources of what stands for clusters today.
func current[V any](clusters []*report.Cluster, history func(*report.Cluster) report.History[V]) report.Sources {
	return gather(clusters, func(c *report.Cluster) (report.Figure[V], bool) { return history(c).Current() })
}

func gather[V any](clusters []*report.Cluster, figure func(*report.Cluster) (report.Figure[V], bool)) (s report.Sources) {
	for _, c := range clusters {
		if f, ok := figure(c); ok {
			s.Add(f.Source.To)
		}
		if s.More {
			break
		}
	}
	return s
}

// Sourced returns the table of a file or a block with the sources that its rows
// name: by id, several with semicolons between them, in a column called source or
// источник. What is no id of a source is a remark of the author's.
func (t *Table) Sourced(source func(id string) (*report.Source, bool)) *Table {
	columns := t.sources(nil, nil)
	if len(columns) == 0 {
		return t
	}
	out := *t
	out.Rows = slices.Clone(t.Rows)
	for i, row := range t.Rows {
		var named report.Sources
		for _, column := range columns {
			for id := range strings.SplitSeq(row.Cells[column].Text, ";") {
				if s, ok := source(strings.TrimSpace(id)); ok {
					named.Add(s)
				}
			}
		}
		if len(named.List) == 0 {
			continue
		}
		out.Rows[i].Cells = slices.Clone(row.Cells)
		for c := range out.Rows[i].Cells {
			out.Rows[i].Cells[c].Sources = named
		}
	}
	return &out
}
