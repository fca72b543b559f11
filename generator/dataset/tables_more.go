package dataset

import (
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

func (t *Tables) announcements(r *report.Report) *Table {
	out := &Table{Name: "announcements", Columns: t.columns(
		Column{Name: "date", Type: Date}, Column{Name: "cluster", Type: Text}, Column{Name: "region", Type: Text},
		Column{Name: "investment", Type: Value}, Column{Name: "kind", Type: Text}, Column{Name: "scope", Type: Text},
	)}
	for _, a := range r.Ledger() {
		region := Cell{}
		if a.Cluster.Region.To != nil {
			region = text(a.Cluster.Region.To.Title)
		}
		out.Rows = append(out.Rows, Row{Link: a.Cluster.Path(), Cells: []Cell{
			{Known: true, Date: a.Figure.Date},
			text(a.Cluster.Title),
			region,
			amount(a.Figure),
			text(string(a.Figure.Kind)),
			text(string(a.Figure.Scope)),
		}})
	}
	return out
}

// changes has a row for each change of what the clusters are promised, in the
// currency of most of them, so that all together are the total of today. A sum
// that was named on nobody knows what day has no date.
func (t *Tables) changes(r *report.Report) *Table {
	out := &Table{Name: "changes", Columns: t.columns(
		Column{Name: "date", Type: Date}, Column{Name: "cluster", Type: Text}, Column{Name: "change", Type: Value},
	)}
	now := report.TotalNow(r.Clusters)
	if len(now.Sums) == 0 {
		return out
	}
	out.Whole = &now.Sums[0].Hedge
	for _, s := range stepsOf(r.Clusters, now.Sums[0].Amount.Currency()) {
		out.Rows = append(out.Rows, Row{Link: s.cluster.Path(), Cells: []Cell{
			{Known: !s.day.IsZero(), Date: s.day}, text(s.cluster.Title), s.cell(),
		}})
	}
	return out
}

// totals has a row for each day on which somebody named a sum.
func (t *Tables) totals(r *report.Report) *Table {
	out := &Table{Name: "totals", Columns: t.columns(
		Column{Name: "date", Type: Date}, Column{Name: "investment", Type: Value}, Column{Name: "clusters", Type: Value},
	)}
	last := report.Date{}
	for _, a := range r.Ledger() {
		day := a.Figure.Date
		if day == last {
			continue
		}
		last = day
		sum, covered := sumOn(r.Clusters, day)
		out.Rows = append(out.Rows, Row{Cells: []Cell{{Known: true, Date: day}, sum, covered}})
	}
	return out
}

func (t *Tables) stages(r *report.Report) *Table {
	out := &Table{Name: "stages", Columns: t.columns(
		Column{Name: "stage", Type: Stage}, Column{Name: "clusters", Type: Value}, Column{Name: "investment", Type: Value},
	)}
	by := map[report.Stage][]*report.Cluster{}
	for _, c := range r.Clusters {
		if f, ok := c.Stage.Current(); ok && !f.Unknown {
			by[f.Value] = append(by[f.Value], c)
		}
	}
	for _, stage := range report.Stages {
		if len(by[stage]) == 0 {
			continue
		}
		name := Cell{Known: true, Stage: stage, Text: t.Words.Page.Stage(stage)}
		name.Sources = current(by[stage], func(c *report.Cluster) report.History[report.Stage] { return c.Stage })
		out.Rows = append(out.Rows, Row{Cells: []Cell{name, number(len(by[stage])), sumNow(by[stage])}})
	}
	return out
}

func (t *Tables) organizations(r *report.Report) *Table {
	out := &Table{Name: "organizations", Columns: t.columns(
		Column{Name: "title", Type: Text}, Column{Name: "clusters", Type: Value},
	)}
	out.Columns[0].Title = t.Words.Text("column-organization", nil)
	for _, o := range r.Organizations {
		clusters, sources := map[*report.Cluster]bool{}, report.Sources{}
		for _, m := range o.Memberships {
			if !m.Former() {
				clusters[m.Cluster] = true
				sources.Add(m.Source.To)
			}
		}
		count := number(len(clusters))
		count.Sources = sources
		out.Rows = append(out.Rows, Row{Link: o.Path(), Cells: []Cell{text(o.Title), count}})
	}
	return out
}

// sumOn is the sum of clusters that stood at the end of a day, and how many it
// covers.
func sumOn(clusters []*report.Cluster, day report.Date) (sum, covered Cell) {
	sum, covered = sumOf(report.TotalOn(clusters, day))
	sum.Sources = standing(clusters, day)
	covered.Sources = sum.Sources
	return sum, covered
}

// sumNow is the sum of clusters today.
func sumNow(clusters []*report.Cluster) Cell {
	sum, _ := sumOf(report.TotalNow(clusters))
	sum.Sources = current(clusters, func(c *report.Cluster) report.History[money.Amount] { return c.Investment })
	return sum
}

// sumOf is the sum of a total in the currency of most clusters, and how many
// clusters it covers.
func sumOf(t report.Total) (sum, covered Cell) {
	if len(t.Sums) == 0 {
		return Cell{}, number(0)
	}
	first := t.Sums[0]
	return Cell{Known: true, Value: first.Amount, Hedge: first.Hedge, Added: first.Clusters > 1}, number(first.Clusters)
}
