package picture

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"

	"example.org/svod/generator/typeset"
)

// A Size is the frame of a PNG, in pixels.
type Size struct {
	Width  int
	Height int // 0 means as high as the picture is
}

// Sizes of pictures as PNG: for documents, and for cards of messengers and
// networks (Open Graph).
var (
	Document = Size{Width: 1200}
	Card     = Size{Width: 1200, Height: 630}
)

// PNG draws what [Renderer.Alone] returns into a frame, on paper: shapes by oksvg,
// text in the site's own fonts. In a frame of a given height the picture is as
// large as it can be.
func (r *Renderer) PNG(svg []byte, size Size) ([]byte, error) {
	sum := sha256.New()
	fmt.Fprintf(sum, "png %d %x %v\n", version, r.sum, size)
	sum.Write(svg)
	key := [32]byte(sum.Sum(nil))
	if b, ok := r.cache.get(key); ok {
		return b, nil
	}
	b, err := r.raster(svg, size)
	if err == nil {
		r.cache.put(key, b)
	}
	return b, err
}

func (r *Renderer) raster(svg []byte, size Size) ([]byte, error) {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.IgnoreErrorMode) // it knows no text
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	box := icon.ViewBox
	scale := float64(size.Width) / box.W
	if size.Height == 0 {
		size.Height = int(math.Ceil(box.H * scale))
	}
	scale = min(scale, float64(size.Height)/box.H)
	left, top := (float64(size.Width)-box.W*scale)/2, (float64(size.Height)-box.H*scale)/2

	picture := image.NewRGBA(image.Rect(0, 0, size.Width, size.Height))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(rgb(Paper.Hex)), image.Point{}, draw.Src)
	icon.SetTarget(left, top, box.W*scale, box.H*scale)
	icon.Draw(rasterx.NewDasher(size.Width, size.Height, &scanner{to: picture}), 1)
	err = r.letters(picture, svg, typeset.Matrix{A: scale, D: scale, E: left, F: top})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&b, paletted(picture)); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return b.Bytes(), nil
}
