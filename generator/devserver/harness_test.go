package devserver_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/svod/generator/devserver"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
)

// A paper is a small site: each text of the folder content becomes a page, each
// stylesheet of layouts is published. A line that begins with "!!" is a mistake.
type paper struct {
	t      *testing.T
	dir    string
	url    string
	told   chan devserver.Outcome
	cancel context.CancelFunc
	ended  chan error
}

const patience = 10 * time.Second

// publish serves a paper of the given files until the test ends.
func publish(t *testing.T, files map[string]string, adjust ...func(*devserver.Options)) *paper {
	t.Helper()
	p := &paper{t: t, dir: t.TempDir(), told: make(chan devserver.Outcome, 10000), ended: make(chan error, 1)}
	for name, text := range files {
		p.write(name, text)
	}
	o := devserver.Options{
		Folder:  p.dir,
		Source:  os.DirFS(p.dir),
		Watch:   []string{"content", "layouts"},
		Build:   p.build,
		Stale:   stale,
		Told:    func(o devserver.Outcome) { p.told <- o },
		Polling: func(err error) { t.Errorf("no events: %v", err) },
		Printer: diag.NewPrinter("ru"),
		Explain: error.Error,
		Words: devserver.Words{
			Lang: "ru", NotBuilt: "Страницы пока нет", WhatToDo: "Исправьте ошибки.", Failed: "Сайт не собирается",
			OpenEditor: "открыть", Gone: "Сервера нет", Refused: "чужой адрес",
			More: func(n int) string { return fmt.Sprintf("и ещё %d", n) },
		},
		Editor: devserver.Editors["vscode"],
	}
	for _, f := range adjust {
		f(&o)
	}
	server, err := devserver.New(o)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p.url = "http://" + listener.Addr().String() + "/"
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	go func() { p.ended <- server.Run(ctx, listener) }()
	t.Cleanup(p.stop)
	p.next() // the first build
	return p
}

// stop ends the server, unless it has ended.
func (p *paper) stop() {
	p.cancel()
	select {
	case err := <-p.ended:
		if err != nil {
			p.t.Errorf("the server ended with %v", err)
		}
		p.ended <- nil
	case <-time.After(patience):
		p.t.Error("the server does not end")
	}
}

// A staleError says that a file has changed since it was read.
type staleError string

func (e staleError) Error() string { return string(e) + " has changed" }

func stale(err error) (string, bool) {
	var e staleError
	return string(e), errors.As(err, &e)
}

func (p *paper) build(context.Context, []string) (devserver.Site, error) {
	s := devserver.Site{}
	add := func(name string, render func(io.Writer) error) {
		s.Files = append(s.Files, output.File{Path: name, Render: render})
	}
	add("404.html", func(w io.Writer) error {
		_, err := io.WriteString(w, "<body>Такой страницы нет</body>")
		return err
	})
	var styles []string
	err := fs.WalkDir(os.DirFS(p.dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil // it may be gone already
		}
		text, err := os.ReadFile(p.file(name))
		if err != nil {
			return nil
		}
		switch path.Ext(name) {
		case ".md":
			s.Mistakes = append(s.Mistakes, mistakes(name, text)...)
			add(strings.TrimSuffix(strings.TrimPrefix(name, "content/"), ".md")+"/index.html", p.page(name, text, &styles))
		case ".css", ".png":
			if path.Ext(name) == ".css" {
				styles = append(styles, path.Base(name))
			}
			add(path.Base(name), func(w io.Writer) error {
				_, err := w.Write(text)
				return err
			})
		case ".html":
			if bytes.Contains(text, []byte("{{")) {
				return errors.New("шаблон не читается")
			}
		}
		return nil
	})
	return s, err
}

