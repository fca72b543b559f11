package devserver_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"example.org/svod/generator/browsertest"
)

// A real browser loads the page again where it was scrolled to, swaps styles
// without loading it, shows what is wrong and takes it away again.
func TestBrowser(t *testing.T) {
	browser := browsertest.Start(t)
	p := publish(t, map[string]string{"content/les.md": "Лес", "layouts/style.css": "pre { color: rgb(1, 2, 3) }"})
	page, cancel := chromedp.NewContext(browser)
	defer cancel()
	if err := chromedp.Do(page, chromedp.Navigate(p.url+"les/")); err != nil {
		t.Fatal(err)
	}
	const (
		text    = `document.querySelector("pre").textContent`
		overlay = `document.querySelector("svod-overlay")?.shadowRoot.textContent ?? ""`
		link    = `document.querySelector("svod-overlay").shadowRoot.querySelector("a").href`
		color   = `getComputedStyle(document.querySelector("pre")).color`
		same    = `String(window.marked === true)`
		scroll  = `String(Math.round(scrollY))`
	)
	mark := func() { evaluate(t, page, `window.marked = true; scrollTo(0, 700); ""`) }
	mark()

	p.write("content/les.md", "Лес и камень")
	await(t, page, text, "Лес и камень")
	await(t, page, scroll, "700")
	await(t, page, same, "false")

	mark()
	p.write("layouts/style.css", "pre { color: rgb(4, 5, 6) }")
	await(t, page, color, "rgb(4, 5, 6)")
	p.write("layouts/style.css", "pre { color: rgb(7, 8, 9) }")
	await(t, page, color, "rgb(7, 8, 9)")
	await(t, page, `String(document.querySelectorAll("link").length)`, "1")
	await(t, page, same, "true")

	p.write("content/les.md", "Лес\n!!<b>семь</b>")
	await(t, page, overlay, "сумма «<b>семь</b>» не читается")
	await(t, page, overlay, "напишите, например: 7,9 млрд ₽")
	await(t, page, link, "vscode://file"+p.dir+"/content/les.md:2:3")
	await(t, page, text, "Лес и камень") // still the last good page
	await(t, page, same, "true")

	p.write("content/les.md", "Лес")
	await(t, page, text, "Лес")
	await(t, page, overlay, "")
	await(t, page, scroll, "700")

	p.stop()
	await(t, page, overlay, "Сервера нет")
}

// evaluate runs a script that gives a string.
func evaluate(t *testing.T, page context.Context, script string) string {
	t.Helper()
	got, err := chromedp.Run(page, chromedp.Evaluate[string](script))
	if err != nil {
		return err.Error() // the page may just be loading
	}
	return got
}

// await waits until a script gives a string that contains what is wanted; or
// nothing, where nothing is wanted.
func await(t *testing.T, page context.Context, script, want string) {
	t.Helper()
	got := ""
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		got = evaluate(t, page, script)
		if strings.Contains(got, want) && (want != "" || got == "") {
			return
		}
	}
	t.Fatalf("%s is %q, want %q", script, got, want)
}
