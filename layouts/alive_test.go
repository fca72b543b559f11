package layouts_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/browsertest"
)

// livingCharts are blocks of every kind of chart that readers point at in its own way.
var livingCharts = map[string]string{
	"polosy":   "type: bar\nrows: {Химия: 15,6 млрд ₽, Лес: 8 млрд ₽, Металлы: 6,1 млрд ₽, Связь: н/д}",
	"stolbiki": "type: column\nx: год\ny: [обещано, освоено]\nrows:\n  - {год: 2023, обещано: 4, освоено: 1}\n  - {год: 2024, обещано: 6, освоено: 2}\n  - {год: 2025, обещано: 9, освоено: н/д}",
	"stopki":   "type: column\nstack: yes\nx: год\ny: [обещано, освоено]\nrows:\n  - {год: 2023, обещано: 4, освоено: 1}\n  - {год: 2024, обещано: 6, освоено: 2}",
	"liniya":   "type: line\nx: дата\ny: сумма\nrows:\n  - {дата: 2025-02-11, сумма: 7,9 млрд ₽}\n  - {дата: 2025-06, сумма: 8 млрд ₽}\n  - {дата: 2025-12-20, сумма: 9,4 млрд ₽}",
	"pirog":    "type: pie\nrows: {Химия: 15,6 млрд ₽, Лес: 8 млрд ₽, Металлы: 6,1 млрд ₽, Связь: н/д}",
	"koltso":   "type: ring\nrows: {Химия: 15,6 млрд ₽, Лес: 8 млрд ₽, Металлы: 6,1 млрд ₽}",
	"karta":    "type: heatmap\ny: кластер\nx: [обещано, освоено]\nrows:\n  - {кластер: Лес, обещано: 4, освоено: 1}\n  - {кластер: Химия, обещано: 6, освоено: н/д}",
	"razryv":   "type: bar\nlimit: 2\nrows: {А: 5, Б: 5, В: 5, Г: 5, Д: 5, Е: 5, Ж: 5, З: 5, И: 5, К: 5, Л: 5, М: 5, Н: 5, О: 5}",
	"tochki":   "type: scatter\nx: сумма\ny: места\nlabel: кластер\nrows:\n  - {кластер: Лес, сумма: 4, места: 100}\n  - {кластер: Химия, сумма: 6, места: 40}",
	"stupeni":  "type: waterfall\nrows: {Было: 4, Прибавили: 3, Убавили: -2}",
}

// chartPage is a page of charts.
func chartPage(blocks map[string]string) map[string]string {
	var page strings.Builder
	page.WriteString("---\ntitle: Диаграммы\n---\n")
	for _, id := range slices.Sorted(maps.Keys(blocks)) {
		fmt.Fprintf(&page, "\n```chart\nid: %s\n%s\n```\n\nПосле.\n", id, blocks[id])
	}
	return map[string]string{"_index.md": "---\ntitle: Свод\n---\nТекст.\n", "diagrammy.md": page.String()}
}

// titled are the blocks with their ids as titles.
func titled(blocks map[string]string) map[string]string {
	out := map[string]string{}
	for id, block := range blocks {
		out[id] = "title: " + id + "\n" + block
	}
	return out
}

