package typeset

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A Matrix takes a point (x, y) to (A·x + C·y + E, B·x + D·y + F), as matrix() of
// SVG does.
type Matrix struct{ A, B, C, D, E, F float64 }

// Mul is the matrix that does what n does and then what m does.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.C*n.B, m.B*n.A + m.D*n.B,
		m.A*n.C + m.C*n.D, m.B*n.C + m.D*n.D,
		m.A*n.E + m.C*n.F + m.E, m.B*n.E + m.D*n.F + m.F,
	}
}

func (m Matrix) point(x, y float64) (px, py float64) { return m.A*x + m.C*y + m.E, m.B*x + m.D*y + m.F }

// Draw draws text of one line onto a picture. The matrix takes the lengths of
// [Family.Width], from the beginning of the text's baseline, to pixels of the
// picture. Letters that no file has are left out, with their room.
func (f *Family) Draw(to draw.Image, text string, s Style, ink color.Color, m Matrix) {
	c := f.nearest(s.Weight)
	var glyphs []placed
	c.shape([]rune(text), func(g placed) { glyphs = append(glyphs, g) })
	scaled := m.Mul(Matrix{A: s.Size, D: s.Size})
	box := bounds(glyphs, scaled).Intersect(to.Bounds())
	if box.Empty() {
		return
	}
	pen := pen{vector.NewRasterizer(box.Dx(), box.Dy()), scaled}
	pen.matrix.E -= float64(box.Min.X)
	pen.matrix.F -= float64(box.Min.Y)
	for _, g := range glyphs {
		pen.glyph(g)
	}
	pen.ClosePath()
	pen.Rasterizer.Draw(to, box, image.NewUniform(ink), image.Point{})
}

// A placed glyph has its outline and its place, in ems, with y downwards.
type placed struct {
	outline font.GlyphOutline
	scale   float64 // from units of the font to ems
	x, y    float64
}

// shape finds the glyphs of a text, run by run of one file.
func (c *cut) shape(text []rune, each func(placed)) {
	s := c.shapers.Get().(*shaper)
	defer c.shapers.Put(s)
	x := 0.0
	c.runs(text, func(file int, known bool, run []rune) {
		if !known {
			for _, r := range run {
				x += estimate(r)
			}
			return
		}
		face := s.faces[file]
		out := s.Shape(s.input(file, run))
		for _, g := range out.Glyphs {
			if outline, ok := face.GlyphData(g.GlyphID).(font.GlyphOutline); ok {
				each(placed{outline, 1 / float64(face.Upem()), x + ems(g.XOffset), -ems(g.YOffset)})
			}
			x += ems(g.Advance)
		}
	})
}

// bounds are the pixels that glyphs may touch: their outlines with the control
// points of the curves.
func bounds(glyphs []placed, m Matrix) image.Rectangle {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, g := range glyphs {
		for _, segment := range g.outline.Segments {
			for _, p := range segment.ArgsSlice() {
				x, y := m.point(g.at(p))
				left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
			}
		}
	}
	if left > right {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right))+1, int(math.Ceil(bottom))+1)
}

// at is where a point of a glyph lies, in ems.
func (g placed) at(p opentype.SegmentPoint) (x, y float64) {
	return g.x + float64(p.X)*g.scale, g.y - float64(p.Y)*g.scale
}

// A pen fills outlines.
type pen struct {
	*vector.Rasterizer
	matrix Matrix
}

func (p pen) glyph(g placed) {
	for _, segment := range g.outline.Segments {
		var xy [6]float32
		for i, point := range segment.ArgsSlice() {
			x, y := p.matrix.point(g.at(point))
			xy[2*i], xy[2*i+1] = float32(x), float32(y)
		}
		switch segment.Op {
		case opentype.SegmentOpMoveTo:
			p.ClosePath()
			p.MoveTo(xy[0], xy[1])
		case opentype.SegmentOpLineTo:
			p.LineTo(xy[0], xy[1])
		case opentype.SegmentOpQuadTo:
			p.QuadTo(xy[0], xy[1], xy[2], xy[3])
		case opentype.SegmentOpCubeTo:
			p.CubeTo(xy[0], xy[1], xy[2], xy[3], xy[4], xy[5])
		}
	}
}

// input is a run of one file for the shaper.
func (s *shaper) input(file int, run []rune) shaping.Input {
	return shaping.Input{
		Text:      run,
		RunEnd:    len(run),
		Direction: di.DirectionLTR,
		Face:      s.faces[file],
		Size:      fixed.I(shapedSize),
		Script:    language.LookupScript(run[0]),
		Language:  "ru",
	}
}

// ems turns a length of the shaper into ems.
func ems(length fixed.Int26_6) float64 { return float64(length) / 64 / shapedSize }
