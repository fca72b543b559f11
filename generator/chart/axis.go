package chart

import (
	"math"

	"example.org/svod/generator/money"
)

// A scale is an axis of values: where its lines lie and what stands at them.
type scale struct {
	least, most float64
	step        float64
	labels      []string // at least, least+step and so on to most
}

// scaleOf makes the axis for values between two ends, zero among them, with about
// the number of steps asked for. Steps are 1, 2, 2.5 or 5 times a power of ten, and
// whole where all values are: there are no two and a half plants. The unit stands at
// the last label alone.
func (m *matrix) scaleOf(least, most float64, steps int) scale {
	least, most = min(least, 0), max(most, 0)
	if least == most {
		most = 1
	}
	s := scale{step: niceStep((most - least) / float64(steps))}
	for m.whole() && s.step-math.Floor(s.step) > 0 {
		s.step = niceStep(s.step * 1.1)
	}
	first := math.Floor(least/s.step + 1e-9)
	last := math.Ceil(most/s.step - 1e-9)
	s.least, s.most = first*s.step, last*s.step
	unit := money.ScaleOf(m.sum(math.Max(math.Abs(s.least), math.Abs(s.most))))
	if m.currency == "" || unit == money.Thousand {
		unit = money.One // sums below a million are written out
	}
	digits := decimals(s.step / math.Pow(10, float64(unit)))
	for i := first; i <= last; i++ {
		label := money.FormatIn(m.sum(i*s.step), unit, digits, m.words.Page.Language())
		if i == last {
			label = m.words.Amount(m.sum(i*s.step), m.shortUnit())
		}
		s.labels = append(s.labels, label)
	}
	return s
}

// whole reports whether all values are whole numbers of something. Sums are not:
// 2.5 billion is a whole number of roubles.
func (m *matrix) whole() bool {
	for _, s := range m.series {
		for _, c := range s.cells {
			if c.Known && (m.currency != "" || !c.Value.Decimal().IsInteger()) {
				return false
			}
		}
	}
	return true
}

// niceStep is the least step that people count in and that is not smaller.
func niceStep(step float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(step)))
	for _, nice := range []float64{1, 2, 2.5, 5} {
		if step <= nice*power*(1+1e-9) {
			return nice * power
		}
	}
	return 10 * power
}

// decimals is how many digits after the mark a step needs.
func decimals(step float64) int {
	for digits := range 6 {
		if scaled := step * math.Pow(10, float64(digits)); math.Abs(scaled-math.Round(scaled)) < 1e-6 {
			return digits
		}
	}
	return 6
}
