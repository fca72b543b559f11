package chart

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// How lines look, in pixels.
const (
	lineWidth  = 2.5
	pointSize  = 7.0
	mostPoints = 30 // of a series that are drawn as points
)

// A field is where the parts of a chart of lines lie.
type field struct {
	*lines
	f           frame
	keys        list // the legend
	scale       scale
	left, top   float64
	width, area float64
	ticks       []tick
	names       []string // of categories that are no dates
	height      float64
	beside      bool // the value of a single line stands to the right of its last point
}

// layout finds a place for everything. The value at the end of a single line has
// room kept for it beside the line where it would lie across it.
func (l *lines) layout(f frame) *field {
	d := l.arranged(f, 0)
	if room := d.besideRoom(); room > 0 {
		d = l.arranged(f, room)
		d.beside = true
	}
	return d
}

// arranged is a layout with room to the right of the line.
func (l *lines) arranged(f frame, room float64) *field {
	d := &field{lines: l, f: f, area: plotHeight(f)}
	if len(l.series) > 1 {
		d.keys, d.top = legend(l.seriesNames(), f, l.legendIcon())
	} else {
		d.top = lineHeight // for the value at the last point
	}
	d.scale = l.scaleFor(l.extent())
	d.left = edge + f.widest(d.scale.labels) + tickGap
	d.top += valueStyle.Size / 2
	d.width = f.width - d.left - edge - pointSize/2 - room
	deepest := 1
	if l.dated {
		from, to := l.time()
		if paceOf(l.cells) == yearly { // the last year stands under the last point
			d.width -= max(0, f.fonts.Width(l.names[len(l.names)-1], picture.TextStyle)/2-room)
		}
		d.ticks = ticks(l.words, from, to, paceOf(l.cells), d.left, d.width, f)
		if len(d.ticks) == 0 {
			own := daysAmong(l.words, append(l.cells[:len(l.cells):len(l.cells)], l.until))
			if len(own) > 1 { // the last stands under the last point
				d.width -= max(0, f.fonts.Width(own[len(own)-1].text, picture.TextStyle)/2-room)
			}
			d.ticks = ends(own, d.width, f)
		}
	} else {
		for range 3 { // what the points give way to moves them as well
			before, after := l.beyond(f, d.left, d.width)
			d.left, d.width = d.left+before, d.width-before-after
		}
		d.names, deepest = l.thinned(f, d.left, d.width)
	}
	d.height = math.Ceil(d.top + d.area + tickGap + float64(deepest)*lineHeight + edge)
	return d
}

// legendIcon is a piece of line, or of what stacked areas are filled with.
func (l *lines) legendIcon() legendIcon {
	if l.texture() == picture.Hatched {
		return roundKey
	}
	return strokeKey
}

// time is from the first to the last day.
func (l *lines) time() (from, to int) {
	from, to = daysOf(l.cells[0]), daysOf(l.cells[len(l.cells)-1])
	if l.until.Known {
		to = max(to, daysOf(l.until))
	}
	if from == to {
		from, to = from-1, to+1
	}
	return from, to
}

func (l *lines) axisOf(f frame) (timeAxis, []dataset.Cell) {
	if !l.dated {
		return timeAxis{}, nil
	}
	from, to := l.time()
	return timeAxis{from, to, l.layout(f).width}, l.cells
}

// mostUnder is how many lines a name under a point has.
const mostUnder = 6

// every is which of the names under the points are written where not all fit: each
// second, third and so on.
func (m *matrix) every(f frame, width float64) int {
	band := width / float64(len(m.names))
	return max(1, int(math.Ceil(min(f.widest(m.names), f.width/4)/band)))
}

// beyond is how much the first and the last of the names that are written lack
// before and after the points, so that they would be cut at the frame.
func (m *matrix) beyond(f frame, left, width float64) (before, after float64) {
	if _, ok := m.under(f, left, width); ok {
		return 0, 0
	}
	every, band := m.every(f, width), width/float64(len(m.names))
	half := func(i int) float64 {
		return f.widest(f.fonts.Wrap(m.names[i], picture.TextStyle, band*float64(every)-wordGap, mostUnder)) / 2
	}
	last := (len(m.names) - 1) / every * every
	middle := left + (float64(last)+0.5)*band
	return math.Ceil(max(0, half(0)-left-band/2)), math.Ceil(max(0, half(last)-(f.width-middle)))
}

// thinned are the names under the points; where they do not fit, only some are
// written.
func (m *matrix) thinned(f frame, left, width float64) (names []string, lines int) {
	if names, ok := m.under(f, left, width); ok {
		return names, deepest(names)
	}
	every, band := m.every(f, width), width/float64(len(m.names))
	names = make([]string, len(m.names))
	for i := 0; i < len(names); i += every {
		middle := left + (float64(i)+0.5)*band
		room := 2 * min(middle, f.width-middle, (band*float64(every)-wordGap)/2)
		names[i] = strings.Join(f.fonts.Wrap(m.names[i], picture.TextStyle, room, mostUnder), "\n")
	}
	return names, deepest(names)
}

