package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A tone is a colour by the part that it plays. ECharts is given its hex form,
// that of the light scheme in layouts/assets/tokens.css; the SVG carries the
// class as well, by which the stylesheet gives it the colour of the moment.
type tone struct {
	name string // fill-NAME and line-NAME are the classes
	hex  string
}

// shade is the tone over what is behind it, as much of it as given, in a form that
// colours a field and not the text in it.
func (t tone) shade(share float64) string {
	n, _ := strconv.ParseUint(t.hex[1:], 16, 32)
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

var (
	ink   = tone{"ink", "#1b1814"}
	muted = tone{"muted", "#5d574e"}
	grid  = tone{"grid", "#d8d1c3"}
	paper = tone{"paper", "#fffefb"}

	// series are told apart by all readers, in this order, whatever colours they
	// can see.
	series = [8]string{"#8a1c1c", "#2f6489", "#95650d", "#4a7040", "#7a4a80", "#1c7371", "#825539", "#66625b"}
)

// hue is the colour of the i-th series.
func hue(i int) tone {
	i %= len(series)
	return tone{strconv.Itoa(i + 1), series[i]}
}

// tones leads from the colours that ECharts was given to what they stand for.
// Any other colour in its drawing is a mistake of the program.
var tones = func() map[string]tone {
	m := map[string]tone{}
	for _, t := range []tone{ink, muted, grid, paper} {
		m[t.hex] = t
	}
	for i := range series {
		m[series[i]] = hue(i)
	}
	return m
}()
