package chart

import (
	"encoding/json"
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
)

// A pie shows the parts of a whole, as a pie or as a ring with the sum in its
// middle. What the parts are is written beside it, never across it, so that no
// label needs a leader.
type pie struct {
	*bars
	ring  bool
	parts []bar // from the largest; the first of the list are drawn
	total money.Amount
	hedge money.Hedge // of the total
}

// mostParts is how many parts can be told apart; more are gathered.
const mostParts = 6

// pieOf binds a spec of a pie: x is the value, y the name.
func (b *binding) pieOf() figure {
	limit := b.spec.Limit
	b.spec.Limit = dataset.MaxRows
	rows, ok := b.bars().(*bars)
	if !ok {
		return nil
	}
	p := &pie{bars: rows, ring: b.spec.Kind == Ring}
	var others []bar
	for _, v := range rows.list {
		switch {
		case !v.drawn:
			others = append(others, v)
		case v.value.Sign() < 0:
			b.error(b.at("x"), diag.ChartPieNegative, diag.Args{"Name": v.name, "Value": v.label})
			return nil
		default:
			p.total, p.hedge = p.total.Add(v.value), p.hedge.Add(v.hedge)
			p.parts = append(p.parts, v)
		}
	}
	if p.total.IsZero() {
		b.error(b.at("x"), diag.ChartNoValues, diag.Args{"Column": p.heads[1]})
		return nil
	}
	if p.shares() && len(others) == 0 {
		b.wholeOf(p)
	}
	if limit == 0 || limit > mostParts {
		limit = mostParts
	}
	whole := &bars{words: p.words, unit: p.unit, list: p.parts}
	whole.cut(limit - 1)
	p.list = append(whole.list, others...)
	p.parts = whole.list
	for i := range p.list {
		p.list[i].key = distinguished(p.list[i].name, func(key string) bool {
			return slices.ContainsFunc(p.list[:i], func(v bar) bool { return v.key == key })
		})
	}
	return p
}

// shares reports whether the values are shares already, so that what a part is of
// the whole would be said twice.
func (p *pie) shares() bool { return p.unit == percent }

// wholeOf tells of shares that are not those of a whole. Each may be rounded by a
// half at most.
func (b *binding) wholeOf(p *pie) {
	if math.Abs(p.total.Decimal().InexactFloat64()-100) > max(1, float64(len(p.parts))/2) {
		b.found = append(b.found, diag.NewWarning(b.at("x"), diag.ChartShares, diag.Args{"Total": p.whole()}))
	}
}

// share is the part of the whole in per cent, as it is written.
func (p *pie) share(v bar) string { return p.words.Share(v.value, p.total, money.Exact) }

// whole is the sum of all parts, as it is written.
func (p *pie) whole() string { return p.words.Sum(p.total, p.hedge, p.unit) }

func (p *pie) columns() []string {
	if p.shares() {
		return p.heads
	}
	return append(slices.Clone(p.heads), p.words.Text("column-share", nil))
}

func (p *pie) rows() []Line {
	out := p.bars.rows()
	if p.shares() {
		return out
	}
	for i := range out {
		share := ""
		if p.list[i].drawn {
			share = p.share(p.list[i])
		}
		out[i].Cells = append(out[i].Cells, share)
	}
	return out
}

func (p *pie) summary() string {
	parts := make([]part, len(p.parts))
	for i, v := range p.parts {
		parts[i] = part{v.name, v.value, v.rest}
	}
	return wholeSaid(p.words, p.whole(), p.total, p.unit, parts, len(parts)) + p.told
}

// How a pie looks, in pixels.
const (
	pieSize = 208.0
	pieFar  = 28.0 // between the pie and its list
	hole    = 0.62 // of a ring's radius
	keyFar  = 8.0  // between the entries of the list
)

// A pieFrame is where the parts of a pie lie.
type pieFrame struct {
	x, y   float64 // the middle of the pie
	keys   list    // the list beside it
	height float64
}

// layout puts the list to the right of the pie or, in a narrow picture, below.
func (p *pie) layout(f frame) pieFrame {
	l := pieFrame{x: edge + pieSize/2, y: edge + pieSize/2}
	left, top := edge+pieSize+pieFar, edge
	if f.width < Wide {
		l.x = f.width / 2
		left, top = edge, 2*edge+pieSize+barGap
	}
	room := f.width - left - edge - legendKey - legendGap
	heights, texts := make([]float64, len(p.list)), make([]string, len(p.list))
	sum := 0.0
	for i, v := range p.list {
		text := v.name + " — " + v.label
		if v.drawn && !p.shares() {
			text += " (" + p.share(v) + ")"
		}
		lines := f.fonts.Wrap(text, picture.TextStyle, room, 3)
		texts[i], heights[i] = strings.Join(lines, "\n"), float64(len(lines))*lineHeight+keyFar
		sum += heights[i]
	}
	if f.width >= Wide {
		top = max(edge, (pieSize-sum)/2)
	}
	for i, v := range p.list {
		icon, color := "roundRect", picture.Ink
		if !v.drawn {
			icon, color = "none", picture.Muted
		}
		l.keys = append(l.keys, object{
			"data": list{object{"name": v.key}}, "texts": object{v.key: texts[i]},
			"left": left, "top": top, "padding": 0, "itemWidth": legendKey, "itemHeight": legendKey, "icon": icon,
			"textStyle": object{
				"color": color.Hex, "fontSize": picture.TextStyle.Size, "fontWeight": picture.TextStyle.Weight, "lineHeight": lineHeight,
				"padding": list{0, 0, 0, legendGap - 5},
			},
		})
		top += heights[i]
	}
	l.height = math.Ceil(max(top, l.y+pieSize/2) + edge)
	return l
}

func (p *pie) option(f frame) (object, float64) {
	l := p.layout(f)
	c := charts.NewPie()
	c.SetGlobalOptions(charts.WithAnimation(false))
	radius := list{0, pieSize / 2}
	if p.ring {
		radius[0] = pieSize / 2 * hole
	}
	c.AddSeries("", p.data(f), charts.WithPieChartOpts(opts.PieChart{Center: list{l.x, l.y}, Radius: radius}),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(false)}))
	texts := make(list, len(p.list))
	for i := range texts {
		texts[i] = ""
	}
	texts[0] = strings.Join(p.middle(f), "\n")
	return plain(c, object{
		"textStyle": object{"fontFamily": picture.FontFamily},
		"legend":    l.keys,
		"series":    list{object{"texts": texts, "labelLine": object{"show": false}, "legendHoverLink": false}},
	}), l.height
}

// data are the parts. The first carries the sum of all, in the middle of a ring.
func (p *pie) data(f frame) []opts.PieData {
	out := make([]opts.PieData, len(p.list))
	for i, v := range p.list {
		out[i].Name = v.key
		if !v.drawn {
			continue
		}
		color := picture.Hue(i)
		if v.rest {
			color = picture.Muted
		}
		out[i].Value = json.Number(v.value.Decimal().String())
		out[i].ItemStyle = &opts.ItemStyle{Color: color.Hex, BorderColor: picture.Paper.Hex, BorderWidth: 1.5}
	}
	if p.ring && !isCut(p.middle(f)) {
		l := label("center", valueStyle, picture.Ink)
		out[0].Label = &l
	}
	return out
}

// middle is the sum in the middle of a ring, in lines.
func (p *pie) middle(f frame) []string {
	return f.fonts.Wrap(p.whole(), valueStyle, pieSize*hole-2*labelGap, 2)
}
