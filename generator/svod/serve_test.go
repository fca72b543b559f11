package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"example.org/svod/generator/diag"
)

// A serving is svod serve at work.
type serving struct {
	t    *testing.T
	dir  string
	url  string
	said *said
	stop func() (status int)
}

// serve runs svod serve on a small report, which is complete but for the files
// given.
func serve(t *testing.T, files map[string]string, args ...string) *serving {
	t.Helper()
	needAssets(t)
	s := &serving{t: t, dir: t.TempDir(), said: new(said)}
	s.write("_index.md", "---\ntitle: Отчёт\nbase_url: https://svod.example.org/otchet/\n---\nОбещано [[total.investment]].\n")
	s.write("clusters/les.md", "---\ntitle: Лес\ninvestment: 7,9 млрд ₽\n---\nТекст.\n")
	for name, text := range files {
		s.write(name, text)
	}
	out, w := io.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	go func() {
		status := run(ctx, append([]string{"serve", "--lang", "ru", "-p", "0", "-s", s.dir}, args...), streams{strings.NewReader(""), w, s.said})
		w.Close()
		ended <- status
	}()
	s.stop = sync.OnceValue(func() int {
		cancel()
		return <-ended
	})
	t.Cleanup(func() { s.stop() })
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatalf("no address: %s", s.said)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	s.url = strings.TrimPrefix(lines.Text(), "Сайт: ")
	return s
}

func (s *serving) write(name, text string) {
	s.t.Helper()
	file := filepath.Join(s.dir, "content", filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *serving) get(path string) (int, string) {
	s.t.Helper()
	r, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

// await waits until a page contains what is wanted.
func (s *serving) await(path, want string) {
	s.t.Helper()
	body := ""
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if _, body = s.get(path); strings.Contains(body, want) {
			return
		}
	}
	s.t.Fatalf("%s has no %q:\n%s", path, want, body)
}

// awaitSaid waits until something was said on the terminal.
func (s *serving) awaitSaid(want string) {
	s.t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(s.said.String(), want) {
			return
		}
	}
	s.t.Fatalf("%q is not said:\n%s", want, s.said)
}

// said is what was written to the terminal.
type said struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// An edit reaches every page that shows it; nothing is written; Ctrl+C is no
// failure.
func TestServe(t *testing.T) {
	s := serve(t, map[string]string{
		"clusters/chernovik.md": "---\ntitle: Черновик\ndraft: true\n---\n",
		"news/zavtra.md":        "---\ntitle: Завтра\ndate: 2025-02-11\npublish: 2999-01-01\n---\nТекст.\n",
	})
	for path, want := range map[string]string{
		"":                    "7,9\u00a0млрд\u00a0₽",
		"clusters/les/":       "Текст.",
		"clusters/chernovik/": "Черновик",
		"news/zavtra/":        "Завтра",
	} {
		if _, body := s.get(path); !strings.Contains(body, want) {
			t.Errorf("%s has no %q", path, want)
		}
	}
	// Links of this page begin with the path of the site: of this one, not of
	// that at base_url.
	if status, body := s.get("nowhere/"); status != http.StatusNotFound || strings.Contains(body, "/otchet/") {
		t.Errorf("status %d:\n%s", status, body)
	}

	s.write("clusters/les.md", "---\ntitle: Лес\ninvestment: 8,1 млрд ₽\n---\nНовый текст.\n")
	s.await("clusters/les/", "Новый текст.")
	s.await("", "8,1\u00a0млрд\u00a0₽")
	s.write("clusters/neft.md", "---\ntitle: Нефть\n---\n")
	s.await("clusters/", "Нефть")
	if err := os.Rename(filepath.Join(s.dir, "content", "clusters", "neft.md"), filepath.Join(s.dir, "content", "clusters", "gaz.md")); err != nil {
		t.Fatal(err)
	}
	s.await("clusters/", "gaz")

	if status := s.stop(); status != exitDone {
		t.Errorf("status %d", status)
	}
	if _, err := os.Stat(filepath.Join(s.dir, "public")); err == nil {
		t.Error("public was made")
	}
}

