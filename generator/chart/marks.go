package chart

import "example.org/svod/generator/picture"

// marks are the shapes of points, one for each hue, so that those of different
// series are told apart without their colours as well. Paths are for what ECharts
// has no name for: a triangle that stands on its tip, a plus, a cross and an
// hourglass.
var marks = [picture.Hues]string{
	"circle", "rect", "triangle", "diamond",
	"path://M0 0L10 0L5 10Z",
	"path://M3 0L7 0L7 3L10 3L10 7L7 7L7 10L3 10L3 7L0 7L0 3L3 3Z",
	"path://M0 2L2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5Z",
	"path://M0 0L10 0L6 5L10 10L0 10L4 5Z",
}

// mark is the shape of the points of the i-th series.
func mark(i int) string { return marks[i%picture.Hues] }
