package chart

import (
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
)

// lines are lines through points, over dates or over categories. Where a value is
// not known, the line has a gap.
type lines struct {
	plot
	kind Kind
	// until is the day to which the last values are carried, without a point:
	// nobody named one then. It is not known where the table does not say.
	until dataset.Cell
}

// linesOf binds a spec of lines: dates or categories along x, values along y.
func (b *binding) linesOf() figure {
	p, ok := b.plot("x", b.spec.X, "y", b.spec.Y)
	if !ok {
		return nil
	}
	if p.dated {
		p.inTime()
	}
	if last, _ := p.last(0); len(p.names) == 0 || len(p.series) == 1 && last < 0 {
		b.error(b.at("y"), diag.ChartNoValues, diag.Args{"Column": p.series[0].name})
		return nil
	}
	l := &lines{plot: p, kind: b.spec.Kind}
	if until := b.table.Until; p.dated && !until.IsZero() {
		l.until = dataset.Cell{Known: true, Date: until}
	}
	return l
}

// places are the categories that a series has points at. In time, a series has
// none at a date of which only another series tells.
func (l *lines) places(series int) []int {
	var out []int
	for j := range l.names {
		if silent := l.series[series].silent; !l.dated || silent == nil || !silent[j] {
			out = append(out, j)
		}
	}
	return out
}

// carried is the value that a series has at the end, where its line goes on to a
// day on which nothing was said.
func (l *lines) carried(series int) (value float64, ok bool) {
	places := l.places(series)
	if !l.until.Known || len(places) == 0 {
		return 0, false
	}
	return l.value(series, places[len(places)-1])
}

// spots of points are whole rows, since all lines have a value there. The end to
// which a line is carried tells of the point that it comes from.
func (l *lines) spots() [][]spot {
	out := make([][]spot, len(l.series))
	for i := range l.series {
		for _, j := range l.places(i) {
			out[i] = append(out[i], spot{j, -1})
		}
		if _, ok := l.carried(i); ok {
			out[i] = append(out[i], out[i][len(out[i])-1])
		}
	}
	return out
}

// last is the last point of a series with a value, and the one before it if it
// has one; -1 where there is none.
func (p *plot) last(series int) (last, before int) {
	last, before = -1, -1
	for j := len(p.names) - 1; j >= 0 && before < 0; j-- {
		switch _, ok := p.value(series, j); {
		case ok && last < 0:
			last = j
		case ok:
			before = j
		}
	}
	return last, before
}

// alone reports whether a point has no neighbour with a value, so that only a
// symbol shows it.
func (l *lines) alone(series, i int) bool {
	places := l.places(series)
	known := func(i int) bool {
		if i < 0 || i >= len(places) {
			return false
		}
		_, ok := l.value(series, places[i])
		return ok
	}
	return !known(i-1) && !known(i+1)
}
