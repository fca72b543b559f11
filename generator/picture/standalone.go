package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"strings"

	"example.org/svod/generator/typeset"
)

// How text is set around a picture that stands alone.
var (
	titleStyle = typeset.Style{Size: 20, Weight: 600}
	smallStyle = typeset.Style{Size: 12, Weight: 400}
)

const (
	titleLine = 26.0
	smallLine = 17.0
	sheetEdge = 16.0 // around all of it
	sheetGap  = 12.0 // above and below the picture
	mostLines = 4    // of a title or a line under the picture
)

// Alone returns a picture that [Renderer.SVG] drew as a file of its own, with the
// title and the unit above it and lines below. Its colours are those of the light
// scheme; it has no background and takes that of the place where it is shown.
func (r *Renderer) Alone(svg []byte, h Head, lines ...string) ([]byte, error) {
	end := bytes.IndexByte(svg, '>')
	inner, closed := bytes.CutSuffix(svg[end+1:], []byte("</svg>"))
	if end < 0 || !closed {
		return nil, errors.New("picture: a picture without its element")
	}
	w := &sheet{rewriter: rewriter{fonts: r.fonts}, width: h.Width, y: sheetEdge}
	w.block(h.Title, titleStyle, titleLine, Ink)
	if h.Unit != "" {
		w.block(h.Unit, smallStyle, smallLine, Muted)
	}
	w.y += sheetGap
	w.out.WriteString(`<g transform="translate(` + number64(sheetEdge) + " " + number64(w.y) + `)">`)
	w.out.Write(inner)
	w.out.WriteString("</g>")
	w.y += h.Height + sheetGap
	for _, line := range lines {
		w.block(line, smallStyle, smallLine, Muted)
	}
	return w.file(h), nil
}

// A sheet is a picture that is being written, down to y.
type sheet struct {
	rewriter
	width, y float64
}

// block writes a text in lines and goes below it.
func (w *sheet) block(text string, s typeset.Style, height float64, t Tone) {
	for _, line := range w.fonts.Wrap(text, s, w.width, mostLines) {
		w.out.WriteString("<text")
		w.attribute("x", number64(sheetEdge))
		w.attribute("y", number64(w.y+height/2+w.fonts.CapHeight(s)/2))
		w.attribute("font-size", number64(s.Size))
		if s.Weight != TextStyle.Weight {
			w.attribute("font-weight", number64(float64(s.Weight)))
		}
		w.attribute("fill", t.Hex)
		w.out.WriteString(">")
		w.text(line)
		w.out.WriteString("</text>")
		w.y += height
	}
}

// file puts the head before what was written. Programs show <title> as the name
// of the picture and read <desc> aloud.
func (w *sheet) file(h Head) []byte {
	body := bytes.Clone(w.out.Bytes())
	w.out.Reset()
	width, height := number64(w.width+2*sheetEdge), number64(w.y+sheetEdge)
	w.out.WriteString(xml.Header + "<svg")
	w.attribute("xmlns", "http://www.w3.org/2000/svg")
	w.attribute("role", "img")
	w.attribute("aria-labelledby", "title desc")
	w.attribute("viewBox", "0 0 "+width+" "+height)
	w.attribute("width", width)
	w.attribute("height", height)
	w.attribute("font-family", "'"+FontFamily+"', 'PT Sans', Arial, sans-serif")
	w.attribute("font-size", number64(TextStyle.Size))
	w.out.WriteString(`><title id="title">`)
	w.text(h.Title)
	w.out.WriteString(`</title><desc id="desc">`)
	w.text(strings.TrimSpace(h.Summary))
	w.out.WriteString("</desc>")
	w.out.Write(body)
	w.out.WriteString("</svg>\n")
	return w.out.Bytes()
}
