package review

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/money"
)

// A sum is a number in a sentence, with the unit and the currency that follow.
type sum struct {
	start, end int // bytes of the sentence's words
	number     string
	unit       string // "млрд"; empty for none
	money      string // "рублей", or "$" before the number; empty for none
}

var (
	sumForm = regexp.MustCompile(`(?i)(?:(US\$|₽|\$|€|\bRUB|\bUSD|\bEUR|\bCNY)[\s\x{a0}\x{202f}]?)?(\d{1,3}(?:[ \x{a0}\x{202f}\x{2009}]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)` +
		`(?:[\s\x{a0}\x{202f}]*(тыс\.|тысяч\p{L}*|млн|миллион\p{L}*|млрд|миллиард\p{L}*|трлн|триллион\p{L}*|thousand|mn|million|bn|billion|tn|trillion))?` +
		`(?:[\s\x{a0}\x{202f}]*(₽|руб\.|рубл\p{L}*|\$|доллар\p{L}*|€|евро|юан\p{L}*|roubles?|rubles?|RUB|dollars?|USD|euros?|EUR|yuan|CNY))?`)
	year = regexp.MustCompile(`^(?:19|20)\d\d$`)
	// A large unit without a number, as in "миллиард рублей", is a sum as well,
	// but of which nobody can be sure how many there are.
	unitForm = regexp.MustCompile(`(?i)(?:миллион|миллиард|триллион|млн|млрд|трлн|million|billion|trillion|(?:^|\PL)[mbt]n\b)`)
	// rangeEnd stands before the second number of "10–12".
	rangeEnd = regexp.MustCompile(`\d[\s\x{a0}]*[-–—][\s\x{a0}]*$`)
)

// moneyWords are parts of the words and signs that make a number a sum of money
// worth looking at.
var moneyWords = []string{"млн", "млрд", "трлн", "лион", "лиард", "₽", "руб", "$", "долл", "€", "евро", "юан", "illion", "bn", "mn", "tn", "RUB", "rubl", "roubl"}

// mentionsSum reports whether there can be a sum in a text. It is quick, so that
// the forms below look at few sentences.
func mentionsSum(text string) bool {
	return strings.ContainsAny(text, "0123456789") &&
		slices.ContainsFunc(moneyWords, func(word string) bool { return strings.Contains(text, word) })
}

// sums are all numbers of a sentence but years. The second result is false where
// the sentence may hold sums that are not among them.
func (s sentence) sums() ([]sum, bool) {
	var out []sum
	known := 0
	for _, m := range sumForm.FindAllStringSubmatchIndex(s.words, -1) {
		before := s.words[:m[0]]
		if last, _ := utf8.DecodeLastRuneInString(before); unicode.IsLetter(last) {
			return nil, false // a part of a name, such as А4
		}
		if after, _ := utf8.DecodeRuneInString(s.words[m[1]:]); unicode.IsLetter(after) {
			return nil, false
		}
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return s.words[m[2*n]:m[2*n+1]]
		}
		q := sum{start: m[0], end: m[1], number: group(2), unit: group(3), money: cmp.Or(group(4), group(1))}
		if q.unit != "" && unitForm.MatchString(q.unit) {
			known++
		}
		if q.unit == "" && q.money == "" && year.MatchString(q.number) {
			continue
		}
		if rangeEnd.MatchString(before) {
			return nil, false
		}
		out = append(out, q)
	}
	return out, len(unitForm.FindAllString(s.words, -1)) == known
}

// written is a sum as its author wrote it, on one line.
func (s sentence) written(q sum) string {
	return strings.Join(strings.Fields(s.words[q.start:q.end]), " ")
}

// amount reads a sum, of the unit given where it has none of its own, in the
// currency given where it names none. The second result is half of its last
// digit: by how much it may have been rounded.
func (q sum) amount(unit string, def money.Currency) (a money.Amount, rounded decimal.Decimal, ok bool) {
	if q.unit != "" {
		unit = q.unit
	}
	a, err := money.Parse(q.number+" "+unit+" "+q.money, def)
	if err != nil {
		return a, rounded, false
	}
	one, err := money.Parse("1 "+unit, def)
	if err != nil {
		return a, rounded, false
	}
	decimals := 0
	if i := strings.LastIndexAny(q.number, ".,"); i >= 0 {
		decimals = len(q.number) - i - 1
	}
	return a, one.Decimal().Shift(int32(-decimals)).Div(decimal.NewFromInt(2)), true
}

// large reports whether a sum is counted in millions or more.
func (q sum) large() bool { return unitForm.MatchString(q.unit) }
