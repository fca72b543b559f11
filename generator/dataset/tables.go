package dataset

import (
	"maps"
	"slices"
	"sync"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// Tables are the built-in tables of one report, and the last of those that were
// read from files. A table is made when it is asked for first. Tables is safe for
// concurrent use.
type Tables struct {
	Words *Words // in which the tables are written
	// Source finds a source of the report, by its id.
	Source func(id string) (*report.Source, bool)

	// meant is the id that somebody most likely meant who wrote another word.
	meant func(written string) string
	made  map[string]func() *Table
	shelf shelf
}

// NewTables returns the tables of a report. A row is
//
//	clusters       a cluster: title, region, stage, investment, jobs, year, members
//	announcements  a dated sum: date, cluster, region, investment, kind, scope
//	changes        a sum that changed the total: date, cluster, change
//	totals         a day on which a sum changed: date, investment, clusters
//	stages         a stage: stage, clusters, investment
//	promises       a cluster: title, first, current
//	progress       a stage that a cluster reached: date, until, title, stage
//	organizations  a member: title, clusters
//
// The sums of changes, totals and stages add up what clusters were promised in the
// currency that most of them have; clusters counts those that are in the sum of
// a day, and all of a stage. The first and the current of promises are sums
// announced for a whole cluster. A stage lasts until the next one; of the one that
// a cluster is in, until is not known.
func NewTables(r *report.Report, w *Words) *Tables {
	t := &Tables{Words: w, Source: r.Source, meant: r.MeantSource}
	t.made = map[string]func() *Table{
		"clusters":      sync.OnceValue(func() *Table { return t.clusters(r.Clusters) }),
		"announcements": sync.OnceValue(func() *Table { return t.announcements(r) }),
		"changes":       sync.OnceValue(func() *Table { return t.changes(r) }),
		"totals":        sync.OnceValue(func() *Table { return t.totals(r) }),
		"stages":        sync.OnceValue(func() *Table { return t.stages(r) }),
		"promises":      sync.OnceValue(func() *Table { return t.promises(r) }),
		"progress":      sync.OnceValue(func() *Table { return t.progress(r) }),
		"organizations": sync.OnceValue(func() *Table { return t.organizations(r) }),
	}
	return t
}

// Table returns a built-in table. It is shared and must not be changed.
func (t *Tables) Table(name string) (*Table, bool) {
	made, ok := t.made[name]
	if !ok {
		return nil, false
	}
	return made(), true
}

// Names are those of all built-in tables, sorted.
func (t *Tables) Names() []string { return slices.Sorted(maps.Keys(t.made)) }

// Sums returns the sums of clusters that stand today, for the charts that compare
// them. A row is title, investment, date.
func (t *Tables) Sums(clusters []*report.Cluster) *Table {
	out := &Table{Name: "clusters", Rows: make([]Row, len(clusters)), Columns: t.columns(
		Column{Name: "title", Type: Text}, Column{Name: "investment", Type: Value}, Column{Name: "date", Type: Date},
	)}
	for i, c := range clusters {
		sum, date := Cell{}, Cell{}
		if f, ok := c.Investment.Current(); ok {
			sum = amount(f)
			date = Cell{Known: !f.Date.IsZero(), Date: f.Date}
		}
		out.Rows[i] = Row{Link: c.Path(), Cells: []Cell{text(c.Title), sum, date}}
	}
	return out
}

func (t *Tables) clusters(clusters []*report.Cluster) *Table {
	out := &Table{Name: "clusters", Columns: t.columns(
		Column{Name: "title", Type: Text}, Column{Name: "region", Type: Text}, Column{Name: "stage", Type: Stage},
		Column{Name: "investment", Type: Value}, Column{Name: "jobs", Type: Value}, Column{Name: "year", Type: Date},
		Column{Name: "members", Type: Value},
	)}
	for _, c := range clusters {
		out.Rows = append(out.Rows, Row{Link: c.Path(), Cells: t.cluster(c)})
	}
	return out
}

func (t *Tables) cluster(c *report.Cluster) []Cell {
	region := Cell{}
	if c.Region.To != nil {
		region = text(c.Region.To.Title)
	}
	stage, investment, jobs := Cell{}, Cell{}, Cell{}
	if f, ok := c.Stage.Current(); ok {
		stage = t.stage(f)
	}
	if f, ok := c.Investment.Current(); ok {
		investment = amount(f)
	}
	if f, ok := c.Jobs.Current(); ok {
		jobs = Cell{Sources: of(f.Source)}
		if !f.Unknown {
			jobs.Known, jobs.Value, jobs.Hedge = true, number(f.Value).Value, f.Hedge
		}
	}
	year := Cell{Known: !c.Year.IsZero(), Date: c.Year}
	members := number(c.Present())
	for _, m := range c.Members {
		if !m.Former() {
			members.Sources.Add(m.Source.To)
		}
	}
	return []Cell{text(c.Title), region, stage, investment, jobs, year, members}
}

// columns names columns for readers.
func (t *Tables) columns(list ...Column) []Column {
	for i := range list {
		list[i].Title = t.Words.Text("column-"+list[i].Name, nil)
	}
	return list
}

// amount is the cell of a sum as it was announced.
func amount(f report.Figure[money.Amount]) Cell {
	c := Cell{Sources: of(f.Source)}
	if !f.Unknown {
		c.Known, c.Value, c.Hedge = true, f.Value, f.Hedge
	}
	return c
}

// stage is the cell of a stage as it was reported.
func (t *Tables) stage(f report.Figure[report.Stage]) Cell {
	c := Cell{Sources: of(f.Source)}
	if !f.Unknown {
		c.Known, c.Stage, c.Text = true, f.Value, t.Words.Page.Stage(f.Value)
	}
	return c
}

func text(s string) Cell { return Cell{Known: s != "", Text: Clean(s)} }

func number(n int) Cell {
	return Cell{Known: true, Value: money.New(decimal.NewFromInt(int64(n)), "")}
}
