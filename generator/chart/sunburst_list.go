package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
)

// An entry of the list beside a sunburst is a group, with its colour, a part, with
// its number, or something that has no place in the rings, with neither.
type entry struct {
	color  string // of the square before it
	mark   string
	indent float64 // of what stands after the number
	lines  []string
	style  typeset.Style
	tone   picture.Tone
	above  float64 // what is free above it
}

// groupAbove is what is free above a group in the list, in pixels.
const groupAbove = 6.0

// entries are the list, broken into lines that have room.
func (s *sunburst) entries(room float64, f frame) []entry {
	room -= legendKey + legendGap
	indent := math.Ceil(f.fonts.Width(strconv.Itoa(s.leaves()), picture.TextStyle)) + legendGap
	group := entry{style: picture.TextStyle, tone: picture.Ink}
	if s.grouped() {
		group.style, group.above = valueStyle, groupAbove
	}
	var out []entry
	add := func(e entry, text string) {
		e.lines = f.fonts.Wrap(text, e.style, room-e.indent, 3)
		out = append(out, e)
	}
	number := 0
	for i, b := range s.branches {
		group.color = s.hue(i).Hex
		add(group, s.says(b))
		if !s.grouped() {
			continue
		}
		for _, v := range b.leaves {
			number++
			add(entry{mark: strconv.Itoa(number), indent: indent, style: picture.TextStyle, tone: picture.Ink},
				v.name+" — "+v.label+" ("+s.words.Share(v.value, s.total, money.Exact)+")")
		}
		for _, v := range s.others {
			if s.parents[v.row] == b.name {
				add(entry{indent: indent, style: picture.TextStyle, tone: picture.Muted}, v.name+" — "+v.label)
			}
		}
	}
	above := group.above
	for _, v := range s.others {
		name := v.name
		if s.grouped() {
			if slices.ContainsFunc(s.branches, func(b branch) bool { return b.name == s.parents[v.row] }) {
				continue
			}
			name = s.parents[v.row] + ": " + name
		}
		add(entry{style: picture.TextStyle, tone: picture.Muted, above: above}, name+" — "+v.label)
		above = 0
	}
	return out
}

// says is a group with its sum and its share.
func (s *sunburst) says(b branch) string {
	return b.name + " — " + b.label + " (" + s.words.Share(b.value, s.total, money.Exact) + ")"
}

// leaves is how many parts all groups have.
func (s *sunburst) leaves() int {
	n := 0
	for _, b := range s.branches {
		n += len(b.leaves)
	}
	return n
}

// high is the height of an entry with what is free around it.
func (e entry) high() float64 { return e.above + float64(len(e.lines))*lineHeight + keyFar }

// keys draw an entry: ECharts has no lists, so it is a legend with one name, or two
// where a number stands before the text. The names are places in the list, no two
// of them the same; what is written is in texts.
func (e entry) keys(i int, left, top float64) list {
	icon := "roundRect"
	if e.color == "" {
		icon = "none"
	}
	key := func(name, text string, left float64, t picture.Tone) object {
		return object{
			"data": list{object{"name": name}}, "texts": object{name: text}, "selectedMode": false,
			"left": left, "top": top + e.above, "padding": 0, "itemWidth": legendKey, "itemHeight": legendKey, "icon": icon,
			"textStyle": object{
				"color": t.Hex, "fontSize": e.style.Size, "fontWeight": e.style.Weight, "lineHeight": lineHeight,
				"padding": list{0, 0, 0, legendGap - 5},
			},
		}
	}
	name := strconv.Itoa(i)
	out := list{key(name, strings.Join(e.lines, "\n"), left+e.indent, e.tone)}
	if e.mark != "" {
		out = append(out, key(markOf(name), e.mark, left, picture.Muted))
	}
	return out
}

// markOf is the name under which a legend has the number of an entry.
func markOf(name string) string { return name + "#" }

// named is a pie without a size that has the names of the list: a legend of ECharts
// shows parts of a pie, and knows nothing of a sunburst.
func named(entries []entry) object {
	var data list
	for i, e := range entries {
		name, color := strconv.Itoa(i), e.color
		if color == "" {
			color = picture.Ink.Hex
		}
		data = append(data, object{"name": name, "itemStyle": object{"color": color}})
		if e.mark != "" {
			data = append(data, object{"name": markOf(name), "itemStyle": object{"color": color}})
		}
	}
	return object{
		"type": "pie", "radius": 0, "silent": true, "animation": false, "data": data,
		"label": object{"show": false}, "labelLine": object{"show": false},
	}
}