// A chart that a reader points at comes alive where it stands: same box, same
// texts, nothing else on the page moves, and nobody complains.
func TestChartsComeAlive(t *testing.T) {
	for _, width := range []int64{360, 1280} {
		t.Run(strconv.FormatInt(width, 10), func(t *testing.T) {
			r := read(t, "diagrammy/", chartPage(titled(livingCharts)), width)
			const boxes = `[...document.querySelectorAll("main, main *")].filter(e => !e.closest(".live, .aside")).map(e => {
				const b = e.getBoundingClientRect();
				return b.width ? [b.x, b.y + scrollY, b.width, b.height].map(Math.round) : [];
			})`
			before := ask[[][]float64](r, boxes)
			for _, id := range slices.Sorted(maps.Keys(livingCharts)) {
				r.awaken(id)
				if drawn, alive := r.texts(id); !slices.Equal(drawn, alive) || len(drawn) == 0 {
					t.Errorf("%s: %s", id, cmp.Diff(drawn, alive))
				}
				size := ask[[][]float64](r, `[">svg", ".live svg"].map(svg => {
					const b = document.querySelector("#%s .alive " + svg).getBoundingClientRect();
					return [b.x, b.y, b.width, b.height].map(Math.round);
				})`, id)
				if !slices.Equal(size[0], size[1]) {
					t.Errorf("%s: the picture has %v, the live chart %v", id, size[0], size[1])
				}
			}
			if diff := cmp.Diff(before, ask[[][]float64](r, boxes)); diff != "" {
				t.Error("the page has moved:", diff)
			}
			r.silent()
		})
	}
}

// When a chart comes alive, nothing is seen to happen: each line and letter is where
// it was in the picture.
func TestLivingChartsLookLikeTheirPictures(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280)
	for _, id := range slices.Sorted(maps.Keys(livingCharts)) {
		before := r.shot(id)
		r.wake(id)
		after := r.shot(id)
		if share := different(before, after); share > 0.001 {
			t.Errorf("%s: %.1f %% of it has changed", id, share*100)
		}
	}
}

// Charts are read with the keyboard too: coming to one wakes it, arrows read its
// things in the order of the table, Escape gives the picture back.
func TestChartsByKeyboard(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280)
	for id, want := range map[string]string{
		"polosy":   "Химия: 15,6 млрд ₽|Лес: 8 млрд ₽|Металлы: 6,1 млрд ₽|Связь: не объявлено",
		"stolbiki": "2023: обещано 4; освоено 1|2024: обещано 6; освоено 2|2025: обещано 9; освоено не объявлено",
		"liniya":   "11 февраля 2025: 7,9 млрд ₽|июнь 2025: 8 млрд ₽|20 декабря 2025: 9,4 млрд ₽",
		"pirog":    "Химия: Значение 15,6 млрд ₽; Доля 53 %|Лес: Значение 8 млрд ₽; Доля 27 %",
		"karta":    "Лес: обещано 4|Лес: освоено 1|Химия: обещано 6|Химия: освоено не объявлено",
		"tochki":   "Лес: сумма 4; места 100|Химия: сумма 6; места 40",
		"stupeni":  "Было: +4|Прибавили: +3|Убавили: −2|Итого: 5",
	} {
		r.wake(id)
		for i, words := range strings.Split(want, "|") {
			r.press("ArrowRight")
			heard := ask[string](r, `document.querySelector("#%s [role=status]").textContent`, id)
			if plain(heard) != words {
				t.Errorf("%s: thing %d is heard as %q, not %q", id, i+1, heard, words)
			}
			head, _, _ := strings.Cut(words, ":")
			if shown := r.told(id); !strings.HasPrefix(plain(shown), head) {
				t.Errorf("%s: thing %d is shown as %q, heard as %q", id, i+1, shown, words)
			}
		}
		r.press("Escape")
		r.until(`!document.querySelector("#%s .alive, #%[1]s .live")`, id)
	}
	r.silent()
}

