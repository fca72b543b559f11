package content

import (
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// smallest is the sum below which a bare number has most likely lost its unit:
// nobody announces a cluster of a hundred thousand roubles.
var smallest = decimal.NewFromInt(100_000)

// LacksUnit reports whether an amount that was written as a bare number has most
// likely lost its unit.
func LacksUnit(a money.Amount) bool { return a.Decimal().Abs().LessThan(smallest) }

// doubt warns of an amount that can be read and is hardly meant. The amount
// stays as it was written.
func (v value) doubt(written string, a money.Amount) {
	sum := money.Format(a, v.d.reader.language)
	switch {
	case a.IsZero():
		v.Warn(diag.AmountZero, nil)
	case a.Sign() < 0:
		v.Warn(diag.AmountNegative, diag.Args{"Sum": sum})
	case bare(written) && LacksUnit(a):
		v.Warn(diag.AmountSmall, diag.Args{"Value": written, "Sum": sum})
	}
}

// bare reports whether a number has neither unit nor currency.
func bare(written string) bool {
	number, _ := money.CutHedge(written)
	return !strings.ContainsFunc(number, func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) })
}

// inOrder warns where of two dates the one that must be later is over before the
// other begins. Both keys call it, so that it knows both whichever comes last.
func (v value) inOrder(firstKey string, first report.Date, laterKey string, later report.Date) {
	if first.IsZero() || later.IsZero() || later.Last().Compare(first) >= 0 {
		return
	}
	v.Warn(diag.DatesBackwards, diag.Args{
		"Key": laterKey, "Date": later.String(), "FirstKey": firstKey, "First": first.String(),
	})
}

// register reads the number of an organisation in a register of the state, and
// warns of one that has not as many digits as those numbers have: so many for a
// company, so many for an entrepreneur.
func (v value) register(s *string, key string, company, entrepreneur int) {
	v.text(s)
	digits := strings.Trim(*s, "0123456789") == "" && (len(*s) == company || len(*s) == entrepreneur)
	if *s != "" && !digits {
		v.Warn(diag.RegisterNumber, diag.Args{"Value": *s, "Key": key, "Company": company, "Entrepreneur": entrepreneur})
	}
}
