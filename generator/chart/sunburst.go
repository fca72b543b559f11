package chart

import (
	"encoding/json"
	"math"
	"strconv"

	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// A sunburst shows the parts of a whole as a ring of groups with a ring of their
// parts around it, or as one ring where there are no groups. A list beside it
// says what they are: groups by their colour, parts by a number in both.
type sunburst struct{ *tree }

// mostLeaves is how many parts of one group are drawn one by one.
const mostLeaves = 6

// sunburstOf binds a spec of a sunburst: x is the value, y the name, group the
// inner ring.
func (b *binding) sunburstOf() figure {
	limit := b.spec.Limit
	if limit == 0 || limit > mostLeaves {
		limit = mostLeaves
	}
	t := b.tree(limit)
	if t == nil {
		return nil
	}
	if !t.grouped() { // each part has a colour of its own
		parts := t.branches[0].leaves
		t.branches = nil
		for _, v := range parts {
			t.branches = append(t.branches, branch{name: v.name, value: v.value, label: v.label, leaves: []bar{v}, rest: v.rest})
		}
	}
	return &sunburst{t}
}

// How a sunburst looks, in pixels.
const (
	sunSize   = 272.0
	sunHole   = 44.0 // radii: of the hole,
	sunMiddle = 88.0 // and of where one ring ends and the other begins
	sunFar    = 28.0 // between the rings and the list
	sunShade  = 0.4  // opacity of the parts' colour: a number over it is read
	markRoom  = 4.0  // that a number leaves free in its part
)

// A sunFrame is where the parts of a sunburst lie.
type sunFrame struct {
	x, y   float64 // the middle of the rings
	list   []entry
	keys   list
	height float64
}

// layout puts the list to the right of the rings or, in a narrow picture, below.
func (s *sunburst) layout(f frame) sunFrame {
	l := sunFrame{x: edge + sunSize/2, y: edge + sunSize/2}
	left, top := edge+sunSize+sunFar, edge
	if f.width < Wide {
		l.x = f.width / 2
		left, top = edge, 2*edge+sunSize+barGap
	}
	l.list = s.entries(f.width-left-edge, f)
	if f.width >= Wide {
		high := 0.0
		for _, e := range l.list {
			high += e.high()
		}
		top = max(top, top+(sunSize-high)/2)
	}
	for i, e := range l.list {
		l.keys = append(l.keys, e.keys(i, left, top)...)
		top += e.high()
	}
	l.height = math.Ceil(max(top, l.y+sunSize/2) + edge)
	return l
}

func (s *sunburst) option(f frame) (object, float64) {
	l := s.layout(f)
	c := charts.NewSunburst()
	c.SetGlobalOptions(charts.WithAnimation(false))
	data, looks, texts := s.data(f)
	c.AddSeries("", data, charts.WithSunburstOpts(opts.SunburstChart{Animation: opts.Bool(false)}))
	inner, outer := object{"r0": sunHole, "r": sunMiddle}, object{"r0": sunMiddle, "r": sunSize / 2}
	if !s.grouped() {
		inner = outer
	}
	option := plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"legend":    l.keys,
		"series": list{object{
			"center": list{l.x, l.y}, "radius": list{0, sunSize / 2}, "levels": list{object{}, inner, outer},
			"sort": nil, "nodeClick": false, "data": looks, "texts": texts,
			"itemStyle": object{"borderColor": picture.Paper.Hex, "borderWidth": 1.5},
			"label": object{
				"show": false, "rotate": 0, "color": picture.Ink.Hex, "fontSize": picture.TextStyle.Size, "fontWeight": picture.TextStyle.Weight,
			},
		}},
	})
	option["series"] = append(option["series"].(list), named(l.list))
	return option, l.height
}

// data are the rings, what go-echarts has no field for, and texts in the order of
// ECharts: the whole, a group, its parts. Parts are written with their numbers;
// what is said of a group is not drawn in it, and is there for who points at it.
func (s *sunburst) data(f frame) (data []opts.SunBurstData, looks, texts list) {
	texts = list{""}
	number := 0
	for i, b := range s.branches {
		node := opts.SunBurstData{Name: b.name, ItemStyle: &opts.ItemStyle{Color: s.hue(i).Hex}}
		look := object{"value": json.Number(b.value.Decimal().String())}
		texts = append(texts, s.says(b))
		if s.grouped() {
			var children list
			for _, v := range b.leaves {
				number++
				mark := strconv.Itoa(number)
				texts = append(texts, mark)
				node.Children = append(node.Children, &opts.SunBurstData{
					Name: v.name, ItemStyle: &opts.ItemStyle{Color: s.hue(i).Shade(sunShade)},
				})
				child := object{"value": json.Number(v.value.Decimal().String())}
				if s.hasRoom(v, mark, f) {
					child["label"] = object{"show": true}
				}
				children = append(children, child)
			}
			look["children"] = children
		}
		data, looks = append(data, node), append(looks, look)
	}
	return data, looks, texts
}

// hasRoom reports whether the number of a part can stand in it.
func (s *sunburst) hasRoom(v bar, mark string, f frame) bool {
	middle := (sunMiddle + sunSize/2) / 2
	arc := v.value.Ratio(s.total) * 2 * math.Pi * middle
	return arc >= max(f.fonts.Width(mark, picture.TextStyle), picture.TextStyle.Size)+markRoom
}
