package picture

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A scanner fills the outlines that rasterx makes of shapes. It looks at the
// pixels that a shape may touch and no others; the scanner of rasterx goes over
// the whole picture for every shape, which takes five times as long.
type scanner struct {
	to     *image.RGBA
	ink    image.Uniform
	points []outlinePoint
	extent fixed.Rectangle26_6
	pen    vector.Rasterizer
}

var _ rasterx.Scanner = (*scanner)(nil)

type outlinePoint struct {
	fixed.Point26_6
	first bool // of an outline
}

// Start implements rasterx.Scanner.
func (s *scanner) Start(p fixed.Point26_6) { s.add(p, true) }

// Line implements rasterx.Scanner.
func (s *scanner) Line(p fixed.Point26_6) { s.add(p, false) }

func (s *scanner) add(p fixed.Point26_6, first bool) {
	s.points = append(s.points, outlinePoint{p, first})
	e := &s.extent
	e.Min.X, e.Min.Y = min(e.Min.X, p.X), min(e.Min.Y, p.Y)
	e.Max.X, e.Max.Y = max(e.Max.X, p.X), max(e.Max.Y, p.Y)
}

// Draw implements rasterx.Scanner.
func (s *scanner) Draw() {
	e := s.extent
	box := image.Rect(e.Min.X.Floor(), e.Min.Y.Floor(), e.Max.X.Ceil()+1, e.Max.Y.Ceil()+1).Intersect(s.to.Bounds())
	if len(s.points) == 0 || box.Empty() {
		return
	}
	s.pen.Reset(box.Dx(), box.Dy())
	for _, p := range s.points {
		x, y := float32(p.X)/64-float32(box.Min.X), float32(p.Y)/64-float32(box.Min.Y)
		if p.first {
			s.pen.MoveTo(x, y)
		} else {
			s.pen.LineTo(x, y)
		}
	}
	s.pen.DrawOp = draw.Over
	s.pen.Draw(s.to, box, &s.ink, image.Point{})
}

// Clear implements rasterx.Scanner.
func (s *scanner) Clear() {
	s.points = s.points[:0]
	s.extent.Min = fixed.Point26_6{X: math.MaxInt32, Y: math.MaxInt32}
	s.extent.Max = fixed.Point26_6{X: math.MinInt32, Y: math.MinInt32}
}

// SetColor implements rasterx.Scanner. Charts have no gradients.
func (s *scanner) SetColor(ink any) {
	if c, ok := ink.(color.Color); ok {
		s.ink.C = c
	}
}

// GetPathExtent implements rasterx.Scanner.
func (s *scanner) GetPathExtent() fixed.Rectangle26_6 { return s.extent }

// SetBounds implements rasterx.Scanner: the picture is the bounds.
func (s *scanner) SetBounds(int, int) { s.Clear() }

// SetWinding implements rasterx.Scanner: vector knows one rule, and charts need
// no other.
func (s *scanner) SetWinding(bool) {}

// SetClip implements rasterx.Scanner: nothing in a chart is clipped.
func (s *scanner) SetClip(image.Rectangle) {}
