package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
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

	"example.org/svod/generator/chart"
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

// A reader has a browser open on a site that is sent with the strictest policy.
type reader struct {
	t    *testing.T
	tab  context.Context
	url  string
	said *complaints
}

// read builds a report of texts and opens a page of it.
func read(t *testing.T, page string, texts map[string]string, width int64, media ...*emulation.MediaFeature) *reader {
	t.Helper()
	if testing.Short() {
		t.Skip("opens a browser")
	}
	needAssets(t)
	browser := startBrowser(t)
	dir := t.TempDir()
	for name, text := range texts {
		file := filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	var told strings.Builder
	public := filepath.Join(dir, "public")
	if status := run(t.Context(), []string{"build", "-s", dir, "-d", public}, streams{null, null, &told}); status != exitDone {
		t.Fatalf("the report does not build:\n%s", &told)
	}
	files := http.FileServerFS(os.DirFS(public))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	tab, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	r := &reader{t, tab, server.URL + "/", listen(t, tab)}
	if err := chromedp.Do(tab, chromedp.EmulateViewport(width, 900)); err != nil {
		t.Fatal(err)
	}
	call(t, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: media})
	if err := chromedp.Do(tab, chromedp.Navigate(r.url+page)); err != nil {
		t.Fatal(err)
	}
	return r
}

// ask evaluates an expression in the page; a promise is waited for.
func ask[T any](r *reader, script string, args ...any) T {
	r.t.Helper()
	got, err := chromedp.Run(r.tab, chromedp.Evaluate[string]("(async () => JSON.stringify(await ("+fmt.Sprintf(script, args...)+")))()", chromedp.EvalAwaitPromise))
	if err != nil {
		r.t.Fatal(err)
	}
	var value T
	if err := json.Unmarshal([]byte(got), &value); err != nil {
		r.t.Fatalf("%s: %v", got, err)
	}
	return value
}

// until waits for an expression to become true.
func (r *reader) until(script string, args ...any) {
	r.t.Helper()
	script = fmt.Sprintf(script, args...)
	if !ask[bool](r, `new Promise(done => {
		const give = setTimeout(() => done(false), 20000);
		const look = () => { if (%s) { clearTimeout(give); done(true) } else setTimeout(look, 10) };
		look();
	})`, script) {
		r.t.Fatalf("never: %s\n%v", script, r.said.take())
	}
}

// point moves the pointer over a chart, to shares of its width and height.
func (r *reader) point(id string, x, y float64) {
	r.t.Helper()
	box := ask[[]float64](r, `(() => {
		const picture = document.querySelector("#%s .picture");
		picture.scrollIntoView({behavior: "instant", block: "center"});
		const box = [...picture.children].find(e => e.offsetWidth > 0).getBoundingClientRect();
		return [box.x, box.y, box.width, box.height];
	})()`, id)
	for _, step := range []float64{-1, 0} { // a pointer that stands still tells nothing
		call(r.t, r.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: input.DispatchMouseEventTypeMouseMoved, X: box[0] + x*box[2] + step, Y: box[1] + y*box[3],
		})
	}
}

func (r *reader) awaken(id string) {
	r.t.Helper()
	r.point(id, 0.5, 0.5)
	r.until(`document.querySelector("#%s .alive .live svg")`, id)
}

func (r *reader) press(key string) {
	r.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		call(r.t, r.tab, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key})
	}
}

// silent fails the test where the browser has complained.
func (r *reader) silent() {
	r.t.Helper()
	for _, complaint := range r.said.take() {
		r.t.Error(complaint)
	}
}

// texts are all texts of the picture and of the live chart over it.
func (r *reader) texts(id string) (drawn, alive []string) {
	r.t.Helper()
	all := ask[[][]string](r, `["> svg", "> .live svg"].map(svg =>
		[...document.querySelectorAll("#%s .alive " + svg + " text")].flatMap(t => [...t.childNodes].map(n => n.textContent)))`, id)
	for _, list := range all {
		slices.Sort(list)
	}
	return all[0], all[1]
}

