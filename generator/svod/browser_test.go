package main

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"example.org/svod/generator/browsertest"
)

// Every page of the real report opens in a browser, on a phone and on a desk,
// with script and without: nothing on the console, no request that fails, no
// scrolling sideways, nothing that axe-core finds against accessibility.
func TestPagesInBrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes a minute")
	}
	needAssets(t)
	axe, err := os.ReadFile("../../layouts/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Skip("axe-core is not installed: run make")
	}
	browser := browsertest.Start(t)
	public := buildReport(t)
	files := http.FileServerFS(os.DirFS(public))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", browsertest.Policy)
		files.ServeHTTP(w, r)
	}))
	defer server.Close()

	pages := htmlPages(t, public)
	if len(pages) < 30 {
		t.Fatalf("only %d pages", len(pages))
	}
	for _, view := range []struct {
		name   string
		width  int64
		script bool
	}{
		{"phone", 360, true},
		{"phone without script", 360, false},
		{"desk", 1280, true},
		{"desk without script", 1280, false},
	} {
		t.Run(view.name, func(t *testing.T) {
			tab, cancel := chromedp.NewContext(browser)
			defer cancel()
			said := browsertest.Listen(t, tab)
			if err := chromedp.Do(tab, chromedp.EmulateViewport(view.width, 800)); err != nil {
				t.Fatal(err)
			}
			browsertest.Call(t, tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !view.script})
			for _, name := range pages {
				for _, complaint := range visit(tab, server.URL+"/"+name, string(axe), view.script) {
					t.Errorf("%s: %s", name, complaint)
				}
				for _, complaint := range said.Take() {
					t.Errorf("%s: %s", name, complaint)
				}
			}
		})
	}
}

// visit opens a page and returns what is wrong with it.
func visit(tab context.Context, url, axe string, script bool) []string {
	if err := chromedp.Do(tab, chromedp.Navigate(url)); err != nil {
		return []string{err.Error()}
	}
	metrics, err := chromedp.Call(tab, page.GetLayoutMetrics, cdp.Empty{})
	if err != nil {
		return []string{err.Error()}
	}
	scroll, client := int64(metrics.CSSContentSize.Width), metrics.CSSLayoutViewport.ClientWidth
	var complaints []string
	if scroll > client {
		complaints = append(complaints, fmt.Sprintf("scrolls sideways: %d px in a window of %d", scroll, client))
	}
	if !script {
		return complaints
	}
	outside, err := browsertest.Outside(tab)
	if err != nil {
		return append(complaints, err.Error())
	}
	for _, element := range outside {
		complaints = append(complaints, "stands out of its column: "+element)
	}
	violations, err := browsertest.Violations(tab, axe)
	if err != nil {
		return append(complaints, "axe: "+err.Error())
	}
	return append(complaints, violations...)
}

// buildReport builds the project's own report.
func buildReport(t *testing.T) string {
	t.Helper()
	public := filepath.Join(t.TempDir(), "public")
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	var said strings.Builder
	if status := run(context.Background(), []string{"build", "-s", "../..", "-d", public}, streams{null, null, &said}); status != exitDone {
		t.Fatalf("the report does not build:\n%s", said.String())
	}
	return public
}

func htmlPages(t *testing.T, public string) []string {
	t.Helper()
	var pages []string
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".html" && name != "404.html" {
			pages = append(pages, strings.TrimSuffix(name, "index.html"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}
