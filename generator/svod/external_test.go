package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// reportOf writes a report whose one source is at an address, and whose home page
// links to another.
func reportOf(t *testing.T, source, link string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"_index.md":    "---\ntitle: Отчёт\n---\nСлова [@press] и [ссылка](" + link + ").\n",
		"sources.yaml": "press: {title: Новость, publisher: Газета, url: \"" + source + "\", date: 2025-02-11}\n",
	} {
		file := filepath.Join(dir, "content", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// check --external tells dead and moved pages with a remedy, and asks nobody twice
// on one day. Without the flag it asks nobody at all.
func TestCheckExternal(t *testing.T) {
	needAssets(t)
	var asked atomic.Int32
	mux := http.NewServeMux()
	mux.HandleFunc("/new", func(_ http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.UserAgent(), "Svod/") {
			t.Errorf("User-Agent %q", r.UserAgent())
		}
	})
	mux.Handle("/old", http.RedirectHandler("/new", http.StatusMovedPermanently))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		mux.ServeHTTP(w, r)
	}))
	defer server.Close()
	dir := reportOf(t, server.URL+"/gone", server.URL+"/old")
	check := func(flags ...string) string {
		var said strings.Builder
		args := append([]string{"check", "--lang", "ru", "-s", dir}, flags...)
		if status := run(context.Background(), args, streams{nil, &said, &said}); status != exitDone {
			t.Fatalf("%d: %s", status, said.String())
		}
		return said.String()
	}
	if said := check(); asked.Load() != 0 || !strings.Contains(said, "Ошибок нет") {
		t.Fatalf("%d requests without --external: %s", asked.Load(), said)
	}
	for _, page := range []string{"about.md", "contacts.md"} { // lead to the same
		text := "---\ntitle: " + page + "\n---\n[Ссылка](" + server.URL + "/old).\n"
		if err := os.WriteFile(filepath.Join(dir, "content", page), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	first := check("--external")
	for _, want := range []string{
		"Открываю 2 ссылки на другие сайты…",
		"content/sources.yaml:1:1: внимание: страницы по этому адресу больше нет (ответ 404): " + server.URL + "/gone",
		"https://web.archive.org/web/*/" + server.URL + "/gone — и впишите её адрес в archive_url",
		"content/_index.md:4:27: внимание: страница переехала: " + server.URL + "/old ведёт на " + server.URL + "/new",
	} {
		if !strings.Contains(first, want) {
			t.Errorf("%q is not in\n%s", want, first)
		}
	}
	before := asked.Load()
	if second := check("--external"); asked.Load() != before || !strings.Contains(second, "переехала") {
		t.Errorf("%d more requests on the same day:\n%s", asked.Load()-before, second)
	}
}

// Ctrl+C ends the check with a word, not with a list of sites that failed.
func TestCheckExternalInterrupted(t *testing.T) {
	needAssets(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	}))
	defer server.Close()
	var said strings.Builder
	start := time.Now()
	status := run(ctx, []string{"check", "--external", "--lang", "ru", "-s", reportOf(t, server.URL+"/a", server.URL+"/b")}, streams{nil, &said, &said})
	if status != exitFailure || !strings.Contains(said.String(), "прервано") || strings.Contains(said.String(), "внимание") {
		t.Errorf("%d after %v: %s", status, time.Since(start), said.String())
	}
}
