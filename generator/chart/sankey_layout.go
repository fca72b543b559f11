package chart

import (
	"math"

	"example.org/svod/generator/picture"
)

// How a sankey looks, in pixels.
const (
	flowHigh    = 240.0 // what all flows together are high
	knotWide    = 12.0
	knotLeast   = 8.0  // between two knots
	knotText    = 4.0  // between a knot and its name above it, and between two names
	flowShade   = 0.25 // opacity of flows: a name over them is read
	besideRoom  = 0.27 // of the width, for names beside the first and the last level
	nameColumns = 12.0 // between names of two levels that stand above their knots
	mostInKnot  = 4    // lines of a name
)

// A flowFrame is where the parts of a sankey lie. Knots of a level stand below each
// other; their names beside them or, in a narrow picture, above.
type flowFrame struct {
	names  [][][]string // lines of each knot of each level
	tops   [][]float64  // of each knot, in the area
	above  bool
	left   float64 // where the first level begins
	right  float64 // what is free right of the last
	top    float64
	gap    float64 // between two knots of the longest level
	area   float64 // the height of the levels
	height float64
}

func (s *sankey) layout(f frame) flowFrame {
	l := flowFrame{above: f.width < Wide, left: edge, right: edge, top: edge}
	l.fold(s, f)
	if !l.above {
		l.left += widestOf(l.names[0], f) + labelGap
		l.right += widestOf(l.names[len(l.names)-1], f) + labelGap
	}
	l.gap = knotLeast
	most := 0
	for i, level := range s.levels {
		most = max(most, len(level))
		for j := 1; j < len(level); j++ {
			l.gap = max(l.gap, l.apart(s, i, j))
		}
	}
	l.gap = math.Ceil(l.gap)
	l.area = flowHigh + float64(most-1)*l.gap
	for _, level := range s.levels {
		l.tops = append(l.tops, l.spread(s, level, len(level) == most))
	}
	over, under := l.beyond(s)
	l.top += math.Ceil(over)
	l.height = math.Ceil(l.top + l.area + under + edge)
	return l
}

// fold breaks names into lines, with the value as the last.
func (l *flowFrame) fold(s *sankey, f frame) {
	steps := float64(len(s.levels))
	room := math.Floor(f.width * besideRoom)
	between := (f.width-2*edge-2*(room+labelGap)-steps*knotWide)/(steps-1) - 2*labelGap
	for i, level := range s.levels {
		width := room
		switch {
		case l.above:
			width = (f.width - 2*edge - (steps-1)*nameColumns) / steps
		case i > 0 && i < len(s.levels)-1:
			width = math.Min(room, between)
		}
		var names [][]string
		for _, k := range level {
			lines := f.fonts.Wrap(k.name, picture.TextStyle, width, mostInKnot)
			value := f.briefly(s.words.Sum(k.value, k.hedge, s.unit), s.words.Sum(k.value, k.hedge, ""), width)
			names = append(names, append(lines, value...))
		}
		l.names = append(l.names, names)
	}
}

func widestOf(names [][]string, f frame) float64 {
	widest := 0.0
	for _, lines := range names {
		widest = max(widest, f.widest(lines))
	}
	return widest
}

// high is the height of a knot.
func (s *sankey) high(k knot) float64 { return flowHigh * k.value.Ratio(s.total) }

// tall is the height of the name of a knot.
func (l *flowFrame) tall(i, j int) float64 { return float64(len(l.names[i][j])) * lineHeight }

// apart is how far a knot has to be from the one before it, for their names not to
// meet.
func (l *flowFrame) apart(s *sankey, i, j int) float64 {
	if l.above {
		return l.tall(i, j) + 2*knotText
	}
	level := s.levels[i]
	return (l.tall(i, j)+l.tall(i, j-1)-s.high(level[j])-s.high(level[j-1]))/2 + knotText
}

// spread finds places for the knots of a level: the longest takes the whole area,
// others leave as much free above and below as half of what is between two knots.
func (l *flowFrame) spread(s *sankey, level []knot, longest bool) []float64 {
	gap, y := l.gap, 0.0
	if !longest {
		gap = (l.area - flowHigh) / float64(len(level))
		y = gap / 2
	}
	out := make([]float64, len(level))
	for j, k := range level {
		out[j] = y
		y += s.high(k) + gap
	}
	return out
}

// beyond is how far names reach over the first knots and under the last ones.
func (l *flowFrame) beyond(s *sankey) (over, under float64) {
	for i, level := range s.levels {
		last := len(level) - 1
		if l.above {
			over = max(over, l.tall(i, 0)+knotText-l.tops[i][0])
			continue
		}
		over = max(over, (l.tall(i, 0)-s.high(level[0]))/2-l.tops[i][0])
		under = max(under, l.tops[i][last]+(s.high(level[last])+l.tall(i, last))/2-l.area)
	}
	return over, under
}

// look is how the name of a knot of a level is set.
func (l *flowFrame) look(level int) object {
	last := level == len(l.names)-1
	switch {
	case l.above && level == 0:
		return object{"position": list{0, -knotText}, "align": "left", "verticalAlign": "bottom"}
	case l.above && last:
		return object{"position": list{knotWide, -knotText}, "align": "right", "verticalAlign": "bottom"}
	case l.above:
		return object{"position": list{knotWide / 2, -knotText}, "align": "center", "verticalAlign": "bottom"}
	case level == 0:
		return object{"position": "left", "align": "right"}
	}
	return object{"position": "right", "align": "left"}
}
