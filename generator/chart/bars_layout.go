package chart

import (
	"math"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
)

// valueStyle is how values are set.
var valueStyle = typeset.Style{Size: 14, Weight: 600}

const (
	lineHeight = 18.0 // of names
	barHeight  = 18.0
	barGap     = 12.0 // between the rows
	nameGap    = 10.0 // between a name and the bars beside it
	nameOffset = 2.0  // between a name and the bar below it
	labelGap   = 6.0  // between a bar and its value
	edge       = 2.0  // between the picture and its frame
	leastBar   = 2.0  // the length of a bar that would be shorter
)

// A barFrame is where the parts of a chart of horizontal bars lie, in pixels.
type barFrame struct {
	names      [][]string // in lines
	lines      int        // of the longest name
	above      bool       // names stand above their bars, not before them
	left, top  float64    // where the area of the bars begins
	width      float64    // of the area
	row        float64    // height of a row
	thick      float64    // height of the bars of a row
	height     float64    // of the picture
	zero, unit float64    // of the area: where zero lies, and pixels for a value of 1
	tear       *tear      // a part of the axis that is left out
}

// layRows finds a place for rows of bars as thick as given, below a legend. Names
// stand before their bars, unless that would take more than two lines of a third
// of the width, break a word or leave too little room for the bars; then they
// stand above.
func layRows(names []string, spans []span, thick, legend float64, f frame) barFrame {
	l := barFrame{thick: thick}
	room := math.Floor(f.width * 0.36)
	l.fold(names, f, room)
	l.left = edge + l.widest(f) + nameGap
	l.width = f.width - edge - l.left
	l.scale(spans)
	if l.above = l.lines > 2 || breaksWord(names, f, room) || l.longest(spans) < f.width*0.2; l.above {
		l.left, l.width = edge, f.width-2*edge
		l.fold(names, f, l.width)
		l.scale(spans)
	}
	text, rows := float64(l.lines)*lineHeight, float64(len(names))
	l.row, l.top = max(thick, text)+barGap, legend+edge
	l.height = l.top + l.row*rows + edge
	if l.above {
		// Bars lie in the middle of their row. The name reaches into the row
		// above, where there is nothing below the bars; only the first needs room.
		l.row = text + nameOffset + thick + barGap
		below := (l.row - thick) / 2
		l.top = legend + max(edge, text+nameOffset-below+edge)
		l.height = l.top + l.row*rows - below + 2*edge
	}
	l.height = math.Ceil(l.height)
	return l
}

func breaksWord(names []string, f frame, room float64) bool {
	for _, name := range names {
		if f.fonts.Unbroken(name, picture.TextStyle) > room {
			return true
		}
	}
	return false
}

func (l *barFrame) fold(names []string, f frame, width float64) {
	l.names, l.lines = make([][]string, len(names)), 1
	for i, name := range names {
		l.names[i] = f.fonts.Wrap(name, picture.TextStyle, width, 3)
		l.lines = max(l.lines, len(l.names[i]))
	}
}

func (l *barFrame) widest(f frame) float64 {
	widest := 0.0
	for _, lines := range l.names {
		widest = max(widest, f.widest(lines))
	}
	return widest
}

func (l *barFrame) grid() opts.Grid {
	return opts.Grid{
		Left: px(l.left), Top: px(l.top), Width: px(l.width), Height: px(l.row * float64(len(l.names))),
	}
}

// values is the axis along which the bars lie. It is seen only where it is torn.
func (l *barFrame) values() opts.XAxis {
	least, most := l.ends()
	return opts.XAxis{
		Type: "value", Show: opts.Bool(l.tear != nil), Min: least, Max: most,
		AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}, SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
	}
}

// axis is that of the names.
func (l *barFrame) axis() opts.YAxis {
	text := axisLabel(picture.TextStyle, picture.Ink)
	if l.above {
		text.Inside = opts.Bool(true)
		text.VerticalAlign = "bottom"
	}
	return opts.YAxis{
		Type: "category", Inverse: opts.Bool(true), AxisLabel: text,
		AxisLine: &opts.AxisLine{
			Show: opts.Bool(l.zero == 0 && !l.above), OnZero: opts.Bool(false), LineStyle: &opts.LineStyle{Color: picture.Grid.Hex},
		},
	}
}

// zeroLine is a second axis, which lies where bars to the left and to the right
// meet; the first has the names and lies at the edge.
func zeroLine() opts.YAxis {
	return opts.YAxis{
		Type: "category", AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)},
		AxisLine: &opts.AxisLine{Show: opts.Bool(true), OnZero: opts.Bool(true), LineStyle: &opts.LineStyle{Color: picture.Grid.Hex}},
	}
}

// further is what go-echarts has no field for, but for the series.
func (l *barFrame) further() object {
	names := make(list, len(l.names))
	for i, lines := range l.names {
		names[i] = strings.Join(lines, "\n")
	}
	text := object{"interval": 0, "lineHeight": lineHeight, "margin": nameGap}
	if l.above {
		text = object{"interval": 0, "lineHeight": lineHeight, "margin": 0, "padding": list{0, 0, l.thick/2 + nameOffset, 0}}
	}
	axes := list{object{"texts": names, "axisTick": object{"show": false}, "axisLabel": text}}
	if l.zero > 0 {
		axes = append(axes, object{"axisTick": object{"show": false}})
	}
	further := object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"yAxis":     axes,
	}
	if l.tear != nil {
		further["xAxis"] = list{l.tear.further(l.unit)}
	}
	return further
}

func (t *tear) further(unit float64) object {
	return object{
		"breaks":    list{object{"start": t.from, "end": t.to, "gap": t.gap / unit}},
		"breakArea": object{"itemStyle": object{"color": picture.Paper.Hex, "borderColor": picture.Muted.Hex, "borderWidth": 1, "opacity": 1}},
		"axisTick":  object{"show": false}, "axisLine": object{"show": false},
	}
}
