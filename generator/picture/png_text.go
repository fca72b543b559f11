package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"image/draw"
	"io"
	"math"
	"strconv"
	"strings"

	"example.org/svod/generator/typeset"
)

// A setting is how an element of a picture sets text: what its attributes say,
// and for all others those of the elements around it.
type setting struct {
	matrix typeset.Matrix
	style  typeset.Style
	fill   color.NRGBA
	anchor string
	x, y   float64
	shown  bool // the element is a text, and not a title or a description
}

// letters draws the texts of a picture that [rewriter] or [sheet] wrote.
func (r *Renderer) letters(to draw.Image, svg []byte, m typeset.Matrix) error {
	stack := []setting{{matrix: m, style: TextStyle, fill: rgb(Ink.Hex)}}
	in := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("picture: %w", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			s := stack[len(stack)-1]
			s.shown = token.Name.Local == "text" || token.Name.Local == "tspan"
			for _, a := range token.Attr {
				s.set(a.Name.Local, a.Value)
			}
			stack = append(stack, s)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if s := stack[len(stack)-1]; s.shown {
				r.write(to, string(token), s)
			}
		}
	}
}

func (s *setting) set(name, value string) {
	number, _ := strconv.ParseFloat(value, 64)
	switch name {
	case "x":
		s.x = number
	case "y":
		s.y = number
	case "font-size":
		s.style.Size = number
	case "font-weight":
		s.style.Weight = int(number)
	case "text-anchor":
		s.anchor = value
	case "fill":
		if strings.HasPrefix(value, "#") {
			s.fill = rgb(value)
		}
	case "transform":
		s.matrix = s.matrix.Mul(matrixOf(value))
	}
}

// write draws one text.
func (r *Renderer) write(to draw.Image, text string, s setting) {
	x := s.x
	switch s.anchor {
	case "middle":
		x -= r.fonts.Width(text, s.style) / 2
	case "end":
		x -= r.fonts.Width(text, s.style)
	}
	r.fonts.Draw(to, text, s.style, s.fill, s.matrix.Mul(typeset.Matrix{A: 1, D: 1, E: x, F: s.y}))
}

// matrixOf reads a transformation as ECharts writes them.
func matrixOf(transform string) typeset.Matrix {
	m := typeset.Matrix{A: 1, D: 1}
	for part := range strings.SplitSeq(transform, ")") {
		name, list, ok := strings.Cut(strings.TrimSpace(part), "(")
		if !ok {
			continue
		}
		var n [6]float64
		for i, field := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
			if i < len(n) {
				n[i], _ = strconv.ParseFloat(field, 64)
			}
		}
		switch name {
		case "translate":
			m = m.Mul(typeset.Matrix{A: 1, D: 1, E: n[0], F: n[1]})
		case "rotate":
			sin, cos := math.Sincos(n[0] * math.Pi / 180)
			m = m.Mul(typeset.Matrix{A: cos, B: sin, C: -sin, D: cos})
		case "matrix":
			m = m.Mul(typeset.Matrix{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]})
		}
	}
	return m
}

// rgb reads a colour as #rrggbb.
func rgb(hex string) color.NRGBA {
	n, _ := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}
