package layouts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"example.org/svod/generator/browsertest"
)

// zoomedCharts lie along time, with dates that are too close to be told apart.
var zoomedCharts = map[string]string{
	"stupen": "type: step\nx: дата\ny: сумма\nrows:\n  - {дата: 2019-01, сумма: 2 млрд ₽}\n  - {дата: 2025-02-11, сумма: 7,9 млрд ₽}\n" +
		"  - {дата: 2025-02-17, сумма: 8 млрд ₽}\n  - {дата: 2025-03-22, сумма: 9 млрд ₽}\n  - {дата: 2026-02-24, сумма: 6,1 млрд ₽}",
	"sobytiya": "type: timeline\nx: дата\ny: кластер\nrows:\n  - {дата: 2019-01, кластер: Лес}\n  - {дата: 2025-02-11, кластер: Лес}\n" +
		"  - {дата: 2025-02-17, кластер: Химия}\n  - {дата: 2026-02-24, кластер: Химия}",
	"redko": "type: line\nx: дата\ny: сумма\nrows:\n  - {дата: 2019-01, сумма: 2}\n  - {дата: 2023-02-11, сумма: 7}",
}

// axisOf is what stands at the axis of time of a live chart, in its order.
const axisOf = `[...document.querySelectorAll("#%[1]s .live text")].filter(t => /^(\d\d\.)*\d{4}$/.test(t.textContent))
	.sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x).map(t => t.textContent)`

// Time is seen in part with the keyboard: the dates that are seen are said, those
// that have room stand at the axis, and in the end all is as it was drawn.
func TestTimeIsZoomedByKeyboard(t *testing.T) {
	for _, width := range []int64{360, 1280} {
		r := read(t, "diagrammy/", chartPage(titled(zoomedCharts)), width)
		for _, id := range []string{"stupen", "sobytiya"} {
			r.wake(id)
			if keys := ask[string](r, `document.querySelector("#%s .picture").getAttribute("aria-label")`, id); !strings.Contains(keys, "Плюс и минус") {
				t.Errorf("%s: nobody is told of the keys: %q", id, keys)
			}
			whole := ask[[]string](r, axisOf, id)
			r.press("ArrowRight")
			r.press("ArrowRight") // 11 February 2025
			for range 8 {
				r.press("+")
				r.apart(id)
			}
			r.until(`document.querySelector("#%s [role=status]").textContent === "11.02.2025 – 17.02.2025"`, id)
			r.until(`(`+axisOf+`).join() === "11.02.2025,17.02.2025"`, id)
			r.apart(id)
			r.press("ArrowLeft") // to January 2019, which is not seen
			r.until(`(`+axisOf+`).includes("01.2019")`, id)
			r.press("0")
			r.until(`(`+axisOf+`).join() === %q`, id, strings.Join(whole, ","))
			if drawn, alive := r.texts(id); !slices.Equal(drawn, alive) {
				t.Errorf("%s at %d: not as it was drawn: %v, %v", id, width, drawn, alive)
			}
			r.press("Escape")
			r.until(`!document.querySelector("#%s .live")`, id)
		}
		r.silent()
	}
}

// A wheel scrolls the page, and zooms with Ctrl alone; a double click shows all.
func TestTimeIsZoomedByWheel(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(zoomedCharts)), 1280)
	wheel := func(id string, keys int64) {
		box := r.box(id)
		browsertest.Call(t, r.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: input.DispatchMouseEventTypeMouseWheel, X: box[0] + box[2]*0.8, Y: box[1] + box[3]/2, DeltaX: 0.001, DeltaY: -120, Modifiers: keys,
		})
	}
	const ctrl = 2
	r.awaken("stupen")
	if hint := r.told("stupen"); !strings.Contains(hint, "Ctrl") {
		t.Errorf("who points is not told how to zoom: %q", hint)
	}
	whole := ask[[]string](r, axisOf, "stupen")
	before := ask[float64](r, "scrollY")
	wheel("stupen", 0)
	r.until("scrollY < %v", before)
	if now := ask[[]string](r, axisOf, "stupen"); !slices.Equal(now, whole) {
		t.Errorf("a wheel alone has zoomed: %v", now)
	}
	for range 20 {
		wheel("stupen", ctrl)
	}
	r.until(`(`+axisOf+`).some(text => text.length > 4)`, "stupen")
	r.apart("stupen")
	r.still("stupen") // ECharts may be about to follow the last turn of the wheel
	box := r.box("stupen")
	for clicks := range int64(2) {
		for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
			browsertest.Call(t, r.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{
				Type: kind, X: box[0] + box[2]/2, Y: box[1] + box[3]/2, Button: input.MouseButtonLeft, ClickCount: clicks + 1,
			})
		}
	}
	r.until(`(`+axisOf+`).join() === %q`, "stupen", strings.Join(whole, ","))

	r.awaken("redko") // where all can be pointed at, there is nothing to zoom
	if hint := r.told("redko"); strings.Contains(hint, "Ctrl") {
		t.Errorf("a chart of two far points speaks of zooming: %q", hint)
	}
	r.silent()
}

