package chart_test

import (
	"strings"
	"testing"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/picture"
)

// Nobody counts in halves what has none; where values have parts, so have steps.
func TestStepsOfWholeValues(t *testing.T) {
	d, err := chart.NewDrawer(picture.Options{Script: []byte("none is needed for options"), Fonts: goFonts(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		block string
		parts bool // are there steps of a half
	}{
		{"type: line\nrows: {2023: 3, 2024: 10, 2025: 7}\n", false},
		{"type: column\nrows: {2023: 3, 2024: 10, 2025: 7}\n", false},
		{"type: column\nrows: {2023: 1, 2024: 1, 2025: 0}\n", false},
		{"type: scatter\nx: a\ny: b\nrows: [{a: 1, b: 10}, {a: 10, b: 2}]\n", false},
		{"type: column\nrows: {2023: 3.5, 2024: 10, 2025: 7}\n", true},
		{"type: scatter\nx: a\ny: b\nrows: [{a: 1.5, b: 9.5}, {a: 10, b: 10}]\n", true},
	} {
		option, err := d.Option(mustBind(t, "ru", "title: Заводы\n"+test.block), chart.Wide)
		if err != nil {
			t.Fatal(err)
		}
		steps := string(option)
		if got := strings.Contains(steps, `"2,5"`) || strings.Contains(steps, `"0,5"`); got != test.parts {
			t.Errorf("%s\nsteps of parts: %v, want %v\n%s", test.block, got, test.parts, steps)
		}
	}
}
