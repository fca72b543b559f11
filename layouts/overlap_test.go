package layouts_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"example.org/svod/generator/browsertest"
	"example.org/svod/generator/chart"
)

// longNames are as long as those of clusters get: forty letters, in short words, in
// long ones, and in one that can be broken nowhere.
var longNames = []string{
	"Кластер глубокой переработки древесины А",
	"Нефтегазохимический комплекс «Северный»",
	"Горно-металлургическо-машиностроительный",
	"Электротеплогазоводоснабженческокабельны",
	"Фармацевтика и медицинские изделия Урала",
}

// tables are what is hard to draw, for all kinds.
var tables = map[string][]string{
	"obychno": rowsOf([]string{"Лес", "Химия", "Металлы", "Связь", "Электроника"}, 8, 15.6, 47, 6.1, 3),
	"tesno":   rowsOf(twenty(), 47, 46, 44, 41, 40, 38, 33, 31, 30, 26, 24, 22, 20, 15, 12, 9, 7, 5, 3, 1),
	"razryv":  rowsOf([]string{"Лес", "Химия", "Металлы", "Связь", "Электроника"}, 700, 6, 5.5, 6, 4),
	"neyasno": rowsOf([]string{"Лес", "Химия", "Металлы", "Связь", "Электроника"}, 8, -1, 47, -1, 3),
	"odin":    rowsOf(longNames[:1], 7.9),
	"ogromno": rowsOf(longNames, 47000, 1, 12, 3, 800),
	"ravno":   rowsOf(longNames, 5, 5, 5, 5, 5),
}

// twenty are names of forty letters each.
func twenty() []string {
	var names []string
	for i := range 20 {
		name := []rune(longNames[i%len(longNames)])
		names = append(names, string(name[:len(name)-1])+string('А'+rune(i)))
	}
	return names
}

// rowsOf are rows of values; one below zero is not known.
func rowsOf(names []string, values ...float64) []string {
	var rows []string
	for i, name := range names {
		rows = append(rows, fmt.Sprintf("  - {name: %q, value: %s, more: %s, day: 2024-%02d-%02d}",
			name, figure(values[i]), figure(values[(i*7+3)%len(values)]), 1+i%12, 1+i))
	}
	return rows
}

func figure(value float64) string {
	if value < 0 {
		return "н/д"
	}
	return fmt.Sprint(value)
}

// mostRows are how many names some kinds take.
var mostRows = map[chart.Kind]int{chart.Funnel: 12, chart.Slope: 12, chart.Gauge: 1}

// manySeries are forms in which a kind has as many series or groups as can be,
// with long names.
func manySeries() map[string]string {
	var columns, wide, tall strings.Builder
	names := twenty()[:8]
	for _, name := range names {
		fmt.Fprintf(&columns, "%q, ", name)
	}
	for i, year := range []int{2022, 2023, 2024, 2025} {
		fmt.Fprintf(&wide, "  - {год: %d", year)
		for j, name := range names {
			fmt.Fprintf(&wide, ", %q: %d", name, 1+(i*5+j*7)%19)
			fmt.Fprintf(&tall, "  - {name: %q, group: %q, value: %d, more: %d, day: %d-%02d-11, until: %[5]d-%02[7]d-20}\n", names[(i+j)%8], name, 1+(i*5+j*7)%19, 2+(i*3+j)%23, year, 1+j, 2+j)
		}
		wide.WriteString("}\n")
	}
	var years, fields strings.Builder // of heat maps that have no room for their heads
	for i, name := range names {
		for j := range 12 {
			fmt.Fprintf(&years, "  - {name: %q, group: %d, value: \"%d,5 млрд ₽\"}\n", name, 2014+j, (i*7+j*3)%48)
			fmt.Fprintf(&fields, "  - {name: %q, group: %q, value: %d}\n", name, twenty()[j], (i*7+j*3)%48*1000+1)
		}
	}
	list := strings.TrimSuffix(columns.String(), ", ")
	ofColumns := func(form string) string { return form + "\ny: [" + list + "]\nx: год\nrows:\n" + wide.String() }
	ofRows := func(form string) string { return form + "\nrows:\n" + tall.String() }
	return map[string]string{
		"column":         ofColumns("type: column"),
		"column-stopki":  ofColumns("type: column\nstack: yes"),
		"column-procent": ofColumns("type: column\nstack: percent"),
		"line":           ofColumns("type: line"),
		"step":           ofColumns("type: step"),
		"area":           ofColumns("type: area"),
		"area-stopki":    ofColumns("type: area\nstack: yes"),
		"heatmap":        "type: heatmap\ny: год\nx: [" + list + "]\nrows:\n" + wide.String(),
		"heatmap-gody":   "type: heatmap\nx: value\ny: name\ngroup: group\nrows:\n" + years.String(),
		"heatmap-mnogo":  "type: heatmap\nx: value\ny: name\ngroup: group\nrows:\n" + fields.String(),
		"scatter":        ofRows("type: scatter\nx: value\ny: more\nlabel: name\ngroup: group"),
		"treemap":        ofRows("type: treemap\nx: value\ny: name\ngroup: group"),
		"sunburst":       ofRows("type: sunburst\nx: value\ny: name\ngroup: group"),
		"sankey":         ofRows("type: sankey\nx: value\ny: [group, name]"),
		"timeline":       ofRows("type: timeline\nx: [day, until]\ny: name\ngroup: group"),
	}
}

