package chart

import (
	"math"
	"strings"

	"example.org/svod/generator/typeset"
)

// How text is set in every chart. The narrow picture may be shown at six
// sevenths of its size, so nothing is smaller than the 12 pixels that leaves.
var (
	nameStyle  = typeset.Style{Size: 14, Weight: 400}
	valueStyle = typeset.Style{Size: 14, Weight: 600}
)

const (
	lineHeight = 18.0 // of names
	barHeight  = 18.0
	barGap     = 12.0 // between the rows
	nameGap    = 10.0 // between a name and the bars
	labelGap   = 6.0  // between a bar and its value
	edge       = 2.0  // between the picture and its frame
	leastBar   = 2.0  // the length of a bar that would be shorter
)

// A barFrame is where the parts of a bar chart lie, in pixels.
type barFrame struct {
	names      [][]string // in lines
	lines      int        // of the longest name
	above      bool       // names stand above their bars, not before them
	left       float64    // where the area of the bars begins
	width      float64    // of the area
	row        float64    // height of a row
	top        float64
	height     float64 // of the picture
	zero, unit float64 // of the area: where zero lies, and pixels for a value of 1
}

// layout finds a place for everything: names stand before their bars where two lines of a third of
// the width are enough for them, and above them otherwise.
func (b *bars) layout(f frame) barFrame {
	var l barFrame
	most := math.Floor(f.width * 0.36)
	l.fold(b.list, f, most)
	l.left = edge + l.widest(f) + nameGap
	if l.above = l.cut() || l.lines > 2; l.above {
		l.left = edge
		l.fold(b.list, f, f.width-2*edge)
	}
	l.width = f.width - edge - l.left
	l.row = max(barHeight, float64(l.lines)*lineHeight) + barGap
	l.top = edge
	if l.above {
		// A bar lies in the middle of its row. Its name reaches into the row
		// above, where there is nothing below the bar; only the first needs room.
		l.row = barHeight + float64(l.lines)*lineHeight + barGap
		l.top = max(edge, float64(l.lines)*lineHeight+nameOffset-l.row/2+barHeight/2)
	}
	l.height = math.Ceil(l.top + l.row*float64(len(b.list)) + edge)
	if l.above {
		l.height -= math.Floor((l.row - barHeight) / 2)
	}
	l.scale(b.list, f)
	return l
}

// nameOffset is the space between a bar and the name above it.
const nameOffset = 2.0

func (l *barFrame) fold(list []bar, f frame, width float64) {
	l.names, l.lines = make([][]string, len(list)), 1
	for i, v := range list {
		l.names[i] = f.fonts.Wrap(v.name, nameStyle, width, 3)
		l.lines = max(l.lines, len(l.names[i]))
	}
}

// cut reports whether a name did not fit.
func (l *barFrame) cut() bool {
	for _, lines := range l.names {
		if n := len(lines); n > 0 && strings.HasSuffix(lines[n-1], "…") {
			return true
		}
	}
	return false
}

func (l *barFrame) widest(f frame) float64 {
	widest := 0.0
	for _, lines := range l.names {
		for _, line := range lines {
			widest = max(widest, f.fonts.Width(line, nameStyle))
		}
	}
	return math.Ceil(widest)
}

// scale finds the largest scale at which every bar and the value at its end fit
// into the area. The further left the longest negative bar reaches, the less is
// left for the others, so the scale is found by halving.
func (l *barFrame) scale(list []bar, f frame) {
	largest := 0.0
	for _, v := range list {
		largest = max(largest, math.Abs(v.number()))
	}
	low, high := 0.0, l.width/max(largest, math.SmallestNonzeroFloat64)
	for range 50 {
		if l.unit = (low + high) / 2; l.fits(list, f) {
			low = l.unit
		} else {
			high = l.unit
		}
	}
	l.unit = low
	l.fits(list, f)
}

// fits sets where zero lies at the present scale and reports whether there is
// room to the right of it.
func (l *barFrame) fits(list []bar, f frame) bool {
	left, right := 0.0, 0.0
	for _, v := range list {
		length := v.number() * l.unit
		label := f.fonts.Width(v.label, valueStyle) + labelGap
		if length < 0 {
			left = max(left, label-length)
		} else {
			right = max(right, label+length)
		}
	}
	l.zero = left
	return left+right <= l.width
}

// number is the value as a float: of a bar that is not drawn, nothing.
func (v bar) number() float64 {
	if !v.drawn {
		return 0
	}
	return v.value.Decimal().InexactFloat64()
}
