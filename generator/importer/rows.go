package importer

import (
	"errors"
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
	stage      []report.Figure[report.Stage] // none or one, as of the others
	investment []report.Figure[money.Amount]
	jobs       []report.Figure[int]
	members    []string
	products   []string
	resource   string
	year       report.Date
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

// said fills what every figure has: when it was said and where. It is false
// where the table and the options leave either open.
func said[V any](m *maker, number int, f *report.Figure[V], value Cell, dateColumn, sourceColumn string) bool {
	f.At, f.Date, f.Source.Ref = value.At, m.options.Date, m.options.Source
	for _, column := range []string{dateColumn, colDate} {
		if c := m.in(number, column); !saysNothing(c.Text) {
			f.Date = m.readDate(c)
			if f.Date.IsZero() {
				return false // told
			}
			break
		}
	}
	for _, column := range []string{sourceColumn, colSource} {
		if c := m.in(number, column); !saysNothing(c.Text) {
			source, ok := m.source(c)
			if !ok {
				return false
			}
			f.Source.Ref = source
			break
		}
	}
	if note := strings.Join(strings.Fields(m.in(number, colNote).Text), " "); note != "" {
		f.Note = strings.TrimPrefix(f.Note+"; "+note, "; ")
	}
	if f.Date.IsZero() {
		m.error(value.At, diag.ImportNoDate, diag.Args{"Value": value.Text})
	}
	if f.Source.Ref == "" {
		m.error(value.At, diag.ImportNoSource, diag.Args{"Value": value.Text})
	}
	return !f.Date.IsZero() && f.Source.Ref != ""
}

// source finds the source of a cell: by its id, its address or its title.
func (m *maker) source(c Cell) (id string, ok bool) {
	for _, s := range m.report.Entries.Sources {
		if s.ID == c.Text || s.URL == c.Text || report.TitleKey(s.Title) == report.TitleKey(c.Text) {
			return s.ID, true
		}
	}
	m.error(c.At, diag.UnknownSource, diag.Args{"ID": c.Text, "Suggestion": diag.Suggest(c.Text, m.sourceIDs())})
	return "", false
}

func (m *maker) sourceIDs() []string {
	var ids []string
	for _, s := range m.report.Entries.Sources {
		ids = append(ids, s.ID)
	}
	return ids
}

func (m *maker) readInvestment(r *row, number int) {
	value, unit := m.in(number, colInvestment), m.heads.unit
	if saysNothing(value.Text) {
		value, unit = m.in(number, colInvestmentText), ""
	}
	if saysNothing(value.Text) {
		return
	}
	f := report.Figure[money.Amount]{Kind: report.Announced, Scope: report.WholeCluster}
	f.Unknown = content.SaysUnnamed(value.Text)
	if !f.Unknown && !m.readSum(&f, value, unit, number) {
		return
	}
	f.Approximate = f.Approximate || saysYes(m.in(number, colApproximate))
	if c := m.in(number, colKind); c.Text != "" {
		var ok bool
		if f.Kind, ok = readWord(c, kindWords); !ok {
			m.found = append(m.found, wordMistake(c, kindWords, report.Kinds))
			return
		}
	}
	if c := m.in(number, colScope); c.Text != "" {
		var ok bool
		if f.Scope, ok = readWord(c, scopeWords); !ok {
			m.found = append(m.found, wordMistake(c, scopeWords, report.Scopes))
			return
		}
	}
	if c := m.in(number, colMember); !saysNothing(c.Text) {
		f.Member.Ref, f.Member.At = c.Text, c.At
	}
	if said(m, number, &f, value, colInvestmentDate, colInvestmentSource) {
		r.investment = append(r.investment, f)
	}
}

// least is the smallest sum that a cell may give without naming a unit or a
// currency anywhere. A cluster of 7,9 roubles is one whose unit was forgotten.
const least = 100_000

func (m *maker) readSum(f *report.Figure[money.Amount], value Cell, unit string, number int) bool {
	def := m.report.Entries.Settings.Currency
	currency := m.in(number, colCurrency)
	if currency.Text != "" {
		one, err := money.Parse("1 "+currency.Text, "")
		if err != nil || one.Currency() == "" {
			m.error(currency.At, diag.UnknownCurrency, diag.Args{"Value": currency.Text})
			return false
		}
		def = one.Currency()
	}
	s, err := readAmount(value, unit, def)
	var bad *money.ParseError
	if errors.As(err, &bad) {
		m.error(value.At, diag.UnreadableAmount, diag.Args{
			"Value": value.Text, "Part": bad.Part(), "Reason": string(bad.Reason), "Suggestion": bad.Suggestion(),
		})
		return false
	}
	if s.bare && currency.Text == "" && s.amount.Abs().Decimal().IntPart() < least {
		m.error(value.At, diag.ImportNoUnit, diag.Args{"Value": value.Text})
		return false
	}
	f.Value, f.Approximate = s.amount, s.approximate
	if s.approximate {
		f.Note = m.quoted(strings.TrimSpace(value.Text + " " + unit))
	}
	return true
}

// quoted tells how a figure was given that is written as a plain number.
func (m *maker) quoted(s string) string {
	if m.report.Entries.Settings.Language == "ru" {
		return "сказано «" + s + "»"
	}
	return "given as “" + s + "”"
}

func (m *maker) readStage(r *row, number int) {
	value := m.in(number, colStage)
	if saysNothing(value.Text) {
		return
	}
	f := report.Figure[report.Stage]{Kind: report.Announced, Scope: report.WholeCluster}
	var ok bool
	if f.Value, ok = readWord(value, stageWords); !ok {
		m.found = append(m.found, wordMistake(value, stageWords, report.Stages))
		return
	}
	if said(m, number, &f, value, colStageDate, colStageSource) {
		r.stage = append(r.stage, f)
	}
}

func (m *maker) readJobs(r *row, number int) {
	value := m.in(number, colJobs)
	if saysNothing(value.Text) {
		return
	}
	f := report.Figure[int]{Kind: report.Announced, Scope: report.WholeCluster}
	f.Unknown = content.SaysUnnamed(value.Text)
	if !f.Unknown {
		var ok bool
		if f.Value, f.Approximate, ok = readCount(value); !ok {
			m.error(value.At, diag.WantsNumber, diag.Args{"Value": value.Text})
			return
		}
		if f.Approximate {
			f.Note = m.quoted(value.Text)
		}
	}
	f.Approximate = f.Approximate || saysYes(m.in(number, colJobsApproximate))
	if said(m, number, &f, value, colJobsDate, colJobsSource) {
		r.jobs = append(r.jobs, f)
	}
}
