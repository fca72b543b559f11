package chart

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
)

// A matrix is a table seen as one or several series over the same categories:
// what columns, lines and areas are drawn from.
type matrix struct {
	words    *dataset.Words
	unit     string
	head     string   // of the column of categories
	names    []string // of the categories, as they are shown
	links    []string
	cells    []dataset.Cell // the categories themselves
	dated    bool           // the categories are dates
	series   []row
	currency money.Currency
}

// A row of a matrix is one series: a value for each category.
type row struct {
	name  string
	cells []dataset.Cell
	// silent are categories of which the table says nothing for this series, not
	// even that the value is not known. It is nil where there are none.
	silent []bool
}

// mostSeries is how many series can be told apart by colour.
const mostSeries = picture.Hues

func (m *matrix) category(t dataset.Type, c dataset.Cell, link string) {
	m.names = append(m.names, m.words.Cell(t, c, ""))
	m.cells = append(m.cells, c)
	m.links = append(m.links, link)
}

// numberOf is a value as a float; it is false where none is known.
func numberOf(c dataset.Cell) (float64, bool) {
	if !c.Known {
		return 0, false
	}
	return c.Value.Decimal().InexactFloat64(), true
}

func (m *matrix) columns() []string {
	out := []string{m.head}
	for _, s := range m.series {
		out = append(out, s.name)
	}
	return out
}

func (m *matrix) rows() []Line {
	out := make([]Line, len(m.names))
	for i, name := range m.names {
		out[i] = Line{Head: name, Link: m.links[i]}
		for _, s := range m.series {
			out[i].Cells = append(out[i].Cells, m.words.Cell(dataset.Value, s.cells[i], m.unit))
		}
	}
	return out
}

// mostTold is how many series a summary tells of one by one. More sentences than
// that are a table read aloud, and the table is there.
const mostTold = 3

// summary tells the ends of a single series, or of each of several; of many, those
// of all together.
func (m *matrix) summary() string {
	if len(m.series) > mostTold {
		return m.together()
	}
	var parts []string
	for _, s := range m.series {
		f := finding{words: m.words, unit: m.unit, all: len(s.cells), money: m.currency != "", when: m.dated}
		for i, c := range s.cells {
			if c.Known {
				f.add(m.names[i], c)
			} else {
				f.unknown++
			}
		}
		told := f.String()
		if len(m.series) > 1 {
			told = locale.Capitalized(s.name) + ": " + lowerFirst(told)
		}
		parts = append(parts, told)
	}
	return strings.Join(parts, " ")
}

// together is the summary of all series as one.
func (m *matrix) together() string {
	f := finding{words: m.words, unit: m.unit, money: m.currency != "", when: true}
	for i, s := range m.series {
		for j, c := range s.cells {
			if s.silent != nil && s.silent[j] {
				continue
			}
			f.all++
			if c.Known {
				f.add(m.placed(i, j), c)
			} else {
				f.unknown++
			}
		}
	}
	return f.String()
}

// placed names a value by its series and its category, what is a time last.
func (m *matrix) placed(series, category int) string {
	first, second := m.series[series].name, m.names[category]
	if startsWithDigit(first) {
		first, second = second, first
	}
	if !startsWithDigit(second) {
		second = m.words.Page.Quote(second)
	}
	return m.words.Page.Quote(first) + ", " + second
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// lowerFirst writes a sentence so that it can follow a colon.
func lowerFirst(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if strings.ContainsAny(first, "«“„‘") {
		return s
	}
	return strings.ToLower(first) + " " + rest
}

func (m *matrix) seriesNames() []string {
	out := make([]string, len(m.series))
	for i, s := range m.series {
		out[i] = s.name
	}
	return out
}

// seriesName is that of one among several; a single series needs none.
func (m *matrix) seriesName(i int) string {
	if len(m.series) == 1 {
		return ""
	}
	return m.series[i].name
}

// texts are the values of a series as they are written.
func (m *matrix) texts(series int) list {
	out := make(list, len(m.names))
	for j, c := range m.series[series].cells {
		out[j] = m.words.Cell(dataset.Value, c, m.unit)
	}
	return out
}

// negative reports whether any value is below zero.
func (m *matrix) negative() bool {
	for _, s := range m.series {
		for _, c := range s.cells {
			if n, ok := numberOf(c); ok && n < 0 {
				return true
			}
		}
	}
	return false
}

// total is what the parts of a category come to; it is false where no part is
// known.
func (m *matrix) total(category int) (float64, bool) {
	sum, known := 0.0, false
	for _, s := range m.series {
		if n, ok := numberOf(s.cells[category]); ok {
			sum, known = sum+n, true
		}
	}
	return sum, known
}

// coverage is of how many parts the total of a category is made, where that is not
// of all that the table has.
func (m *matrix) coverage(category int) dataset.Coverage {
	c := dataset.Coverage{}
	for _, s := range m.series {
		if s.silent != nil && s.silent[category] {
			continue
		}
		c.All++
		if s.cells[category].Known {
			c.Known++
		}
	}
	if c.Known == c.All {
		return dataset.Coverage{}
	}
	return c
}

func (m *matrix) known(category int) bool {
	_, known := m.total(category)
	return known
}

// shortUnit is the unit where it is so short that it can stand on an axis; it is
// named under the title of the chart as well.
func (m *matrix) shortUnit() string {
	if utf8.RuneCountInString(m.unit) > 10 {
		return ""
	}
	return m.unit
}

func (m *matrix) sum(value float64) money.Amount {
	return money.New(decimal.NewFromFloat(value), m.currency)
}

// inTime puts the categories in the order of their dates. Rows without a date
// have no place in time and are left out.
func (m *matrix) inTime() {
	var order []int
	for i, c := range m.cells {
		if c.Known {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return m.cells[i].Date.Compare(m.cells[j].Date) })
	m.names, m.links, m.cells = picked(m.names, order), picked(m.links, order), picked(m.cells, order)
	for i := range m.series {
		m.series[i].cells = picked(m.series[i].cells, order)
		if m.series[i].silent != nil {
			m.series[i].silent = picked(m.series[i].silent, order)
		}
	}
}

func picked[T any](from []T, order []int) []T {
	out := make([]T, len(order))
	for i, place := range order {
		out[i] = from[place]
	}
	return out
}
