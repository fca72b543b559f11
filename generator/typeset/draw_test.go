package typeset_test

import (
	"image"
	"image/color"
	"math"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"example.org/svod/generator/typeset"
)

// Letters are drawn where their width says they are: from the beginning of the
// baseline, as far as the text is wide, turned as the matrix turns them.
func TestDrawnTextIsWhereItWasMeasured(t *testing.T) {
	f, err := typeset.NewFamily(typeset.File{Weight: 400, Data: goregular.TTF}, typeset.File{Weight: 600, Data: gobold.TTF})
	if err != nil {
		t.Fatal(err)
	}
	const text = "Нефть и H"
	style := typeset.Style{Size: 20, Weight: 600}
	width, height := f.Width(text, style), f.CapHeight(style)
	for name, test := range map[string]struct {
		matrix typeset.Matrix
		want   image.Rectangle
	}{
		"as it is":     {typeset.Matrix{A: 1, D: 1, E: 30, F: 100}, image.Rect(30, int(100-height), int(30+width), 100)},
		"twice":        {typeset.Matrix{A: 2, D: 2, E: 30, F: 100}, image.Rect(30, int(100-2*height), int(30+2*width), 100)},
		"turned right": {typeset.Matrix{B: 1, C: -1, E: 100, F: 30}, image.Rect(100, 30, int(100+height), int(30+width))},
	} {
		picture := image.NewRGBA(image.Rect(0, 0, 300, 300))
		f.Draw(picture, text, style, color.Black, test.matrix)
		got := inked(picture)
		for _, pair := range [][2]int{{got.Min.X, test.want.Min.X}, {got.Min.Y, test.want.Min.Y}, {got.Max.X, test.want.Max.X}, {got.Max.Y, test.want.Max.Y}} {
			// A letter has some white before it; ф goes above capitals and below the line.
			if math.Abs(float64(pair[0]-pair[1])) > 9 {
				t.Errorf("%s: drawn in %v, want %v", name, got, test.want)
				break
			}
		}
	}
	outside := image.NewRGBA(image.Rect(0, 0, 10, 10))
	f.Draw(outside, text, style, color.Black, typeset.Matrix{A: 1, D: 1, E: 500, F: 500})
	f.Draw(outside, "", style, color.Black, typeset.Matrix{A: 1, D: 1})
	if !inked(outside).Empty() {
		t.Error("something is drawn outside of the picture")
	}
}

// inked is the smallest rectangle with all that is drawn.
func inked(picture *image.RGBA) image.Rectangle {
	var out image.Rectangle
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if picture.RGBAAt(x, y).A > 0 {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}
