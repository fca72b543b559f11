package chart

import (
	"math"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
)

// unread are labels for values that are too near to zero beside others to be read
// from the axis: where there is room above the point, its value is written there.
// They are by series and by item.
func (d *field) unread() []map[int]object {
	out := make([]map[int]object, len(d.series))
	for i := range out {
		out[i] = map[int]object{}
	}
	if d.stack != SideBySide {
		return out
	}
	var taken []box
	if last, _ := d.last(0); len(d.series) == 1 { // has its value already
		x, y := d.point(0, last)
		wide := d.f.fonts.Width(d.words.Cell(dataset.Value, d.series[0].cells[last], d.unit), valueStyle)
		taken = append(taken, box{x - wide, y - 2*lineHeight, x + wide, y + 2*lineHeight})
	}
	for i := range d.series {
		for item, j := range d.places(i) {
			n, ok := d.value(i, j)
			if !ok || n == 0 || math.Abs(n)*d.area/(d.scale.most-d.scale.least) >= leastBar {
				continue
			}
			x, y := d.point(i, j)
			half := d.f.fonts.Width(d.words.Cell(dataset.Value, d.series[i].cells[j], d.unit), picture.TextStyle)/2 + 1
			place := box{x - half, y - pointSize/2 - labelGap - picture.TextStyle.Size, x + half, y - pointSize/2 - 1}
			if place.left < d.left || place.right > d.f.width-edge || meetsAny(place, taken) || d.crossed(place) || d.shared(i, j) {
				continue
			}
			taken = append(taken, place)
			out[i][item] = object{
				"show": true, "position": "top", "distance": labelGap - 2, "color": picture.Ink.Hex,
				"fontSize": picture.TextStyle.Size, "fontWeight": picture.TextStyle.Weight,
			}
		}
	}
	return out
}

// shared reports whether another line has a point so near that nobody could say
// which of the two a value belongs to.
func (d *field) shared(series, category int) bool {
	_, y := d.point(series, category)
	for i := range d.series {
		if _, ok := d.value(i, category); ok && i != series {
			if _, other := d.point(i, category); math.Abs(other-y) < lineHeight {
				return true
			}
		}
	}
	return false
}

// point is where a value lies in the picture.
func (d *field) point(series, category int) (x, y float64) {
	n, _ := d.value(series, category)
	return d.x(category), d.top + d.area*(d.scale.most-n)/(d.scale.most-d.scale.least)
}

// crossed reports whether a line goes through a place.
func (d *field) crossed(place box) bool {
	for i := range d.series {
		before := -1
		for _, j := range d.places(i) {
			if _, ok := d.value(i, j); !ok {
				before = -1
				continue
			}
			if before >= 0 {
				x1, y1 := d.point(i, before)
				x2, y2 := d.point(i, j)
				if d.kind == Steps && (place.crossedBy(x1, y1, x2, y1) || place.crossedBy(x2, y1, x2, y2)) ||
					d.kind != Steps && place.crossedBy(x1, y1, x2, y2) {
					return true
				}
			}
			before = j
		}
	}
	return false
}

// crossedBy reports whether a stretch from the left to the right goes through.
func (b box) crossedBy(x1, y1, x2, y2 float64) bool {
	left, right := max(x1, b.left), min(x2, b.right)
	if left > right {
		return false
	}
	if x2 > x1 {
		slope := (y2 - y1) / (x2 - x1)
		y1, y2 = y1+slope*(left-x1), y1+slope*(right-x1)
	}
	return min(y1, y2) < b.bottom && max(y1, y2) > b.top
}
