package chart

import (
	"slices"
	"time"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/report"
)

// A tick is a place on an axis of time, with what stands there.
type tick struct {
	days int // since 1970
	text string
}

// A pace is from one tick to the next.
type pace struct {
	months int
	last   int // digits of a date that are written: 4 a year, 7 a month
}

// paces are tried from the densest.
var paces = []pace{monthly, {2, 7}, {3, 7}, {6, 7}, yearly, {24, 4}, {60, 4}, {120, 4}, {240, 4}, {600, 4}}

var (
	monthly = pace{1, 7}
	yearly  = pace{12, 4}
)

// paceOf is the densest pace for dates: yearly where none has a month.
func paceOf(dates []dataset.Cell) pace {
	if slices.ContainsFunc(dates, func(c dataset.Cell) bool { return c.Date.Month > 0 }) {
		return monthly
	}
	return yearly
}

// ticks divides the time between two days so that the texts have room: a text at
// each month, each second month and so on to years. What stands there is centred
// on its place and has to stay within the frame.
//
// The densest pace is that in which the dates are known: where all are years, no
// text says a month. A single tick tells how long nothing is, so it is only for
// what lies on one day.
func ticks(w *dataset.Words, from, to int, densest pace, left, width float64, f frame) []tick {
	place := func(days int) float64 {
		return left + width*float64(days-from)/float64(max(1, to-from))
	}
	for _, p := range paces[slices.Index(paces, densest):] {
		var out []tick
		fits, end := true, -wordGap
		for d := p.first(from); d.days <= to; d = p.after(d) {
			d.text = tickText(w, d, p)
			half := f.fonts.Width(d.text, picture.TextStyle) / 2
			x := place(d.days)
			if x-half < 0 || x+half > f.width {
				continue
			}
			if fits = fits && x-half > end+wordGap*2; !fits {
				break
			}
			out, end = append(out, d), x+half
		}
		if fits && (len(out) > 1 || len(out) == 1 && to-from <= 2) {
			return out
		}
	}
	return nil
}

// ends are ticks where not even two months begin in the time, so that nothing would
// tell how long it is: at the dates themselves or, where they have no room side by
// side, at the first and the last.
func ends(own []tick, width float64, f frame) []tick {
	for i := range len(own) - 1 {
		apart := width * float64(own[i+1].days-own[i].days) / float64(own[len(own)-1].days-own[0].days)
		if (f.fonts.Width(own[i].text, picture.TextStyle)+f.fonts.Width(own[i+1].text, picture.TextStyle))/2+wordGap*2 > apart {
			return []tick{own[0], own[len(own)-1]}
		}
	}
	return own
}

func tickText(w *dataset.Words, t tick, p pace) string {
	d := report.DateOf(dayTime(t.days))
	if p.last == 4 {
		return w.Page.ShortDate(report.Date{Year: d.Year})
	}
	return w.Page.ShortDate(report.Date{Year: d.Year, Month: d.Month})
}

// first is the first tick that is not before a day: the start of a month whose
// number the pace divides, counted from January of the year 0.
func (p pace) first(days int) tick {
	t := dayTime(days)
	month := t.Year()*12 + int(t.Month()) - 1
	if t.Day() > 1 {
		month++
	}
	if over := month % p.months; over != 0 {
		month += p.months - over
	}
	return monthStart(month)
}

func (p pace) after(t tick) tick {
	d := dayTime(t.days)
	return monthStart(d.Year()*12 + int(d.Month()) - 1 + p.months)
}

func monthStart(month int) tick {
	t := time.Date(month/12, time.Month(month%12+1), 1, 0, 0, 0, 0, time.UTC)
	return tick{days: int(t.Unix() / secondsOfDay)}
}

func dayTime(days int) time.Time { return time.Unix(int64(days)*secondsOfDay, 0).UTC() }

// daysOf is the number of a date's first day since 1970.
func daysOf(c dataset.Cell) int { return int(c.Date.Time(time.UTC).Unix() / secondsOfDay) }

const secondsOfDay = 24 * 60 * 60

// millis is the beginning of a day as ECharts counts time.
func millis(days int) int64 { return int64(days) * secondsOfDay * 1000 }
