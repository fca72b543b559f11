package chart

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
)

//go:embed i18n
var catalogues embed.FS

// Words writes what stands in and under a chart. Figures are written by the
// locale of the pages, so that they look the same in both.
type Words struct {
	page *locale.Locale
	own  *locale.Locale
}

// NewWords makes the words of charts in the language of the pages.
func NewWords(page *locale.Locale) (*Words, error) {
	own, err := locale.New(catalogues, page.Language())
	if err != nil {
		return nil, fmt.Errorf("chart: %w", err)
	}
	return &Words{page, own}, nil
}

func (w *Words) text(id string, args locale.Args) string { return w.own.Text(id, args) }

// amount writes a sum or a number; unit is for numbers.
func (w *Words) amount(a money.Amount, unit string) string {
	s := w.page.Amount(a)
	if a.Currency() != "" {
		return s
	}
	return w.unit(s, unit)
}

// unit puts a unit to a number.
func (w *Words) unit(s, unit string) string {
	if unit == "" {
		return s
	}
	unit = strings.ReplaceAll(unit, " ", noBreak)
	if unit == "%" && w.page.Language() != "ru" {
		return s + unit
	}
	return s + noBreak + unit
}

// percent writes a share that is already in hundredths.
func (w *Words) percent(n int) string { return w.unit(w.page.Integer(n), "%") }

const noBreak = "\u00a0"

// cell writes a cell of a column.
func (w *Words) cell(t Type, c Cell, unit string) string {
	if !c.Known {
		return w.text("unknown", nil)
	}
	s := c.Text
	switch t {
	case Value:
		s = w.amount(c.Value, unit)
	case Date:
		s = w.page.Date(c.Date)
	}
	if c.Approximate {
		return w.text("approximately", locale.Args{"Value": s})
	}
	return s
}

// names lists the first of several names, in quotes.
func (w *Words) names(list []string) string {
	quoted := make([]string, len(list))
	for i, name := range list {
		quoted[i] = w.page.Quote(name)
	}
	return w.dates(quoted)
}

// dates lists the first of several dates as they are.
func (w *Words) dates(list []string) string {
	const most = 3
	if more := len(list) - most; more > 0 {
		list = append(slices.Clone(list[:most]), w.text("and-more", locale.Args{"Count": w.page.Integer(more)}))
	}
	return strings.Join(list, ", ")
}
