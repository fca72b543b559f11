package chart

import (
	"math"
	"strconv"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// How a timeline looks, in pixels.
const (
	trackHigh = 32.0
	eventSize = 11.0 // of a point
	spanThick = 9.0
)

// A timeFrame is where the parts of a timeline lie.
type timeFrame struct {
	keys       list
	names      []string // in lines
	from, to   int      // days
	ticks      []tick
	left, top  float64
	width, row float64
	height     float64
}

func (t *timeline) layout(f frame) timeFrame {
	l := timeFrame{top: edge}
	if len(t.groups) > 0 {
		l.keys, l.top = legend(t.groups, f, pointKey)
	}
	deep, widest := 1, 0.0
	room := f.besideRoom(t.names, 0)
	for _, name := range t.names {
		lines := f.fonts.Wrap(name, picture.TextStyle, room, 4)
		deep, widest = max(deep, len(lines)), max(widest, f.widest(lines))
		l.names = append(l.names, strings.Join(lines, "\n"))
	}
	l.left = edge + widest + nameGap + eventSize/2
	l.width = f.width - l.left - edge - eventSize/2
	l.row = max(trackHigh, float64(deep)*lineHeight+labelGap)
	l.from, l.to = t.time()
	if l.ticks = t.ticks(l, f); len(l.ticks) == 0 {
		own := daysAmong(t.words, t.dates())
		half := func(i int) float64 { return f.fonts.Width(own[i].text, picture.TextStyle) / 2 }
		if len(own) > 1 { // the first and the last stand under what they belong to
			before := max(0, half(0)-l.left)
			l.left, l.width = l.left+before, l.width-before-max(0, half(len(own)-1)-eventSize/2)
		}
		l.ticks = ends(own, l.width, f)
	}
	l.height = math.Ceil(l.top + l.row*float64(len(t.names)) + tickGap + lineHeight + edge)
	return l
}

func (t *timeline) ticks(l timeFrame, f frame) []tick {
	return ticks(t.words, l.from, l.to, paceOf(t.dates()), l.left, l.width, f)
}

func (t *timeline) axisOf(f frame) (timeAxis, []dataset.Cell) {
	l := t.layout(f)
	return timeAxis{l.from, l.to, l.width}, t.dates()
}

// dates are those of all events that are drawn.
func (t *timeline) dates() []dataset.Cell {
	var out []dataset.Cell
	for _, e := range t.events {
		for _, c := range []dataset.Cell{e.from, e.to} {
			if e.from.Known && c.Known {
				out = append(out, c)
			}
		}
	}
	return out
}

// time is from the first to the last day of all events.
func (t *timeline) time() (from, to int) {
	from, to = math.MaxInt, math.MinInt
	for _, c := range t.dates() {
		from, to = min(from, daysOf(c)), max(to, daysOf(c))
	}
	if from == to {
		from, to = from-1, to+1
	}
	return from, to
}

func (t *timeline) option(f frame) (object, float64) {
	l := t.layout(f)
	c := charts.NewLine()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{
			Left: px(l.left), Top: px(l.top), Width: px(l.width), Height: px(l.row * float64(len(t.names))),
		}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "time", Min: millis(l.from), Max: millis(l.to), AxisLabel: axisLabel(picture.TextStyle, picture.Muted),
			AxisLine:  &opts.AxisLine{Show: opts.Bool(true), OnZero: opts.Bool(false), LineStyle: &opts.LineStyle{Color: picture.Muted.Hex}},
			SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true), Data: t.names, AxisLabel: axisLabel(picture.TextStyle, picture.Ink),
			AxisLine: &opts.AxisLine{Show: opts.Bool(false)},
		}),
	)
	further := append(t.tracks(c, l), t.bars(c)...)
	further = append(further, t.points(c)...)
	places, texts := make(list, len(l.ticks)), object{}
	for i, tick := range l.ticks {
		places[i] = millis(tick.days)
		texts[strconv.FormatInt(millis(tick.days), 10)] = tick.text
	}
	option := plain(c, object{
		"useUTC":    true,
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"xAxis": list{object{
			"texts": texts, "axisLabel": object{"margin": tickGap, "customValues": places},
			"axisTick": object{"customValues": places, "lineStyle": object{"color": picture.Muted.Hex}},
		}},
		"yAxis": list{object{
			"texts": anys(l.names), "axisTick": object{"show": false},
			"axisLabel": object{"interval": 0, "margin": nameGap + eventSize/2, "lineHeight": lineHeight},
		}},
		"series": further,
	})
	if l.keys != nil {
		option["legend"] = l.keys
	}
	return option, l.height
}

// tracks are thin lines that lead from a name to its events.
func (t *timeline) tracks(c *charts.Line, l timeFrame) list {
	var further list
	for i := range t.names {
		t.line(c, "", picture.Grid, 1, list{millis(l.from), i}, list{millis(l.to), i})
		further = append(further, object{"silent": true, "z": 1, "clip": false})
	}
	return further
}

// bars are the events with two dates, under the points at their beginnings.
func (t *timeline) bars(c *charts.Line) list {
	var further list
	for _, e := range t.events {
		if e.from.Known && e.to.Known {
			t.line(c, t.group(e.group), picture.Hue(e.group), spanThick, list{millis(daysOf(e.from)), e.row}, list{millis(daysOf(e.to)), e.row})
			further = append(further, object{"z": 2, "clip": false})
		}
	}
	return further
}

func (t *timeline) line(c *charts.Line, name string, color picture.Tone, thick float64, from, to list) {
	c.AddSeries(name, []opts.LineData{{Value: from}, {Value: to}}, colour(color),
		charts.WithLineChartOpts(opts.LineChart{Symbol: "none"}),
		charts.WithLineStyleOpts(opts.LineStyle{Color: color.Hex, Width: float32(thick)}))
}

// points are a series for each group.
func (t *timeline) points(c *charts.Line) list {
	var further list
	for g := range max(1, len(t.groups)) {
		var data []opts.ScatterData
		for _, e := range t.events {
			if e.group == g && e.from.Known {
				data = append(data, opts.ScatterData{Value: list{millis(daysOf(e.from)), e.row}})
			}
		}
		s := charts.NewScatter()
		s.AddSeries(t.group(g), data, charts.WithScatterChartOpts(opts.ScatterChart{Symbol: mark(g), SymbolSize: eventSize}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: picture.Hue(g).Hex, BorderColor: picture.Paper.Hex, BorderWidth: 1}),
			charts.WithLabelOpts(opts.Label{Show: opts.Bool(false)}))
		c.Overlap(s)
		further = append(further, object{"z": 3, "clip": false, "itemStyle": object{"opacity": 1}})
	}
	return further
}

// group is the name of a group in the legend.
func (t *timeline) group(i int) string {
	if len(t.groups) == 0 {
		return ""
	}
	return t.groups[i]
}
