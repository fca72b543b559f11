package chart_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/picture"
)

// A liveChart is as much of what Live makes as a test wants to know.
type liveChart struct {
	Wide, Narrow struct {
		Width, Height float64
		Option        map[string]any
		Zoom          [][][2]any
	}
	Columns []string
	Rows    [][]string
	Spots   [][][2]int
	Hints   map[string]string
}

func liveOf(t *testing.T, source string) (live liveChart, text string) {
	t.Helper()
	d, err := chart.NewDrawer(picture.Options{Script: []byte("none is needed"), Fonts: goFonts(t)})
	if err != nil {
		t.Fatal(err)
	}
	b, err := d.Live(mustBind(t, "ru", source))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &live); err != nil {
		t.Fatal(err)
	}
	return live, string(b)
}

// What a reader is told is the table under the chart, written by the same code.
func TestLiveTellsWhatTheTableSays(t *testing.T) {
	live, _ := liveOf(t, "{type: bar, title: Суммы, rows: {Лес: 7.9 млрд ₽, Химия: н/д}}")
	want := [][]string{{"Лес", "7,9 млрд ₽"}, {"Химия", "не объявлено"}}
	for i := range live.Rows {
		for j := range live.Rows[i] {
			live.Rows[i][j] = strings.ReplaceAll(live.Rows[i][j], "\u00a0", " ")
		}
	}
	if diff := cmp.Diff(want, live.Rows); diff != "" {
		t.Error(diff)
	}
	if live.Wide.Width != chart.Wide || live.Narrow.Width != chart.Narrow || live.Wide.Height == 0 || live.Spots != nil {
		t.Errorf("%+v", live)
	}
}

// Colours are those of the stylesheet, but no text is one, whatever it reads like.
func TestLiveColoursAreVariables(t *testing.T) {
	_, text := liveOf(t, "{type: heatmap, title: Карта, y: a, x: [b, c], rows: [{a: '#8a1c1c', b: 1, c: 2}, {a: 'rgba(41,129,202,0.5)', b: 3, c: н/д}]}")
	for _, want := range []string{`"#8a1c1c"`, `"rgba(41,129,202,0.5)"`, `"var(--chart-ink)"`, `"color-mix(in srgb, var(--chart-2) 50%, transparent)"`} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %s", want)
		}
	}
	for _, key := range []string{`"color":"#`, `"borderColor":"#`, `"color":"rgb`} {
		if strings.Contains(text, key) {
			t.Errorf("there is a colour that stays as it is: %s", key)
		}
	}
}

// A part of the time can be seen where two dates are too close to be pointed at: in
// the narrow picture sooner than in the wide one. What stands at the axis then is
// written here, and no pace has more ticks than are of use.
func TestLiveZoom(t *testing.T) {
	line := func(dates ...string) string {
		rows := "{type: line, title: Сумма, x: день, y: сумма, rows: ["
		for _, d := range dates {
			rows += "{день: " + d + ", сумма: 1},"
		}
		return rows + "]}"
	}
	for _, c := range []struct {
		source       string
		wide, narrow int // lists of ticks
		own          string
	}{
		{line("2020", "2023", "2025"), 0, 0, ""},
		{line("2023-01", "2025-01", "2025-03"), 0, 6, "01.2023 01.2025 03.2025"},
		{line("2025-02-11", "2023-01", "2025-02-17"), 6, 6, "01.2023 11.02.2025 17.02.2025"},
		{line("1990-01", "2025-02-11", "2025-02-17"), 9, 9, "01.1990 11.02.2025 17.02.2025"},
		{"{type: bar, title: Сумма, rows: {2025-02-11: 1, 2025-02-12: 2}}", 0, 0, ""},
	} {
		live, _ := liveOf(t, c.source)
		if got := []int{len(live.Wide.Zoom), len(live.Narrow.Zoom)}; !slices.Equal(got, []int{c.wide, c.narrow}) || (len(live.Hints) > 0) != (c.narrow > 0) {
			t.Errorf("%s: %v lists of ticks, hints %v", c.source, got, live.Hints)
		}
		for i, ticks := range live.Narrow.Zoom {
			var texts []string
			for _, tick := range ticks {
				texts = append(texts, tick[1].(string))
			}
			if got := strings.Join(texts, " "); i == 0 && got != c.own {
				t.Errorf("%s: the dates are %s", c.source, got)
			}
			if len(ticks) > 240 {
				t.Errorf("%s: %d ticks", c.source, len(ticks))
			}
		}
	}
}

// Where things are drawn in another order than that of the table, each is told by
// its own row and cell.
func TestLiveSpots(t *testing.T) {
	for source, want := range map[string][][][2]int{
		"{type: line, title: x, x: д, y: с, group: г, rows: [{д: 2024, г: а, с: 1}, {д: 2025, г: б, с: 2}, {д: 2026, г: а, с: 3}]}": {{{0, -1}, {2, -1}}, {{1, -1}}},
		"{type: heatmap, title: x, y: a, x: [b, c], rows: [{a: М, b: 1, c: н/д}, {a: К, b: 3, c: 4}]}":                              {{{0, 0}, {1, 0}, {1, 1}}, {{0, 1}}},
		"{type: scatter, title: x, x: b, y: c, label: a, group: d, rows: [{a: М, b: 1, c: 2, d: п}, {a: К, b: 3, c: н/д, d: п}, {a: Л, b: 3, c: 1, d: р}]}": {
			{{0, -1}}, {{2, -1}},
		},
	} {
		live, _ := liveOf(t, source)
		if diff := cmp.Diff(want, live.Spots); diff != "" {
			t.Errorf("%s: %s", source, diff)
		}
		series, _ := live.Wide.Option["series"].([]any)
		for i, spots := range live.Spots {
			if data, _ := series[i].(map[string]any)["data"].([]any); len(data) != len(spots) {
				t.Errorf("%s: series %d has %d items and %d spots", source, i, len(data), len(spots))
			}
		}
	}
}