// A server that runs for days knows what day it is, unless it was told.
func TestServeForDays(t *testing.T) {
	needAssets(t)
	for clock, want := range map[string]int{"": 0, "2000-01-02": 1} {
		synctest.Test(t, func(t *testing.T) { // which begins on the first of January 2000
			s := &serving{t: t, dir: t.TempDir()}
			s.write("_index.md", "---\ntitle: Отчёт\ntime_zone: UTC\n---\n")
			s.write("sources.yaml", "press: {title: Новость, publisher: Газета, url: https://example.org/1, date: 2000-01-01}\n")
			s.write("clusters/les.md", "---\ntitle: Лес\ninvestment:\n  - {date: 2000-01-03, amount: 1 ₽, source: press}\n---\nТекст.\n")
			p := newProgram(streams{}, []string{"--lang=ru"})
			p.flags.source, p.flags.clock = s.dir, clock
			root, err := os.OpenRoot(s.dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			builder, err := p.serveBuilder(root, "http://127.0.0.1/")
			if err != nil {
				t.Fatal(err)
			}
			_, found, err := builder.Build(t.Context())
			if err != nil || len(found) != 1 || found[0].Code != diag.FigureFromFuture {
				t.Fatalf("%v %+v", err, found)
			}
			time.Sleep(48 * time.Hour)
			s.write("clusters/les.md", "---\ntitle: Лес\ninvestment:\n  - {date: 2000-01-03, amount: 1 ₽, source: press}\n---\nДругой текст.\n")
			_, found, err = builder.Build(t.Context(), "content/clusters/les.md")
			if err != nil || len(found) != want {
				t.Errorf("%q: %v %+v", clock, err, found)
			}
		})
	}
}

// What a chart comes alive from is served with its page and follows an edit.
func TestServeLivingChart(t *testing.T) {
	const page = "---\ntitle: Диаграммы\n---\n```chart\ntype: bar\nid: summy\ntitle: Суммы\nrows: {Лес: %s, Химия: 1}\n```\n"
	s := serve(t, map[string]string{"diagrammy.md": fmt.Sprintf(page, "2")})
	const live = "charts/summy/live.json"
	if status, body := s.get(live); status != http.StatusOK || !strings.Contains(body, `["Лес","2"]`) {
		t.Errorf("status %d:\n%s", status, body)
	}
	if _, body := s.get("diagrammy/"); !strings.Contains(body, `data-chart="../`+live+`"`) {
		t.Errorf("the page does not lead to %s", live)
	}
	s.write("diagrammy.md", fmt.Sprintf(page, "3"))
	s.await(live, `["Лес","3"]`)
}

// A mistake is told on the terminal once, the last good page stays, and all is
// well again when it is mended.
func TestServeMistakes(t *testing.T) {
	const good, bad = "---\ntitle: Лес\n---\nТекст.\n", "---\ntitle: Лес\ninvestment: семь\n---\nТекст.\n"
	s := serve(t, map[string]string{"clusters/les.md": bad})
	if status, body := s.get("clusters/les/"); status != http.StatusServiceUnavailable || !strings.Contains(body, "В содержании есть ошибки.") {
		t.Errorf("status %d:\n%s", status, body)
	}
	const told = "content/clusters/les.md:3:13: ошибка: сумма «семь» не читается\n" +
		"   3 | investment: семь\n     |             ^^^^\n   напишите, например: 7,9 млрд ₽\n"
	s.awaitSaid(told)
	s.write("clusters/les.md", bad+"Ещё строка.\n")
	s.awaitSaid("les.md, ")
	s.write("clusters/les.md", good)
	s.await("clusters/les/", "Текст.")
	s.awaitSaid("Ошибок нет.")
	if n := strings.Count(s.said.String(), "не читается"); n != 1 {
		t.Errorf("told %d times:\n%s", n, s.said)
	}
	s.write("clusters/les.md", bad)
	for strings.Count(s.said.String(), told) < 2 { // it is there again
		time.Sleep(5 * time.Millisecond)
	}
	if status, body := s.get("clusters/les/"); status != http.StatusOK || !strings.Contains(body, "Текст.") {
		t.Errorf("status %d:\n%s", status, body)
	}
	s.write("clusters/les.md", good+"Исправлено.\n")
	s.await("clusters/les/", "Исправлено.")
}

// A terminal does not obey the name of a file.
func TestServeNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no such names")
	}
	s := serve(t, nil)
	s.await("clusters/les/", "Текст.")
	s.write("a\x1b[2J\u202eb.txt", "Текст")
	s.awaitSaid("content/a [2J b.txt")
	if said := s.said.String(); strings.ContainsAny(said, "\x1b\u202e") {
		t.Errorf("%q", said)
	}
}

// A template that cannot be read does not end the server either.
func TestServeBrokenTemplate(t *testing.T) {
	s := serve(t, nil)
	s.await("clusters/les/", "Текст.")
	s.write("../layouts/cluster.html", "{{define \"main\"}}{{.Nothing}}{{end}}")
	s.awaitSaid("layouts/cluster.html:1:20: ошибка: здесь нет поля «Nothing»")
	s.await("clusters/les/", "Текст.")
	s.write("../layouts/cluster.html", "{{define \"main\"}}<h1>Свой шаблон</h1>{{end}}")
	s.await("clusters/les/", "Свой шаблон")
}

// Where no port was asked for, the next free one is taken.
func TestPortTaken(t *testing.T) {
	other, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	port := other.Addr().(*net.TCPAddr).Port
	p := newProgram(streams{}, []string{"--lang=ru"})
	l, err := p.listen(context.Background(), serveFlags{port: port, bind: "127.0.0.1", anyPort: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if got := l.Addr().(*net.TCPAddr).Port; got <= port {
		t.Errorf("port %d, and %d was taken", got, port)
	}
	_, err = p.listen(context.Background(), serveFlags{port: port, bind: "127.0.0.1"})
	if err == nil || !strings.Contains(err.Error(), "порт "+strconv.Itoa(port)+" занят другой программой; назовите другой: svod serve -p "+strconv.Itoa(port+1)) {
		t.Error(err)
	}
}

// Whoever opens the site to the network is told so.
func TestBind(t *testing.T) {
	s := serve(t, nil, "--bind", "0.0.0.0")
	if !strings.Contains(s.said.String(), "осторожно: сайт вместе с черновиками виден всем") {
		t.Error(s.said)
	}
	s.await("clusters/les/", "Текст.")
}