// told is what is shown of the thing pointed at.
func (r *reader) told(id string) string {
	r.t.Helper()
	r.until(`document.querySelector("#%[1]s .told") && getComputedStyle(document.querySelector("#%[1]s .told").parentNode).display !== "none"`, id)
	return ask[string](r, `document.querySelector("#%s .told").innerText`, id)
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
		ask[bool](r, `(document.querySelector("#%s .picture").focus(), true)`, id)
		r.until(`document.querySelector("#%s .alive .live svg")`, id)
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

// plain writes a text with ordinary spaces.
func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

// A series is hidden and shown by its key, and a stack without one of its parts
// does not say what it came to.
func TestSeriesOfLivingCharts(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(livingCharts)), 1280)
	ask[bool](r, `(document.querySelector("#stopki .picture").focus(), true)`)
	r.until(`document.querySelector("#stopki .alive .live svg")`)
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
		call(t, r.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		got := ask[[]string](r, colours)
		if got[0] != got[1] || seen[got[0]] {
			t.Errorf("%s: the page has %s, the bar %s", scheme, got[0], got[1])
		}
		seen[got[0]] = true
	}
	call(t, r.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
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
	for _, blocked := range []string{"/assets/charts.*", "/assets/chart-live.*", "/charts/*.live.json"} {
		r := read(t, "", chartPage(titled(livingCharts)), 1280)
		call(t, r.tab, network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*" + blocked, Block: true}}})
		r.said.take()
		if err := chromedp.Do(r.tab, chromedp.Navigate(r.url+"diagrammy/")); err != nil {
			t.Fatal(err)
		}
		r.point("polosy", 0.5, 0.5)
		for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
			if said := r.said.take(); len(said) > 0 {
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
}

// Text is text in charts that are alive: what is drawn is what the picture has, and
// what is told of a thing begins with its name, letter by letter.
func TestTextIsTextAlive(t *testing.T) {
	file, err := os.ReadFile("../chart/testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts := strings.Split(strings.TrimSpace(string(file)), "\n")
	blocks := map[string]string{}
	for _, kind := range chart.Kinds {
		form, ok := hostileCharts[kind]
		if !ok {
			t.Errorf("there is no hostile %s", kind)
		}
		size := 34
		if kind == chart.Pie || kind == chart.Ring {
			size = 6
		}
		for n, chunk := range slices.Collect(slices.Chunk(texts, size)) {
			var block strings.Builder
			fmt.Fprintf(&block, "type: %s\ntitle: %s\n%s\nrows:\n", kind, quoted(t, chunk[0]), form)
			for i, text := range chunk {
				fmt.Fprintf(&block, "  - {name: %s, value: %d, more: %d}\n", quoted(t, text), 60-i, i*i)
			}
			blocks[fmt.Sprintf("%s-%d", kind, n)] = block.String()
		}
	}
	r := read(t, "diagrammy/", chartPage(blocks), 1280)
	for _, id := range slices.Sorted(maps.Keys(blocks)) {
		r.awaken(id)
		if drawn, alive := r.texts(id); !slices.Equal(drawn, alive) {
			t.Errorf("%s: %s", id, cmp.Diff(drawn, alive))
		}
		ask[bool](r, `(document.querySelector("#%s .picture").focus(), true)`, id)
		rows := ask[[]string](r, `[...document.querySelectorAll("#%s tbody th")].map(e => e.textContent.trim())`, id)
		for range rows {
			r.press("ArrowRight")
			if head := ask[string](r, `document.querySelector("#%s .told .head")?.textContent.trim()`, id); !slices.Contains(rows, head) {
				t.Errorf("%s: %q is told, which is not in the table", id, head)
			}
		}
		if strange := ask[[]string](r, `[...document.querySelectorAll("#%s .live *")].map(e => e.localName).filter(name =>
			!["div", "svg", "g", "path", "rect", "text", "tspan", "defs", "clipPath", "p", "b", "i", "span"].includes(name))`, id); len(strange) > 0 {
			t.Errorf("%s: there is %v", id, strange)
		}
	}
	r.silent()
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
