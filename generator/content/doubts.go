package content

import (
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
)

// smallest is the sum below which a bare number has most likely lost its unit:
// nobody announces a cluster of a hundred thousand roubles.
var smallest = decimal.NewFromInt(100_000)

// doubt warns of an amount that can be read and is hardly meant. The amount
// stays as it was written.
func (v value) doubt(written string, a money.Amount) {
	sum := money.Format(a, v.d.reader.language)
	switch {
	case a.IsZero():
		v.Warn(diag.AmountZero, nil)
	case a.Sign() < 0:
		v.Warn(diag.AmountNegative, diag.Args{"Sum": sum})
	case bare(written) && a.Decimal().LessThan(smallest):
		v.Warn(diag.AmountSmall, diag.Args{"Value": written, "Sum": sum})
	}
}

// bare reports whether a number has neither unit nor currency.
func bare(written string) bool {
	return !strings.ContainsFunc(written, func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) })
}
