package chart

import (
	"math"
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// How a slope looks, in pixels.
const (
	leader     = 8.0 // from the end of a line to its text
	leaderGap  = 4.0 // between the two
	slopeGap   = 4.0 // between two texts
	slopeLines = 4   // of a name

	leastSlope = 0.3 // of the width that lines have, before names are left out on one side
)

// A slopeFrame is where the parts of a slope lie.
type slopeFrame struct {
	heads       [2]string    // over the axes, in lines
	texts       [2][]string  // at the ends of the lines, in lines
	middles     [2][]float64 // of the texts, from the top of the area
	least, most float64      // the values at both ends of the axes
	left, top   float64
	width, area float64
	height      float64
}

// layout names the lines at both ends, unless that leaves them little room; then
// only at the end where they are now.
func (s *slope) layout(f frame) slopeFrame {
	l := s.named(f, 0, 1)
	if l.width < f.width*leastSlope {
		l = s.named(f, 1)
	}
	return l
}

// named is the layout with names at these sides.
func (s *slope) named(f frame, sides ...int) slopeFrame {
	l := slopeFrame{area: plotHeight(f)}
	p := plot{matrix: s.matrix}
	l.least, l.most = p.extent()
	l.most = max(l.most, l.least+1e-9) // all may be zero
	far := edge + leader + leaderGap
	room := f.besideRoom(s.names, far)
	var widest [2]float64
	var heights [2][]float64
	deep := 1
	for side := range 2 {
		head := f.fonts.Wrap(s.series[side].name, picture.TextStyle, room, slopeLines)
		l.heads[side], deep = strings.Join(head, "\n"), max(deep, len(head))
		widest[side] = f.widest(head)
		sum := 0.0
		for _, j := range s.drawn {
			lines := s.text(side, j, slices.Contains(sides, side), room, f)
			high := float64(len(lines))*lineHeight + slopeGap
			l.texts[side], heights[side] = append(l.texts[side], strings.Join(lines, "\n")), append(heights[side], high)
			widest[side], sum = max(widest[side], f.widest(lines)), sum+high
		}
		l.area = max(l.area, sum)
	}
	l.left = far + widest[0]
	l.width = f.width - l.left - far - widest[1]
	l.top = edge + float64(deep)*lineHeight + tickGap + lineHeight
	for side := range 2 {
		wanted := make([]float64, len(s.drawn))
		for i, j := range s.drawn {
			wanted[i] = s.place(l, side, j)
		}
		l.middles[side] = apart(wanted, heights[side], l.area)
	}
	l.height = math.Ceil(l.top + l.area + lineHeight/2 + edge)
	return l
}

// text is what stands at one end of a line: the name, where it is to stand there,
// and the amount, on one line where there is room.
func (s *slope) text(side, row int, named bool, room float64, f frame) []string {
	bare := s.words.Cell(dataset.Value, s.written[side][row], "")
	amount := f.briefly(s.label(side, row), bare, room)
	if !named {
		return amount
	}
	name := f.fonts.Wrap(s.names[row], picture.TextStyle, room, slopeLines)
	if len(name) == 1 && len(amount) == 1 {
		line := name[0] + " — " + amount[0]
		if f.fonts.Width(line, picture.TextStyle) <= room {
			return []string{line}
		}
	}
	return append(slices.Clip(name), amount...)
}

// place is where a value lies, from the top of the area.
func (s *slope) place(l slopeFrame, side, row int) float64 {
	n, _ := numberOf(s.series[side].cells[row])
	return l.area * (l.most - n) / (l.most - l.least)
}

// value is what would lie at a place.
func (l slopeFrame) value(place float64) float64 {
	return l.most - place/l.area*(l.most-l.least)
}

// tone tells a rise from a fall.
func (s *slope) tone(row int) picture.Tone {
	switch s.change(row).Sign() {
	case 1:
		return added
	case -1:
		return taken
	}
	return summed
}

func (s *slope) option(f frame) (object, float64) {
	l := s.layout(f)
	c := charts.NewLine()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{Left: px(l.left), Top: px(l.top), Width: px(l.width), Height: px(l.area)}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "value", Position: "top", Min: 0, Max: 1, AxisLabel: axisLabel(picture.TextStyle, picture.Muted),
			AxisLine:  &opts.AxisLine{Show: opts.Bool(false), OnZero: opts.Bool(false)},
			AxisTick:  &opts.AxisTick{Show: opts.Bool(false)},
			SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: picture.Grid.Hex}},
		}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: l.least, Max: l.most}),
	)
	further := append(s.lines(c, l), s.leaders(c, l)...)
	return plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"xAxis": list{object{
			"texts": object{"0": l.heads[0], "1": l.heads[1]}, "interval": 1,
			"axisLabel": object{
				"margin": tickGap + lineHeight/2, "lineHeight": lineHeight, "alignMinLabel": "right", "alignMaxLabel": "left",
				"showMinLabel": true, "showMaxLabel": true, "hideOverlap": false,
			},
		}},
		"yAxis":  list{object{}},
		"series": further,
	}), l.height
}

// lines are the lines of the rows, with the texts at their ends.
func (s *slope) lines(c *charts.Line, l slopeFrame) list {
	var further list
	for i, j := range s.drawn {
		var data []opts.LineData
		var looks list
		for side, position := range []string{"left", "right"} {
			data = append(data, opts.LineData{Value: list{side, s.series[side].cells[j].Value.Decimal().InexactFloat64()}})
			looks = append(looks, object{"label": object{
				"show": true, "position": position, "distance": leader - pointSize/2 + leaderGap,
				"offset": list{0, l.middles[side][i] - s.place(l, side, j)}, "lineHeight": lineHeight, "color": picture.Ink.Hex,
				"fontSize": picture.TextStyle.Size, "fontWeight": picture.TextStyle.Weight,
			}})
		}
		c.AddSeries(s.names[j], data, colour(s.tone(j)),
			charts.WithLineChartOpts(opts.LineChart{ShowSymbol: opts.Bool(true), Symbol: "circle", SymbolSize: pointSize}),
			charts.WithLineStyleOpts(opts.LineStyle{Color: s.tone(j).Hex, Width: lineWidth}))
		further = append(further, object{"texts": list{l.texts[0][i], l.texts[1][i]}, "data": looks, "clip": false, "z": 3})
	}
	return further
}

// leaders lead from the ends of the lines to texts that had to move.
func (s *slope) leaders(c *charts.Line, l slopeFrame) list {
	var further list
	for i, j := range s.drawn {
		for side := range 2 {
			moved := l.middles[side][i] - s.place(l, side, j)
			if math.Abs(moved) < 2 {
				continue
			}
			end := float64(side)
			out := end + (2*end-1)*leader/l.width
			data := []opts.LineData{
				{Value: list{end, l.value(s.place(l, side, j))}}, {Value: list{out, l.value(l.middles[side][i])}},
			}
			c.AddSeries("", data, colour(s.tone(j)), charts.WithLineChartOpts(opts.LineChart{Symbol: "none"}),
				charts.WithLineStyleOpts(opts.LineStyle{Color: s.tone(j).Hex, Width: 1}))
			further = append(further, object{"clip": false, "silent": true, "z": 2})
		}
	}
	return further
}
