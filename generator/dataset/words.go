package dataset

import (
	"embed"
	"fmt"
	"math"
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
	Page *locale.Locale // of the pages
	own  *locale.Locale
}

// NewWords makes the words of charts in the language of the pages.
func NewWords(page *locale.Locale) (*Words, error) {
	own, err := locale.New(catalogues, page.Language())
	if err != nil {
		return nil, fmt.Errorf("dataset: %w", err)
	}
	return &Words{page, own}, nil
}

// Text is a word or a sentence of the catalogue of charts.
func (w *Words) Text(id string, args locale.Args) string { return w.own.Text(id, args) }

// Amount writes a sum or a number; unit is for numbers.
func (w *Words) Amount(a money.Amount, unit string) string {
	s := w.Page.Amount(a)
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
	unit = strings.ReplaceAll(unit, " ", NoBreak)
	if unit == "%" && w.Page.Language() != "ru" {
		return s + unit
	}
	return s + NoBreak + unit
}

// Percent writes a share that is already in hundredths.
func (w *Words) Percent(n int) string { return w.unit(w.Page.Integer(n), "%") }

// NoBreak is the space that holds a number and its unit together.
const NoBreak = "\u00a0"

// Cell writes a cell of a column.
func (w *Words) Cell(t Type, c Cell, unit string) string {
	if !c.Known {
		if t == Stage { // nothing of money is meant
			return w.Page.Text("stage-unknown", nil)
		}
		return w.Text("unknown", nil)
	}
	s := c.Text
	switch t {
	case Value:
		s = w.Amount(c.written(), unit)
	case Date:
		s = w.Page.Date(c.Date)
	}
	return w.covered(c.Hedge.Write(s, w.Page.Language()), c)
}

// Brief is a value as a number of a unit that is told elsewhere, with its hedge as a
// sign. What is not exact has no decimals where it has none by itself: almost 8 is
// not almost 8.0.
func (w *Words) Brief(c Cell, unit money.Scale, digits int) string {
	if c.Hedge != money.Exact && c.Value.Decimal().Shift(-int32(unit)).IsInteger() {
		digits = 0
	}
	s := money.FormatIn(c.Value, unit, digits, w.Page.Language())
	if c.Hedge == money.Exact {
		return s
	}
	return w.Text("brief-"+string(c.Hedge), locale.Args{"Value": s})
}

// written is the value as readers want it: a sum that is not exact has no more
// digits than that leaves any sense in.
func (c Cell) written() money.Amount {
	if c.Added {
		return c.Hedge.Round(c.Value)
	}
	return c.Value
}

// covered adds to a sum of how many figures it is made, where that is not of all.
func (w *Words) covered(s string, c Cell) string {
	if c.Coverage.Whole() {
		return s
	}
	return w.Text("covering", locale.Args{"Value": s, "Coverage": w.Coverage(c.Coverage)})
}

// Coverage writes of how many figures a sum is made: "по 2 из 3".
func (w *Words) Coverage(c Coverage) string {
	return w.Text("coverage", locale.Args{"Known": w.Page.Integer(c.Known), "All": w.Page.Integer(c.All)})
}

// Names lists the first of several names, in quotes.
func (w *Words) Names(list []string) string {
	quoted := make([]string, len(list))
	for i, name := range list {
		quoted[i] = w.Page.Quote(name)
	}
	return w.Dates(quoted)
}

// Dates lists the first of several dates as they are.
func (w *Words) Dates(list []string) string {
	const most = 3
	if more := len(list) - most; more > 0 {
		list = append(slices.Clone(list[:most]), w.Text("and-more", locale.Args{"Count": w.Page.Integer(more)}))
	}
	return strings.Join(list, ", ")
}

// Share writes what a part is of a whole, in per cent: nothing only of nothing,
// and a hundred only where nothing is missing and nothing is too much. The hedge is
// for a share that stands by itself, without the two amounts beside it; as a bound
// it stays true.
func (w *Words) Share(part, whole money.Amount, hedge money.Hedge) string {
	percent := part.Ratio(whole) * 100
	rounded := math.Round(percent)
	switch hedge.Side() {
	case +1:
		rounded = math.Floor(percent)
	case -1:
		rounded = math.Ceil(percent)
	}
	switch {
	case rounded == 0 && percent > 0:
		return w.Text("less-than-percent", nil)
	case rounded == 100 && percent < 100:
		return w.Text("more-than", locale.Args{"Value": w.Percent(99)})
	case rounded == 100 && percent > 100:
		return w.Text("more-than", locale.Args{"Value": w.Percent(100)})
	}
	return hedge.Write(w.Percent(int(rounded)), w.Page.Language())
}

// Sum writes what several values come to.
func (w *Words) Sum(a money.Amount, h money.Hedge, unit string) string {
	return w.Cell(Value, Cell{Known: true, Value: a, Hedge: h, Added: true}, unit)
}

// Change writes a change with its sign.
func (w *Words) Change(c Cell, unit string) string {
	value := c.written()
	s := w.Amount(value.Abs(), unit)
	if value.IsZero() && value.Currency() == "" {
		return w.covered(c.Hedge.Write(s, w.Page.Language()), c)
	}
	return w.covered(w.Page.Signed(value.Sign(), c.Hedge, s), c)
}
