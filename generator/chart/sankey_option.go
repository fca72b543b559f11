package chart

import (
	"encoding/json"
	"slices"
	"strings"

	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/shopspring/decimal"
)

func (s *sankey) option(f frame) (object, float64) {
	l := s.layout(f)
	c := charts.NewSankey()
	c.SetGlobalOptions(charts.WithAnimation(false))
	nodes, looks, texts := s.nodes(l)
	links, values := s.links()
	c.AddSeries("", nodes, links, charts.WithLabelOpts(label("right", picture.TextStyle, picture.Ink)))
	return plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"series": list{object{
			"left": l.left, "right": l.right, "top": l.top, "height": l.area,
			"nodeWidth": knotWide, "nodeGap": l.gap, "nodeAlign": "left",
			// The knots have their places. ECharts would find others for them, in
			// which their names have no room.
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
				Name: name, Depth: &depth, ItemStyle: &opts.ItemStyle{Color: colors[i][j].Hex},
			})
			looks = append(looks, object{"label": l.look(i), "localY": l.tops[i][j] / l.area})
			texts = append(texts, strings.Join(l.names[i][j], "\n"))
		}
	}
	return nodes, looks, texts
}

// colors are those of the first level, one each, and of what is fed by one of them
// alone. All that comes from several is grey.
func (s *sankey) colors() [][]picture.Tone {
	out := make([][]picture.Tone, len(s.levels))
	for i, level := range s.levels {
		for j, k := range level {
			color := picture.Muted
			if i == 0 && !k.rest {
				color = picture.Hue(j)
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
func (s *sankey) only(level int, k knot, before []picture.Tone) picture.Tone {
	var seen []picture.Tone
	for _, v := range s.flows {
		if v.path[level] == k.name {
			seen = append(seen, before[find(s.levels[level-1], v.path[level-1])])
		}
	}
	if slices.ContainsFunc(seen, func(t picture.Tone) bool { return t != seen[0] }) {
		return picture.Muted
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
