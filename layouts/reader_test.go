package layouts_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	_ "image/png" // what a browser makes of a page
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"example.org/svod/generator/browsertest"
	"example.org/svod/layouts"
)

// A reader has a browser open on a site that is sent with the strictest policy.
type reader struct {
	t    *testing.T
	tab  context.Context
	url  string
	said *browsertest.Complaints
}

// read builds a report of texts and opens a page of it.
func read(t *testing.T, page string, texts map[string]string, width int64, media ...*emulation.MediaFeature) *reader {
	t.Helper()
	if testing.Short() {
		t.Skip("opens a browser")
	}
	if _, err := fs.Stat(layouts.Files, "dist/assets.json"); err != nil {
		t.Skip("the layouts are not built: run make")
	}
	browser := browsertest.Start(t)
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
	address := serve(t, dir)
	tab, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	r := &reader{t, tab, address, browsertest.Listen(t, tab)}
	if err := chromedp.Do(tab, chromedp.EmulateViewport(width, 900)); err != nil {
		t.Fatal(err)
	}
	browsertest.Call(t, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: media})
	if err := chromedp.Do(tab, chromedp.Navigate(r.url+page)); err != nil {
		t.Fatal(err)
	}
	return r
}

// host is the program that serves reports, built once and without the race
// detector: a chart is drawn ten times as fast.
var host = sync.OnceValues(func() (string, error) {
	program := filepath.Join(scratch, "host.exe")
	if out, err := exec.Command("go", "build", "-o", program, "../generator/browsertest/host").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return program, nil
})

// scratch is a folder that goes when all tests are over.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "svod-layouts-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	_ = os.RemoveAll(scratch)
	os.Exit(status)
}

// serve serves the site of a report under the strictest policy until the test
// ends.
func serve(t *testing.T, dir string) (address string) {
	t.Helper()
	program, err := host()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(program, dir, browsertest.Policy, filepath.Join(scratch, "charts"))
	command.Stderr = os.Stderr
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := command.Wait(); err != nil {
			t.Error(err)
		}
	})
	address, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
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
		r.t.Fatalf("never: %s\n%v", script, r.said.Take())
	}
}

// box brings a chart into the window and tells where it is: x, y, width, height.
func (r *reader) box(id string) []float64 {
	r.t.Helper()
	return ask[[]float64](r, `(() => {
		const picture = document.querySelector("#%s .picture");
		picture.scrollIntoView({behavior: "instant", block: "center"});
		const box = [...picture.children].find(e => e.offsetWidth > 0).getBoundingClientRect();
		return [box.x, box.y, box.width, box.height];
	})()`, id)
}

// point moves the pointer over a chart, to shares of its width and height.
func (r *reader) point(id string, x, y float64) {
	r.t.Helper()
	box := r.box(id)
	for _, step := range []float64{-1, 0} { // a pointer that stands still tells nothing
		browsertest.Call(r.t, r.tab, input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: input.DispatchMouseEventTypeMouseMoved, X: box[0] + x*box[2] + step, Y: box[1] + y*box[3],
		})
	}
}

func (r *reader) awaken(id string) {
	r.t.Helper()
	r.point(id, 0.5, 0.5)
	r.until(`document.querySelector("#%s .alive .live svg")`, id)
}

// wake comes to a chart as the keyboard does, which takes no moment of pointing.
func (r *reader) wake(id string) {
	r.t.Helper()
	ask[bool](r, `(document.querySelector("#%s .picture").focus({preventScroll: true}), true)`, id)
	r.until(`document.querySelector("#%s .alive .live svg")`, id)
}

func (r *reader) press(key string) {
	r.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		browsertest.Call(r.t, r.tab, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key})
	}
}

// silent fails the test where the browser has complained.
func (r *reader) silent() {
	r.t.Helper()
	for _, complaint := range r.said.Take() {
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

// shot is a picture of a chart, which is brought into the window for it.
func (r *reader) shot(id string) image.Image {
	r.t.Helper()
	box := r.box(id)
	png, err := chromedp.Call(r.tab, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip: &page.Viewport{X: box[0], Y: box[1] + ask[float64](r, "scrollY"), Width: box[2], Height: box[3], Scale: 1},
	})
	if err != nil {
		r.t.Fatal(err)
	}
	shot, _, err := image.Decode(bytes.NewReader(png.Data))
	if err != nil {
		r.t.Fatal(err)
	}
	return shot
}

// different is the share of pixels of two pictures that nobody would take for the
// same; 1 where they are of different sizes.
func different(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	count, size := 0, a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			p, q := color.GrayModel.Convert(a.At(x, y)).(color.Gray), color.GrayModel.Convert(b.At(x, y)).(color.Gray)
			if max(p.Y, q.Y)-min(p.Y, q.Y) > 96 {
				count++
			}
		}
	}
	return float64(count) / float64(size.X*size.Y)
}
