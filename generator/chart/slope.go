package chart

import (
	"slices"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
)

// A slope shows two values of each name, before and after, on two upright axes
// with a line from the one to the other. Names of which either is not known have
// no line and are told of.
type slope struct {
	*matrix
	written [2][]dataset.Cell // the values as the table has them, in whatever currency
	drawn   []int             // rows that have both values in the currency of the axes
}

// mostSlopes is how many lines can be told apart.
const mostSlopes = 12

// slopeOf binds a spec of a slope: x are the two columns of values, y the name.
func (b *binding) slopeOf() figure {
	if n := len(b.spec.X); n != 2 && b.spec.Group.Name == "" {
		b.error(b.at("x"), diag.ChartSlopeColumns, diag.Args{"Count": n})
		return nil
	}
	m := b.matrix("y", b.spec.Y, "x", b.spec.X)
	if m == nil {
		return nil
	}
	if len(m.series) != 2 {
		b.error(b.spec.Group.At, diag.ChartSlopeColumns, diag.Args{"Count": len(m.series)})
		return nil
	}
	s := &slope{matrix: m}
	for side := range s.written {
		s.written[side] = m.series[side].cells
		if b.spec.Group.Name == "" {
			column, _ := b.column(b.spec.X[side])
			s.written[side] = nil
			for _, r := range b.table.Rows {
				s.written[side] = append(s.written[side], r.Cells[column])
			}
		}
	}
	for j := range m.names {
		if m.series[0].cells[j].Known && m.series[1].cells[j].Known {
			s.drawn = append(s.drawn, j)
		}
	}
	switch n := len(s.drawn); {
	case n == 0:
		b.error(b.at("x"), diag.ChartNoValues, diag.Args{"Column": m.series[1].name})
		return nil
	case n > mostSlopes:
		b.error(b.spec.At, diag.ChartManyRows, diag.Args{"Count": n, "Most": mostSlopes})
		return nil
	}
	return s
}

// change is by how much the value of a row became greater.
func (s *slope) change(row int) money.Amount {
	return s.series[1].cells[row].Value.Sub(s.series[0].cells[row].Value)
}

// summary tells the greatest change, how many went up and down, and who is missing.
func (s *slope) summary() string {
	most, more, less := s.drawn[0], 0, 0
	for _, j := range s.drawn {
		d := s.change(j)
		if d.Abs().Cmp(s.change(most).Abs()) > 0 {
			most = j
		}
		switch {
		case d.Sign() > 0:
			more++
		case d.Sign() < 0:
			less++
		}
	}
	id, page := "summary-slope", s.words.Page
	switch {
	case more+less == 0:
		id = "summary-slope-same"
	case len(s.drawn) == 1:
		id = "summary-slope-one"
	}
	told := []string{s.words.Text(id, locale.Args{
		"First": locale.Capitalized(s.series[0].name), "Second": s.series[1].name, "Name": s.words.Names([]string{s.names[most]}),
		"Before": s.label(0, most), "After": s.label(1, most),
	})}
	if id == "summary-slope" {
		told = append(told, s.directions(more, less))
	}
	alien := s.alien()
	if len(alien) > 0 {
		told = append(told, locale.Capitalized(s.words.Text("summary-other-currency", locale.Args{"Names": strings.Join(alien, "; ")}))+".")
	}
	if missing := len(s.names) - len(s.drawn) - len(alien); missing > 0 {
		told = append(told, s.words.Text("summary-no-place", locale.Args{
			"Count": page.Integer(missing), "All": page.Integer(len(s.names)),
		}))
	}
	return strings.Join(told, " ")
}

// directions tell how many values went where; nobody is told that none did.
func (s *slope) directions(more, less int) string {
	var parts []string
	for _, d := range []struct {
		id    string
		count int
	}{{"slope-more", more}, {"slope-less", less}, {"slope-same", len(s.drawn) - more - less}} {
		if d.count > 0 {
			parts = append(parts, s.words.Text(d.id, locale.Args{"Count": s.words.Page.Integer(d.count)}))
		}
	}
	return s.words.Text("summary-slope-directions", locale.Args{"Told": strings.Join(parts, ", ")})
}

// alien are the rows with both values of which one is in another currency.
func (s *slope) alien() []string {
	var out []string
	for j, name := range s.names {
		known := s.written[0][j].Known && s.written[1][j].Known
		if known && !slices.Contains(s.drawn, j) {
			out = append(out, name+", "+s.label(0, j)+" → "+s.label(1, j))
		}
	}
	return out
}

// label is a value as it is written.
func (s *slope) label(side, row int) string {
	return s.words.Cell(dataset.Value, s.written[side][row], s.unit)
}

func (s *slope) rows() []Line {
	out := make([]Line, len(s.names))
	for j, name := range s.names {
		out[j] = Line{Head: name, Cells: []string{s.label(0, j), s.label(1, j)}, Link: s.links[j]}
	}
	return out
}

// spots of a slope: both ends of each line; what leads to the texts follows them.
func (s *slope) spots() [][]spot {
	var out [][]spot
	for _, j := range s.drawn {
		out = append(out, []spot{{j, 0}, {j, 1}})
	}
	return out
}
