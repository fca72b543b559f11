package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// policy is the strictest that a host may send with the site.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'"

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
	browser := startBrowser(t)
	public := buildReport(t)
	files := http.FileServerFS(os.DirFS(public))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
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
			said := listen(t, tab)
			if err := chromedp.Do(tab, chromedp.EmulateViewport(view.width, 800)); err != nil {
				t.Fatal(err)
			}
			call(t, tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !view.script})
			for _, name := range pages {
				for _, complaint := range visit(tab, server.URL+"/"+name, string(axe), view.script) {
					t.Errorf("%s: %s", name, complaint)
				}
				for _, complaint := range said.take() {
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
	violations, err := axeViolations(tab, axe)
	if err != nil {
		return append(complaints, "axe: "+err.Error())
	}
	return append(complaints, violations...)
}

// axeViolations are what axe-core, whose script is given, finds on the page.
func axeViolations(tab context.Context, axe string) ([]string, error) {
	const run = `axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations.map(v =>
		v.id + ": " + v.help + " " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + (n.failureSummary || "")).join("; "))))`
	if _, err := chromedp.Run(tab, chromedp.Evaluate[bool](axe+";true")); err != nil {
		return nil, err
	}
	violations, err := chromedp.Run(tab, chromedp.Evaluate[string](run, chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, err
	}
	var list []string
	err = json.Unmarshal([]byte(violations), &list)
	return list, err
}

// complaints are what the browser says while a page loads.
type complaints struct {
	mu   sync.Mutex
	list []string
}

func (c *complaints) add(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.list = append(c.list, fmt.Sprintf(format, args...))
}

func (c *complaints) take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	list := c.list
	c.list = nil
	return list
}

func call[P, R any](t *testing.T, tab context.Context, command cdp.Command[P, R], params P) {
	t.Helper()
	if _, err := chromedp.Call(tab, command, params); err != nil {
		t.Fatal(err)
	}
}

func listen(t *testing.T, tab context.Context) *complaints {
	t.Helper()
	said := new(complaints)
	err := chromedp.Listen(tab, func(event any) {
		switch e := event.(type) {
		case *log.EventEntryAdded:
			if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
				said.add("console: %s", e.Entry.Text)
			}
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
				said.add("console: %v", e.Args)
			}
		case *runtime.EventExceptionThrown:
			said.add("exception: %s", e.ExceptionDetails.Text)
		case *network.EventResponseReceived:
			if e.Response.Status >= 400 {
				said.add("%d %s", e.Response.Status, e.Response.URL)
			}
		case *network.EventLoadingFailed:
			said.add("request failed: %s", e.ErrorText)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	call(t, tab, network.Enable, network.EnableParams{})
	call(t, tab, log.Enable, cdp.Empty{})
	call(t, tab, runtime.Enable, cdp.Empty{})
	return said
}

func startBrowser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	browser, stop := chromedp.NewContext(allocator)
	t.Cleanup(stop)
	if err := chromedp.Do(browser); err != nil {
		t.Fatal(err)
	}
	return browser
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
