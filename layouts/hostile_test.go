package layouts_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
)

// hostileCharts are the forms in which every kind of chart is given names that it
// must take for nothing but names.
var hostileCharts = map[chart.Kind]string{
	chart.Bar:       "x: value\ny: name\nsort: none\nlimit: 40",
	chart.Columns:   "x: name\ny: [value, more]",
	chart.Lines:     "x: name\ny: value",
	chart.Steps:     "x: name\ny: value",
	chart.Areas:     "x: name\ny: [value, more]\nstack: yes",
	chart.Pie:       "x: value\ny: name",
	chart.Ring:      "x: value\ny: name",
	chart.Heatmap:   "x: [value, more]\ny: name",
	chart.Scatter:   "x: value\ny: more\nlabel: name",
	chart.Waterfall: "x: value\ny: name",
	chart.Treemap:   "x: value\ny: name\ngroup: more",
	chart.Sunburst:  "x: value\ny: name\ngroup: more",
	chart.Sankey:    "x: value\ny: [name, more]",
	chart.Funnel:    "x: value\ny: name",
	chart.Slope:     "x: [value, more]\ny: name",
	chart.Timeline:  "x: day\ny: name\ngroup: name",
}

// Text is text in charts that are alive: what is drawn is what the picture has, and
// what is told of a thing begins with its name, letter by letter.
func TestTextIsTextAlive(t *testing.T) {
	t.Parallel() // it waits for the browser most of the time
	file, err := os.ReadFile("../generator/chart/testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts := strings.Split(strings.TrimSpace(string(file)), "\n")
	pages := map[string]string{"_index.md": "---\ntitle: Свод\n---\nТекст.\n"}
	ids := map[chart.Kind][]string{}
	for _, kind := range chart.Kinds {
		if !kind.Alive() {
			continue
		}
		form, ok := hostileCharts[kind]
		if !ok {
			t.Errorf("there is no hostile %s", kind)
		}
		blocks := hostileBlocks(t, kind, form, texts)
		ids[kind] = slices.Sorted(maps.Keys(blocks))
		pages[string(kind)+".md"] = strings.Replace(chartPage(blocks)["diagrammy.md"], "Диаграммы", string(kind), 1)
	}
	r := read(t, "", pages, 1280)
	for kind, ids := range ids { // a page for each kind: a browser is slow with all on one
		if err := chromedp.Do(r.tab, chromedp.Navigate(r.url+string(kind)+"/")); err != nil {
			t.Fatal(err)
		}
		for _, id := range ids {
			r.findTextsAsText(id)
		}
	}
	r.silent()
}

// hostileBlocks are charts of one kind that have all texts among them.
func hostileBlocks(t *testing.T, kind chart.Kind, form string, texts []string) map[string]string {
	t.Helper()
	size := 34
	switch kind { // of others, only the largest are shown by name
	case chart.Pie, chart.Ring, chart.Treemap, chart.Sunburst, chart.Sankey, chart.Timeline:
		size = 6
	case chart.Funnel, chart.Slope:
		size = 12
	}
	blocks := map[string]string{}
	for n, chunk := range slices.Collect(slices.Chunk(texts, size)) {
		var block strings.Builder
		fmt.Fprintf(&block, "type: %s\ntitle: %s\n%s\nrows:\n", kind, quoted(t, chunk[0]), form)
		for i, text := range chunk {
			fmt.Fprintf(&block, "  - {name: %s, value: %d, more: %d, day: 2025-02-%02d}\n", quoted(t, text), 60-i, i*i, 1+i%28)
		}
		blocks[fmt.Sprintf("%s-%d", kind, n)] = block.String()
	}
	return blocks
}

// findTextsAsText brings a chart to life and looks for anything in it but what the
// picture has, and for anything told but heads of its table.
func (r *reader) findTextsAsText(id string) {
	r.t.Helper()
	r.wake(id)
	if drawn, alive := r.texts(id); !slices.Equal(drawn, alive) {
		r.t.Errorf("%s: %s", id, cmp.Diff(drawn, alive))
	}
	rows := ask[[]string](r, `[...document.querySelectorAll("#%s tbody th")].map(e => e.textContent.trim())`, id)
	// The keys are pressed in the page: going to the browser and back for each takes a
	// second for a chart.
	told := ask[[]string](r, `(picture => Array.from({length: %[2]d}, () => {
		picture.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight"}));
		return picture.querySelector(".told .head")?.textContent.trim() ?? "";
	}))(document.querySelector("#%[1]s .picture"))`, id, len(rows))
	for _, head := range told {
		if !slices.Contains(rows, head) {
			r.t.Errorf("%s: %q is told, which is not in the table", id, head)
		}
	}
	if strange := ask[[]string](r, `[...document.querySelectorAll("#%s .live *")].map(e => e.localName).filter(name =>
		!["div", "svg", "g", "path", "rect", "text", "tspan", "defs", "clipPath", "p", "b", "i", "span"].includes(name))`, id); len(strange) > 0 {
		r.t.Errorf("%s: there is %v", id, strange)
	}
}

// quoted turns a text as Go writes it into one as YAML does.
func quoted(t *testing.T, text string) string {
	t.Helper()
	s, err := strconv.Unquote(text)
	if err != nil {
		t.Fatal(err)
	}
	return strconv.Quote(s)
}
