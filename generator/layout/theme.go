package layout

import (
	"fmt"
	"math"
	"strconv"
)

// Theme is the stylesheet of a newsroom's own accent, a colour such as
// "#1c4f8a": the caller puts it among the assets, because a strict
// Content-Security-Policy allows no style inside a page. The colour is darkened
// for light paper and lightened for dark paper until text in it can be read
// (WCAG 2.2, 1.4.3). It is nil where the colour is empty or cannot be read.
func Theme(accent string) []byte {
	c, ok := parseColor(accent)
	if !ok {
		return nil
	}
	return fmt.Appendf(nil, ":root{--accent-light:%s;--accent-dark:%s}\n",
		c.readable(lightPaper, color{}), c.readable(darkPaper, color{1, 1, 1}))
}

// Shade tells how an accent reads on light paper: the colour as #rrggbb, its
// contrast by WCAG 2.2 from 1 to 21, and the shade that [Theme] makes of it. It is
// false where the colour is empty or cannot be read.
func Shade(accent string) (written, light string, contrast float64, ok bool) {
	c, ok := parseColor(accent)
	if !ok {
		return "", "", 0, false
	}
	return c.String(), c.readable(lightPaper, color{}).String(), c.contrast(lightPaper), true
}

// The paper of assets/tokens.css in both schemes. What is tinted is a little
// nearer to the text, so the ratio asked for is above the 4.5 of WCAG.
var (
	lightPaper = color{1, 254.0 / 255, 251.0 / 255}
	darkPaper  = color{22.0 / 255, 23.0 / 255, 26.0 / 255}
)

const readableContrast = 5.2

// A color in sRGB, each part from 0 to 1.
type color [3]float64

// parseColor reads #rrggbb, or #rgb, in which each digit stands for two.
func parseColor(s string) (color, bool) {
	if len(s) == len("#rgb") {
		s = string([]byte{s[0], s[1], s[1], s[2], s[2], s[3], s[3]})
	}
	if len(s) != len("#rrggbb") || s[0] != '#' {
		return color{}, false
	}
	var c color
	for i := range c {
		n, err := strconv.ParseUint(s[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return color{}, false
		}
		c[i] = float64(n) / 255
	}
	return c, true
}

func (c color) String() string {
	part := func(v float64) int { return int(math.Round(v * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", part(c[0]), part(c[1]), part(c[2]))
}

// readable mixes the color with another, step by step, until it stands out
// from the paper.
func (c color) readable(paper, with color) color {
	mixed := c
	for step := 1; step <= 20 && mixed.contrast(paper) < readableContrast; step++ {
		for i := range mixed {
			mixed[i] = c[i] + (with[i]-c[i])*float64(step)/20
		}
	}
	return mixed
}

// contrast is the ratio of WCAG 2.2, from 1 to 21.
func (c color) contrast(d color) float64 {
	a, b := c.luminance(), d.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func (c color) luminance() float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}