func (l *lines) option(f frame) (object, float64) {
	d := l.layout(f)
	c := charts.NewLine()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{Left: px(d.left), Top: px(d.top), Width: px(d.width), Height: px(d.area)}),
		charts.WithXAxisOpts(d.across()), charts.WithYAxisOpts(d.scale.axis(true)),
	)
	if !l.dated {
		c.SetXAxis(l.names)
	}
	for i := range l.series {
		chart := opts.LineChart{ShowSymbol: opts.Bool(true), Symbol: mark(i), SymbolSize: pointSize}
		if l.kind == Steps {
			chart.Step = "end"
		}
		if l.stack != SideBySide {
			chart.Stack = "all"
		}
		c.AddSeries(l.seriesName(i), l.points(i), charts.WithLineChartOpts(chart), colour(picture.Hue(i)),
			charts.WithLineStyleOpts(opts.LineStyle{Color: picture.Hue(i).Hex, Width: lineWidth}),
			charts.WithLabelOpts(opts.Label{Show: opts.Bool(false)}))
	}
	return plain(c, d.further()), d.height
}

func (d *field) across() opts.XAxis {
	x := opts.XAxis{
		Type: "category", AxisLabel: axisLabel(picture.TextStyle, picture.Ink), AxisTick: &opts.AxisTick{Show: opts.Bool(d.dated)},
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: picture.Muted.Hex}},
		SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
	}
	if d.dated {
		from, to := d.time()
		x.Type, x.Min, x.Max = "time", millis(from), millis(to)
	}
	return x
}

// points are the values of a series. Each is drawn as a point, unless there are
// many and it lies on a line. The end to which the line is carried is none.
func (l *lines) points(series int) []opts.LineData {
	places := l.places(series)
	out := make([]opts.LineData, len(places))
	last, _ := l.last(series)
	for i, j := range places {
		n, ok := l.value(series, j)
		switch {
		case l.dated && ok:
			out[i].Value = list{millis(daysOf(l.cells[j])), n}
		case l.dated:
			out[i].Value = list{millis(daysOf(l.cells[j])), nil}
		case ok:
			out[i].Value = n
		}
		if len(out) > mostPoints && j != last && !l.alone(series, i) {
			out[i].Symbol = "none"
		}
	}
	if n, ok := l.carried(series); ok {
		out = append(out, opts.LineData{Value: list{millis(daysOf(l.until)), n}, Symbol: "none"})
	}
	return out
}

// further is what go-echarts has no field for.
func (d *field) further() object {
	across := object{"axisLabel": object{"margin": tickGap, "lineHeight": lineHeight}}
	if d.dated {
		places, texts := make(list, len(d.ticks)), object{}
		for i, t := range d.ticks {
			places[i] = millis(t.days)
			texts[strconv.FormatInt(millis(t.days), 10)] = t.text
		}
		across["texts"] = texts
		across["axisLabel"] = object{"margin": tickGap, "customValues": places}
		across["axisTick"] = object{"customValues": places, "lineStyle": object{"color": picture.Muted.Hex}}
	} else {
		texts := make(list, len(d.names))
		for i, name := range d.names {
			texts[i] = name
		}
		across["texts"] = texts
		across["axisLabel"].(object)["interval"] = 0
	}
	further := object{
		"useUTC":    true,
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"xAxis":     list{across},
		"yAxis":     list{d.scale.further()},
		"series":    d.furtherSeries(),
	}
	if d.keys != nil {
		further["legend"] = d.keys
	}
	return further
}

// furtherSeries gives a single line the value at its last point, and areas their
// colour.
func (d *field) furtherSeries() list {
	var out list
	unread := d.unread()
	for i := range d.series {
		texts := d.texts(i)
		s := object{"texts": picked(texts, d.places(i)), "clip": false}
		if d.kind == Areas {
			s["areaStyle"] = object{"color": picture.Hue(i).Hex, "opacity": d.opacity()}
		}
		if last, before := d.last(i); d.beside {
			texts[last] = strings.Join(d.besideText(), "\n")
			s["texts"] = picked(texts, d.places(i))
			unread[i][last] = d.besideLabel()
		} else if len(d.series) == 1 {
			if before >= 0 && d.f.fonts.Width(texts[last].(string), valueStyle) > d.x(last)-d.x(before) {
				// It would lie over the line. The unit is named under the title as well.
				texts[last] = d.words.Cell(dataset.Value, d.series[0].cells[last], "")
				s["texts"] = picked(texts, d.places(i))
			}
			unread[i][last] = d.label(last, before)
		}
		if len(unread[i]) > 0 {
			s["data"] = labelled(unread[i])
		}
		out = append(out, s)
	}
	return out
}

// labelled are the items up to the last with a label, with those that have one.
func labelled(labels map[int]object) list {
	out := make(list, 1+slices.Max(slices.Collect(maps.Keys(labels))))
	for i := range out {
		out[i] = object{}
		if label, ok := labels[i]; ok {
			out[i] = object{"label": label}
		}
	}
	return out
}

// opacity is that of areas: through those of several lines the others are seen,
// stacked ones lie beside each other.
func (d *field) opacity() float64 {
	if d.stack != SideBySide {
		return 0.75
	}
	return 0.2
}

// x is where a point lies in the picture.
func (d *field) x(j int) float64 {
	share := (float64(j) + 0.5) / float64(len(d.names))
	if d.dated {
		from, to := d.time()
		share = float64(daysOf(d.cells[j])-from) / float64(to-from)
	}
	return d.left + share*d.width
}
