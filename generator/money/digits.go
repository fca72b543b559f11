package money

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// digits is a number taken apart for writing: its digits, without zeros at
// either end, times ten to the power of exponent. Nought has no digits.
type digits struct {
	digits   string
	exponent int
	negative bool
}

func digitsOf(d decimal.Decimal) digits {
	var s string
	if d.NumDigits() <= 18 {
		s = strconv.FormatInt(d.CoefficientInt64(), 10)
	} else {
		s = d.Coefficient().String()
	}
	s, negative := strings.CutPrefix(s, "-")
	trimmed := strings.TrimRight(s, "0")
	if trimmed == "" {
		return digits{}
	}
	return digits{trimmed, int(d.Exponent()) + len(s) - len(trimmed), negative}
}

// unit returns the largest unit that the number reaches and that leaves it no
// more than two decimals. Thousands are not among them: 1 355 000 reads better.
func (d digits) unit() Scale {
	for _, u := range []Scale{Trillion, Billion, Million} {
		if len(d.digits)+d.exponent > int(u) && d.exponent-int(u) >= -2 {
			return u
		}
	}
	return One
}

// write writes the number in a unit. Where clear is true, three decimals that
// could be taken for thousands (see [Ambiguous]) get a fourth, which is 0.
func (d digits) write(unit Scale, f format, clear bool) string {
	exponent := d.exponent - int(unit)
	point := len(d.digits) + exponent // digits before the decimal mark
	var b strings.Builder
	b.Grow(2*max(point, 0) + len(d.digits) + 8)
	if point <= 0 {
		b.WriteByte('0')
	}
	for i := range max(point, 0) {
		if i > 0 && (point-i)%3 == 0 {
			b.WriteString(f.group)
		}
		if i < len(d.digits) {
			b.WriteByte(d.digits[i])
		} else {
			b.WriteByte('0')
		}
	}
	if exponent >= 0 {
		return b.String()
	}
	b.WriteString(f.mark)
	for range -point {
		b.WriteByte('0')
	}
	b.WriteString(d.digits[max(point, 0):])
	if clear && exponent == -3 && 1 <= point && point <= 3 {
		b.WriteByte('0')
	}
	return b.String()
}
