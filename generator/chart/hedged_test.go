package chart_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"example.org/svod/generator/chart"
)

// texts are all texts of the option of a picture, one a line; a text of several
// lines is one of single spaces.
func texts(t *testing.T, c *chart.Chart, width int) string {
	t.Helper()
	option, err := drawer(t).Option(c, width)
	if err != nil {
		t.Fatal(err)
	}
	var parsed any
	if err := json.Unmarshal(option, &parsed); err != nil {
		t.Fatal(err)
	}
	var out []string
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, each := range v {
				walk(each)
			}
		case []any:
			for _, each := range v {
				walk(each)
			}
		case string:
			out = append(out, strings.Join(strings.Fields(v), " "))
		}
	}
	walk(parsed)
	return strings.Join(out, "\n")
}

var cutNumber = regexp.MustCompile(`\d[^\n]*…`)

// Where "more than 20 milliard" is too long for its place it takes another line,
// and is never cut: a number of which the end is missing is a wrong one.
func TestHedgedValuesAreWhole(t *testing.T) {
	for _, block := range []string{
		"type: sankey\nx: c\ny: [a, m, b]\nrows: [{a: Томская область, m: Цветные металлы, b: Ильменит, c: более 20 млрд ₽}, {a: Томская область, m: Лес, b: Альянс, c: не менее 4,75 млрд ₽}]",
		"type: slope\nx: [было, стало]\ny: имя\nrows: [{имя: Металлы, было: 47 млрд ₽, стало: более 20 млрд ₽}, {имя: Лес, было: 7 млрд ₽, стало: не менее 4,75 млрд ₽}]",
		"type: ring\nrows: {Металлы: более 20 млрд ₽, Лес: не менее 4,75 млрд ₽}",
		"type: column\nrows: {Диоксид титана: более 20 млрд ₽, Ильменит: не менее 4,75 млрд ₽, Сад: 3 млрд ₽}",
	} {
		for _, width := range []int{chart.Narrow, chart.Wide} {
			got := texts(t, mustBind(t, "ru", "title: Суммы\n"+block+"\n"), width)
			for _, want := range []string{"более 20 млрд ₽", "не менее 4,75 млрд ₽"} {
				if !strings.Contains(got, want) {
					t.Errorf("%s\nat %d px lacks %q in\n%s", block, width, want, got)
				}
			}
			if cut := cutNumber.FindString(got); cut != "" {
				t.Errorf("%s\nat %d px is cut: %s", block, width, cut)
			}
		}
	}
}

// In a field that has room for a number alone the hedge is a sign, and what is
// almost 8 is not written 8.0.
func TestHedgedFields(t *testing.T) {
	const rows = "type: heatmap\ntitle: Суммы\nx: с\ny: к\ngroup: г\nrows:" + `
  - {к: Лес, г: 2023, с: 7,9 млрд ₽}
  - {к: Лес, г: 2024, с: почти 8 млрд ₽}
  - {к: Лес, г: 2025, с: более 20 млрд ₽}
  - {к: Дом, г: 2023, с: не менее 3 млрд ₽}
  - {к: Дом, г: 2024, с: до 3,5 млрд ₽}
  - {к: Дом, г: 2025, с: менее 1 млрд ₽}
`
	for language, want := range map[string]string{"ru": "7,9|~8|>20|от 3|до 3,5|<1", "en": "7.9|~8|>20|3+|max 3.5|<1"} {
		got := "\n" + texts(t, mustBind(t, language, rows), chart.Narrow) + "\n"
		for want := range strings.SplitSeq(want, "|") {
			if !strings.Contains(got, "\n"+want+"\n") {
				t.Errorf("%s: no field says %q in %s", language, want, got)
			}
		}
	}
}