// The sum of a cluster stands until the day of the report. Who points there, or goes
// there with the keyboard, is told when it was named: nobody named one on that day.
func TestSumsThatStandAreToldWithTheirDay(t *testing.T) {
	r := read(t, "clusters/les/", map[string]string{
		"_index.md": "---\ntitle: Свод\nas_of: 2026-02-24\n---\nТекст.\n",
		"clusters/les.md": "---\ntitle: Лес\ninvestment:\n  - {date: 2025-02-11, amount: 7,9 млрд ₽}\n" +
			"  - {date: 2025-07, amount: 6,1 млрд ₽}\n---\nТекст.\n",
	}, 1280)
	const id, last = "chart-cluster-les", "июль 2025"
	r.awaken(id)
	r.point(id, 0.98, 0.5)
	r.until(`document.querySelector("#%s .told .head")?.textContent.startsWith("июль")`, id)
	if shown := plain(r.told(id)); !strings.HasPrefix(shown, last) || !strings.Contains(shown, "6,1 млрд ₽") {
		t.Errorf("at the end of the line stands %q", shown)
	}
	ask[bool](r, `(document.querySelector("#%s .picture").focus(), true)`, id)
	for i, words := range []string{"11 февраля 2025: 7,9 млрд ₽", last + ": 6,1 млрд ₽", last + ": 6,1 млрд ₽"} {
		r.press("ArrowRight")
		if heard := plain(ask[string](r, `document.querySelector("#%s [role=status]").textContent`, id)); heard != words {
			t.Errorf("thing %d is heard as %q, not %q", i+1, heard, words)
		}
	}
	r.silent()
}

// plain writes a text with ordinary spaces.
func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

// A series is hidden and shown by its key, and a stack without one of its parts
// does not say what it came to.
func TestSeriesOfLivingCharts(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280)
	r.wake("stopki")
	const bars = `document.querySelectorAll('#stopki .live path[fill="var(--chart-2)"]').length`
	before := ask[int](r, bars)
	r.press("2")
	r.until(bars+" < %d", before)
	if heard := ask[string](r, `document.querySelector("#stopki [role=status]").textContent`); heard != "обещано" {
		t.Errorf("of the series, %q is said to be left", heard)
	}
	r.press("2")
	r.until(bars+" === %d", before)
	r.silent()
}

// A chart that is alive follows the scheme of the page, and on paper the picture
// is printed.
func TestLivingChartsFollowTheScheme(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280)
	r.awaken("polosy")
	const colours = `["--chart-1", "#polosy .live path[fill='var(--chart-1)']"].map(x => x[0] === "-"
		? getComputedStyle(document.documentElement).getPropertyValue(x)
		: "#" + getComputedStyle(document.querySelector(x)).fill.match(/\d+/g).map(n => (+n).toString(16).padStart(2, "0")).join(""))`
	seen := map[string]bool{}
	for _, scheme := range []string{"light", "dark"} {
		browsertest.Call(t, r.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		got := ask[[]string](r, colours)
		if got[0] != got[1] || seen[got[0]] {
			t.Errorf("%s: the page has %s, the bar %s", scheme, got[0], got[1])
		}
		seen[got[0]] = true
	}
	browsertest.Call(t, r.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	if got := ask[[]string](r, `[getComputedStyle(document.querySelector("#polosy .live")).display, getComputedStyle(document.querySelector("#polosy .alive > svg")).opacity]`); !slices.Equal(got, []string{"none", "1"}) {
		t.Errorf("on paper: %v", got)
	}
}

// A window that becomes narrow gets the narrow chart.
func TestLivingChartsFollowTheWindow(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280)
	r.awaken("polosy")
	r.until(`document.querySelector("#polosy .wide.alive")`)
	if err := chromedp.Do(r.tab, chromedp.EmulateViewport(360, 900)); err != nil {
		t.Fatal(err)
	}
	r.until(`document.querySelector("#polosy .narrow.alive .live svg") && !document.querySelector("#polosy .wide .live")`)
	if drawn, alive := r.texts("polosy"); !slices.Equal(drawn, alive) {
		t.Error(cmp.Diff(drawn, alive))
	}
	r.silent()
}