func (p *paper) page(name string, text []byte, styles *[]string) func(io.Writer) error {
	return func(w io.Writer) error {
		if now, err := os.ReadFile(p.file(name)); err != nil || !bytes.Equal(now, text) {
			return staleError(name)
		}
		var b bytes.Buffer
		b.WriteString("<!doctype html><html><head>")
		for _, style := range *styles {
			fmt.Fprintf(&b, `<link rel="stylesheet" href="/%s">`, style)
		}
		fmt.Fprintf(&b, `</head><body><pre>%s</pre><div style="height: 5000px"></div></body></html>`, text)
		_, err := w.Write(b.Bytes())
		return err
	}
}

func mistakes(name string, text []byte) (found []diag.Diagnostic) {
	if len(bytes.TrimSpace(text)) == 0 {
		return []diag.Diagnostic{diag.NewError(diag.Position{File: name}, diag.NoFrontMatter, nil)}
	}
	for i, line := range strings.Split(string(text), "\n") {
		if value, bad := strings.CutPrefix(line, "!!"); bad {
			at := diag.Position{File: name, Line: i + 1, Column: 3, Length: len([]rune(value))}
			found = append(found, diag.NewError(at, diag.UnreadableAmount, diag.Args{"Value": value}))
		}
	}
	return found
}

func (p *paper) file(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *paper) write(name, text string) {
	p.t.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.file(name)), 0o755))
	p.must(os.WriteFile(p.file(name), []byte(text), 0o644))
}

func (p *paper) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// next waits for a build to be told.
func (p *paper) next() devserver.Outcome {
	p.t.Helper()
	select {
	case o := <-p.told:
		return o
	case <-time.After(patience):
		p.t.Fatal("nothing is built")
		panic("unreachable")
	}
}

// quiet makes sure that nothing is built for a while.
func (p *paper) quiet() {
	p.t.Helper()
	select {
	case o := <-p.told:
		p.t.Fatalf("built again because of %q", o.Changed)
	case <-time.After(150 * time.Millisecond):
	}
}

// get asks for a page.
func (p *paper) get(name string) (status int, body string) {
	p.t.Helper()
	r, err := http.Get(p.url + name)
	p.must(err)
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	p.must(err)
	return r.StatusCode, string(b)
}

// A message is what an open page is told.
type message struct {
	Change  string
	Overlay *struct {
		Heading  string
		Error    bool
		Mistakes []struct {
			Kind, Message, Remedy, Place, Link string
			Line                               int
			Before, Marked, After              string
		}
		More string
	}
	ID string `json:"-"`
}

// A tab is an open page.
type tab struct {
	p        *paper
	messages chan message
	close    context.CancelFunc
}

// open opens the stream of events of a page that shows a build; of one that has
// just been loaded, for "now".
func (p *paper) open(build string) *tab {
	p.t.Helper()
	if build == "now" {
		_, body := p.get("les/")
		_, rest, _ := strings.Cut(body, `data-build="`)
		build, _, _ = strings.Cut(rest, `"`)
	}
	ctx, cancel := context.WithCancel(context.Background())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, p.url+"_svod/events?build="+build, nil)
	p.must(err)
	response, err := http.DefaultClient.Do(r)
	p.must(err)
	tab := &tab{p, make(chan message, 100), cancel}
	p.t.Cleanup(cancel)
	go func() {
		defer response.Body.Close()
		lines := bufio.NewScanner(response.Body)
		id := ""
		for lines.Scan() {
			if rest, ok := strings.CutPrefix(lines.Text(), "id: "); ok {
				id = rest
			}
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				m := message{ID: id}
				if err := json.Unmarshal([]byte(data), &m); err == nil {
					tab.messages <- m
				}
			}
		}
		close(tab.messages)
	}()
	return tab
}

// next waits for a message.
func (t *tab) next() message {
	t.p.t.Helper()
	select {
	case m, ok := <-t.messages:
		if !ok {
			t.p.t.Fatal("the stream has ended")
		}
		return m
	case <-time.After(patience):
		t.p.t.Fatal("nothing is said to the page")
		panic("unreachable")
	}
}
