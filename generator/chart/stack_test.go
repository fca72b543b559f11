package chart_test

import (
	"strings"
	"testing"

	"example.org/svod/generator/chart"
)

// Of a whole of which a part is not known nobody knows the shares, and a stack that
// lacks a part says so. A series of which the table says nothing lacks nothing.
func TestStacksThatLackAPart(t *testing.T) {
	const rows = "x: год\ny: [план, факт]\nrows: [{год: 2024, план: 5, факт: 4}, {год: 2025, план: 6, факт: н/д}]\n"
	const long = "x: год\ny: сумма\ngroup: кто\nrows: [{год: 2024, кто: А, сумма: 5}, {год: 2024, кто: Б, сумма: 4}, {год: 2025, кто: А, сумма: 6}]\n"
	for _, test := range []struct{ block, want, not string }{
		{"type: column\nstack: percent\n" + rows, "не объявлено", "по 1 из 2"},
		{"type: column\nstack: yes\n" + rows, "по 1 из 2", "не объявлено"},
		{"type: bar\nstack: yes\n" + strings.NewReplacer("x:", "y:", "y:", "x:").Replace(rows), "6 (по 1 из 2)", "\n6\n"},
		{"type: bar\nstack: percent\n" + strings.NewReplacer("x:", "y:", "y:", "x:").Replace(rows), "не объявлено", "по 1"},
		{"type: column\nstack: percent\n" + long, "100 %", "не объявлено"},
	} {
		c := mustBind(t, "ru", "title: План и факт\n"+test.block)
		svg, err := drawer(t).Draw(c, "c")
		if err != nil {
			t.Fatal(err)
		}
		got := "\n" + strings.ReplaceAll(strings.Join(textsOf(t, svg.Wide), "\n"), "\u00a0", " ") + "\n"
		if !strings.Contains(got, test.want) || strings.Contains(got, test.not) {
			t.Errorf("%s\nwant %q and not %q in %s", test.block, test.want, test.not, got)
		}
	}
	c := mustBind(t, "ru", "title: План и факт\ntype: area\nstack: percent\n"+rows)
	option, err := drawer(t).Option(c, chart.Wide)
	if err != nil || !strings.Contains(string(option), "null") {
		t.Errorf("an area of shares has no gap: %s %v", option, err)
	}
}
