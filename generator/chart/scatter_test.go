package chart_test

import (
	"strings"
	"testing"
)

// Points that lie on an axis, beside each other or on each other have their names,
// as far as there is room around them.
func TestNamesOfPointsThatAreClose(t *testing.T) {
	for _, rows := range []string{
		"{и: Лес, м: 1355, с: 47}, {и: Металлы, м: 10, с: 1}, {и: Химия, м: 12, с: 1}",
		"{и: Лес, м: 100, с: 5}, {и: Металлы, м: 100, с: 5}, {и: Химия, м: 100, с: 5}",
		"{и: 'Лес, лесопереработка и лесохимия Верхнекетского района', м: 10, с: 47}, {и: Металлы, м: 1900, с: 1}, {и: Химия, м: 12, с: 1}",
	} {
		c := mustBind(t, "ru", "type: scatter\ntitle: Суммы\nx: м\ny: с\nlabel: и\nrows: ["+rows+"]\n")
		p, err := drawer(t).Draw(c, "sample")
		if err != nil {
			t.Fatal(err)
		}
		for _, svg := range [][]byte{p.Wide, p.Narrow} {
			got := strings.Join(textsOf(t, svg), " ")
			for _, want := range []string{"Лес", "Металлы", "Химия"} {
				if !strings.Contains(got, want) {
					t.Errorf("%s: %q has no name in %s", rows, want, got)
				}
			}
			inspect(t, svg, c)
		}
	}
}
