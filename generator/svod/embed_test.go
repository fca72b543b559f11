package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"example.org/svod/generator/browsertest"
)

// The code that the page of a chart offers, pasted into a page of another site,
// shows the chart in a frame as high as the chart is, however wide that site is.
func TestEmbeddedChartFitsItsFrame(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a browser")
	}
	needAssets(t)
	browser := browsertest.Start(t)
	public := buildReport(t)
	files := http.FileServerFS(os.DirFS(public))
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", browsertest.Policy)
		files.ServeHTTP(w, r)
	}))
	defer site.Close()
	code := textOf(t, filepath.Join(public, "charts", "course", "index.html"), "embed")
	code = strings.ReplaceAll(code, "https://svod.example.org/", site.URL+"/")
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<!doctype html><meta charset=utf-8><p>Чужая страница</p>", code)
	}))
	defer host.Close()

	for _, width := range []int64{320, 1280} {
		tab, cancel := chromedp.NewContext(browser)
		if err := chromedp.Do(tab, chromedp.EmulateViewport(width, 800), chromedp.Navigate(host.URL)); err != nil {
			t.Fatal(err)
		}
		// The site is of another origin, so its height is asked in the frame itself.
		frame, stop := chromedp.NewContext(browser)
		const measure = `Math.ceil(document.body.getBoundingClientRect().height)`
		var inside float64
		err := chromedp.Do(frame, chromedp.EmulateViewport(width-16, 800), chromedp.Navigate(site.URL+"/charts/course/embed/"))
		if err == nil {
			inside, err = chromedp.Run(frame, chromedp.Evaluate[float64](measure))
		}
		if err != nil {
			t.Fatal(err)
		}
		var outside float64
		for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline) && outside != inside; time.Sleep(50 * time.Millisecond) {
			if outside, err = chromedp.Run(tab, chromedp.Evaluate[float64](`document.querySelector("iframe").getBoundingClientRect().height`)); err != nil {
				t.Fatal(err)
			}
		}
		if outside != inside {
			t.Errorf("at %d px the chart is %v px high and its frame %v px", width, inside, outside)
		}
		stop()
		cancel()
	}
}

// textOf is the text of the element with an id.
func textOf(t *testing.T, file, id string) string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := html.NewTokenizer(f)
	for z.Next() != html.ErrorToken {
		for _, a := range z.Token().Attr {
			if a.Key == "id" && a.Val == id {
				z.Next()
				return strings.TrimSpace(z.Token().Data)
			}
		}
	}
	t.Fatalf("%s has nothing called %s", file, id)
	return ""
}
