package money

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// A style is what the words around a number tell about a comma before exactly
// three digits.
type style int

const (
	undecided       style = iota // 1,355 and 1.355 may be a thousand
	decimalComma                 // 1,355 млрд
	groupingComma                // 1,355 million; 1.355 million is decimal
	groupingByMoney              // $1,355; $1.355 may be a thousand in many lands
)

// maxDigits bounds the work that one number can ask for.
const maxDigits = 40

// A number is its digits without marks, the last decimals of which stand after
// the decimal mark.
type number struct {
	digits   string
	decimals int
}

// numberEnd returns the end of the number that starts at a digit: digits, with
// single marks between them.
func numberEnd(s string, start int) int {
	end := start
	for i := start; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isDigit(r):
			end = i + size
		case i != end || !isMark(r):
			return end
		}
		i += size
	}
	return end
}

func isMark(r rune) bool { return r == ',' || r == '.' || unicode.IsSpace(r) }

// readDigits tells the decimal mark of a number from those that part thousands.
// The reason is empty where it could.
func readDigits(s string, style style) (number, Reason) {
	whole, fraction, reason := split(s, style)
	if reason != "" {
		return number{}, reason
	}
	digits, ok := joinGroups(whole)
	if !ok || strings.IndexFunc(fraction, isMark) >= 0 {
		return number{}, BadNumber
	}
	digits = strings.TrimLeft(digits, "0")
	fraction = strings.TrimRight(fraction, "0")
	if len(digits)+len(fraction) > maxDigits {
		return number{}, TooLarge
	}
	return number{digits + fraction, len(fraction)}, ""
}

// split parts a number at its decimal mark, if it has one.
func split(s string, style style) (whole, fraction string, _ Reason) {
	last := strings.LastIndexAny(s, ",.")
	if last < 0 {
		return s, "", ""
	}
	mark := s[last]
	whole, fraction = s[:last], s[last+1:]
	switch {
	case strings.IndexByte(whole, mark) >= 0:
		if strings.ContainsAny(whole, otherMark(mark)) {
			return "", "", BadNumber
		}
		return s, "", ""
	case !mayGroup(whole, fraction):
		return whole, fraction, ""
	case style == decimalComma, style == groupingComma && mark == '.':
		return whole, fraction, ""
	case style == groupingComma, style == groupingByMoney && mark == ',':
		return s, "", ""
	}
	return "", "", Ambiguous
}

func otherMark(mark byte) string {
	if mark == ',' {
		return "."
	}
	return ","
}

// mayGroup reports whether the mark between both could part thousands.
func mayGroup(whole, fraction string) bool {
	return len(fraction) == 3 && len(whole) <= 3 && whole[0] != '0'
}

// joinGroups takes the marks out of a whole number. It is false where they do
// not part groups of three digits, or are of two kinds; spaces are of one kind,
// however wide.
func joinGroups(s string) (string, bool) {
	first := strings.IndexFunc(s, isMark)
	if first < 0 {
		return s, true
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:first])
	if first > 3 {
		return "", false
	}
	kind := markKind(firstRune(s[first:]))
	for s = s[first:]; s != ""; {
		r, size := utf8.DecodeRuneInString(s)
		if markKind(r) != kind || len(s) < size+3 || strings.IndexFunc(s[size:size+3], isMark) >= 0 {
			return "", false
		}
		b.WriteString(s[size : size+3])
		s = s[size+3:]
	}
	return b.String(), true
}

func markKind(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// magnitude is the number of digits before the decimal mark; it is negative for
// numbers less than a tenth.
func (n number) magnitude() int {
	significant := strings.TrimLeft(n.digits, "0")
	return len(significant) - n.decimals
}

// decimal returns the number times ten to the power of scale.
func (n number) decimal(scale Scale) decimal.Decimal {
	exponent := int32(int(scale) - n.decimals)
	if n.digits == "" {
		return decimal.Decimal{}
	}
	if len(n.digits) <= 18 {
		coefficient, _ := strconv.ParseInt(n.digits, 10, 64)
		return decimal.New(coefficient, exponent)
	}
	coefficient, _ := new(big.Int).SetString(n.digits, 10)
	return decimal.NewFromBigInt(coefficient, exponent)
}
