package chart

import (
	"math"

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
	left, top  float64    // where the area of the bars begins
	width      float64    // of the area
	row        float64    // height of a row
	height     float64    // of the picture
	zero, unit float64    // of the area: where zero lies, and pixels for a value of 1
	tear       *tear      // a part of the axis that is left out
}

// layout finds a place for everything. Names stand before their bars, unless that
// would take more than two lines of a third of the width, break a word or leave
// too little room for the bars; then they stand above.
func (b *bars) layout(f frame) barFrame {
	l := barFrame{left: edge, top: edge}
	spans := b.spans(f)
	room := math.Floor(f.width * 0.36)
	l.fold(b.list, f, room)
	l.left = edge + l.widest(f) + nameGap
	l.width = f.width - edge - l.left
	l.scale(spans)
	if l.above = l.lines > 2 || b.breaksWord(f, room) || l.longest(spans) < f.width*0.2; l.above {
		l.left, l.width = edge, f.width-2*edge
		l.fold(b.list, f, l.width)
		l.scale(spans)
	}
	names := float64(l.lines) * lineHeight
	l.row = max(barHeight, names) + barGap
	l.height = l.row*float64(len(b.list)) + 2*edge
	if l.above {
		// A bar lies in the middle of its row. Its name reaches into the row
		// above, where there is nothing below the bar; only the first needs room.
		l.row = names + nameOffset + barHeight + barGap
		l.top = max(edge, names+nameOffset-(l.row-barHeight)/2+edge)
		l.height = l.top + l.row*float64(len(b.list)) - (l.row-barHeight)/2 + 2*edge
	}
	l.height = math.Ceil(l.height)
	return l
}

func (b *bars) breaksWord(f frame, room float64) bool {
	for _, v := range b.list {
		if f.fonts.Unbroken(v.name, nameStyle) > room {
			return true
		}
	}
	return false
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

func (l *barFrame) widest(f frame) float64 {
	widest := 0.0
	for _, lines := range l.names {
		for _, line := range lines {
			widest = max(widest, f.fonts.Width(line, nameStyle))
		}
	}
	return math.Ceil(widest)
}
