package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/svod/generator/chart"
)

// Heads that have room stand over their columns even where values have none, and
// values of 0,03 to 78 have room as numbers with two decimals: names do not give
// way to numbers for that.
func TestHeadsOfFields(t *testing.T) {
	var rows strings.Builder
	for i := range 15 {
		for year := 2022; year < 2027; year++ {
			fmt.Fprintf(&rows, "\n  - {к: Производство керамики и стекла %d, г: %d, с: '%d,%02d млрд ₽'}", i, year, 70-5*i, year-2020)
		}
	}
	c := mustBind(t, "ru", "type: heatmap\ntitle: Суммы\nx: с\ny: к\ngroup: г\nrows:"+rows.String()+"\n")
	for width, want := range map[int][]string{
		chart.Narrow: {"2022", "2026"},
		chart.Wide:   {"2022", "2026", "70,02", "0,06", "млрд ₽"},
	} {
		got := "\n" + texts(t, c, width) + "\n"
		for _, want := range want {
			if !strings.Contains(got, "\n"+want+"\n") {
				t.Errorf("at %d px lacks %q: %s", width, want, got)
			}
		}
		if strings.Contains(got, "\n1\n") {
			t.Errorf("at %d px numbers stand for names", width)
		}
	}
}
