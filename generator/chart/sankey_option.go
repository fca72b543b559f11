package chart

import (
	"encoding/json"
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/shopspring/decimal"
)

// How a sankey looks, in pixels.
const (
	flowHigh    = 240.0 // what all flows together are high
	knotWide    = 12.0
	knotLeast   = 8.0  // between two knots
	knotText    = 4.0  // between a knot and its name above it, and between two names
	flowShade   = 0.3  // opacity of flows: a name over them is read
	besideRoom  = 0.27 // of the width, for names beside the first and the last level
	nameColumns = 12.0 // between names of two levels that stand above their knots
	mostInKnot  = 4    // lines of a name
)

// A flowFrame is where the parts of a sankey lie. Knots of a level stand below each
// other from the top; their names beside them or, in a narrow picture, above.
type flowFrame struct {
	names  [][][]string // lines of each knot of each level
	above  bool
	left   float64 // where the first level begins
	right  float64 // what is free right of the last
	top    float64
	gap    float64 // between two knots of a level
	area   float64 // the height of the levels
	height float64
}

func (s *sankey) layout(f frame) flowFrame {
	l := flowFrame{above: f.width < Wide, left: edge, right: edge, top: edge}
	l.fold(s, f)
	if !l.above {
		l.left += widestOf(l.names[0], f) + labelGap
		l.right += widestOf(l.names[len(l.names)-1], f) + labelGap
	}
	l.gap = knotLeast
	most := 0
	for i, level := range s.levels {
		most = max(most, len(level))
		for j := 1; j < len(level); j++ {
			l.gap = max(l.gap, l.apart(s, i, j))
		}
	}
	l.gap = math.Ceil(l.gap)
	l.area = flowHigh + float64(most-1)*l.gap
	over, under := l.beyond(s)
	l.top += math.Ceil(over)
	l.height = math.Ceil(l.top + l.area + under + edge)
	return l
}

// fold breaks names into lines, with the value as the last.
func (l *flowFrame) fold(s *sankey, f frame) {
	steps := float64(len(s.levels))
	room := math.Floor(f.width * besideRoom)
	between := (f.width-2*edge-2*(room+labelGap)-steps*knotWide)/(steps-1) - 2*labelGap
	for i, level := range s.levels {
		width := room
		switch {
		case l.above:
			width = (f.width - 2*edge - (steps-1)*nameColumns) / steps
		case i > 0 && i < len(s.levels)-1:
			width = math.Min(room, between)
		}
		var names [][]string
		for _, k := range level {
			lines := f.fonts.Wrap(k.name, nameStyle, width, mostInKnot)
			names = append(names, append(lines, f.fonts.Ellipsize(s.words.sum(k.value, k.rough, s.unit), nameStyle, width)))
		}
		l.names = append(l.names, names)
	}
}

func widestOf(names [][]string, f frame) float64 {
	widest := 0.0
	for _, lines := range names {
		widest = max(widest, f.widest(lines))
	}
	return widest
}

// high is the height of a knot.
func (s *sankey) high(k knot) float64 { return flowHigh * k.value.Ratio(s.total) }

// tall is the height of the name of a knot.
func (l *flowFrame) tall(i, j int) float64 { return float64(len(l.names[i][j])) * lineHeight }

// apart is how far a knot has to be from the one before it, for their names not to
// meet.
func (l *flowFrame) apart(s *sankey, i, j int) float64 {
	if l.above {
		return l.tall(i, j) + 2*knotText
	}
	level := s.levels[i]
	return (l.tall(i, j)+l.tall(i, j-1)-s.high(level[j])-s.high(level[j-1]))/2 + knotText
}

// beyond is how far names reach over the first knots and under the last ones.
func (l *flowFrame) beyond(s *sankey) (over, under float64) {
	for i, level := range s.levels {
		last := len(level) - 1
		if l.above {
			over = max(over, l.tall(i, 0)+knotText)
			continue
		}
		over = max(over, (l.tall(i, 0)-s.high(level[0]))/2)
		free := l.area - flowHigh - float64(last)*l.gap
		under = max(under, (l.tall(i, last)-s.high(level[last]))/2-free)
	}
	return over, under
}