// Two fingers zoom, one scrolls the page over a chart that is alive as anywhere.
func TestTimeIsZoomedByFingers(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(zoomedCharts)), 360)
	browsertest.Call(t, r.tab, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	if err := chromedp.Do(r.tab, chromedp.Navigate(r.url+"diagrammy/")); err != nil { // a page that knows of fingers
		t.Fatal(err)
	}
	box := r.box("stupen")
	touch := func(kind input.DispatchTouchEventType, points ...[2]float64) {
		list := []*input.TouchPoint{}
		for i, p := range points {
			id := float64(i)
			list = append(list, &input.TouchPoint{X: box[0] + p[0]*box[2], Y: box[1] + p[1]*box[3], ID: &id})
		}
		browsertest.Call(t, r.tab, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: list})
	}
	touch(input.DispatchTouchEventTypeTouchStart, [2]float64{0.8, 0.5})
	touch(input.DispatchTouchEventTypeTouchEnd)
	r.until(`document.querySelector("#stupen .alive .live svg")`)
	whole := ask[[]string](r, axisOf, "stupen")
	box = r.box("stupen")
	touch(input.DispatchTouchEventTypeTouchStart, [2]float64{0.75, 0.5}, [2]float64{0.85, 0.5})
	for d := 0.05; d < 0.4; d += 0.05 {
		touch(input.DispatchTouchEventTypeTouchMove, [2]float64{0.75 - d, 0.5}, [2]float64{0.85 + d/4, 0.5})
	}
	touch(input.DispatchTouchEventTypeTouchEnd)
	r.until(`(`+axisOf+`).join() !== %q`, "stupen", strings.Join(whole, ","))
	if scale := ask[float64](r, "visualViewport.scale"); scale != 1 {
		t.Errorf("the page is zoomed too, to %v", scale)
	}

	before := ask[float64](r, "scrollY")
	touch(input.DispatchTouchEventTypeTouchStart, [2]float64{0.5, 0.8})
	for y := 0.7; y > -0.5; y -= 0.1 {
		touch(input.DispatchTouchEventTypeTouchMove, [2]float64{0.5, y})
	}
	touch(input.DispatchTouchEventTypeTouchEnd)
	r.until("scrollY > %v", before)
	r.silent()
}

// What is zoomed can have its series hidden and its window changed: nothing lies on
// anything, and in the end all is as it was drawn.
func TestZoomedTimeKeepsItsSeries(t *testing.T) {
	var rows strings.Builder
	day := time.Date(2024, 1, 10, 0, 0, 0, 0, time.UTC)
	for i := range 60 {
		for _, name := range []string{"Лес", "Химия"} {
			fmt.Fprintf(&rows, "\n  - {дата: %s, сумма: %d млрд ₽, кластер: %s}", day.Format(time.DateOnly), 10+(i*7+len(name))%13, name)
		}
		day = day.AddDate(0, 0, 5+i%3)
	}
	r := read(t, "diagrammy/", chartPage(titled(map[string]string{
		"ryady": "type: line\nx: дата\ny: сумма\ngroup: кластер\nrows:" + rows.String(),
	})), 1280)
	const lines = `[...document.querySelectorAll('#ryady .live path[stroke="var(--chart-2)"]')].filter(p => p.getBoundingClientRect().width > 50).length`
	ask[bool](r, `(document.querySelector("#ryady .picture").focus(), true)`)
	r.until(`document.querySelector("#ryady .alive .live svg")`)
	before := ask[int](r, lines)
	whole := ask[[]string](r, axisOf, "ryady")
	for range 3 {
		r.press("+")
	}
	r.until(`(`+axisOf+`).join() !== %q`, "ryady", strings.Join(whole, ","))
	zoomed := ask[[]string](r, axisOf, "ryady")
	r.press("2")
	r.until(lines+" < %d", before)
	if now := ask[[]string](r, axisOf, "ryady"); !slices.Equal(now, zoomed) {
		t.Errorf("hiding a series moves the time from %v to %v", zoomed, now)
	}
	r.press("2")
	r.until(lines+" === %d", before)
	r.apart("ryady")
	if err := chromedp.Do(r.tab, chromedp.EmulateViewport(360, 900)); err != nil {
		t.Fatal(err)
	}
	r.until(`document.querySelector("#ryady .narrow.alive .live svg") && !document.querySelector("#ryady .wide .live")`)
	r.press("+")
	r.press("0")
	r.until(`(() => { const at = (x) => [...document.querySelectorAll(x)].map(t => t.textContent).filter(s => s.trim()).sort().join(); return at("#ryady .narrow > svg text") === at("#ryady .live text"); })()`)
	r.silent()
}

// still waits until what stands at the axis of a chart changes no more.
func (r *reader) still(id string) {
	r.t.Helper()
	const moment = `new Promise(done => setTimeout(() => done(` + axisOf + `), 300))`
	for before := ask[[]string](r, axisOf, id); ; {
		now := ask[[]string](r, moment, id)
		if slices.Equal(before, now) {
			return
		}
		before = now
	}
}

// apart fails the test where two texts of a live chart lie on each other.
func (r *reader) apart(id string) {
	r.t.Helper()
	if on := ask[[]string](r, `(() => {
		const texts = [...document.querySelectorAll("#%s .live text")].map(t => [t.textContent, t.getBoundingClientRect()]);
		return texts.flatMap(([a, p], i) => texts.slice(i + 1).filter(([, q]) =>
			p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1).map(([b]) => a + " | " + b));
	})()`, id); len(on) > 0 {
		r.t.Errorf("%s: on each other: %q", id, on)
	}
}
