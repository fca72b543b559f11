package chart

import (
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
)

// A scatter is a point for each row, with one value across and another up. Rows
// of which either is not known have no place and are told of.
type scatter struct {
	across, up *matrix // one series each, over the same names
	groups     []string
	group      []int // of each point
	points     []int // rows that have both values
}

// mostDots is how many points can be told apart.
const mostDots = 200

// scatterOf binds a spec of a scatter: x and y are values, label names the points
// and group tells them apart by colour.
func (b *binding) scatterOf() figure {
	s := b.spec
	var labels []Ref
	if s.Label.Name != "" {
		labels = []Ref{s.Label}
	}
	b.spec.Group = Ref{} // it tells points apart, not series
	across := b.matrix("label", labels, "x", s.X)
	b.spec.Unit = s.Unit // what goes across may be in per cent alone
	up := b.matrix("label", labels, "y", s.Y)
	if across == nil || up == nil {
		return nil
	}
	if across.unit != up.unit {
		b.spec.Unit = s.Unit
	}
	for _, axis := range []struct {
		key string
		of  *matrix
	}{{"x", across}, {"y", up}} {
		if len(axis.of.series) > 1 {
			b.error(b.at(axis.key), diag.ChartOneColumn, diag.Args{"Key": axis.key})
			return nil
		}
	}
	out := &scatter{across: across, up: up}
	for i := range up.names {
		if across.series[0].cells[i].Known && up.series[0].cells[i].Known {
			out.points = append(out.points, i)
		}
	}
	switch n := len(out.points); {
	case n == 0:
		b.error(b.spec.At, diag.ChartNoPoints, diag.Args{"X": across.series[0].name, "Y": up.series[0].name})
		return nil
	case n > mostDots:
		b.error(b.spec.At, diag.ChartManyRows, diag.Args{"Count": n, "Most": mostDots})
		return nil
	}
	if !b.colourBy(s.Group, out) {
		return nil
	}
	return out
}

// colourBy puts the points into groups; without a column all are in one.
func (b *binding) colourBy(by Ref, s *scatter) bool {
	s.groups, s.group = []string{""}, make([]int, len(s.up.names))
	if by.Name == "" {
		return true
	}
	column, ok := b.column(by)
	if !ok {
		return false
	}
	s.groups = nil
	places := map[string]int{}
	for i, r := range b.table.Rows {
		name := b.words.Cell(b.table.Columns[column].Type, r.Cells[column], "")
		if _, seen := places[name]; !seen {
			places[name] = len(s.groups)
			s.groups = append(s.groups, name)
		}
		s.group[i] = places[name]
	}
	if len(s.groups) > mostSeries {
		b.error(by.At, diag.ChartManySeries, diag.Args{"Count": len(s.groups), "Most": mostSeries})
		return false
	}
	return true
}

func (s *scatter) columns() []string {
	out := []string{s.up.head, s.across.series[0].name, s.up.series[0].name}
	if len(s.groups) > 1 {
		out = append(out, s.up.words.Text("column-group", nil))
	}
	return out
}

func (s *scatter) rows() []Line {
	across, up := s.across.rows(), s.up.rows()
	for i := range up {
		up[i].Cells = append(across[i].Cells, up[i].Cells...)
		if len(s.groups) > 1 {
			up[i].Cells = append(up[i].Cells, s.groups[s.group[i]])
		}
	}
	return up
}

// spots of points are their rows, group by group.
func (s *scatter) spots() [][]spot {
	out := make([][]spot, len(s.groups))
	for _, i := range s.points {
		out[s.group[i]] = append(out[s.group[i]], spot{i, -1})
	}
	return out
}

// summary tells the ends of both values.
func (s *scatter) summary() string {
	words := s.up.words
	parts := []string{
		locale.Capitalized(s.across.series[0].name) + ": " + lowerFirst(s.across.summary()),
		locale.Capitalized(s.up.series[0].name) + ": " + lowerFirst(s.up.summary()),
	}
	if missing := len(s.up.names) - len(s.points); missing > 0 {
		parts = append(parts, words.Text("summary-no-place", locale.Args{
			"Count": words.Page.Integer(missing), "All": words.Page.Integer(len(s.up.names)),
		}))
	}
	return strings.Join(parts, " ")
}
