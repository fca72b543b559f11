package weblinks_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/weblinks"
)

var noon = time.Date(2026, 2, 24, 12, 0, 0, 0, time.UTC)

// checker asks without the pauses that other sites are owed.
func checker() weblinks.Checker {
	return weblinks.Checker{
		Agent: "Svod/test", Pause: time.Millisecond, Timeout: 2 * time.Second,
		Now: func() time.Time { return noon },
	}
}

// site answers as its paths say.
func site(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	answer := func(path string, status int) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
	}
	answer("/here", http.StatusOK)
	answer("/gone", http.StatusGone)
	answer("/lost", http.StatusNotFound)
	answer("/shut", http.StatusForbidden)
	answer("/broken", http.StatusBadGateway)
	mux.Handle("/moved", http.RedirectHandler("/here", http.StatusMovedPermanently))
	mux.Handle("/elsewhere", http.RedirectHandler("/here", http.StatusFound))
	mux.Handle("/moved-to-nothing", http.RedirectHandler("/lost", http.StatusMovedPermanently))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.HandleFunc("/no-head", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusNotFound)
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestCheck(t *testing.T) {
	url := site(t)
	want := map[string]weblinks.Result{
		"/here":             {State: weblinks.Alive, Status: 200},
		"/no-head":          {State: weblinks.Alive, Status: 200},
		"/gone":             {State: weblinks.Dead, Status: 410},
		"/lost":             {State: weblinks.Dead, Status: 404},
		"/moved":            {State: weblinks.Moved, Status: 200, Target: url + "/here"},
		"/elsewhere":        {State: weblinks.Alive, Status: 200},
		"/moved-to-nothing": {State: weblinks.Dead, Status: 404},
		"/shut":             {State: weblinks.Unreachable, Status: 403, Reason: weblinks.Refused},
		"/broken":           {State: weblinks.Unreachable, Status: 502, Reason: weblinks.ServerError},
		"/loop":             {State: weblinks.Unreachable, Reason: weblinks.Loop},
	}
	var addresses []string
	for path := range want {
		addresses = append(addresses, url+path, url+path) // each is asked for once
	}
	got, err := checker().Check(context.Background(), addresses)
	if err != nil {
		t.Fatal(err)
	}
	short := map[string]weblinks.Result{}
	for address, r := range got {
		if !r.Checked.Equal(noon) {
			t.Errorf("%s was checked at %v", address, r.Checked)
		}
		r.Checked = time.Time{}
		short[strings.TrimPrefix(address, url)] = r
	}
	if diff := cmp.Diff(want, short); diff != "" {
		t.Error(diff)
	}
}

// A site that nobody runs any more could not be reached, which is not the same as
// a page that is gone.
func TestCheckWithoutAnswer(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	got, err := checker().Check(context.Background(), []string{server.URL})
	if err != nil || got[server.URL].Reason != weblinks.Connection {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCheckSlowSite(t *testing.T) {
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	defer server.Close()
	defer close(release)
	c := checker()
	c.Timeout = 20 * time.Millisecond
	got, err := c.Check(context.Background(), []string{server.URL})
	if err != nil || got[server.URL].Reason != weblinks.Timeout {
		t.Errorf("%+v, %v", got, err)
	}
}

// Manners: a name, one request at a time to a site, few sites at once.
func TestCheckIsPolite(t *testing.T) {
	var all, most atomic.Int32
	var mutex sync.Mutex
	agents := map[string]bool{}
	handler := func(here *atomic.Int32) http.HandlerFunc {
		return func(_ http.ResponseWriter, r *http.Request) {
			if here.Add(1) > 1 {
				t.Error("two requests to one site at once")
			}
			n := all.Add(1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			mutex.Lock()
			agents[r.UserAgent()] = true
			mutex.Unlock()
			time.Sleep(5 * time.Millisecond)
			all.Add(-1)
			here.Add(-1)
		}
	}
	var addresses []string
	for range 8 {
		server := httptest.NewServer(handler(new(atomic.Int32)))
		defer server.Close()
		addresses = append(addresses, server.URL+"/1", server.URL+"/2", server.URL+"/3")
	}
	if _, err := checker().Check(context.Background(), addresses); err != nil {
		t.Fatal(err)
	}
	if most.Load() > 4 {
		t.Errorf("%d sites at once", most.Load())
	}
	if diff := cmp.Diff(map[string]bool{"Svod/test": true}, agents); diff != "" {
		t.Error(diff)
	}
}

// Ctrl+C ends a check at once; what was learned is not lost, and what was cut
// short is not taken for a failure of the site.
func TestCheckCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/2" {
			cancel()
			<-r.Context().Done()
		}
	}))
	defer server.Close()
	got, err := checker().Check(ctx, []string{server.URL + "/1", server.URL + "/2", server.URL + "/3"})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if len(got) != 1 || got[server.URL+"/1"].State != weblinks.Alive {
		t.Errorf("%+v", got)
	}
}

// A cache believes an answer for a day, and no failure at all.
func TestCache(t *testing.T) {
	c := weblinks.Cache{Path: filepath.Join(t.TempDir(), ".svod-cache", "links.json")}
	if got := c.Load(noon); len(got) != 0 {
		t.Errorf("no file holds %v", got)
	}
	dead := weblinks.Result{State: weblinks.Dead, Status: 404, Checked: noon}
	if err := c.Save(map[string]weblinks.Result{
		"https://example.org/dead": dead,
		"https://example.org/old":  {State: weblinks.Alive, Checked: noon.Add(-25 * time.Hour)},
		"https://example.org/slow": {State: weblinks.Unreachable, Reason: weblinks.Timeout, Checked: noon},
	}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]weblinks.Result{"https://example.org/dead": dead}, c.Load(noon.Add(time.Hour))); diff != "" {
		t.Error(diff)
	}
}
