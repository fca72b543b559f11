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
