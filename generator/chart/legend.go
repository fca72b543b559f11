package chart

import (
	"math"
	"strings"

	"example.org/svod/generator/picture"
)

// How a legend looks, in pixels.
const (
	legendKey = 12.0 // the side of a square of colour
	lineKey   = 30.0 // the length of a piece of line: that of its dashes on paper
	legendGap = 6.0  // between it and its name
	legendFar = 18.0 // between two entries
	legendRow = 22.0 // from one row to the next

	legendLines = 3 // of a name that is longer than a row
)

// A legendIcon is what stands before the name of a series.
type legendIcon struct {
	width float64
	of    func(series int) string // empty for what ECharts makes of the series
}

var (
	squareKey = legendIcon{legendKey, func(int) string { return "rect" }}
	roundKey  = legendIcon{legendKey, func(int) string { return "roundRect" }}
	pointKey  = legendIcon{legendKey, mark}
	strokeKey = legendIcon{lineKey, func(int) string { return "" }} // a piece of line with a point on it
)

// legend says which colour is which series, in rows above the picture. ECharts
// breaks a legend into rows by itself; here it is a legend for each row, so that
// the height is known before.
func legend(names []string, f frame, icon legendIcon) (rows list, height float64) {
	var row list
	x := 0.0
	room := f.width - 2*edge - icon.width - legendGap
	flush := func() {
		if len(row) == 0 {
			return
		}
		more := 0.0
		text := object{
			"color": picture.Ink.Hex, "fontSize": picture.TextStyle.Size, "fontWeight": picture.TextStyle.Weight,
			"padding": list{0, 0, 0, legendGap - 5}, // ECharts keeps 5 by itself
		}
		var texts object
		if x-legendFar > f.width-2*edge { // one name, longer than a row
			name := row[0].(object)["name"].(string)
			lines := f.fonts.Wrap(name, picture.TextStyle, room, legendLines)
			texts, text["lineHeight"] = object{name: strings.Join(lines, "\n")}, lineHeight
			more = float64(len(lines)-1) * lineHeight
		}
		keys := object{
			"data": row, "left": edge, "top": height, "padding": 0, "itemGap": legendFar,
			"itemWidth": icon.width, "itemHeight": legendKey,
			"textStyle": text,
		}
		if texts != nil {
			keys["texts"] = texts
		}
		rows = append(rows, keys)
		height += legendRow + more
		row, x = nil, 0
	}
	for i, name := range names {
		width := math.Ceil(icon.width + legendGap + f.fonts.Width(name, picture.TextStyle))
		if x > 0 && x+width > f.width-2*edge {
			flush()
		}
		key := object{"name": name}
		if icon := icon.of(i); icon != "" {
			key["icon"] = icon
		}
		row = append(row, key)
		x += width + legendFar
	}
	flush()
	return rows, height + legendFar - barGap
}
