package chart

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
)

// A sankey shows what goes from where to where, in two or three steps. Each step
// is a column of the table and a level of the picture, so that the same name in
// two columns is two nodes and nothing goes in a circle.
type sankey struct {
	words  *dataset.Words
	unit   string
	heads  []string // of the steps, then of the value
	flows  []flow   // what is drawn
	others []flow   // not known, in another currency, or nothing
	levels [][]knot
	total  money.Amount
	told   string
}

// A flow is a row of the table: the names that it goes through, and its value.
type flow struct {
	path  []string
	value money.Amount
	hedge money.Hedge
	label string
	link  string
}

// A knot is a name in a level, with all that goes through it.
type knot struct {
	name  string
	value money.Amount
	hedge money.Hedge
	rest  bool // it stands for all names that have no knot of their own
}

// Limits of a sankey.
const (
	leastLevels = 2
	mostLevels  = 3
	mostKnots   = 8 // of a level
)

// sankeyOf binds a spec of a sankey: y are the steps, x is the value.
func (b *binding) sankeyOf() figure {
	steps, ok := b.steps()
	if !ok {
		return nil
	}
	values, ok := b.one("x", b.spec.X, 1)
	if !ok || !b.values("x", values) {
		return nil
	}
	t := b.table
	s := &sankey{words: b.words, unit: b.spec.Unit}
	for _, i := range append(slices.Clone(steps), values) {
		s.heads = append(s.heads, t.Columns[i].Title)
	}
	currency := b.currency(values)
	f := finding{words: b.words, unit: b.spec.Unit, all: len(t.Rows), money: currency != ""}
	var known []flow
	for _, row := range t.Rows {
		c := row.Cells[values]
		v := flow{value: c.Value, hedge: c.Hedge, label: b.words.Cell(dataset.Value, c, b.spec.Unit), link: row.Link}
		for _, i := range steps {
			v.path = append(v.path, b.words.Cell(t.Columns[i].Type, row.Cells[i], ""))
		}
		switch name := strings.Join(v.path, " → "); {
		case !c.Known:
			f.unknown++
			s.others = append(s.others, v)
		case c.Value.Currency() != currency:
			f.alien = append(f.alien, name+", "+v.label)
			s.others = append(s.others, v)
		case c.Value.Sign() < 0:
			b.error(b.at("x"), diag.ChartPieNegative, diag.Args{"Name": name, "Value": v.label})
			return nil
		default:
			known = append(known, v)
		}
	}
	for _, v := range s.joined(known) {
		f.add(strings.Join(v.path, " → "), dataset.Cell{Known: true, Value: v.value, Hedge: v.hedge})
		s.add(v)
	}
	if len(s.flows) == 0 {
		b.error(b.at("x"), diag.ChartNoValues, diag.Args{"Column": t.Columns[values].Name})
		return nil
	}
	s.told = f.String()
	for i := range steps {
		s.levels = append(s.levels, s.level(i, cmp.Or(b.spec.Limit, mostKnots)))
	}
	s.flows = s.joined(s.flows)
	s.order(b.spec.Sort)
	s.untangle()
	return s
}

// steps are the columns that a sankey goes through.
func (b *binding) steps() ([]int, bool) {
	if n := len(b.spec.Y); n < leastLevels || n > mostLevels {
		b.error(b.at("y"), diag.ChartSankeySteps, diag.Args{"Known": strings.Join(b.table.ColumnNames(), ", ")})
		return nil, false
	}
	var out []int
	for _, r := range b.spec.Y {
		if i, ok := b.column(r); ok {
			out = append(out, i)
		}
	}
	return out, len(out) == len(b.spec.Y)
}

// add takes a flow into the picture; nothing is not drawn.
func (s *sankey) add(v flow) {
	if v.value.IsZero() {
		s.others = append(s.others, v)
		return
	}
	s.flows = append(s.flows, v)
	s.total = s.total.Add(v.value)
}

