package main

import (
	"testing"
	"time"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// A period is read as people write it, and counted in the calendar.
func TestPeriod(t *testing.T) {
	now := time.Date(2025, 3, 1, 12, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		written    string
		old, young string // the latest day that is too old, and the one after it
	}{
		{"1y", "2024-03-01", "2024-03-02"},
		{"год", "2024-03-01", "2024-03-02"},
		{"2 года", "2023-03-01", "2023-03-02"},
		{"6m", "2024-09-01", "2024-09-02"},
		{"6 мес.", "2024-09-01", "2024-09-02"},
		{"2w", "2025-02-15", "2025-02-16"},
		{"10d", "2025-02-19", "2025-02-20"},
		{"10", "2025-02-19", "2025-02-20"},
		{"48h", "2025-02-27", "2025-02-28"},
	} {
		var p period
		if err := p.Set(test.written); err != nil {
			t.Errorf("%s: %v", test.written, err)
			continue
		}
		for written, want := range map[string]bool{test.old: true, test.young: false} {
			day, _ := report.ParseDate(written)
			if got := exceeded(p, day, now); got != want {
				t.Errorf("%s after %s is %v", test.written, written, got)
			}
		}
	}
	for _, wrong := range []string{"", "давно", "-1y", "1.5y", "1x", "99999999999999999999d"} {
		if err := new(period).Set(wrong); err == nil {
			t.Errorf("%q is a period", wrong)
		}
	}
}

// Nothing is old where no period is set, and what has no date never is. A year
// is as old as its last day.
func TestPeriodOfNothing(t *testing.T) {
	now := time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)
	if exceeded(period{}, report.Date{Year: 1999}, now) || (&period{}).inDays(now) != 0 {
		t.Error("something is old after no time")
	}
	if exceeded(period{years: 1}, report.Date{}, now) {
		t.Error("what has no date is old")
	}
	if exceeded(period{days: 90}, report.Date{Year: 2024}, now) {
		t.Error("2024 is older than 90 days on the 1st of March 2025")
	}
}

// exceeded reports whether a sum of that date is stale.
func exceeded(p period, date report.Date, now time.Time) bool {
	f := report.Figure[money.Amount]{Date: date, Scope: report.WholeCluster, Kind: report.Announced}
	c := report.Cluster{Investment: report.History[money.Amount]{f}}
	return len(c.Stale(p.since(now))) > 0
}
