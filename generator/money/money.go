// Package money holds sums of money exactly, and reads and writes them the way
// people do in Russian and English.
//
// An [Amount] is a decimal number with a currency. It is never rounded and never
// a float: what an author wrote is what the page shows and what a total adds up.
// The zero Amount is a sum of nothing; that a sum is unknown is no amount at all
// and is said elsewhere; [SaysUnknown] knows how people say so.
//
// # Reading
//
// [Parse] takes a number with, in any order around it, one unit and one
// currency; a number without a currency is in the currency given.
//
//	7,9 млрд ₽     488 млн руб.     60 миллионов долларов США     -1 355 000
//	7.9 bn RUB     $3bn             2.5 million euros             1,355,000 rubles
//
// Units are the thousand, the million, the billion and the trillion; words may
// stand in any case and number. Currencies are ISO 4217 codes in capitals and,
// for roubles, dollars, euros, yuan, Belarusian roubles and tenge, the words and
// signs. A currency that would have to be guessed is not: "канадских долларов"
// is unreadable.
//
// In a number, spaces of any width part groups of three digits, and so do commas
// or points that stand more than once ("1,355,000") or beside the other of the
// two ("1.355,50"). A single comma or point is the decimal mark, with one
// exception: before exactly three digits, as in "1,355", it may be either. Then
// the unit decides: "1,355 млрд" is Russian, where a comma is always decimal;
// "1,355 million" and "$1,355" are English, where it parts thousands. Where
// nothing decides ("1,355", "1.355 ₽"), the number is refused, for it might be
// wrong by a thousand.
//
// Words such as «около» and "more than" are no part of an amount: a [Hedge] says
// how far it is vouched for. [ParseHedged] reads both, [Parse] refuses them.
//
// What cannot be read is a [ParseError], which says where and why.
//
// # Writing
//
// [Format] writes the largest unit that needs no more than two decimals, or else
// all digits: "7,9 млрд ₽", "1 355 млн ₽", "1 355 000 ₽". It never rounds, so
// that reading what was written gives the same amount. Where many values share a
// unit, as in a table or beside an axis, [FormatIn] writes them with a given
// number of decimals; it is the one function that rounds.
package money

import (
	"fmt"
	"math"

	"github.com/shopspring/decimal"
)

// A Currency is a code of ISO 4217, such as "RUB", in capitals.
type Currency string

// Currencies whose words and signs are read and written. Any other is read and
// written by its code.
const (
	RUB Currency = "RUB"
	USD Currency = "USD"
	EUR Currency = "EUR"
	CNY Currency = "CNY"
	BYN Currency = "BYN"
	KZT Currency = "KZT"
)

// An Amount is a sum of money. Amounts are values: every method returns a new
// one. Compare them with Equal or Cmp, not with ==, for 1 and 1.00 are the same
// sum.
type Amount struct {
	value    decimal.Decimal
	currency Currency
}

// New returns an amount of whole units of a currency, such as roubles.
func New(value decimal.Decimal, currency Currency) Amount {
	return Amount{value, currency}
}

// Decimal is the number of units of the currency, never scaled: 7,9 млрд ₽ is
// 7900000000.
func (a Amount) Decimal() decimal.Decimal { return a.value }

// Currency is empty for the zero Amount.
func (a Amount) Currency() Currency { return a.currency }

// Whole is the number of whole units, or the nearest there is for a sum that is
// too large to count. It puts sums of one currency in order before [Amount.Cmp],
// which is slow beside it: where it is less, the sum is.
func (a Amount) Whole() int64 {
	const digits = 18 // that every int64 has room for
	switch {
	case a.value.NumDigits()+int(a.value.Exponent()) <= digits:
		return a.value.IntPart()
	case a.value.Sign() < 0:
		return math.MinInt64
	}
	return math.MaxInt64
}

// Add returns the sum. It panics where the currencies differ: whoever adds
// amounts has to look at the currencies first and tell the reader what was left
// out, and a program that forgets must not publish the result.
func (a Amount) Add(b Amount) Amount {
	return Amount{a.value.Add(b.value), common(a, b)}
}

// Sub returns the difference a - b. Like Add, it panics where the currencies
// differ.
func (a Amount) Sub(b Amount) Amount {
	return Amount{a.value.Sub(b.value), common(a, b)}
}

// Cmp returns -1, 0 or +1 as a is less than, equal to or more than b. Like Add,
// it panics where the currencies differ.
func (a Amount) Cmp(b Amount) int {
	common(a, b)
	return a.value.Cmp(b.value)
}

// Equal reports whether both are the same sum in the same currency. It never
// panics.
func (a Amount) Equal(b Amount) bool {
	return a.currency == b.currency && a.value.Equal(b.value)
}

// Ratio returns how many times larger a is than b, for "в 2,5 раза": the one
// inexact answer about amounts. It is 0 where b is zero, which nothing is a
// multiple of. Like Add, it panics where the currencies differ.
func (a Amount) Ratio(b Amount) float64 {
	common(a, b)
	if b.IsZero() {
		return 0
	}
	return a.value.Div(b.value).InexactFloat64()
}

// Neg returns -a.
func (a Amount) Neg() Amount { return Amount{a.value.Neg(), a.currency} }

// Abs returns a without its sign.
func (a Amount) Abs() Amount { return Amount{a.value.Abs(), a.currency} }

// Sign returns -1, 0 or +1.
func (a Amount) Sign() int { return a.value.Sign() }

// IsZero reports whether the sum is nothing, in whatever currency.
func (a Amount) IsZero() bool { return a.value.IsZero() }

// String is the form for programs: all digits, a point, the code of the
// currency, as "7900000000 RUB". Readers get [Format].
func (a Amount) String() string {
	if a.currency == "" {
		return a.value.String()
	}
	return a.value.String() + " " + string(a.currency)
}

// common returns the currency of both amounts. A zero without a currency goes
// with any, so that a sum can start from it.
func common(a, b Amount) Currency {
	switch {
	case a.currency == b.currency, b.currency == "" && b.IsZero():
		return a.currency
	case a.currency == "" && a.IsZero():
		return b.currency
	}
	panic(fmt.Sprintf("money: %s and %s in one sum", a, b))
}
