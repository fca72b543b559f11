package picture

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// mostColors is how many colours a PNG with a palette can have.
const mostColors = 256

// paletted is a picture with a palette: a third of the bytes, written in a third
// of the time. A chart has few colours and, along the edges of shapes and
// letters, shades between them; of those the rarest become the one next to them.
func paletted(picture *image.RGBA) *image.Paletted {
	counts := map[[4]byte]int{}
	eachRun(picture, func(c [4]byte, from, to int) { counts[c] += to - from })
	all := make([][4]byte, 0, len(counts))
	for c := range counts {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b [4]byte) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), slices.Compare(a[:], b[:]))
	})
	kept := all[:min(mostColors, len(all))]
	places := make(map[[4]byte]byte, len(all))
	colors := make(color.Palette, len(kept))
	for i, c := range kept {
		places[c] = byte(i)
		colors[i] = color.RGBA{c[0], c[1], c[2], c[3]}
	}
	for _, c := range all[len(kept):] {
		places[c] = byte(colors.Index(color.RGBA{c[0], c[1], c[2], c[3]}))
	}
	out := image.NewPaletted(picture.Bounds(), colors)
	eachRun(picture, func(c [4]byte, from, to int) {
		place := places[c]
		for i := from; i < to; i++ {
			out.Pix[i] = place
		}
	})
	return out
}

// eachRun visits the pixels of a picture, those of one colour side by side
// together. Pixels are counted from the first of the first line.
func eachRun(picture *image.RGBA, visit func(c [4]byte, from, to int)) {
	pixels := len(picture.Pix) / 4
	for from := 0; from < pixels; {
		c := [4]byte(picture.Pix[4*from:])
		to := from + 1
		for to < pixels && [4]byte(picture.Pix[4*to:]) == c {
			to++
		}
		visit(c, from, to)
		from = to
	}
}
