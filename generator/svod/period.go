package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// A period is a length of time as people count it: 1y, 6m, 90d, or just 90 for
// days. It is the value of a flag.
type period struct {
	years, months, days int
}

var errPeriod = errors.New("no period")

// Units that a period may be counted in. A month is m, since no figure of a
// report is stale after minutes.
var (
	yearUnits  = []string{"y", "г", "год", "года", "лет"}
	monthUnits = []string{"m", "mo", "м", "мес", "месяц", "месяца", "месяцев"}
	weekUnits  = []string{"w", "н", "нед"}
	dayUnits   = []string{"", "d", "д", "дн", "день", "дня", "дней"}
	hourUnits  = []string{"h", "ч"}
)

// Set reads a period; it makes a period the value of a flag.
func (p *period) Set(s string) error {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	digits := strings.TrimRightFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	n, err := strconv.Atoi(digits)
	unit := strings.TrimSuffix(strings.TrimPrefix(s, digits), ".")
	if digits == "" && s != "" {
		n, err, unit = 1, nil, s // "год"
	}
	if err != nil || n < 0 || n > 10_000_000 {
		return errPeriod
	}
	switch {
	case slices.Contains(yearUnits, unit):
		*p = period{years: n}
	case slices.Contains(monthUnits, unit):
		*p = period{months: n}
	case slices.Contains(weekUnits, unit):
		*p = period{days: 7 * n}
	case slices.Contains(dayUnits, unit):
		*p = period{days: n}
	case slices.Contains(hourUnits, unit):
		*p = period{days: n / 24}
	default:
		return errPeriod
	}
	return nil
}

// String writes the period as Set reads it.
func (p *period) String() string {
	switch {
	case p.years > 0:
		return strconv.Itoa(p.years) + "y"
	case p.months > 0:
		return strconv.Itoa(p.months) + "m"
	}
	return strconv.Itoa(p.days) + "d"
}

// Type is what the flag's value is called.
func (p *period) Type() string { return "period" }

// since is when the period began that ends at a moment. A period of no length
// began before everything, for nothing is to be older than it.
func (p *period) since(end time.Time) time.Time {
	if *p == (period{}) {
		return time.Time{}
	}
	return end.AddDate(-p.years, -p.months, -p.days)
}

// inDays is how many days the period had that ends at a moment.
func (p *period) inDays(end time.Time) int {
	if *p == (period{}) {
		return 0
	}
	return int(end.Sub(p.since(end)).Round(24*time.Hour) / (24 * time.Hour))
}
