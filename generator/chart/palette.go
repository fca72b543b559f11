package chart

import "strconv"

// A tone is a colour by the part that it plays. ECharts is given its hex form,
// that of the light scheme in layouts/assets/tokens.css; the SVG carries the
// class as well, by which the stylesheet gives it the colour of the moment.
type tone struct {
	name string // fill-NAME and line-NAME are the classes
	hex  string
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