// Where the script or what it loads does not come, the picture stays.
func TestPicturesStayWithoutScript(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280)
	browsertest.Call(t, r.tab, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	for _, blocked := range []string{"/assets/charts.*", "/assets/chart-live.*", "what the chart is drawn from"} {
		if !strings.Contains(blocked, "/") {
			blocked = ask[string](r, `new URL(document.querySelector("#polosy").dataset.chart, location).pathname`)
		}
		browsertest.Call(t, r.tab, network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*" + blocked, Block: true}}})
		r.said.Take()
		if err := chromedp.Do(r.tab, chromedp.Navigate(r.url+"diagrammy/")); err != nil {
			t.Fatal(err)
		}
		r.point("polosy", 0.5, 0.5)
		for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
			if said := r.said.Take(); len(said) > 0 {
				if !strings.Contains(said[0], "request failed") && !strings.Contains(said[0], "ERR_BLOCKED") {
					t.Error(said)
				}
				break
			}
			if time.Now().After(deadline) {
				t.Fatalf("%s was not asked for", blocked)
			}
		}
		if !ask[bool](r, `!document.querySelector(".alive, .live") && getComputedStyle(document.querySelector("#polosy .wide > svg")).opacity === "1"`) {
			t.Errorf("without %s the picture is gone", blocked)
		}
	}
}

// Who asked for less motion gets none: of a bar that moves, only its first and its
// last place are seen.
func TestLivingChartsRespectReducedMotion(t *testing.T) {
	for want, media := range map[string]*emulation.MediaFeature{
		"jumps": {Name: "prefers-reduced-motion", Value: "reduce"},
		"moves": {Name: "prefers-reduced-motion", Value: "no-preference"},
	} {
		r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280, media)
		r.wake("stopki")
		r.press("1")
		places := ask[int](r, `new Promise(done => {
			const places = new Set(), until = performance.now() + 600;
			const look = () => {
				places.add(document.querySelector('#stopki .live path[fill="var(--chart-2)"][stroke], #stopki .live g path[fill="var(--chart-2)"]').getAttribute("d"));
				performance.now() < until ? requestAnimationFrame(look) : done(places.size);
			};
			look();
		})`)
		if jumps := places <= 2; jumps != (want == "jumps") {
			t.Errorf("a bar is seen at %d places, but it %s", places, want)
		}
	}
}

// A tap wakes a chart and tells what was tapped; a finger that scrolls over it
// loads nothing.
func TestChartsAreTapped(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 360)
	browsertest.Call(t, r.tab, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	var box []float64
	touch := func(kind input.DispatchTouchEventType, points ...[2]float64) {
		list := []*input.TouchPoint{}
		for _, p := range points {
			list = append(list, &input.TouchPoint{X: box[0] + p[0]*box[2], Y: box[1] + p[1]*box[3]})
		}
		browsertest.Call(t, r.tab, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: list})
	}
	box = r.box("polosy")
	for _, tap := range []struct {
		y    float64
		head string
	}{{0.1, "Химия"}, {0.3, "Лес"}, {0.9, "Связь"}} {
		touch(input.DispatchTouchEventTypeTouchStart, [2]float64{0.5, tap.y})
		touch(input.DispatchTouchEventTypeTouchEnd)
		r.until(`document.querySelector("#polosy .told .head")?.textContent === %q`, tap.head)
	}
	box = r.box("stupeni")
	touch(input.DispatchTouchEventTypeTouchStart, [2]float64{0.5, 0.9})
	for y := 0.8; y > -1; y -= 0.1 {
		touch(input.DispatchTouchEventTypeTouchMove, [2]float64{0.5, y})
	}
	touch(input.DispatchTouchEventTypeTouchEnd)
	if asked := ask[[]string](r, `performance.getEntriesByType("resource").filter(e => e.initiatorType === "fetch").map(e => e.name)`); len(asked) != 1 {
		t.Errorf("one chart was tapped; these are loaded: %q", asked)
	}
	r.silent()
}

// A page with charts that are alive is as accessible as one with pictures.
func TestLivingChartsAreAccessible(t *testing.T) {
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Skip("axe-core is not installed: run make")
	}
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280)
	for id := range livingCharts {
		r.awaken(id)
	}
	violations, err := browsertest.Violations(r.tab, string(axe))
	if err != nil || len(violations) > 0 {
		t.Error(err, violations)
	}
}
