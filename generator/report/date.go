package report

import (
	"cmp"
	"fmt"
	"time"
)

// A Date is a day, a month or a year, as exactly as the source told it. Month
// and Day are 0 where it did not. The zero Date is no date.
type Date struct {
	Year, Month, Day int
}

// ParseDate reads 2025-02-11, 2025-02 or 2025. It refuses days that the
// calendar does not have.
func ParseDate(s string) (Date, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		d := Date{Year: t.Year()}
		if len(s) >= len("2006-01") {
			d.Month = int(t.Month())
		}
		if len(s) == len(time.DateOnly) {
			d.Day = t.Day()
		}
		return d, t.Year() > 0
	}
	return Date{}, false
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String writes the date as it is read: 2025-02-11, 2025-02 or 2025.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare orders dates by the first day that each may mean; of two that begin
// on the same day, the vaguer comes first.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Time is midnight of the first day that the date may mean, in the given zone.
func (d Date) Time(zone *time.Location) time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, zone)
}

// Last is the last day that the date may mean: 2025-02 ends on 2025-02-28.
func (d Date) Last() Date {
	if d.Day != 0 || d.IsZero() {
		return d
	}
	month := d.Month
	if month == 0 {
		month = 12
	}
	t := time.Date(d.Year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	return DateOf(t)
}

// DateOf returns the day of a moment, in that moment's zone.
func DateOf(t time.Time) Date {
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// A Moment is a day or a minute in the zone of the report, which is not known
// yet where it is read. The zero Moment is none.
type Moment struct {
	Date         Date
	Hour, Minute int
}

// IsZero reports whether there is no moment.
func (m Moment) IsZero() bool { return m.Date.IsZero() }

// Time is the instant that the moment names in the given zone.
func (m Moment) Time(zone *time.Location) time.Time {
	return m.Date.Time(zone).Add(time.Duration(m.Hour)*time.Hour + time.Duration(m.Minute)*time.Minute)
}
