package chart

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"example.org/svod/generator/picture"
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// A treemap shows the parts of a whole as areas, those of a group together under
// its name. Names and values stand where they fit; all are in the table.
type treemap struct{ *tree }

// mostTiles is how many parts of one group are drawn one by one.
const mostTiles = 20

// treemapOf binds a spec of a treemap: x is the value, y the name, group what they
// belong to.
func (b *binding) treemapOf() figure {
	t := b.tree(cmp.Or(b.spec.Limit, mostTiles))
	if t == nil {
		return nil
	}
	return &treemap{t}
}

// How a treemap looks, in pixels.
const (
	treemapWide   = 400.0 // its height in a wide picture
	treemapNarrow = 340.0
	groupHead     = 24.0 // the height of the name above a group
	groupGap      = 8.0  // between groups
	tileGap       = 2.0  // between parts
	tilePad       = 6.0  // around what is written in a part
	tileShade     = 0.4  // opacity of its colour: text over it is read, on paper and in the dark
	leastHead     = 48.0 // the width that a shortened name of a group needs

	mostNumbered = 20 // parts that a list explains
)

// A treeFrame is where the parts of a treemap lie.
type treeFrame struct {
	height float64
	heads  []float64 // the height of what stands above each group
	texts  list      // what stands in each node, in the order of ECharts: the whole, a group, its parts
	list   []entry   // below: parts whose names have no room, by the numbers that stand in them
	marks  int       // how many of them have a number
	keys   list      // the same as ECharts takes it
	below  float64   // the height of the list
}

// layout numbers the parts whose names have no room, unless there are so many that
// nobody would look them up.
func (t *treemap) layout(f frame) treeFrame {
	l := t.arranged(f, true)
	if len(l.list) > mostNumbered {
		l = t.arranged(f, false)
	}
	if l.marks == 0 { // nothing stands before the names
		for i := range l.list {
			l.list[i].indent = -legendKey
		}
	}
	slices.SortStableFunc(l.list, func(a, b entry) int { return cmp.Compare(rank(a.mark == ""), rank(b.mark == "")) })
	for _, v := range t.others {
		l.explain(v, "", f)
		l.list[len(l.list)-1].tone = picture.Muted
	}
	top := l.height + barGap
	for i, e := range l.list {
		l.keys = append(l.keys, e.keys(i, edge, top)...)
		top += e.high()
	}
	if len(l.list) > 0 {
		l.below = math.Ceil(top+edge) - l.height
	}
	return l
}

func (t *treemap) arranged(f frame, numbered bool) treeFrame {
	l := treeFrame{height: treemapWide}
	if f.width < Wide {
		l.height = treemapNarrow
	}
	area := rect{edge, edge, f.width - 2*edge, l.height - 2*edge}
	l.texts = list{""}
	if !t.grouped() {
		l.tiles(t.branches[0].leaves, area, numbered, f)
		return l
	}
	values := make([]float64, len(t.branches))
	for i, b := range t.branches {
		values[i] = b.value.Decimal().InexactFloat64()
	}
	for i, r := range squarify(area, values, groupGap) {
		head := 0.0
		text := t.head(t.branches[i], r.width, f)
		if text != "" && r.height >= 2*groupHead {
			head = groupHead
		}
		l.heads = append(l.heads, head)
		l.texts = append(l.texts, text)
		l.tiles(t.branches[i].leaves, rect{r.x, r.y + head, r.width, r.height - head}, numbered, f)
	}
	return l
}

// head is what stands above a group: its name and sum, the name, or as much of it
// as there is room for.
func (t *treemap) head(b branch, room float64, f frame) string {
	full := b.name + " — " + b.label
	switch {
	case f.fonts.Width(full, valueStyle) <= room:
		return full
	case room < leastHead:
		return ""
	}
	return f.fonts.Ellipsize(b.name, valueStyle, room)
}

// tiles writes the parts of a group.
func (l *treeFrame) tiles(leaves []bar, area rect, numbered bool, f frame) {
	values := make([]float64, len(leaves))
	for i, v := range leaves {
		values[i] = v.value.Decimal().InexactFloat64()
	}
	for i, r := range squarify(area, values, tileGap) {
		text := tile(leaves[i], r, f)
		if text == "" && numbered {
			mark := strconv.Itoa(l.marks + 1)
			if holds(r, mark, f) {
				text = mark
				l.marks++
			} else {
				mark = ""
			}
			l.explain(leaves[i], mark, f)
		}
		l.texts = append(l.texts, text)
	}
}