// crowdedCharts are blocks of every kind of chart with every table that is hard to
// draw, by ids that begin with the kind.
func crowdedCharts(t *testing.T) map[string]string {
	t.Helper()
	blocks := map[string]string{}
	add := func(id, block string) { blocks[id] = "title: " + id + "\n" + block }
	for _, kind := range chart.Kinds {
		form, ok := hostileCharts[kind]
		switch kind {
		case chart.Gauge: // tells nothing of the things in it when it is pointed at
			form, ok = "x: value\ny: name\nof: 900", true
		case chart.Timeline: // as many groups are refused
			form = "x: day\ny: name"
		}
		if !ok {
			t.Errorf("there is no form of a %s", kind)
		}
		block := func(rows []string) string {
			if most := mostRows[kind]; most > 0 && len(rows) > most {
				rows = rows[:most]
			}
			return fmt.Sprintf("type: %s\n%s\nrows:\n%s", kind, form, strings.Join(rows, "\n"))
		}
		for name, rows := range tables {
			add(string(kind)+"-"+name, block(rows))
		}
		if kind != chart.Timeline {
			add(string(kind)+"-mera", "unit: тысяч кубометров в месяц\n"+block(tables["obychno"]))
		}
	}
	for id, block := range manySeries() {
		add(id+"-ryady", block)
	}
	return blocks
}

// Texts of charts lie neither over each other nor outside of the frame, and are
// read on whatever is behind them, whatever the table, the window and the scheme.
func TestTextsOfChartsHaveRoom(t *testing.T) {
	t.Parallel() // it waits for the browser most of the time
	measure, err := os.ReadFile("testdata/measure.js")
	if err != nil {
		t.Fatal(err)
	}
	blocks := crowdedCharts(t)
	r := read(t, "diagrammy/", chartPage(blocks), 320)
	if n := ask[int](r, `document.querySelectorAll(".chart svg").length`); n != 2*len(blocks) {
		t.Fatalf("of %d charts there are %d pictures", len(blocks), n)
	}
	for _, width := range []int64{320, 768, 1280} {
		if err := chromedp.Do(r.tab, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		for _, scheme := range []string{"light", "dark"} {
			browsertest.Call(t, r.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
			for _, wrong := range ask[[][]string](r, `(%s)(".chart .picture > * > svg")`, string(measure)) {
				t.Errorf("%d %s: %s: %s: %q", width, scheme, wrong[0], wrong[1], wrong[2:])
			}
		}
	}
	r.silent()
}

// Texts of charts that are alive have as much room and are read as well.
func TestTextsOfLivingChartsHaveRoom(t *testing.T) {
	t.Parallel()
	measure, err := os.ReadFile("testdata/measure.js")
	if err != nil {
		t.Fatal(err)
	}
	blocks := crowdedCharts(t)
	maps.DeleteFunc(blocks, func(id, block string) bool {
		kind, _, _ := strings.Cut(id, "-")
		return !strings.HasSuffix(id, "-tesno") && !strings.HasSuffix(id, "-ryady") || !chart.Kind(kind).Alive()
	})
	r := read(t, "diagrammy/", chartPage(blocks), 320)
	for _, width := range []int64{320, 1280} {
		if err := chromedp.Do(r.tab, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		for _, id := range slices.Sorted(maps.Keys(blocks)) {
			r.wake(id)
		}
		for _, wrong := range ask[[][]string](r, `(%s)(".chart .live svg")`, string(measure)) {
			t.Errorf("%d: %s: %s: %q", width, wrong[0], wrong[1], wrong[2:])
		}
	}
	r.silent()
}
