package chart

import (
	"math"
	"slices"
	"strings"

	"example.org/svod/generator/picture"
)

// A box is a place that is taken.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

func meetsAny(b box, all []box) bool {
	for _, c := range all {
		if b.meets(c) {
			return true
		}
	}
	return false
}

// A beside is the name of a point, in lines, and where it stands.
type beside struct {
	text            string
	position, align string  // of ECharts; centred where no align is said
	up              float64 // by how much it is moved, to stay in the area
	place           box
}

func (b beside) look() object {
	look := object{"show": true, "position": b.position}
	if b.align != "" {
		look["align"] = b.align
	}
	if b.up != 0 {
		look["offset"] = list{0, -b.up}
	}
	if strings.Contains(b.text, "\n") {
		look["lineHeight"] = lineHeight
	}
	return look
}

// Names beside points are at most so many lines, when one takes too much room.
const besideLines = 4

// besideShares are how much of the width of the area the longest of the lines may
// take: the first that is enough.
var besideShares = []float64{0.4, 0.55, 0.7}

// labels finds a place beside each point for its name, where there is one that no
// other point or name takes: right, left, above or below, on one line or else on
// several.
func (s *scatter) labels(l dotFrame, f frame) map[int]beside {
	var taken []box
	for _, i := range s.points {
		x, y := s.place(l, i)
		taken = append(taken, box{x - dotSize/2, y - dotSize/2, x + dotSize/2, y + dotSize/2})
	}
	taken = append(taken, l.zeros()...)
	out := map[int]beside{}
	for k, i := range s.points {
		forms := [][]string{{s.up.names[i]}}
		for _, share := range besideShares {
			if lines := f.fonts.Wrap(s.up.names[i], picture.TextStyle, l.width*share, besideLines); len(lines) > 1 && !isCut(lines) {
				forms = append(forms, lines)
			}
		}
		for _, lines := range forms {
			if name, ok := s.free(l, i, lines, slices.Concat(taken[:k], taken[k+1:]), f); ok {
				out[i] = name
				taken = append(taken, name.place)
				break
			}
		}
	}
	return out
}

// zeros are the places of axes that go through the area, not along its edge.
func (l dotFrame) zeros() []box {
	var out []box
	if l.y.least < 0 && l.y.most > 0 {
		y := l.top + l.area*l.y.most/(l.y.most-l.y.least)
		out = append(out, box{l.left, y - 1, l.left + l.width, y + 1})
	}
	if l.x.least < 0 && l.x.most > 0 {
		x := l.left - l.width*l.x.least/(l.x.most-l.x.least)
		out = append(out, box{x - 1, l.top, x + 1, l.top + l.area})
	}
	return out
}

// free is a place beside a point that is taken by nothing. Beside a point that lies
// on an axis the name moves off it.
func (s *scatter) free(l dotFrame, point int, lines []string, taken []box, f frame) (beside, bool) {
	x, y := s.place(l, point)
	width, half := f.widest(lines), picture.TextStyle.Size*0.6+float64(len(lines)-1)*lineHeight/2
	far := dotSize/2 + labelGap
	up := math.Ceil(max(0, y+half-(l.top+l.area)))
	over := func(left float64) box { return box{left, y - far - 2*half, left + width, y - far + 1} }
	under := func(left float64) box { return box{left, y + far - 1, left + width, y + far + 2*half} }
	right := func(up float64) beside {
		return beside{position: "right", up: up, place: box{x + far - 1, y - half - up, x + far + width, y + half - up}}
	}
	left := func(up float64) beside {
		return beside{position: "left", up: up, place: box{x - far - width, y - half - up, x - far + 1, y + half - up}}
	}
	for _, b := range []beside{
		right(up),
		left(up),
		{position: "top", place: over(x - width/2)},
		{position: "bottom", place: under(x - width/2)},
		{position: "top", align: "left", place: over(x)},
		{position: "top", align: "right", place: over(x - width)},
		{position: "bottom", align: "left", place: under(x)},
		{position: "bottom", align: "right", place: under(x - width)},
		right(up + lineHeight), // over the name of a point that is in the same place
		left(up + lineHeight),
	} {
		p := b.place
		if p.left < l.left || p.right > f.width-edge || p.top < l.top-lineHeight || p.bottom > l.top+l.area {
			continue
		}
		if !meetsAny(p, taken) {
			b.text = strings.Join(lines, "\n")
			return b, true
		}
	}
	return beside{}, false
}
