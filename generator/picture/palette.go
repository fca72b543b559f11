package picture

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Tone is a colour by the part that it plays. ECharts is given its hex form,
// that of the light scheme in layouts/assets/tokens.css; the SVG carries the
// class as well, by which the stylesheet gives it the colour of the moment.
type Tone struct {
	Name string // fill-NAME and line-NAME are the classes
	Hex  string
}

// Shade is the tone over what is behind it, as much of it as given, in a form that
// colours a field and not the text in it.
func (t Tone) Shade(share float64) string {
	n, _ := strconv.ParseUint(t.Hex[1:], 16, 32)
	return fmt.Sprintf("rgba(%d,%d,%d,%s)", n>>16, n>>8&255, n&255, strconv.FormatFloat(math.Round(share*100)/100, 'f', -1, 64))
}

// hexOf turns rgb(r,g,b), which is how ECharts writes a shade, into #rrggbb.
func hexOf(color string) string {
	var r, g, b uint8
	if _, err := fmt.Sscanf(color, "rgb(%d,%d,%d)", &r, &g, &b); err != nil {
		return strings.ToLower(color)
	}
	return fmt.Sprintf("#%02x%02x%02x", r, g, b)
}

// The tones of what is no series.
var (
	Ink   = Tone{"ink", "#1b1814"}
	Muted = Tone{"muted", "#5d574e"}
	Grid  = Tone{"grid", "#d8d1c3"}
	Paper = Tone{"paper", "#fffefb"}

	// series are told apart by all readers, in this order, whatever colours they
	// can see.
	series = [Hues]string{"#8a1c1c", "#2981ca", "#a67a1e", "#6f8267", "#794a80", "#075150", "#9e553c", "#6c6a6a"}
)

// Hues is how many series can be told apart.
const Hues = 8

// Hue is the colour of the i-th series.
func Hue(i int) Tone {
	i %= Hues
	return Tone{strconv.Itoa(i + 1), series[i]}
}

// ToneOf is what a colour that ECharts was given stands for. Any other colour in
// its drawing is a mistake of the program.
func ToneOf(hex string) (Tone, bool) {
	t, ok := tones[hex]
	return t, ok
}

var tones = func() map[string]Tone {
	m := map[string]Tone{}
	for _, t := range []Tone{Ink, Muted, Grid, Paper} {
		m[t.Hex] = t
	}
	for i := range series {
		m[series[i]] = Hue(i)
	}
	return m
}()
