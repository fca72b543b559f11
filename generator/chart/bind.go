package chart

import (
	"path"
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// A File reads a file beside the page, by the name that the author gave. Name is
// how positions in it are told. The error is fs.ErrNotExist where there is none.
type File func(written string) (name string, content []byte, err error)

// Bind puts a spec and its table together and checks that the one can be drawn
// of the other. The chart is nil where a diagnostic is an error; err is the
// machine's.
func (s Spec) Bind(t *dataset.Tables, file File) (*Chart, []diag.Diagnostic, error) {
	b := &binding{spec: s, words: t.Words, source: t.Source}
	table, err := b.find(t, file)
	var c *Chart
	if table != nil {
		sourced, found := t.Sourced(table)
		b.found = append(b.found, found...)
		c = b.chart(sourced)
		table.Quote(b.found)
	}
	return c, b.found, err
}

// Of makes a chart of a table that is known to fit, as pages do that draw a chart
// by themselves, of which the author names no source.
func (s Spec) Of(table *dataset.Table, w *dataset.Words) (*Chart, []diag.Diagnostic) {
	b := &binding{spec: s, words: w}
	c := b.chart(table)
	return c, b.found
}

// A binding compares one spec with its table.
type binding struct {
	spec  Spec
	words *dataset.Words
	// source finds a source of the report.
	source func(id string) (*report.Source, bool)
	table  *dataset.Table
	found  []diag.Diagnostic
	// unitless says that the author gave no unit: the values may bring one.
	unitless bool
}

func (b *binding) error(at diag.Position, code diag.Code, args diag.Args) {
	b.found = append(b.found, diag.NewError(at, code, args))
}

// find returns the table that the spec names; nil where it is told that there is
// none.
func (b *binding) find(t *dataset.Tables, file File) (*dataset.Table, error) {
	s := b.spec
	if s.Sheet.Name != "" && !isWorkbook(s.Data.Name) {
		b.error(s.Sheet.At, diag.ChartSheetAlone, nil)
		return nil, nil
	}
	switch {
	case s.Rows != nil && s.Data.Name != "":
		b.error(s.Data.At, diag.ChartDataTwice, nil)
		return nil, nil
	case s.Rows != nil:
		return b.titled(s.Rows), nil
	case s.Data.Name == "":
		b.error(s.At, diag.ChartWithoutData, diag.Args{"Known": strings.Join(t.Names(), ", ")})
		return nil, nil
	}
	if table, ok := t.Table(s.Data.Name); ok {
		return table, nil
	}
	if path.Ext(s.Data.Name) == "" {
		b.error(s.Data.At, diag.ChartUnknownTable, diag.Args{
			"Data":       s.Data.Name,
			"Suggestion": diag.Suggest(s.Data.Name, t.Names()),
			"Known":      strings.Join(t.Names(), ", "),
		})
		return nil, nil
	}
	return b.read(t, file)
}

// titled gives readers' names to the columns of rows in the block.
func (b *binding) titled(rows *dataset.Table) *dataset.Table {
	out := *rows
	out.Columns = slices.Clone(rows.Columns)
	for i, c := range out.Columns {
		if c.Title == "" {
			out.Columns[i].Title = b.words.Text("column-"+c.Name, nil)
		}
	}
	return &out
}

// chart makes the chart of a table; nil where it is told that it cannot.
func (b *binding) chart(t *dataset.Table) *Chart {
	b.table, b.unitless = t, b.spec.Unit == ""
	b.filter()
	if diag.HasErrors(b.found) {
		return nil
	}
	if t = b.table; len(t.Rows) == 0 {
		b.error(b.spec.At, diag.ChartNoRows, diag.Args{"Data": t.Name})
		return nil
	}
	if !b.sum() {
		return nil
	}
	s := b.spec
	f := b.figureOf(s.Kind)
	if f == nil || diag.HasErrors(b.found) {
		return nil
	}
	return &Chart{
		ID: s.ID, Kind: s.Kind, Title: s.Title, Unit: b.spec.Unit, Note: s.Note, Sources: b.sources(),
		Table: b.table, words: b.words, figure: f, told: s.Summary, gaps: b.gaps(),
	}
}

// figureOf binds the kind; nil where it is told that it cannot be drawn.
func (b *binding) figureOf(kind Kind) figure {
	s := b.spec
	switch kind {
	case Bar:
		if len(s.X) > 1 || s.Group.Name != "" {
			return b.columnsOf("y", s.Y, "x", s.X, true)
		}
		return b.bars()
	case Columns:
		return b.columnsOf("x", s.X, "y", s.Y, false)
	case Lines, Steps, Areas:
		return b.linesOf()
	case Pie, Ring:
		return b.pieOf()
	case Heatmap:
		return b.heatmapOf()
	case Scatter:
		return b.scatterOf()
	case Waterfall:
		return b.waterfallOf()
	case Treemap:
		return b.treemapOf()
	case Sunburst:
		return b.sunburstOf()
	case Sankey:
		return b.sankeyOf()
	case Funnel:
		return b.funnelOf()
	case Gauge:
		return b.gaugeOf()
	case Slope:
		return b.slopeOf()
	case Timeline:
		return b.timelineOf()
	}
	return nil
}

// one returns the column that a key names. Without the key it is the column at
// the place where rows of two columns have it.
func (b *binding) one(key string, refs []Ref, usual int) (int, bool) {
	if len(refs) > 1 {
		if slices.Contains(b.spec.Sum, refs[1]) {
			key = "sum" // which stands for a key that the author left out
		}
		b.error(refs[1].At, diag.ChartOneColumn, diag.Args{"Key": key})
		return 0, false
	}
	if len(refs) == 1 {
		return b.column(refs[0])
	}
	if own := b.table.Own(); len(own) == 2 {
		return own[usual], true
	}
	b.error(b.spec.At, diag.ChartColumnMissing, diag.Args{
		"Key": key, "Known": strings.Join(b.table.ColumnNames(), ", "),
	})
	return 0, false
}

func (b *binding) column(r Ref) (int, bool) {
	i, ok := b.table.Column(r.Name)
	if !ok {
		names := b.table.ColumnNames()
		b.error(r.At, diag.ChartUnknownColumn, diag.Args{
			"Column": r.Name, "Suggestion": meant(r.Name, names), "Known": strings.Join(names, ", "),
		})
	}
	return i, ok
}

// values makes sure that a column holds values that can stand side by side.
func (b *binding) values(key string, i int) bool {
	table, found := b.table.Typed(i, dataset.Value)
	b.table = table
	b.found = append(b.found, found...)
	if diag.HasErrors(found) {
		return false
	}
	c := table.Columns[i]
	if c.Type != dataset.Value {
		b.error(b.at(key), diag.ChartNotValues, diag.Args{"Column": c.Name, "Known": strings.Join(b.valueColumns(), ", ")})
		return false
	}
	b.inCurrency(i)
	if !b.comparable(i) {
		return false
	}
	if b.unitless && slices.ContainsFunc(b.table.Rows, func(r dataset.Row) bool { return r.Cells[i].Known && r.Cells[i].Percent }) {
		b.spec.Unit = percent
	}
	return true
}

// inCurrency makes sums of numbers whose currency stands in a column of its own.
// Where the author named a unit, the numbers are of that.
func (b *binding) inCurrency(column int) {
	if b.unitless {
		b.table = b.table.InCurrency(column)
	}
}

// percent is the unit of values that are written with it.
const percent = "%"

// sameUnit reports whether two values are in the same currency, and both in per
// cent or neither. Where the author named a unit, it is that of all numbers.
func (b *binding) sameUnit(c, d *dataset.Cell) bool {
	return c.Value.Currency() == d.Value.Currency() && (c.Percent == d.Percent || !b.unitless)
}

// comparable tells of a column that an author wrote with sums and numbers mixed.
func (b *binding) comparable(i int) bool {
	var first *dataset.Cell
	for r := range b.table.Rows {
		c := &b.table.Rows[r].Cells[i]
		if !c.Known {
			continue
		}
		if first == nil {
			first = c
		} else if !b.sameUnit(c, first) && c.At.Line > 0 {
			b.error(c.At, diag.ChartMixedUnits, diag.Args{
				"Value": c.Text, "First": first.Text, "Adding": len(b.spec.Sum) > 0, "Percent": c.Value.Currency() == first.Value.Currency(),
			})
			return false
		}
	}
	return true
}

func (b *binding) valueColumns() []string {
	var names []string
	for _, c := range b.table.Columns {
		if c.Type == dataset.Value {
			names = append(names, c.Name)
		}
	}
	return names
}

// at is where a key of the spec names its column, or else the block.
func (b *binding) at(key string) diag.Position {
	refs := map[string][]Ref{"x": b.spec.X, "y": b.spec.Y, "label": {b.spec.Label}}[key]
	if len(refs) > 0 && refs[0].Name != "" {
		return refs[0].At
	}
	return b.spec.At
}
