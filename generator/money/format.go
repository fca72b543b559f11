package money

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Format writes an amount exactly, in Russian where lang is "ru" and in English
// otherwise: in the largest unit, from a million, that needs no more than two
// decimals, or else with all digits. What it writes, [Parse] reads as the same
// amount.
//
//	ru  7,9 млрд ₽   488 млн ₽   1 355 000 ₽    60 млн $   3 млрд юаней   5 млн бел. руб.
//	en  ₽7.9bn       ₽488mn      ₽1,355,000     $60mn      CNY 3bn        BYN 5mn
//
// In Russian the number comes first and the sign after a space, for every
// currency (the pattern of Unicode's CLDR). In English the sign or code comes
// first and the unit follows without a space, as in the Financial Times, whose
// bn, mn and tn are also read aloud rightly. The minus is that of typography,
// and no line ends within an amount.
func Format(a Amount, lang string) string {
	d := digitsOf(a.value)
	unit := d.unit()
	n := d.write(unit, formatOf(lang), unit == One)
	return dress(n, unit, a.currency, d.negative, lang)
}

// FormatNumber writes a number exactly, with its thousands parted: "1 355,5" in
// Russian, "1,355.5" in English.
func FormatNumber(d decimal.Decimal, lang string) string {
	digits := digitsOf(d)
	s := digits.write(One, formatOf(lang), false)
	if digits.negative {
		return minus + s
	}
	return s
}

// FormatIn writes an amount as a bare number of a unit, rounded half away from
// zero to a number of decimals, for a table column or an axis that names unit
// and currency once (see [Unit]): with [Billion] and 1, "7,9".
func FormatIn(a Amount, unit Scale, decimals int, lang string) string {
	d := a.value.Shift(-int32(unit)).Round(int32(decimals))
	digits := digitsOf(d)
	s := digits.write(One, formatOf(lang), false)
	if missing := decimals - max(0, -digits.exponent); missing > 0 {
		if digits.exponent >= 0 {
			s += formatOf(lang).mark
		}
		s += strings.Repeat("0", missing)
	}
	if digits.negative {
		return minus + s
	}
	return s
}

// ScaleOf returns the unit that suits amounts shown side by side: the largest
// that the largest of them reaches.
func ScaleOf(amounts ...Amount) Scale {
	largest := 0
	for _, a := range amounts {
		d := digitsOf(a.value)
		largest = max(largest, len(d.digits)+d.exponent)
	}
	for _, u := range []Scale{Trillion, Billion, Million, Thousand} {
		if largest > int(u) {
			return u
		}
	}
	return One
}

// Unit names a unit of a currency for the head of a column or an axis: "млрд ₽",
// "₽bn".
func Unit(unit Scale, c Currency, lang string) string {
	return dress("", unit, c, false, lang)
}

const (
	noBreak = "\u00a0"
	minus   = "−"
)

// A format is how a language writes numbers.
type format struct{ group, mark string }

func formatOf(lang string) format {
	if lang == "ru" {
		return format{group: noBreak, mark: ","}
	}
	return format{group: ",", mark: "."}
}

// dress puts unit and currency to a number.
func dress(n string, unit Scale, c Currency, negative bool, lang string) string {
	sign := ""
	if negative {
		sign = minus
	}
	if lang != "ru" {
		return sign + englishMoney(c) + n + englishUnits[unit]
	}
	parts := make([]string, 0, 3)
	for _, part := range []string{n, russianUnits[unit], russianMoney(c, n, unit)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return sign + strings.Join(parts, noBreak)
}

var (
	russianUnits = map[Scale]string{Thousand: "тыс.", Million: "млн", Billion: "млрд", Trillion: "трлн"}
	englishUnits = map[Scale]string{Thousand: "k", Million: "mn", Billion: "bn", Trillion: "tn"}
	signs        = map[Currency]string{RUB: "₽", USD: "$", EUR: "€", KZT: "₸"}
)

// englishMoney is a sign, or a code held to the number by a space.
func englishMoney(c Currency) string {
	if s, ok := signs[c]; ok || c == "" {
		return s
	}
	return string(c) + noBreak
}

// russianMoney is a sign, or words where the sign is another currency's too: ¥
// is the yen's as well.
func russianMoney(c Currency, n string, unit Scale) string {
	switch s, ok := signs[c]; {
	case ok:
		return s
	case c == BYN:
		return "бел." + noBreak + "руб."
	case c == CNY:
		return yuan(n, unit)
	}
	return string(c)
}

// yuan declines the word after a number: 1 юань, 2 юаня, 5 юаней, 1,5 юаня,
// 5 млн юаней.
func yuan(n string, unit Scale) string {
	switch {
	case unit != One || n == "":
		return "юаней"
	case strings.Contains(n, ","):
		return "юаня"
	}
	last, teen := n[len(n)-1], len(n) > 1 && n[len(n)-2] == '1'
	switch {
	case last == '1' && !teen:
		return "юань"
	case '2' <= last && last <= '4' && !teen:
		return "юаня"
	}
	return "юаней"
}
