package chart

import (
	"math"
	"slices"
	"strings"

	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

const dotSize = 10.0 // pixels across

// A dotFrame is where the parts of a scatter lie.
type dotFrame struct {
	keys        list
	x, y        scale
	left, top   float64
	width, area float64
	height      float64
}

func (s *scatter) layout(f frame) dotFrame {
	l := dotFrame{area: plotHeight(f) + 40}
	if len(s.groups) > 1 {
		l.keys, l.top = legend(s.groups, f, pointKey)
	}
	steps := 5
	if f.width < Wide {
		steps = 3
	}
	l.x, l.y = axisFor(s.across, steps), axisFor(s.up, 4)
	l.left = edge + f.widest(l.y.labels) + tickGap
	end := math.Ceil(f.fonts.Width(l.x.labels[len(l.x.labels)-1], picture.TextStyle)/2) + edge
	l.width = f.width - l.left - end
	l.top += lineHeight + tickGap + valueStyle.Size/2 // the name of what goes up
	l.height = math.Ceil(l.top + l.area + tickGap + 2*lineHeight + tickGap + edge)
	return l
}

// axisFor is the axis of the only series of a matrix.
func axisFor(m *matrix, steps int) scale {
	p := plot{matrix: m}
	least, most := p.extent()
	return m.scaleOf(least, most, steps)
}

// place is where a point lies in the picture.
func (s *scatter) place(l dotFrame, i int) (x, y float64) {
	a, _ := numberOf(s.across.series[0].cells[i])
	u, _ := numberOf(s.up.series[0].cells[i])
	x = l.left + l.width*(a-l.x.least)/(l.x.most-l.x.least)
	y = l.top + l.area*(l.y.most-u)/(l.y.most-l.y.least)
	return x, y
}

// A box is a place that is taken.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

// A beside is the name of a point, in lines, and where it stands.
type beside struct{ text, position string }

// Names beside points are at most so many lines, when one takes too much room.
const (
	besideLines = 4
	besideShare = 0.4 // of the width of the area, for the longest of the lines
)

// labels finds a place beside each point for its name, where there is one that no
// other point or name takes: right, left, above or below, on one line or else on
// several.
func (s *scatter) labels(l dotFrame, f frame) map[int]beside {
	var taken []box
	for _, i := range s.points {
		x, y := s.place(l, i)
		taken = append(taken, box{x - dotSize/2, y - dotSize/2, x + dotSize/2, y + dotSize/2})
	}
	taken = append(taken, l.zeros()...)
	out := map[int]beside{}
	for k, i := range s.points {
		forms := [][]string{{s.up.names[i]}}
		if lines := f.fonts.Wrap(s.up.names[i], picture.TextStyle, l.width*besideShare, besideLines); len(lines) > 1 && !isCut(lines) {
			forms = append(forms, lines)
		}
		for _, lines := range forms {
			position, place, ok := s.free(l, i, lines, slices.Concat(taken[:k], taken[k+1:]), f)
			if ok {
				out[i] = beside{strings.Join(lines, "\n"), position}
				taken = append(taken, place)
				break
			}
		}
	}
	return out
}

// zeros are the places of axes that go through the area, not along its edge.
func (l dotFrame) zeros() []box {
	var out []box
	if l.y.least < 0 && l.y.most > 0 {
		y := l.top + l.area*l.y.most/(l.y.most-l.y.least)
		out = append(out, box{l.left, y - 1, l.left + l.width, y + 1})
	}
	if l.x.least < 0 && l.x.most > 0 {
		x := l.left - l.width*l.x.least/(l.x.most-l.x.least)
		out = append(out, box{x - 1, l.top, x + 1, l.top + l.area})
	}
	return out
}

// free is a place beside a point that is taken by nothing.
func (s *scatter) free(l dotFrame, point int, lines []string, taken []box, f frame) (position string, place box, ok bool) {
	x, y := s.place(l, point)
	width, half := f.widest(lines), picture.TextStyle.Size*0.6+float64(len(lines)-1)*lineHeight/2
	far := dotSize/2 + labelGap
	for _, p := range []struct {
		position string
		box      box
	}{
		{"right", box{x + far - 1, y - half, x + far + width, y + half}},
		{"left", box{x - far - width, y - half, x - far + 1, y + half}},
		{"top", box{x - width/2, y - far - 2*half, x + width/2, y - far + 1}},
		{"bottom", box{x - width/2, y + far - 1, x + width/2, y + far + 2*half}},
	} {
		if p.box.left < l.left || p.box.right > f.width-edge || p.box.top < l.top-lineHeight || p.box.bottom > l.top+l.area {
			continue
		}
		if !meetsAny(p.box, taken) {
			return p.position, p.box, true
		}
	}
	return "", box{}, false
}

func meetsAny(b box, all []box) bool {
	for _, c := range all {
		if b.meets(c) {
			return true
		}
	}
	return false
}

func (s *scatter) option(f frame) (object, float64) {
	l := s.layout(f)
	c := charts.NewScatter()
	up := l.y.axis(true)
	up.Name, up.NameLocation, up.NameGap = f.fonts.Ellipsize(s.up.series[0].name, picture.TextStyle, l.width), "end", int(tickGap+valueStyle.Size/2)
	across := opts.XAxis{
		Type: "value", Min: l.x.least, Max: l.x.most, AxisLabel: axisLabel(picture.TextStyle, picture.Muted),
		Name: f.fonts.Ellipsize(s.across.series[0].name, picture.TextStyle, l.width), NameLocation: "middle", NameGap: int(tickGap + lineHeight + tickGap),
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: picture.Muted.Hex}},
		SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
	}
	c.SetGlobalOptions(
		charts.WithAnimation(false), charts.WithXAxisOpts(across), charts.WithYAxisOpts(up),
		charts.WithGridOpts(opts.Grid{Left: px(l.left), Top: px(l.top), Width: px(l.width), Height: px(l.area)}),
	)
	further := s.add(c, s.labels(l, f))
	x, y := l.x.further(), l.y.further()
	named := object{"color": picture.Ink.Hex, "fontSize": picture.TextStyle.Size}
	x["nameTextStyle"] = named
	y["nameTextStyle"] = object{"color": picture.Ink.Hex, "fontSize": picture.TextStyle.Size, "align": "left", "verticalAlign": "bottom"}
	option := plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"outerBoundsMode": "none"}},
		"xAxis":     list{x}, "yAxis": list{y}, "series": further,
	})
	if l.keys != nil {
		option["legend"] = l.keys
	}
	return option, l.height
}

