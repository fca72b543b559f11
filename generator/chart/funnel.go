package chart

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/picture"
)

// A funnel shows the stages that things pass, one below the other in the order of
// the table, each as wide as its value. Names stand to the left, values to the
// right, and nothing across.
type funnel struct{ *bars }

// mostStages is how many stages a funnel may have.
const mostStages = 12

// funnelOf binds a spec of a funnel: x is the value, y the name of a stage.
func (b *binding) funnelOf() figure {
	if n := len(b.table.Rows); n > mostStages {
		b.error(b.spec.At, diag.ChartManyRows, diag.Args{"Count": n, "Most": mostStages})
		return nil
	}
	if b.spec.Sort == "" {
		b.spec.Sort = AsGiven
	}
	rows, ok := b.bars().(*bars)
	if !ok {
		return nil
	}
	f := &funnel{rows}
	for _, v := range f.list {
		if v.drawn && v.value.Sign() < 0 {
			b.error(b.at("x"), diag.ChartFunnelNegative, diag.Args{"Name": v.name, "Value": v.label})
			return nil
		}
	}
	if f.most() == 0 {
		b.error(b.at("x"), diag.ChartNoValues, diag.Args{"Column": f.heads[1]})
		return nil
	}
	return f
}

// most is the largest value.
func (n *funnel) most() float64 {
	most := 0.0
	for _, v := range n.list {
		if v.drawn {
			most = max(most, v.value.Decimal().InexactFloat64())
		}
	}
	return most
}

// summary tells where the stages begin and end, and who has most and least.
func (n *funnel) summary() string {
	if len(n.list) < 2 {
		return n.told
	}
	first, last := n.list[0], n.list[len(n.list)-1]
	return n.words.Text("summary-funnel", locale.Args{
		"First": n.words.Names([]string{first.name}), "FirstValue": first.label,
		"Last": n.words.Names([]string{last.name}), "LastValue": last.label,
	}) + " " + n.told
}

// How a funnel looks, in pixels.
const (
	stepHigh = 36.0
	stepGap  = 3.0 // between two stages
)

// A funnelFrame is where the parts of a funnel lie.
type funnelFrame struct {
	names, labels []string // in lines
	left, width   float64  // of the shapes
	row           float64
	height        float64
}

func (n *funnel) layout(f frame) funnelFrame {
	var l funnelFrame
	deep, before, after := 1, 0.0, 0.0
	names := make([]string, len(n.list))
	for i, v := range n.list {
		names[i] = v.name
	}
	room := f.besideRoom(names, 0)
	for _, v := range n.list {
		name := f.fonts.Wrap(v.name, picture.TextStyle, room, 4)
		label := f.fonts.Wrap(v.label, valueStyle, math.Floor(f.width*0.28), 3)
		deep, before = max(deep, len(name), len(label)), max(before, f.widest(name))
		for _, line := range label {
			after = max(after, math.Ceil(f.fonts.Width(line, valueStyle)))
		}
		l.names, l.labels = append(l.names, strings.Join(name, "\n")), append(l.labels, strings.Join(label, "\n"))
	}
	l.left = edge + before + nameGap
	l.width = f.width - l.left - nameGap - after - edge
	l.row = max(stepHigh, float64(deep)*lineHeight+labelGap)
	l.height = math.Ceil(2*edge + l.row*float64(len(n.list)))
	return l
}

func (n *funnel) option(f frame) (object, float64) {
	l := n.layout(f)
	c := charts.NewFunnel()
	c.SetGlobalOptions(charts.WithAnimation(false))
	data, looks := n.data(l)
	c.AddSeries("", data, charts.WithLabelOpts(opts.Label{Show: opts.Bool(false)}))
	high := l.row * float64(len(n.list))
	names, values := make(list, len(n.list)), make(list, len(n.list))
	for i, v := range n.list {
		names[i], values[i] = v.name, v.name
		if !v.drawn {
			values[i] = object{"value": v.name, "textStyle": object{"color": picture.Muted.Hex, "fontWeight": picture.TextStyle.Weight}}
		}
	}
	return plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"grid":      list{object{"left": l.left, "top": edge, "width": l.width, "height": high, "outerBoundsMode": "none"}},
		"xAxis":     list{object{"type": "value", "show": false, "min": 0, "max": 1}},
		"yAxis": list{
			besideSteps("left", names, l.names, object{"color": picture.Ink.Hex, "fontSize": picture.TextStyle.Size, "fontWeight": picture.TextStyle.Weight}),
			besideSteps("right", values, l.labels, object{"color": picture.Ink.Hex, "fontSize": valueStyle.Size, "fontWeight": valueStyle.Weight}),
		},
		"series": list{object{
			"left": l.left, "top": edge + stepGap/2, "width": l.width, "height": high, "sort": "none", "gap": stepGap,
			"min": 0, "max": n.most(), "minSize": 0, "maxSize": l.width, "labelLine": object{"show": false}, "data": looks,
			"legendHoverLink": false,
		}},
	}), l.height
}

// besideSteps is an axis that carries the texts on one side of the stages.
func besideSteps(side string, names list, texts []string, style object) object {
	for key, value := range map[string]any{"interval": 0, "lineHeight": lineHeight, "margin": nameGap} {
		style[key] = value
	}
	return object{
		"type": "category", "inverse": true, "position": side, "data": names, "texts": anys(texts), "axisLabel": style,
		"axisLine": object{"show": false}, "axisTick": object{"show": false},
	}
}

// data are the stages. ECharts lets each shape end as wide as the next begins. The
// last would end in a point, so an unseen one of its width and of no height
// follows it. Where a value is zero or not known, nothing is drawn; above one that
// is not known, the stage keeps its width.
func (n *funnel) data(l funnelFrame) ([]opts.FunnelData, list) {
	var out []opts.FunnelData
	var looks list
	unseen := object{"color": "transparent", "borderWidth": 0, "height": l.row - stepGap}
	width := json.Number("0")
	for _, v := range n.list {
		look := unseen
		if v.drawn {
			width = json.Number(v.value.Decimal().String())
		}
		if v.drawn && !v.value.IsZero() {
			if least := n.most() * leastBar / l.width; v.value.Decimal().InexactFloat64() < least {
				width = json.Number(strconv.FormatFloat(least, 'f', -1, 64)) // it would not be seen
			}
			look = object{"color": picture.Hue(1).Hex, "borderWidth": 0, "height": l.row - stepGap}
		}
		out = append(out, opts.FunnelData{Name: v.name, Value: width})
		looks = append(looks, object{"itemStyle": look})
	}
	out = append(out, opts.FunnelData{Value: width})
	return out, append(looks, object{"itemStyle": object{"color": "transparent", "borderWidth": 0, "height": 0}})
}

// spots of a funnel: a row for each stage, and the unseen end.
func (n *funnel) spots() [][]spot {
	var items []spot
	for i := range n.list {
		items = append(items, spot{i, -1})
	}
	return [][]spot{append(items, nowhere)}
}