// explain puts a part into the list: by its number or, where not even that has
// room, by its name alone.
func (l *treeFrame) explain(v bar, mark string, f frame) {
	indent := math.Ceil(f.fonts.Width(strconv.Itoa(mostNumbered), picture.TextStyle)) + legendGap
	l.list = append(l.list, entry{
		mark: mark, indent: indent, style: picture.TextStyle, tone: picture.Ink,
		lines: f.fonts.Wrap(v.name+" — "+v.label, picture.TextStyle, f.width-2*edge-legendKey-legendGap-indent, legendLines),
	})
}

// rank puts what has a number before what has none.
func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}

// holds reports whether a number has room in a part.
func holds(r rect, mark string, f frame) bool {
	return r.height-2*tilePad >= lineHeight && r.width-2*tilePad >= f.fonts.Width(mark, picture.TextStyle)
}

// tile is what stands in a part: its name and its value in lines, or the name
// alone, or nothing. No word is broken for want of room.
func tile(v bar, r rect, f frame) string {
	width, most := r.width-2*tilePad, int((r.height-2*tilePad)/lineHeight)
	if most < 1 || f.fonts.Unbroken(v.name, picture.TextStyle) > width {
		return ""
	}
	lines := f.fonts.Wrap(v.name, picture.TextStyle, width, most+1)
	if len(lines) > most {
		return ""
	}
	if short := v.name + " — " + v.label; len(lines) == most && f.fonts.Width(short, picture.TextStyle) <= width {
		return short
	}
	if len(lines) < most && f.fonts.Width(v.label, picture.TextStyle) <= width {
		lines = append(lines, v.label)
	}
	return strings.Join(lines, "\n")
}

func (t *treemap) option(f frame) (object, float64) {
	l := t.layout(f)
	c := charts.NewTreeMap()
	c.SetGlobalOptions(charts.WithAnimation(false))
	nodes, looks := t.nodes(l)
	c.AddSeries("", nodes, charts.WithTreeMapOpts(opts.TreeMapChart{
		Animation: opts.Bool(false), Roam: opts.Bool(false),
		Left: px(edge), Right: px(edge), Top: px(edge), Bottom: px(edge + l.below),
		Levels: &[]opts.TreeMapLevel{
			{ItemStyle: &opts.ItemStyle{GapWidth: t.gap(), BorderColor: picture.Paper.Hex}},
			{ItemStyle: &opts.ItemStyle{GapWidth: tileGap, BorderColor: picture.Paper.Hex}},
			{ItemStyle: &opts.ItemStyle{BorderColor: picture.Paper.Hex}},
		},
	}))
	option := plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"series": list{object{
			// Already in order; ECharts puts equal parts in the reverse one.
			"sort": false, "data": looks, "texts": l.texts, "nodeClick": false, "breadcrumb": object{"show": false},
			"label": object{
				"show": true, "position": "insideTopLeft", "padding": tilePad, "overflow": "none", "color": picture.Ink.Hex,
				"fontSize": picture.TextStyle.Size, "fontWeight": picture.TextStyle.Weight, "lineHeight": lineHeight,
			},
			"upperLabel": object{
				"height": groupHead, "overflow": "none", "color": picture.Ink.Hex,
				"fontSize": valueStyle.Size, "fontWeight": valueStyle.Weight,
			},
		}},
	})
	if len(l.list) > 0 {
		option["legend"] = l.keys
		option["series"] = append(option["series"].(list), named(l.list))
	}
	return option, l.height + l.below
}

// gap is that between the nodes of the first level.
func (t *treemap) gap() float32 {
	if t.grouped() {
		return groupGap
	}
	return tileGap
}

// nodes are groups with their parts, or the parts alone, and what go-echarts has
// no field for: values with fractions, and colours.
func (t *treemap) nodes(l treeFrame) ([]opts.TreeMapNode, list) {
	if !t.grouped() {
		return tiles(t.branches[0].leaves, picture.Hue(1))
	}
	var nodes []opts.TreeMapNode
	var looks list
	for i, b := range t.branches {
		children, further := tiles(b.leaves, t.hue(i))
		nodes = append(nodes, opts.TreeMapNode{Name: b.name, Children: children})
		look := object{"value": json.Number(b.value.Decimal().String()), "children": further}
		if l.heads[i] > 0 {
			look["upperLabel"] = object{"show": true}
		}
		looks = append(looks, look)
	}
	return nodes, looks
}

func tiles(leaves []bar, color picture.Tone) (nodes []opts.TreeMapNode, looks list) {
	for _, v := range leaves {
		nodes = append(nodes, opts.TreeMapNode{Name: v.name})
		looks = append(looks, object{
			"value": json.Number(v.value.Decimal().String()), "itemStyle": object{"color": color.Shade(tileShade)},
		})
	}
	return nodes, looks
}
