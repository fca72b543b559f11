package chart

import (
	"math"

	"example.org/svod/generator/diag"
)

// columns are upright columns over categories: one for each, or several beside
// or on each other. Where the names do not fit under them, and for several
// series of horizontal bars, the chart is turned on its side (columns_turned.go).
type columns struct {
	plot
	turned bool
}

// A plot is a matrix on an axis of values, its series beside or on each other.
type plot struct {
	*matrix
	stack Stacking
}

// mostColumns is how many categories can stand side by side.
const mostColumns = 40

// columnsOf binds a spec of columns or of bars in several series.
func (b *binding) columnsOf(categoryKey string, categories []Ref, valueKey string, values []Ref, turned bool) figure {
	p, ok := b.plot(categoryKey, categories, valueKey, values)
	if !ok {
		return nil
	}
	if len(p.names) > mostColumns {
		b.error(b.at(categoryKey), diag.ChartManyCategories, diag.Args{"Count": len(p.names), "Most": mostColumns})
		return nil
	}
	return &columns{plot: p, turned: turned}
}

func (b *binding) plot(categoryKey string, categories []Ref, valueKey string, values []Ref) (plot, bool) {
	m := b.matrix(categoryKey, categories, valueKey, values)
	if m == nil {
		return plot{}, false
	}
	if b.spec.Stack != SideBySide && m.negative() {
		b.error(b.at(valueKey), diag.ChartStackNegative, nil)
		return plot{}, false
	}
	return plot{m, b.spec.Stack}, true
}

// value is what is drawn for a value: itself or, where each category is a whole,
// its share in per cent.
func (p *plot) value(series, category int) (float64, bool) {
	n, ok := numberOf(p.series[series].cells[category])
	if !ok || p.stack != Percent {
		return n, ok
	}
	total, _ := p.total(category)
	if total == 0 || !p.coverage(category).Whole() {
		return 0, false
	}
	return n / total * 100, true
}

// said reports whether the stack of a category tells something: of a whole, a part
// of which is not known, nobody knows the shares.
func (p *plot) said(category int) bool {
	return p.known(category) && (p.stack != Percent || p.coverage(category).Whole())
}

// extent is from the least to the most that is drawn.
func (p *plot) extent() (least, most float64) {
	for j := range p.names {
		sum := 0.0
		for i := range p.series {
			n, ok := p.value(i, j)
			if !ok {
				continue
			}
			least, most, sum = min(least, n), max(most, n), sum+n
		}
		if p.stack != SideBySide {
			most = max(most, sum)
		}
	}
	return least, most
}

func (c *columns) option(f frame) (object, float64) {
	if c.turned {
		return c.onItsSide(f)
	}
	u := c.upright(f)
	if u == nil {
		return c.onItsSide(f)
	}
	return u.option(f), math.Ceil(u.height)
}
