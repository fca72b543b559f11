package chart

import (
	"cmp"
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// A timeline has a row for each name, on one axis of time: a point for each date
// or, where the table has ends as well, a bar from one date to the other. A group
// tells the events apart by colour.
type timeline struct {
	words  *dataset.Words
	heads  []string
	names  []string // one for each row of the picture, in the order of the table
	groups []string // empty where there is no column of groups
	events []event  // in the order of the table
	spans  bool     // x names two columns
}

// An event is a row of the table.
type event struct {
	row, group int // places in names and groups
	link       string
	from, to   dataset.Cell
}

// mostTracks is how many rows of a timeline can be taken in.
const mostTracks = 40

// timelineOf binds a spec of a timeline: y names the rows, x is a date, or two of
// a span, and group the column of colours.
func (b *binding) timelineOf() figure {
	names, okY := b.one("y", b.spec.Y, 0)
	dates := b.datesOf("x", b.spec.X)
	if !okY || len(dates) == 0 {
		return nil
	}
	t := b.table
	out := &timeline{words: b.words, heads: []string{t.Columns[names].Title}, spans: len(dates) == 2}
	for _, d := range dates {
		out.heads = append(out.heads, t.Columns[d].Title)
	}
	for _, r := range t.Rows {
		e := event{link: r.Link, from: r.Cells[dates[0]]}
		if out.spans {
			e.to = r.Cells[dates[1]]
		}
		e.row = place(&out.names, b.words.Cell(t.Columns[names].Type, r.Cells[names], ""))
		if e.from.Known && e.to.Known && e.to.Date.Last().Compare(e.from.Date) < 0 {
			b.error(cmp.Or(e.to.At, b.spec.At), diag.ChartSpanBackwards, diag.Args{
				"From": b.words.Page.Date(e.from.Date), "To": b.words.Page.Date(e.to.Date),
			})
			return nil
		}
		out.events = append(out.events, e)
	}
	if !slices.ContainsFunc(out.events, func(e event) bool { return e.from.Known }) {
		b.error(b.at("x"), diag.ChartNoValues, diag.Args{"Column": t.Columns[dates[0]].Name})
		return nil
	}
	if n := len(out.names); n > mostTracks {
		b.error(b.at("y"), diag.ChartManyRows, diag.Args{"Count": n, "Most": mostTracks})
		return nil
	}
	if b.spec.Group.Name != "" && !b.eventGroups(out) {
		return nil
	}
	return out
}

// place is that of a name in a list; a name that is not in it is added.
func place(names *[]string, name string) int {
	i := slices.Index(*names, name)
	if i < 0 {
		i = len(*names)
		*names = append(*names, name)
	}
	return i
}

// datesOf are the columns of dates, one or two; nil where one does not hold dates.
func (b *binding) datesOf(key string, refs []Ref) []int {
	if len(refs) > 2 {
		b.error(refs[2].At, diag.ChartOneColumn, diag.Args{"Key": key})
		return nil
	}
	var columns []int
	for _, r := range refs {
		if i, ok := b.column(r); ok {
			columns = append(columns, i)
		}
	}
	if len(refs) == 0 {
		if i, ok := b.one(key, refs, 1); ok {
			columns = append(columns, i)
		}
	}
	if len(columns) < len(refs) {
		return nil
	}
	for i, column := range columns {
		table, found := b.table.Typed(column, dataset.Date)
		b.table = table
		b.found = append(b.found, found...)
		switch {
		case diag.HasErrors(found):
			return nil
		case table.Columns[column].Type != dataset.Date:
			at := b.spec.At
			if i < len(refs) {
				at = refs[i].At
			}
			b.error(at, diag.ChartNotDates, diag.Args{
				"Column": table.Columns[column].Name, "Known": strings.Join(b.dateColumns(), ", "),
			})
			return nil
		}
	}
	return columns
}

func (b *binding) dateColumns() []string {
	var names []string
	for _, c := range b.table.Columns {
		if c.Type == dataset.Date {
			names = append(names, c.Name)
		}
	}
	return names
}

// eventGroups puts the events into groups: stages in the order in which clusters
// pass them, all others in that of the table.
func (b *binding) eventGroups(t *timeline) bool {
	column, ok := b.column(b.spec.Group)
	if !ok {
		return false
	}
	kind := b.table.Columns[column].Type
	rows := slices.Clone(b.table.Rows)
	if kind == dataset.Stage {
		slices.SortStableFunc(rows, func(x, y dataset.Row) int {
			return cmp.Compare(slices.Index(report.Stages, x.Cells[column].Stage), slices.Index(report.Stages, y.Cells[column].Stage))
		})
	}
	for _, r := range rows {
		place(&t.groups, b.words.Cell(kind, r.Cells[column], ""))
	}
	if n := len(t.groups); n > mostSeries {
		b.error(b.spec.Group.At, diag.ChartManySeries, diag.Args{"Count": n, "Most": mostSeries})
		return false
	}
	for i, r := range b.table.Rows {
		t.events[i].group = place(&t.groups, b.words.Cell(kind, r.Cells[column], ""))
	}
	t.heads = append(t.heads, b.table.Columns[column].Title)
	return true
}

func (t *timeline) columns() []string { return t.heads }

func (t *timeline) rows() []Line {
	out := make([]Line, len(t.events))
	for i, e := range t.events {
		out[i] = Line{Head: t.names[e.row], Cells: []string{t.words.Cell(dataset.Date, e.from, "")}, Link: e.link}
		if t.spans {
			until := "—" // it lasts, or nobody has told its end
			if e.to.Known {
				until = t.words.Cell(dataset.Date, e.to, "")
			}
			out[i].Cells = append(out[i].Cells, until)
		}
		if len(t.groups) > 0 {
			out[i].Cells = append(out[i].Cells, t.groups[e.group])
		}
	}
	return out
}

// summary tells what came first and what last.
func (t *timeline) summary() string {
	var first, last *event
	undated := 0
	for i := range t.events {
		e := &t.events[i]
		switch {
		case !e.from.Known:
			undated++
			continue
		case first == nil || e.from.Date.Compare(first.from.Date) < 0:
			first = e
		}
		if last == nil || e.from.Date.Compare(last.from.Date) >= 0 {
			last = e
		}
	}
	id := "summary-timeline"
	switch {
	case len(t.events)-undated == 1:
		id = "summary-timeline-one"
	case first.from.Date == last.from.Date:
		id = "summary-timeline-at-once"
	}
	told := t.words.Text(id, locale.Args{
		"First": t.said(first), "FirstDate": t.words.Page.Date(first.from.Date),
		"Last": t.said(last), "LastDate": t.words.Page.Date(last.from.Date),
	})
	if undated > 0 {
		told += " " + t.words.Text("summary-undated", locale.Args{
			"Count": t.words.Page.Integer(undated), "All": t.words.Page.Integer(len(t.events)),
		})
	}
	return told
}

// said names an event.
func (t *timeline) said(e *event) string {
	name := t.words.Names([]string{t.names[e.row]})
	if len(t.groups) > 0 {
		name += " (" + t.groups[e.group] + ")"
	}
	return name
}

// spots of a timeline: tracks, then spans, then the points of each group.
func (t *timeline) spots() [][]spot {
	var out [][]spot
	for range t.names {
		out = append(out, []spot{nowhere, nowhere})
	}
	for i, e := range t.events {
		if e.from.Known && e.to.Known {
			out = append(out, []spot{{i, -1}, {i, -1}})
		}
	}
	for g := range max(1, len(t.groups)) {
		items := []spot{}
		for i, e := range t.events {
			if e.group == g && e.from.Known {
				items = append(items, spot{i, -1})
			}
		}
		out = append(out, items)
	}
	return out
}
