package chart

import (
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
)

// A tree is the parts of a whole, held together in groups: what treemaps and
// sunbursts are drawn from. Only what has a size is in a branch; the rest is told
// under the picture.
type tree struct {
	words    *dataset.Words
	unit     string
	heads    []string // of the name, the value and, where there are groups, the group
	branches []branch
	others   []bar    // not known, in another currency, or nothing
	parents  []string // by the rows of the table; nil without groups
	total    money.Amount
	hedge    money.Hedge // of the total
	told     string
}

// A branch is a group with its parts. Without groups it has a part and no name.
type branch struct {
	name   string
	value  money.Amount
	label  string // the value as it is written
	leaves []bar
	hedge  money.Hedge
	rest   bool // it stands for all groups that have no branch of their own
}

// mostBranches is how many groups can be told apart; more are gathered.
const mostBranches = 6

// tree reads parts and their groups: x is the value, y the name. More parts of a
// group than the limit are gathered.
func (b *binding) tree(limit int) *tree {
	by := -1
	if group := b.spec.Group; group.Name != "" {
		column, ok := b.column(group)
		if !ok {
			return nil
		}
		by = column
	}
	b.spec.Limit = dataset.MaxRows
	rows, ok := b.bars().(*bars)
	if !ok {
		return nil
	}
	t := &tree{words: rows.words, unit: rows.unit, heads: rows.heads, told: rows.told}
	if by >= 0 {
		c := b.table.Columns[by]
		t.heads = append(t.heads, c.Title)
		for _, r := range b.table.Rows {
			t.parents = append(t.parents, b.words.Cell(c.Type, r.Cells[by], ""))
		}
	}
	for _, v := range rows.list {
		switch {
		case v.drawn && v.value.Sign() < 0:
			b.error(b.at("x"), diag.ChartPieNegative, diag.Args{"Name": v.name, "Value": v.label})
			return nil
		case !v.drawn || v.value.IsZero():
			t.others = append(t.others, v)
		default:
			t.add(v)
		}
	}
	if len(t.branches) == 0 {
		b.error(b.at("x"), diag.ChartNoValues, diag.Args{"Column": t.heads[1]})
		return nil
	}
	t.order(b.spec.Sort)
	t.gather()
	for i := range t.branches {
		b := &t.branches[i]
		b.leaves = t.cut(b.leaves, limit)
		b.label = t.words.Sum(b.value, b.hedge, t.unit)
	}
	return t
}

// cut puts one part in the place of all that are more than the limit.
func (t *tree) cut(leaves []bar, limit int) []bar {
	part := &bars{words: t.words, unit: t.unit, list: leaves}
	part.cut(limit - 1)
	return part.list
}

// add puts a part into its branch.
func (t *tree) add(v bar) {
	t.total, t.hedge = t.total.Add(v.value), t.hedge.Add(v.hedge)
	i := 0
	if t.grouped() {
		name := t.parents[v.row]
		i = slices.IndexFunc(t.branches, func(b branch) bool { return b.name == name })
		if i < 0 {
			i = len(t.branches)
			t.branches = append(t.branches, branch{name: name})
		}
	} else if len(t.branches) == 0 {
		t.branches = []branch{{}}
	}
	b := &t.branches[i]
	b.value = b.value.Add(v.value)
	b.hedge = b.hedge.Add(v.hedge)
	b.leaves = append(b.leaves, v)
}

func (t *tree) grouped() bool { return t.parents != nil }

// order sorts the groups; parts are in order already.
func (t *tree) order(o Order) {
	slices.SortStableFunc(t.branches, func(x, y branch) int {
		switch o {
		case ByName:
			return strings.Compare(strings.ToLower(x.name), strings.ToLower(y.name))
		case AsGiven:
			return 0
		}
		return y.value.Cmp(x.value)
	})
}

// gather puts one group in the place of all that are more than can be told apart.
func (t *tree) gather() {
	if len(t.branches) <= mostBranches {
		return
	}
	more := t.branches[mostBranches-1:]
	rest := branch{rest: true, name: t.words.Text("rest", locale.Args{"Count": t.words.Page.Integer(len(more))})}
	for _, b := range more {
		rest.value, rest.hedge = rest.value.Add(b.value), rest.hedge.Add(b.hedge)
		rest.leaves = append(rest.leaves, b.leaves...)
	}
	slices.SortStableFunc(rest.leaves, func(x, y bar) int { return y.value.Cmp(x.value) })
	t.branches = append(slices.Clone(t.branches[:mostBranches-1]), rest)
}

// hue is the colour of a branch.
func (t *tree) hue(i int) picture.Tone {
	if t.branches[i].rest {
		return picture.Muted
	}
	return picture.Hue(i)
}

func (t *tree) columns() []string {
	out := []string{t.heads[0]}
	if t.grouped() {
		out = append(out, t.heads[2])
	}
	return append(out, t.heads[1], t.words.Text("column-share", nil))
}

func (t *tree) rows() []Line {
	var out []Line
	for _, b := range t.branches {
		for _, v := range b.leaves {
			out = append(out, t.line(v, b.name, t.words.Share(v.value, t.total, money.Exact)))
		}
	}
	for _, v := range t.others {
		share := ""
		if v.drawn {
			share = t.words.Share(v.value, t.total, money.Exact)
		}
		out = append(out, t.line(v, "", share))
	}
	return out
}

// line is a row of the table. A part of a gathered group is told under its own.
func (t *tree) line(v bar, group, share string) Line {
	out := Line{Head: v.name, Link: v.link}
	if t.grouped() {
		if !v.rest {
			group = t.parents[v.row]
		}
		out.Cells = []string{group}
	}
	out.Cells = append(out.Cells, v.label, share)
	return out
}

// summary tells the whole, whose part in it is the largest, and its ends.
func (t *tree) summary() string {
	var groups, leaves []part
	for _, b := range t.branches {
		groups = append(groups, part{b.name, b.value, b.rest})
		for _, v := range b.leaves {
			leaves = append(leaves, part{v.name, v.value, v.rest})
		}
	}
	parts := leaves
	if len(groups) > 1 {
		parts = groups
	}
	return wholeSaid(t.words, t.words.Sum(t.total, t.hedge, t.unit), t.total, t.unit, parts, len(leaves)) + t.told
}