// look is how the name of a knot of a level is set.
func (l *flowFrame) look(level int) object {
	last := level == len(l.names)-1
	switch {
	case l.above && level == 0:
		return object{"position": list{0, -knotText}, "align": "left", "verticalAlign": "bottom"}
	case l.above && last:
		return object{"position": list{knotWide, -knotText}, "align": "right", "verticalAlign": "bottom"}
	case l.above:
		return object{"position": list{knotWide / 2, -knotText}, "align": "center", "verticalAlign": "bottom"}
	case level == 0:
		return object{"position": "left", "align": "right"}
	}
	return object{"position": "right", "align": "left"}
}

func (s *sankey) option(f frame) (object, float64) {
	l := s.layout(f)
	c := charts.NewSankey()
	c.SetGlobalOptions(charts.WithAnimation(false))
	nodes, looks, texts := s.nodes(l)
	links, values := s.links()
	c.AddSeries("", nodes, links, charts.WithLabelOpts(label("right", nameStyle, ink)))
	return plain(c, object{
		"textStyle": object{"fontFamily": fontFamily},
		"series": list{object{
			"left": l.left, "right": l.right, "top": l.top, "height": l.area,
			"nodeWidth": knotWide, "nodeGap": l.gap, "nodeAlign": "left",
			// The knots are in order. ECharts would move them, and their names with
			// them, after these have found their places.
			"layoutIterations": 0,
			"draggable":        false, "roam": false, "animation": false, "data": looks, "links": values, "texts": texts,
			"itemStyle": object{"borderWidth": 0},
			"lineStyle": object{"color": "source", "opacity": flowShade},
			"edgeLabel": object{"show": false},
			"label":     object{"distance": labelGap, "lineHeight": lineHeight},
		}},
	}), l.height
}

// nodes are the knots of all levels, and what go-echarts has no field for.
func (s *sankey) nodes(l flowFrame) (nodes []opts.SankeyNode, looks, texts list) {
	taken := map[string]bool{}
	colors := s.colors()
	for i, level := range s.levels {
		for j, k := range level {
			name := distinguished(k.name, func(name string) bool { return taken[name] })
			taken[name] = true
			depth := i
			nodes = append(nodes, opts.SankeyNode{
				Name: name, Depth: &depth, ItemStyle: &opts.ItemStyle{Color: colors[i][j].hex},
			})
			looks = append(looks, object{"label": l.look(i)})
			texts = append(texts, strings.Join(l.names[i][j], "\n"))
		}
	}
	return nodes, looks, texts
}

// colors are those of the first level, one each, and of what is fed by one of them
// alone. All that comes from several is grey.
func (s *sankey) colors() [][]tone {
	out := make([][]tone, len(s.levels))
	for i, level := range s.levels {
		for j, k := range level {
			color := muted
			if i == 0 && !k.rest {
				color = hue(j)
			}
			if i > 0 {
				color = s.only(i, k, out[i-1])
			}
			out[i] = append(out[i], color)
		}
	}
	return out
}

// only is the colour of the knots that feed a knot, if it is one colour.
func (s *sankey) only(level int, k knot, before []tone) tone {
	var seen []tone
	for _, v := range s.flows {
		if v.path[level] == k.name {
			seen = append(seen, before[find(s.levels[level-1], v.path[level-1])])
		}
	}
	if slices.ContainsFunc(seen, func(t tone) bool { return t != seen[0] }) {
		return muted
	}
	return seen[0]
}

// links are the flows from each level to the next, by the places of the knots, in
// the order of the knots.
func (s *sankey) links() (links []opts.SankeyLink, values list) {
	first := 0
	for step := 1; step < len(s.levels); step++ {
		before, level := s.levels[step-1], s.levels[step]
		for i, from := range before {
			for j, to := range level {
				sum := decimal.Zero
				for _, v := range s.flows {
					if v.path[step-1] == from.name && v.path[step] == to.name {
						sum = sum.Add(v.value.Decimal())
					}
				}
				if sum.IsZero() {
					continue
				}
				links = append(links, opts.SankeyLink{Source: first + i, Target: first + len(before) + j})
				values = append(values, object{"value": json.Number(sum.String())})
			}
		}
		first += len(before)
	}
	return links, values
}
