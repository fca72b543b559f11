package importer

import (
	"fmt"
	"slices"
	"strings"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// A row is a row of the table, read.
type row struct {
	at         diag.Position
	slug       string
	title      string
	region     Cell
	stage      []figure[report.Stage] // none or one, as of the others
	investment []figure[money.Amount]
	jobs       []figure[int]
	members    []string
	products   []string
	resource   string
	year       report.Date
}

// A figure is one of the table, beside how it is written there.
type figure[V any] struct {
	report.Figure[V]
	written string
}

// in is the cell of a column in a row.
func (m *maker) in(number int, column string) Cell {
	at, ok := m.heads.columns[column]
	if !ok {
		at = -1
	}
	return m.table.cell(number, at)
}

// footers are how the total under a table is called.
var footers = []string{"итого", "всего", "total", "in all", "в том числе"}

// readRow reads a row and files it under its cluster.
func (m *maker) readRow(number int) {
	cells := m.table.Rows[number]
	title := m.in(number, colTitle)
	at := title.At
	switch {
	case blank(cells) || numbersColumns(cells):
		return
	case isFooter(cells):
		m.plan.Results = append(m.plan.Results, Result{Outcome: Skipped, Title: firstText(cells), Reasons: []Reason{{Why: Footer, At: at}}, At: at})
		return
	case title.Text == "":
		m.plan.Results = append(m.plan.Results, Result{Outcome: Skipped, Title: firstText(cells), Reasons: []Reason{{Why: NoTitle, At: at}}, At: at})
		return
	}
	r := row{
		at: at, title: strings.Join(strings.Fields(title.Text), " "), region: m.in(number, colRegion),
		members: readList(m.in(number, colMembers).Text), products: readList(m.in(number, colProducts).Text),
		resource: strings.Join(strings.Fields(m.in(number, colResource).Text), " "),
	}
	if slug := m.in(number, colSlug); content.IsSlug(slug.Text) {
		r.slug = slug.Text
	}
	if year := m.in(number, colYear); !saysNothing(year.Text) {
		r.year = m.readDate(year)
	}
	m.readInvestment(&r, number)
	m.readStage(&r, number)
	m.readJobs(&r, number)
	m.file(r)
}

// numbersColumns reports whether a row says 1, 2, 3: official tables number
// their columns under the headings.
func numbersColumns(cells []Cell) bool {
	for i, c := range cells {
		if c.Text != fmt.Sprint(i+1) {
			return false
		}
	}
	return len(cells) > 1
}

func isFooter(cells []Cell) bool {
	return slices.ContainsFunc(cells, func(c Cell) bool {
		return slices.Contains(footers, strings.Trim(fold(c.Text), ":. "))
	})
}

func firstText(cells []Cell) string {
	for _, c := range cells {
		if c.Text != "" {
			return c.Text
		}
	}
	return ""
}

func (m *maker) error(at diag.Position, code diag.Code, args diag.Args) {
	m.found = append(m.found, diag.NewError(at, code, args))
}

func (m *maker) readDate(c Cell) report.Date {
	d, ok := readDate(c)
	if !ok {
		m.error(c.At, diag.ImportUnreadableDate, diag.Args{"Value": c.Text})
	}
	return d
}
