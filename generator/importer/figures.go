package importer

import (
	"errors"
	"strings"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// said fills what every figure has: when it was said and where, as far as the
// table and the options tell. It is false where what the table tells of it cannot
// be read.
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
	f.Note = strings.Join(strings.Fields(m.in(number, colNote).Text), " ")
	return true
}

// source finds the source of a cell: by its id, its address or its title.
func (m *maker) source(c Cell) (id string, ok bool) {
	for _, name := range []string{c.Text, titleKey(c.Text)} {
		if id, ok := m.sources[name]; ok {
			return id, true
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
	if f.Project = saidText(m.in(number, colProject)); f.Project != "" {
		f.Scope = report.Project
	}
	f.Unknown = money.SaysUnknown(value.Text)
	if !f.Unknown && !m.readSum(&f, value, unit, number) {
		return
	}
	if f.Hedge == money.Exact {
		f.Hedge = readHedge(m.in(number, colApproximate))
	}
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
		r.investment = append(r.investment, figure[money.Amount]{f, value.Text})
	}
}

// saidText is the text of a cell on one line; empty for one that says nothing.
func saidText(c Cell) string {
	if saysNothing(c.Text) {
		return ""
	}
	return strings.Join(strings.Fields(c.Text), " ")
}

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
	if s.bare && currency.Text == "" && content.LacksUnit(s.amount) {
		m.error(value.At, diag.ImportNoUnit, diag.Args{"Value": value.Text})
		return false
	}
	f.Value, f.Hedge = s.amount, s.hedge
	return true
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
		r.stage = append(r.stage, figure[report.Stage]{f, value.Text})
	}
}

func (m *maker) readJobs(r *row, number int) {
	value := m.in(number, colJobs)
	if saysNothing(value.Text) {
		return
	}
	f := report.Figure[int]{Kind: report.Announced, Scope: report.WholeCluster}
	f.Unknown = money.SaysUnknown(value.Text)
	if !f.Unknown {
		var ok bool
		if f.Value, f.Hedge, ok = readCount(value); !ok {
			m.error(value.At, diag.WantsNumber, diag.Args{"Value": value.Text})
			return
		}
	}
	if f.Hedge == money.Exact {
		f.Hedge = readHedge(m.in(number, colJobsApproximate))
	}
	if said(m, number, &f, value, colJobsDate, colJobsSource) {
		r.jobs = append(r.jobs, figure[int]{f, value.Text})
	}
}
