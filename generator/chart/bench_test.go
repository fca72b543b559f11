package chart_test

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.org/svod/generator/chart"
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
				if _, err := d.Draw(c, "c"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCold draws 500 charts of all kinds, each at both sizes and none of them
// in a cache, in as many machines as there are processors. Their start is part of
// it.
func BenchmarkCold(b *testing.B) {
	sources := samples(b)
	names := slices.Sorted(maps.Keys(sources))
	charts := make([]*chart.Chart, 500)
	for i := range charts {
		title := fmt.Sprintf("title: %d ", i)
		charts[i] = mustBind(b, "ru", strings.Replace(sources[names[i%len(names)]], "title: ", title, 1))
	}
	for b.Loop() {
		d, err := newDrawer()
		if err != nil {
			b.Fatal(err)
		}
		var work sync.WaitGroup
		todo := make(chan *chart.Chart)
		for range runtime.GOMAXPROCS(0) {
			work.Go(func() {
				for c := range todo {
					if _, err := d.Draw(c, "c"); err != nil {
						b.Error(err)
					}
				}
			})
		}
		for _, c := range charts {
			todo <- c
		}
		close(todo)
		work.Wait()
	}
}

// BenchmarkStart draws one small chart where nothing has been drawn yet: what a
// build of a small report waits for.
func BenchmarkStart(b *testing.B) {
	c := mustBind(b, "ru", distinct(3, 0))
	for b.Loop() {
		d, err := newDrawer()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := d.Draw(c, "c"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCached draws one chart that is in the cache again and again.
func BenchmarkCached(b *testing.B) {
	d := drawer(b)
	c := mustBind(b, "ru", distinct(20, 0))
	for b.Loop() {
		if _, err := d.Draw(c, "c"); err != nil {
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
