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

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
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
