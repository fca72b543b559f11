// Package browsertest opens a real browser for the tests of what readers see.
// It is for tests alone; where there is no Chromium they are skipped.
package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Policy is the strictest Content-Security-Policy that a host may send with a site.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'"

// Start starts a browser, which ends with the test.
func Start(t *testing.T) context.Context {
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

// Call sends a command of the DevTools protocol.
func Call[P, R any](t *testing.T, tab context.Context, command cdp.Command[P, R], params P) {
	t.Helper()
	if _, err := chromedp.Call(tab, command, params); err != nil {
		t.Fatal(err)
	}
}

// Complaints are what the browser says while a page loads.
type Complaints struct {
	mu   sync.Mutex
	list []string
}

func (c *Complaints) add(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.list = append(c.list, fmt.Sprintf(format, args...))
}

// Take returns what was said since it was taken last.
func (c *Complaints) Take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	list := c.list
	c.list = nil
	return list
}

// Listen takes down what the browser says of a tab: errors and warnings of the
// console, exceptions, requests that fail.
func Listen(t *testing.T, tab context.Context) *Complaints {
	t.Helper()
	said := new(Complaints)
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
	Call(t, tab, network.Enable, network.EnableParams{})
	Call(t, tab, log.Enable, cdp.Empty{})
	Call(t, tab, runtime.Enable, cdp.Empty{})
	return said
}

// Violations are what axe-core, whose script is given, finds on the page.
func Violations(tab context.Context, axe string) ([]string, error) {
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

// Outside names the elements that begin or end outside of the column of the page,
// into its margins. What scrolls by itself may be as wide as it likes inside.
func Outside(tab context.Context) ([]string, error) {
	const look = `(() => {
		const main = document.querySelector("main"), found = [];
		if (!main) return "[]";
		const style = getComputedStyle(main), box = main.getBoundingClientRect();
		const left = box.left + parseFloat(style.paddingLeft) - 1, right = box.right - parseFloat(style.paddingRight) + 1;
		const look = (parent) => {
			for (const e of parent.children) {
				const r = e.getBoundingClientRect();
				if (r.width > 1 && r.height > 1 && (r.left < left || r.right > right)) {
					found.push(e.localName + (e.className ? "." + e.className : "") + " " + r.left + " to " + r.right);
				} else if (getComputedStyle(e).overflowX === "visible" && e.localName !== "svg") {
					look(e);
				}
			}
		};
		look(main);
		return JSON.stringify(found);
	})()`
	found, err := chromedp.Run(tab, chromedp.Evaluate[string](look))
	if err != nil {
		return nil, err
	}
	var list []string
	err = json.Unmarshal([]byte(found), &list)
	return list, err
}
