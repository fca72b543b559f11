package chart

import (
	"encoding/json"
	"slices"

	"example.org/svod/generator/dataset"
)

// An inTime figure lies along an axis of time.
type inTime interface {
	// axisOf is the axis in a frame, and the dates of what lies along it.
	axisOf(f frame) (timeAxis, []dataset.Cell)
}

// A timeAxis is where an axis of time begins and ends, and how long it is in pixels.
type timeAxis struct {
	from, to int // days
	width    float64
}

const (
	// fingertip is how far apart things must be to be pointed at one by one, in
	// pixels: the least target of WCAG 2.2.
	fingertip = 24.0
	// mostTicks is how many ticks of one pace a browser is given: of those that lie
	// closer, the dates themselves are enough.
	mostTicks = 240
)

// zoom is what may stand at an axis of time when readers look at a part of it: the
// dates themselves, then the ticks of each pace, from the densest. It is empty where
// all things can be pointed at without.
func (c *Chart) zoom(f frame) [][]tick {
	figure, ok := c.figure.(inTime)
	if !ok {
		return nil
	}
	axis, dates := figure.axisOf(f)
	own := daysAmong(c.words, dates)
	if !axis.crowded(own) {
		return nil
	}
	out := [][]tick{own}
	for _, p := range paces[slices.Index(paces, paceOf(dates)):] {
		var all []tick
		for t := p.first(axis.from); t.days <= axis.to && len(all) <= mostTicks; t = p.after(t) {
			t.text = tickText(c.words, t, p)
			all = append(all, t)
		}
		if len(all) > 1 && len(all) <= mostTicks {
			out = append(out, all)
		}
	}
	return out
}

// daysAmong are ticks at the days on which something lies.
func daysAmong(w *dataset.Words, cells []dataset.Cell) []tick {
	var out []tick
	for _, c := range cells {
		if c.Known {
			out = append(out, tick{daysOf(c), w.Page.ShortDate(c.Date)})
		}
	}
	slices.SortStableFunc(out, func(a, b tick) int { return a.days - b.days })
	return slices.CompactFunc(out, func(a, b tick) bool { return a.days == b.days })
}

// crowded reports whether two neighbours are too close to be told apart.
func (a timeAxis) crowded(dates []tick) bool {
	for i := range len(dates) - 1 {
		if float64(dates[i+1].days-dates[i].days)*a.width < fingertip*float64(a.to-a.from) {
			return true
		}
	}
	return false
}

// MarshalJSON writes a tick as its place and its text.
func (t tick) MarshalJSON() ([]byte, error) { return json.Marshal([]any{millis(t.days), t.text}) }