// level are the names of a step, the largest first. More than the limit are one,
// and the flows through them go through that one.
func (s *sankey) level(step, limit int) []knot {
	var out []knot
	places := map[string]int{}
	for _, v := range s.flows {
		i, seen := places[v.path[step]]
		if !seen {
			i = len(out)
			places[v.path[step]] = i
			out = append(out, knot{name: v.path[step]})
		}
		out[i].value, out[i].hedge = out[i].value.Add(v.value), out[i].hedge.Add(v.hedge)
	}
	slices.SortStableFunc(out, func(x, y knot) int { return y.value.Cmp(x.value) })
	if len(out) <= limit || len(out) <= 2 {
		return out
	}
	kept, more := out[:max(limit-1, 1)], out[max(limit-1, 1):]
	rest := knot{rest: true, name: distinguished(
		s.words.Text("rest", locale.Args{"Count": s.words.Page.Integer(len(more))}),
		func(name string) bool { return find(kept, name) >= 0 },
	)}
	for _, k := range more {
		rest.value, rest.hedge = rest.value.Add(k.value), rest.hedge.Add(k.hedge)
	}
	for i, v := range s.flows {
		if find(kept, v.path[step]) < 0 {
			s.flows[i].path[step] = rest.name
		}
	}
	return append(slices.Clone(kept), rest)
}

func find(level []knot, name string) int {
	return slices.IndexFunc(level, func(k knot) bool { return k.name == name })
}

// joined makes one flow of all that go through the same knots.
func (s *sankey) joined(flows []flow) []flow {
	var out []flow
	for _, v := range flows {
		i := slices.IndexFunc(out, func(w flow) bool { return slices.Equal(v.path, w.path) })
		if i < 0 {
			out = append(out, v)
			continue
		}
		out[i].value, out[i].hedge = out[i].value.Add(v.value), out[i].hedge.Add(v.hedge)
		out[i].label = s.words.Sum(out[i].value, out[i].hedge, s.unit)
		if out[i].link != v.link {
			out[i].link = ""
		}
	}
	return out
}

// order sorts the flows for the table.
func (s *sankey) order(o Order) {
	slices.SortStableFunc(s.flows, func(x, y flow) int {
		switch o {
		case ByName:
			return slices.CompareFunc(x.path, y.path, func(a, b string) int {
				return strings.Compare(strings.ToLower(a), strings.ToLower(b))
			})
		case AsGiven:
			return 0
		}
		return y.value.Cmp(x.value)
	})
}

// untangle puts the knots of each level but the first in the order of what flows
// into them, so that few flows cross.
func (s *sankey) untangle() {
	for step := 1; step < len(s.levels); step++ {
		middle := map[string]float64{}
		for _, k := range s.levels[step] {
			sum := decimal.Zero
			for _, v := range s.flows {
				if v.path[step] == k.name {
					place := int64(find(s.levels[step-1], v.path[step-1]))
					sum = sum.Add(v.value.Decimal().Mul(decimal.NewFromInt(place)))
				}
			}
			middle[k.name] = sum.Div(k.value.Decimal()).InexactFloat64()
		}
		slices.SortStableFunc(s.levels[step], func(x, y knot) int { return cmp.Compare(middle[x.name], middle[y.name]) })
	}
}

func (s *sankey) columns() []string { return s.heads }

func (s *sankey) rows() []Line {
	var out []Line
	for _, v := range slices.Concat(s.flows, s.others) {
		out = append(out, Line{Head: v.path[0], Cells: append(slices.Clone(v.path[1:]), v.label), Link: v.link})
	}
	return out
}

// summary tells the whole, whose part in the first step is the largest, and the
// ends of the flows.
func (s *sankey) summary() string {
	var parts []part
	hedge := money.Exact
	for _, k := range s.levels[0] {
		parts = append(parts, part{k.name, k.value, k.rest})
		hedge = hedge.Add(k.hedge)
	}
	return wholeSaid(s.words, s.words.Sum(s.total, hedge, s.unit), s.total, s.unit, parts, len(s.flows)) + s.told
}
