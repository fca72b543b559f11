package locale

import (
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/money"
)

// minus is the sign of typography, as wide as the plus.
const minus = "−"

// Integer writes a number with its thousands parted: "1 829", "10 000".
func (l *Locale) Integer(n int) string {
	return money.FormatNumber(decimal.NewFromInt(int64(n)), l.language)
}

// Difference writes a sum with its sign: "+0,1 млрд ₽", "− около 40,9 млрд ₽".
func (l *Locale) Difference(a money.Amount, h money.Hedge) string {
	return l.Signed(a.Sign(), h, l.Amount(a.Abs()))
}

// Signed puts sign and hedge before a number that is written without them, in the
// order in which they are said: minus, about, so much.
func (l *Locale) Signed(sign int, h money.Hedge, number string) string {
	mark := "+"
	if sign < 0 {
		mark = minus
	}
	if h != money.Exact {
		mark += noBreak
	}
	return mark + h.Write(number, l.language)
}

// Percent writes a proportion as per cent, with its sign, to two significant
// digits where it is small: −0.87 is "−87 %", 0.013 is "+1,3 %", 0.0002 is "+0,02 %".
func (l *Locale) Percent(proportion float64) string {
	percent := proportion * 100
	digits := 0
	for size := math.Abs(percent); size < 10 && digits < 6; digits++ {
		size *= 10
	}
	s := strconv.FormatFloat(percent, 'f', digits, 64)
	if digits > 0 {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	sign := "+"
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		sign, s = minus, rest
	}
	if l.language == "ru" {
		return sign + strings.Replace(s, ".", ",", 1) + noBreak + "%"
	}
	return sign + s + "%"
}