// add adds a series for each group and returns what go-echarts has no field for.
func (s *scatter) add(c *charts.Scatter, labels map[int]beside) list {
	var further list
	for g, name := range s.groups {
		var data []opts.ScatterData
		var texts, looks list
		for _, i := range s.points {
			if s.group[i] != g {
				continue
			}
			a, _ := numberOf(s.across.series[0].cells[i])
			u, _ := numberOf(s.up.series[0].cells[i])
			data = append(data, opts.ScatterData{Name: s.up.names[i], Value: list{a, u}})
			text, look := s.up.names[i], object{}
			if label, ok := labels[i]; ok {
				text, look["label"] = label.text, object{"show": true, "position": label.position}
				if strings.Contains(text, "\n") {
					look["label"].(object)["lineHeight"] = lineHeight
				}
			}
			texts = append(texts, text)
			looks = append(looks, look)
		}
		c.AddSeries(name, data, colour(picture.Hue(g)), charts.WithScatterChartOpts(opts.ScatterChart{Symbol: mark(g), SymbolSize: dotSize}),
			charts.WithLabelOpts(opts.Label{Show: opts.Bool(false), Color: picture.Ink.Hex, FontSize: float32(picture.TextStyle.Size)}))
		further = append(further, object{"texts": texts, "data": looks, "clip": false, "itemStyle": object{"opacity": 1}, "label": object{"distance": labelGap}})
	}
	return further
}
