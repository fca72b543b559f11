package chart_test

import (
	"strings"
	"testing"

	"example.org/svod/generator/chart"
)

// What is said of a whole and its parts is true of the picture, and no more than
// there is to say.
func TestSummaryOfAWhole(t *testing.T) {
	for _, test := range []struct{ block, want string }{
		{"type: pie\nrows: {Лес: 7,9 млрд ₽}", "«Лес»: 7,9 млрд ₽."},
		{"type: ring\nrows: {Лес: 5, Химия: 5, Дом: 5}", "Всего 15. У всех поровну: 5."},
		{"type: pie\nrows: {Лес: 5, Химия: 5, Дом: 2}", "Всего 12. Больше всех — «Лес», «Химия», 5; меньше всех — «Дом», 2."},
		{"type: pie\nrows: {Лес: 997, Химия: 2, Дом: 1}", "Всего 1 000, из них больше 99 % — «Лес». Больше всех — «Лес», 997; меньше всех — «Дом», 1."},
		{"type: treemap\nrows: {Лес: 60 %, Химия: 40 %}", "Больше всех — «Лес», 60 %; меньше всех — «Химия», 40 %."},
		{
			"type: treemap\nx: c\ny: a\ngroup: g\nrows: [{g: Томск, a: Лес, c: 3}, {g: Томск, a: Химия, c: 1}]",
			"Всего 4, из них 75 % — «Лес». Больше всех — «Лес», 3; меньше всех — «Химия», 1.",
		},
		{ // two rows are one flow
			"type: sankey\nx: c\ny: [a, b]\nrows: [{a: Томск, b: реестр, c: 1}, {a: Томск, b: планы, c: 5}, {a: Томск, b: реестр, c: 6}]",
			"Всего 12. Больше всех — «Томск → реестр», 7; меньше всех — «Томск → планы», 5.",
		},
		{"type: gauge\nof: 47 млрд ₽\nrows: {Лес: до 8 млрд ₽}", "«Лес»: до 8 млрд ₽ из 47 млрд ₽, это до 18 %."},
		{"type: gauge\nof: 47 млрд ₽\nrows: {Лес: почти 8 млрд ₽}", "«Лес»: почти 8 млрд ₽ из 47 млрд ₽, это около 17 %."},
		{"type: gauge\nof: более 47 млрд ₽\nrows: {Лес: 8 млрд ₽}", "«Лес»: 8 млрд ₽, целое — более 47 млрд ₽; это около 17 %."},
		{"type: gauge\nof: 7,9 млрд ₽\nrows: {Лес: более 20 млрд ₽}", "«Лес»: более 20 млрд ₽, целое — 7,9 млрд ₽; это более 253 %, сверх целого — более 12,1 млрд ₽."},
		{"type: gauge\nof: 100 %\nrows: {Лес: '46,5 %'}", "«Лес»: 46,5 %."},
	} {
		wantSummary(t, test.block, test.want)
	}
}

// A share that is given in per cent is written as it is given.
func TestGaugeOfPerCent(t *testing.T) {
	c := mustBind(t, "ru", "type: gauge\ntitle: Готово\nof: 100 %\nrows: {Лес: '46,5 %'}\n")
	if got := texts(t, c, chart.Narrow); !strings.Contains(got, "46,5 %") || strings.Contains(got, "47") || strings.Contains(got, "из") {
		t.Error(got)
	}
	if got := c.Columns(); len(got) != 2 {
		t.Errorf("a share of a share: %v", got)
	}
}

// What is not known stands in its own group, not under the last one.
func TestUnknownPartsStandInTheirGroup(t *testing.T) {
	c := mustBind(t, "ru", "type: sunburst\ntitle: Суммы\nx: c\ny: a\ngroup: g\n"+
		"rows: [{g: реестр, a: Лес, c: 3}, {g: реестр, a: Дом, c: н/д}, {g: планы, a: Химия, c: 1}, {g: замыслы, a: Сад, c: н/д}]\n")
	svg, err := drawer(t).Draw(c, "c")
	if err != nil {
		t.Fatal(err)
	}
	got := string(svg.Narrow)
	at := -1
	for _, want := range []string{"реестр — ", "Лес — ", "Дом — ", "планы — ", "Химия — ", "замыслы: Сад — "} {
		next := strings.Index(got, want)
		if next < at {
			t.Errorf("%q stands at %d, after what follows it at %d", want, next, at)
		}
		at = next
	}
}
