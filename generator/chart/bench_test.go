package chart_test

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkDraw draws charts that are in no cache, at both sizes. A row of the
// budget in DESIGN.md is half of one: a picture of one size.
func BenchmarkDraw(b *testing.B) {
	d := drawer(b)
	for _, rows := range []int{3, 20} {
		b.Run(fmt.Sprint(rows, "-rows"), func(b *testing.B) {
			i := 0
			for b.Loop() {
				i++
				c := mustBind(b, "ru", distinct(rows, i))
				if _, err := d.Draw(b.Context(), c, "c"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCached draws one chart that is in the cache again and again.
func BenchmarkCached(b *testing.B) {
	d := drawer(b)
	c := mustBind(b, "ru", distinct(20, 0))
	for b.Loop() {
		if _, err := d.Draw(b.Context(), c, "c"); err != nil {
			b.Fatal(err)
		}
	}
}

// distinct is a chart that differs for each i.
func distinct(rows, i int) string {
	var s strings.Builder
	s.WriteString("type: bar\ntitle: Инвестиции по кластерам\nrows:\n")
	for r := range rows {
		fmt.Fprintf(&s, "  Кластер глубокой переработки %d: %d,%d млрд ₽\n", r, 100+r*r, i)
	}
	return s.String()
}
