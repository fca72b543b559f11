package chart_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"example.org/svod/generator/picture"
)

// A picture as PNG has the shapes and the letters of the SVG, in a frame of the
// size asked for.
func TestPNG(t *testing.T) {
	d := drawer(t)
	for _, block := range []string{
		"type: bar\ntitle: Инвестиции\ndata: clusters\nx: investment\ny: title\n",
		"type: step\ntitle: Сумма\nrows: [{date: 2025-02, value: 5}, {date: 2025-03-01, value: 9}, {date: 2026, value: 6}]\n",
		"type: ring\ntitle: Доли\nrows: {Лес: 5, Металлы: 10, Химия: 7}\n",
	} {
		c := mustBind(t, "ru", block)
		for size, height := range map[picture.Size]int{picture.Document: 0, picture.Card: 630} {
			b, err := d.PNG(c, "x", size, "Источник: Газета")
			if err != nil {
				t.Fatal(err)
			}
			picture, err := png.Decode(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			frame := picture.Bounds()
			if frame.Dx() != 1200 || height != 0 && frame.Dy() != height {
				t.Errorf("%s: the picture is %v", block, frame)
			}
			// The first series is dark red; the ink of the title, nearly black, is in the
			// upper third, and nothing touches the edge.
			if !has(picture, frame, color.NRGBA{0x8a, 0x1c, 0x1c, 255}) {
				t.Errorf("%s: no shape of the first series", block)
			}
			top := image.Rect(0, 0, frame.Dx(), frame.Dy()/3)
			if !has(picture, top, color.NRGBA{0x1b, 0x18, 0x14, 255}) {
				t.Errorf("%s: no title", block)
			}
			for _, edge := range []image.Rectangle{image.Rect(0, 0, 4, frame.Dy()), image.Rect(frame.Dx()-4, 0, frame.Dx(), frame.Dy())} {
				if !only(picture, edge, color.NRGBA{0xff, 0xfe, 0xfb, 255}) {
					t.Errorf("%s: something is drawn at the edge", block)
				}
			}
		}
	}
}

func has(picture image.Image, in image.Rectangle, c color.NRGBA) bool {
	return !every(picture, in, func(other color.NRGBA) bool { return other != c })
}

func only(picture image.Image, in image.Rectangle, c color.NRGBA) bool {
	return every(picture, in, func(other color.NRGBA) bool { return other == c })
}

func every(picture image.Image, in image.Rectangle, fits func(color.NRGBA) bool) bool {
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if !fits(color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)) {
				return false
			}
		}
	}
	return true
}
