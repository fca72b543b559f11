// Package typeset measures text in the site's own fonts.
//
// Charts are laid out before any browser sees them, so the width of every name
// and number has to be known: with a guess, Cyrillic comes out displaced or cut.
// A [Family] is made of the files that readers load as well, in WOFF, one file
// for each script and weight, as the npm packages of @fontsource ship them:
//
//	family, err := typeset.NewFamily(
//		typeset.File{Weight: 400, Data: latin},
//		typeset.File{Weight: 400, Data: cyrillic},
//		typeset.File{Weight: 600, Data: bold},
//	)
//	width := family.Width("Лесопереработка", typeset.Style{Size: 14, Weight: 400})
//
// Each letter is taken from the first file of its weight that has it, as a
// browser does with unicode-range. Kerning and ligatures are applied within a
// file and not between two, as in a browser. Letters that no file has are
// estimated, since which font a reader's machine will put in is not known.
//
// Text is measured in one line from left to right. Lengths are CSS pixels, the
// unit of Style.Size. A Family is safe for concurrent use.
package typeset

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

// A File is a font file, TrueType or OpenType, bare or as WOFF.
type File struct {
	Name   string // for errors
	Weight int    // of CSS: 400 is regular, 600 semi-bold
	Data   []byte
}

// A Style is how text is set.
type Style struct {
	Size   float64 // in pixels
	Weight int     // the nearest weight that the family has is used
}

// A Family is one typeface in several weights.
type Family struct {
	cuts []*cut // by weight
}

// A cut is the family in one weight.
type cut struct {
	weight    int
	files     []*font.Font
	capHeight float64 // in ems
	shapers   sync.Pool
	widths    widths
}

// A shaper holds what must not be shared between goroutines.
type shaper struct {
	shaping.HarfbuzzShaper
	faces []*font.Face // of cut.files
}

// NewFamily reads font files. Files of one weight are looked through in the
// order given. The error names the file that cannot be read.
func NewFamily(files ...File) (*Family, error) {
	if len(files) == 0 {
		return nil, errors.New("typeset: a family without files")
	}
	f := &Family{}
	for _, file := range files {
		face, err := font.ParseTTF(bytes.NewReader(file.Data))
		if err != nil {
			return nil, fmt.Errorf("typeset: %s: %w", file.Name, err)
		}
		c := f.cutOf(file.Weight)
		if len(c.files) == 0 {
			c.capHeight = float64(face.LineMetric(font.CapHeight)) / float64(face.Upem())
		}
		c.files = append(c.files, face.Font)
	}
	slices.SortFunc(f.cuts, func(a, b *cut) int { return cmp.Compare(a.weight, b.weight) })
	return f, nil
}

// cutOf returns the cut of exactly this weight, a new one where there is none.
func (f *Family) cutOf(weight int) *cut {
	for _, c := range f.cuts {
		if c.weight == weight {
			return c
		}
	}
	c := &cut{weight: weight}
	c.shapers.New = func() any {
		s := &shaper{}
		for _, file := range c.files {
			s.faces = append(s.faces, font.NewFace(file))
		}
		return s
	}
	f.cuts = append(f.cuts, c)
	return c
}

// nearest returns the cut for a weight, of two that are equally near the bolder.
func (f *Family) nearest(weight int) *cut {
	return slices.MinFunc(f.cuts, func(a, b *cut) int {
		return cmp.Or(cmp.Compare(distance(a.weight, weight), distance(b.weight, weight)), b.weight-a.weight)
	})
}

func distance(a, b int) int { return max(a-b, b-a) }

// CapHeight is the height of a capital letter above the baseline.
func (f *Family) CapHeight(s Style) float64 {
	return f.nearest(s.Weight).capHeight * s.Size
}
