// Package chart makes pictures of tables.
//
// What an author writes in a ```chart block becomes a [Spec]; bound to its
// [dataset.Table] (the report's clusters, a CSV file, a workbook, rows in the
// block) it is checked completely and becomes a [Chart]. From a Chart come, without
// any drawing, the sentence that tells what is to be seen ([Chart.Summary]) and the
// table that stands under the picture. A [Drawer] draws it: go-echarts builds the option of
// Apache ECharts as typed Go, ECharts runs in goja, and what it gives is taken
// apart and written anew as clean SVG.
//
//	spec, mistakes := chart.ParseSpec(chart.Block{Source: block, At: at})
//	c, mistakes, err := spec.Bind(tables, file)
//	picture, err := drawer.Draw(c, id)
//
// # The block
//
//	type    bar, column, line, step, area, pie, ring, heatmap, scatter, waterfall,
//	        treemap, sunburst, sankey, funnel, gauge, slope, timeline
//	title   what is shown
//	data    a built-in table (see [dataset.NewTables]) or a .csv or .xlsx file beside the page; or
//	rows    the rows themselves: "name: value", or a list of mappings
//	sheet   of a workbook, if not the first
//	x, y    columns; several where the chart can have several series
//	group   a column whose values are the series, or hold the parts together
//	stack   yes or percent: series stand on each other, or are parts of a hundred
//	label   a column that names the points of a scatter
//	of      the whole of a gauge, where no second row tells it
//	sum     columns: rows that say the same in them, and in group, are added up
//	filter  a mapping from a column to the value, or values, to be kept
//	sort    value, name or none
//	limit   how many bars or parts; what is more becomes one
//	unit    of plain numbers; unit, note and source are shown beside the picture
//	source  ids of sources, before those that the table knows
//	id      of the chart's own address
//
// In bar, pie, ring, waterfall, funnel and gauge x is the value and y the name; in
// a heat map y names the rows; in a slope x is two columns of values and y the
// name, in a timeline x is a date, or two of a span, and y names the rows; in all
// others x goes across and y up. A table of two columns
// needs neither: the first has the names. A column called source or источник
// counts for none beside two others: it names the sources of its rows.
//
// In treemap and sunburst x is the value, y the name, and group may name what the
// parts belong to. In sankey x is the value and y a list of two or three columns,
// from left to right, through which it flows.
//
// With sum, x and y name the columns of its rows and values as ever, and count is
// a column that tells how many rows each is made of. What names the rows need not
// be said again.
//
// # What is promised
//
// Every mistake is told with its place, in the block or in the file, before
// anything is drawn. The same chart gives the same bytes.
//
// Text is text: no name, title or number is ever a template, a function or a
// mark-up, in ECharts or in the SVG. For that, an option never holds a
// formatter. Where ECharts wants one, the option has the finished texts in a key
// of ours, texts, which layouts/assets/chart-option.ts turns into functions.
//
// Whatever has to be measured is laid out here, in the site's own fonts: names
// are broken into lines, the column of names and the room for labels are
// reserved, so that nothing overlaps or leaves the frame. ECharts is told where
// the axes lie and how far they go, and does not guess. Where a form has no room,
// mostly in the narrow picture, the chart takes another: columns lie on their side,
// a heat map is turned or has numbers for heads, a slope names its lines at one end
// alone.
//
// A value that is almost nothing beside others is written where it cannot be seen;
// no axis is ever logarithmic. A number is never cut, and keeps what says how far it
// is vouched for. A whole that lacks a part has no shares, and a sum says of how many
// it is made.
//
// A chart is drawn in two sizes, [Wide] and [Narrow]; the stylesheet shows the
// right one. How an option becomes an SVG is told in package picture.
package chart

import (
	"cmp"
	"strings"
	"sync"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// A Kind is a way of drawing a table.
type Kind string

// Kinds of charts.
const (
	Bar     Kind = "bar"    // horizontal bars
	Columns Kind = "column" // upright ones
	Lines   Kind = "line"   // a line through points
	Steps   Kind = "step"   // a line that stays until the next point
	Areas   Kind = "area"   // a line with what is below it
	Pie     Kind = "pie"    // the parts of a whole
	Ring    Kind = "ring"   // the same with the whole in the middle

	Heatmap   Kind = "heatmap"   // a table of which the fields are shaded by their values
	Scatter   Kind = "scatter"   // points between two values
	Waterfall Kind = "waterfall" // the changes by which a sum came about

	Treemap  Kind = "treemap"  // the parts of a whole as areas, in groups
	Sunburst Kind = "sunburst" // the same as a ring of groups with a ring of parts around it
	Sankey   Kind = "sankey"   // what goes from where to where

	Funnel   Kind = "funnel"   // the stages that things pass, in their order
	Gauge    Kind = "gauge"    // how much of a whole is done
	Slope    Kind = "slope"    // what each name had before and has after
	Timeline Kind = "timeline" // what happened to each name, and when
)

// Kinds are all of them, in the order of the author's guide.
var Kinds = []Kind{
	Bar, Columns, Lines, Steps, Areas, Pie, Ring, Heatmap, Scatter, Waterfall,
	Treemap, Sunburst, Sankey,
	Funnel, Gauge, Slope, Timeline,
}

// A Chart is a table that is known to be drawable. It is read-only, and keeps what
// drawers have laid out of it.
type Chart struct {
	// ID is what the author called the chart, in Latin letters; empty where the
	// caller has to find a name.
	ID    string
	Kind  Kind
	Title string
	// Unit is what values without a unit of their own are counted in.
	Unit string
	Note string
	// Sources are where it is from: those that the author names, then those of the
	// figures, as far as the table knows them.
	Sources report.Sources
	// Table is everything that the chart was made of, in the order of its file.
	Table *dataset.Table

	words  *dataset.Words
	figure figure
	told   string // in place of the figure's summary
	gaps   string // what is missing from sums

	layouts sync.Map // of layout by layoutKey, kept by the first who asks
}

// A figure is a chart of one kind with its numbers. Each kind is one file.
type figure interface {
	// option is what ECharts is to draw in the frame, and the height that it
	// needs, in pixels.
	option(f frame) (object, float64)
	// summary is a sentence or two that tell what is to be seen.
	summary() string
	// columns and rows are what the figure shows, as a table of texts.
	columns() []string
	rows() []Line
}

// A Line is a row of the table under a chart: what it is about, then its values
// as they are written in the chart.
type Line struct {
	Head  string
	Cells []string
	// Link is a path of the site, such as "clusters/les/"; empty where the row
	// leads nowhere.
	Link string
}

// Summary tells in words what the chart shows: the largest, the smallest, what
// is not known. It is the text for those who do not see the picture.
func (c *Chart) Summary() string {
	return strings.TrimSpace(cmp.Or(c.told, c.figure.summary()) + " " + c.gaps)
}

// Columns are the heads of the table under the chart.
func (c *Chart) Columns() []string { return c.figure.columns() }

// Rows are the lines of the table under the chart, in the order of the picture.
func (c *Chart) Rows() []Line { return c.figure.rows() }

// A Ref is a name that the author wrote, and where.
type Ref struct {
	Name string
	At   diag.Position
}
