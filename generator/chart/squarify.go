package chart

import "math"

// A rect is a place in the picture, in pixels.
type rect struct{ x, y, width, height float64 }

// squareness is the proportion that rectangles of a treemap come near to.
const squareness = math.Phi

// squarify divides a rectangle among values, the largest first, with a gap between
// neighbours, into rectangles that are as square as can be: M. Bruls, K. Huizing,
// J. J. van Wijk, "Squarified Treemaps", 2000. ECharts lays a treemap out in the
// same way, step by step, so that it is known here which labels have room.
func squarify(r rect, values []float64, gap float64) []rect {
	r = rect{r.x - gap/2, r.y - gap/2, r.width + gap, r.height + gap}
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	areas := make([]float64, len(values))
	for i, v := range values {
		areas[i] = v / sum * (r.width * r.height)
	}
	out := make([]rect, 0, len(values))
	for first := 0; first < len(areas); {
		side := math.Min(r.width, r.height)
		end := first + 1
		for best := worst(areas[first:end], side); end < len(areas); end++ {
			score := worst(areas[first:end+1], side)
			if score > best {
				break
			}
			best = score
		}
		out = append(out, r.cut(areas[first:end], gap, end == len(areas))...)
		first = end
	}
	return out
}

// worst is how far from the wanted proportion the worst rectangle of a row is, if
// the row lies along a side.
func worst(row []float64, side float64) float64 {
	sum, least, most := 0.0, math.Inf(1), 0.0
	for _, area := range row {
		sum, least, most = sum+area, math.Min(least, area), math.Max(most, area)
	}
	square, f := sum*sum, side*side*squareness
	return math.Max(f*most/square, square/(f*least))
}

// cut takes a row off the rectangle, along its shorter side; the last row takes
// what is left.
func (r *rect) cut(row []float64, gap float64, last bool) []rect {
	across := r.width <= r.height // the row lies from left to right
	side, depth := r.width, r.height
	if !across {
		side, depth = depth, side
	}
	sum := 0.0
	for _, area := range row {
		sum += area
	}
	if thick := sum / side; !last && thick < depth {
		depth = thick
	}
	out := make([]rect, len(row))
	from := 0.0
	for i, area := range row {
		length := area / depth
		if i == len(row)-1 || side-from < length {
			length = side - from
		}
		if across {
			out[i] = rect{r.x + from, r.y, length, depth}.inset(gap / 2)
		} else {
			out[i] = rect{r.x, r.y + from, depth, length}.inset(gap / 2)
		}
		from += length
	}
	if across {
		r.y, r.height = r.y+depth, r.height-depth
	} else {
		r.x, r.width = r.x+depth, r.width-depth
	}
	return out
}

// inset leaves a margin on all sides.
func (r rect) inset(margin float64) rect {
	return rect{
		r.x + margin, r.y + margin, math.Max(r.width-2*margin, 0), math.Max(r.height-2*margin, 0),
	}
}
