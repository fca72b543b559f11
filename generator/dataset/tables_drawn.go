package dataset

import (
	"slices"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// The tables in this file are those that pages draw by themselves. Their size
// does not grow with the report: what would be too many rows is gathered, by
// days, then months, then years.

// Promised returns what clusters were promised in all at the end of each day on
// which a sum of a whole cluster was named, from the first that is known; the last
// of them stands until the day given. A row is date, investment, clusters (those that are in the sum).
func (t *Tables) Promised(clusters []*report.Cluster, until report.Date) *Table {
	out := &Table{Name: "promised", Columns: t.columns(
		Column{Name: "date", Type: Date}, Column{Name: "investment", Type: Value}, Column{Name: "clusters", Type: Value},
	)}
	var days []report.Date
	for _, c := range clusters {
		for _, f := range c.Investment {
			if f.Stands() && !f.Date.IsZero() {
				days = append(days, f.Date)
			}
		}
	}
	slices.SortFunc(days, report.Date.Compare)
	for _, day := range thinned(slices.Compact(days), mostDays) {
		sum, covered := sumOn(clusters, day)
		if !sum.Known && len(out.Rows) == 0 {
			continue // nothing is promised yet, and an empty line would push the rest aside
		}
		out.Rows = append(out.Rows, Row{Cells: []Cell{{Known: true, Date: day}, sum, covered}})
	}
	out.stand(until)
	return out
}

// mostDays is how many points a line of the pages' own has.
const mostDays = 60

// History returns the sums announced for a cluster as a whole; the last of them
// stands until the day given. A row is date, investment.
func (t *Tables) History(c *report.Cluster, until report.Date) *Table {
	out := &Table{Name: "history", Columns: t.columns(Column{Name: "date", Type: Date}, Column{Name: "investment", Type: Value})}
	for _, f := range c.Investment {
		if f.Stands() && !f.Date.IsZero() {
			out.Rows = append(out.Rows, Row{Cells: []Cell{{Known: true, Date: f.Date}, amount(f)}})
		}
	}
	out.stand(until)
	return out
}

// Course returns the changes by which the sum of today came about, in the
// currency of most clusters: each by itself where they are few, else those of a
// day, a month or a year together. A row is announcement (the cluster and the
// date, or the date alone), change.
func (t *Tables) Course(clusters []*report.Cluster) *Table {
	out := &Table{Name: "course", Columns: t.columns(Column{Name: "announcement", Type: Text}, Column{Name: "change", Type: Value})}
	now := report.TotalNow(clusters)
	if len(now.Sums) == 0 {
		return out
	}
	out.Whole = &now.Sums[0].Hedge
	steps := stepsOf(clusters, now.Sums[0].Amount.Currency())
	if len(steps) <= mostSteps {
		for _, s := range steps {
			name := s.cluster.Title
			if !s.day.IsZero() {
				name += ", " + t.Words.Page.Date(s.day)
			}
			out.Rows = append(out.Rows, s.row(name))
		}
		return out
	}
	out.Columns[0].Title = t.Words.Text("column-date", nil)
	for _, period := range []func(report.Date) report.Date{
		func(d report.Date) report.Date { return d },
		func(d report.Date) report.Date { return report.Date{Year: d.Year, Month: d.Month} },
		func(d report.Date) report.Date { return report.Date{Year: d.Year} },
	} {
		if steps = gathered(steps, period); len(steps) <= mostSteps {
			break
		}
	}
	for _, s := range steps {
		name := t.Words.Text("undated", nil)
		if !s.day.IsZero() {
			name = t.Words.Page.Date(s.day)
		}
		out.Rows = append(out.Rows, s.row(name))
	}
	return out
}

// mostSteps is how many changes are shown one by one.
const mostSteps = 12

// A step is a change of what all clusters together were promised.
type step struct {
	day     report.Date     // zero where it is not known
	cluster *report.Cluster // nil where several changes are gathered
	change  money.Amount
	hedge   money.Hedge
	sources report.Sources // of what was said, not of what it took the place of
}

func (s step) cell() Cell {
	return Cell{Known: true, Value: s.change, Hedge: s.hedge, Added: s.cluster == nil, Sources: s.sources}
}

func (s step) row(name string) Row {
	r := Row{Cells: []Cell{text(name), s.cell()}}
	if s.cluster != nil {
		r.Link = s.cluster.Path()
	}
	return r
}

// stepsOf are all changes in the order of time, those without a date first, and
// those of one cluster in the order in which they were made. A sum that is not
// known, or in another currency, is in no total and counts as nothing.
func stepsOf(clusters []*report.Cluster, currency money.Currency) []step {
	var out []step
	for _, c := range clusters {
		before, hedge, day := money.New(decimal.Zero, currency), money.Exact, report.Date{}
		for _, f := range c.Investment {
			if !f.Stands() {
				continue
			}
			sum, said := money.New(decimal.Zero, currency), money.Exact
			if !f.Unknown && f.Value.Currency() == currency {
				sum, said = f.Value, f.Hedge
			}
			if day.Compare(f.Date) < 0 { // a month may be told after a day of it
				day = f.Date
			}
			if change := sum.Sub(before); !change.IsZero() {
				by := said.Sub(hedge, change.Sign())
				if before.IsZero() {
					by = said
				}
				out = append(out, step{day, c, change, by, of(f.Source)})
			}
			before, hedge = sum, said
		}
	}
	slices.SortStableFunc(out, func(a, b step) int { return a.day.Compare(b.day) })
	return out
}

// gathered adds up the changes of one period. Those that cancel out are no change.
func gathered(steps []step, period func(report.Date) report.Date) []step {
	var out []step
	for _, s := range steps {
		s.day, s.cluster = period(s.day), nil
		s.sources.List = slices.Clip(s.sources.List) // which the steps given keep
		if n := len(out); n > 0 && out[n-1].day == s.day {
			sum := out[n-1].change.Add(s.change)
			out[n-1].hedge = out[n-1].hedge.Add(s.hedge).Sub(money.Exact, sum.Sign())
			out[n-1].change = sum
			out[n-1].sources.Join(s.sources)
			continue
		}
		out = append(out, s)
	}
	return slices.DeleteFunc(out, func(s step) bool { return s.change.IsZero() })
}

// thinned keeps of sorted days the last of each month, or of each year, where
// they are more than most.
func thinned(days []report.Date, most int) []report.Date {
	for _, same := range []func(a, b report.Date) bool{
		func(a, b report.Date) bool { return a.Year == b.Year && a.Month == b.Month },
		func(a, b report.Date) bool { return a.Year == b.Year },
	} {
		if len(days) <= most {
			break
		}
		var kept []report.Date
		for i, day := range days {
			if i == len(days)-1 || !same(day, days[i+1]) {
				kept = append(kept, day)
			}
		}
		days = kept
	}
	return days[max(0, len(days)-most):]
}

// stand says until when the last row of a table of dates stands: a day that is
// past all that the date of that row may mean.
func (t *Table) stand(until report.Date) {
	if n := len(t.Rows); n > 0 && until.Compare(t.Rows[n-1].Cells[0].Date.Last()) > 0 {
		t.Until = until
	}
}

// StagesOfAll is the table of stages with a last row for the clusters of which
// none is known, if there are any, so that the counts come to all clusters.
func (t *Tables) StagesOfAll(r *report.Report) *Table {
	out := *t.made["stages"]()
	var rest []*report.Cluster
	for _, c := range r.Clusters {
		if f, ok := c.Stage.Current(); !ok || f.Unknown {
			rest = append(rest, c)
		}
	}
	if len(rest) > 0 {
		unknown := text(t.Words.Page.Text("stage-unknown", nil))
		out.Rows = append(slices.Clip(out.Rows), Row{Cells: []Cell{unknown, number(len(rest)), sumNow(rest)}, Rest: true})
	}
	return &out
}
