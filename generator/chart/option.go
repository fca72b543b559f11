package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
)

// An object is a part of an option, as JSON has it.
type object = map[string]any

// list is an array in an option.
type list = []any

// A frame is what a chart is drawn in.
type frame struct {
	width float64
	fonts *typeset.Family
}

// widest is the width of the widest name, in whole pixels.
func (f frame) widest(names []string) float64 {
	widest := 0.0
	for _, s := range names {
		widest = max(widest, f.fonts.Width(s, picture.TextStyle))
	}
	return math.Ceil(widest)
}

// besideRoom is how wide the column of names beside a picture may be, with what
// stands between the two: about a third of the width, or more where a word would
// have to be broken.
func (f frame) besideRoom(names []string, between float64) float64 {
	room := math.Floor(f.width*0.36) - between
	for _, name := range names {
		room = max(room, math.Ceil(f.fonts.Unbroken(name, picture.TextStyle)))
	}
	return min(room, math.Floor(f.width*0.44)-between)
}

// briefly is a value as it is written where there is room for it, or else without
// its unit, which is named under the title of the chart as well. A number is never
// cut: what says how far it is vouched for goes onto a line of its own.
func (f frame) briefly(full, bare string, room float64) []string {
	for _, text := range []string{full, bare} {
		if f.fonts.Width(text, picture.TextStyle) <= room {
			return []string{text}
		}
	}
	return f.fonts.Wrap(bare, picture.TextStyle, room, valueLines)
}

// valueLines is how many lines a value may take: «не менее», «15,6 млрд ₽» and
// «(по 3 из 4)».
const valueLines = 4

// unwanted are the components that go-echarts writes into every option and that
// a chart of ours has no use for.
var unwanted = []string{"legend", "tooltip", "toolbox", "title", "color"}

// A typed chart is one of go-echarts.
type typed interface {
	Validate()
	JSON() map[string]any
}

// plain turns a chart of go-echarts into plain JSON, without what go-echarts adds
// of its own, and lays further keys over it, for which it has no field. Render
// and its like are never called: they put text into a page unescaped and take
// what stands between __f__ marks for code.
func plain(c typed, further object) object {
	c.Validate()
	b, err := json.Marshal(c.JSON())
	if err != nil {
		panic(fmt.Sprintf("chart: go-echarts made no JSON: %v", err))
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var option object
	if err := d.Decode(&option); err != nil {
		panic(fmt.Sprintf("chart: go-echarts made no object: %v", err))
	}
	for _, key := range unwanted {
		delete(option, key)
	}
	withoutNulls(option)
	return lay(option, further).(object)
}

// withoutNulls removes the keys that go-echarts writes although nobody set them.
// A null in a list stays: there it is a value that is not known.
func withoutNulls(v any) {
	switch v := v.(type) {
	case object:
		for key, member := range v {
			if member == nil {
				delete(v, key)
			}
			withoutNulls(member)
		}
	case list:
		for _, member := range v {
			withoutNulls(member)
		}
	}
}

// lay puts one value over another: objects key by key, lists of objects place by
// place; anything else takes the place of what was there.
func lay(under, over any) any {
	switch over := over.(type) {
	case object:
		under, ok := under.(object)
		if !ok {
			return over
		}
		for key, member := range over {
			under[key] = lay(under[key], member)
		}
		return under
	case list:
		under, ok := under.(list)
		if !ok || len(under) < len(over) {
			return over
		}
		for i, member := range over {
			under[i] = lay(under[i], member)
		}
		return under
	}
	return over
}

// distinguished makes a name unlike all that are taken, as ECharts knows things
// by their names. What is added cannot be seen.
func distinguished(name string, taken func(string) bool) string {
	for taken(name) {
		name += dataset.NoBreak
	}
	return name
}

// px is a length in the form that go-echarts has for most of them.
func px(length float64) string { return strconv.FormatFloat(length, 'f', -1, 64) }

// label sets the text at an item of a series.
func label(position string, s typeset.Style, t picture.Tone) opts.Label {
	return opts.Label{
		Show: opts.Bool(true), Position: position, Color: t.Hex,
		FontSize: float32(s.Size), FontWeight: strconv.Itoa(s.Weight),
	}
}

// axisLabel sets the text at the ticks of an axis.
func axisLabel(s typeset.Style, t picture.Tone) *opts.AxisLabel {
	return &opts.AxisLabel{Color: t.Hex, FontSize: int(s.Size), FontWeight: strconv.Itoa(s.Weight)}
}

func colour(t picture.Tone) charts.SeriesOpts {
	return charts.WithItemStyleOpts(opts.ItemStyle{Color: t.Hex})
}

// transparent is the colour of items that only carry a text.
var transparent = charts.WithItemStyleOpts(opts.ItemStyle{Color: "transparent"})

// aside sets the words that take the place of a value.
func aside() *opts.Label {
	return &opts.Label{Color: picture.Muted.Hex, FontWeight: px(float64(picture.TextStyle.Weight))}
}

func anys(texts []string) list {
	out := make(list, len(texts))
	for i, t := range texts {
		out[i] = t
	}
	return out
}
