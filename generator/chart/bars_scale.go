package chart

import (
	"math"

	"example.org/svod/generator/dataset"
)

// A span is what a bar takes up beside zero.
type span struct {
	value float64 // the bar grows with the scale
	label float64 // the text at its end does not
	rest  bool
}

func (b *bars) spans(f frame) []span {
	out := make([]span, len(b.list))
	for i, v := range b.list {
		out[i] = span{label: labelGap + f.fonts.Width(v.label, valueStyle), rest: v.rest}
		if v.drawn {
			out[i].value = v.value.Decimal().InexactFloat64()
		}
	}
	return out
}

// A tear is a part of the axis of values that is left out, so that a bar for the
// rest, longer than all others, does not press them flat. It is drawn as one.
type tear struct {
	from, to float64 // values
	gap      float64 // pixels between them
}

// How a torn axis looks, in pixels.
const (
	tearGap    = 10.0 // width of the tear
	tearMargin = 12.0 // before it, after the last label
	tearTail   = 36.0 // how far the bar goes on behind it
)

// scale finds the largest scale at which every bar and the value at its end fit
// into the area. The further left the longest negative bar reaches, the less is
// left for the others, so the scale is found by halving.
func (l *barFrame) scale(spans []span) {
	largest, rest, negative := 0.0, 0.0, false
	for _, s := range spans {
		if s.rest {
			rest = s.value
			continue
		}
		largest = max(largest, math.Abs(s.value))
		negative = negative || s.value < 0
	}
	l.tear = nil
	if torn := rest > 2*largest && largest > 0 && !negative; torn {
		l.tear = &tear{gap: tearGap}
	}
	largest = max(largest, math.Abs(rest))
	if largest == 0 {
		largest = 1 // nothing has a length, whatever the scale
	}
	low, high := 0.0, l.width/largest
	if l.tear != nil {
		high = math.Inf(1)
		for _, s := range spans {
			if !s.rest && s.value > 0 {
				high = min(high, l.width/s.value)
			}
		}
	}
	for range 60 {
		if l.unit = (low + high) / 2; l.fits(spans) {
			low = l.unit
		} else {
			high = l.unit
		}
	}
	if low == 0 {
		low = 1 / largest // there is no room for more than the texts
	}
	l.unit = low
	l.fits(spans)
}

// fits sets where zero and the tear lie at the present scale and reports whether
// there is room to the right of them.
func (l *barFrame) fits(spans []span) bool {
	left, right := 0.0, 0.0
	for _, s := range spans {
		length := s.value * l.unit
		switch {
		case s.rest && l.tear != nil:
		case length < 0:
			left = max(left, s.label-length)
		default:
			right = max(right, s.label+length)
		}
	}
	l.zero = left
	if l.tear == nil {
		return left+right <= l.width
	}
	for _, s := range spans {
		if s.rest {
			l.tear.from = (right + tearMargin) / l.unit
			l.tear.to = s.value - tearTail/l.unit
			right += tearMargin + tearGap + tearTail + s.label
		}
	}
	return right <= l.width && l.tear.from < l.tear.to
}

// longest is the length of the longest bar that stands for one row.
func (l *barFrame) longest(spans []span) float64 {
	longest := 0.0
	for _, s := range spans {
		if !s.rest {
			longest = max(longest, math.Abs(s.value)*l.unit)
		}
	}
	return longest
}

// ends are the values at both ends of the axis.
func (l *barFrame) ends() (least, most float64) {
	least, most = 0-l.zero/l.unit, (l.width-l.zero)/l.unit
	if t := l.tear; t != nil {
		most += t.to - t.from - t.gap/l.unit
	}
	return least, most
}

// tooShort reports whether bars need a least length: one would not be seen, and
// none is of nothing, which has no length.
func tooShort(values []dataset.Cell, unit float64) bool {
	short := false
	for _, c := range values {
		n, ok := numberOf(c)
		if ok && n == 0 {
			return false
		}
		short = short || ok && math.Abs(n)*unit < leastBar
	}
	return short
}
