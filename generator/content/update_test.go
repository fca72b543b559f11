package content_test

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// After an edit only what changed is read again, and the result is that of
// reading everything.
func TestUpdate(t *testing.T) {
	files := fstest.MapFS{}
	write := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	write("content/_index.md", "---\ntitle: Отчёт\n---\n")
	write("content/clusters/les.md", "---\ntitle: Лес\ninvestment: 5 млрд\n---\n")
	write("content/clusters/metally/index.md", "---\ntitle: Металлы\n---\n")
	write("content/clusters/metally/photo.jpg", "…")
	r := reader(files)
	ctx := context.Background()
	if _, err := r.Read(ctx); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name    string
		edit    func()
		changed []string
	}{
		{"changed", func() { write("content/clusters/les.md", "---\ntitle: Лес и камень\n---\n") }, []string{"content/clusters/les.md"}},
		{"broken", func() { write("content/clusters/les.md", "текст") }, []string{"content/clusters/les.md"}},
		{"mended", func() { write("content/clusters/les.md", "---\ntitle: Лес\ninvestment: 5 млрд\n---\n") }, []string{"content/clusters/les.md"}},
		{"new", func() { write("content/news/start.md", "---\ntitle: Начало\ndate: 2025\n---\n") }, []string{"content/news/start.md"}},
		{"folder gone", func() {
			delete(files, "content/clusters/metally/index.md")
			delete(files, "content/clusters/metally/photo.jpg")
		}, []string{"content/clusters/metally"}},
		{"another currency", func() { write("content/_index.md", "---\ntitle: Отчёт\ncurrency: USD\n---\n") }, []string{"content/_index.md"}},
		{"settings gone", func() { delete(files, "content/_index.md") }, []string{"content/_index.md"}},
	} {
		step.edit()
		got, err := r.Update(ctx, step.changed...)
		if err != nil {
			t.Fatal(err)
		}
		want, err := reader(files).Read(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(summary(want), summary(got)); diff != "" {
			t.Errorf("%s: %s", step.name, diff)
		}
	}
}

func summary(c content.Content) []string {
	var out []string
	for _, cluster := range c.Entries.Clusters {
		line := cluster.File + " " + cluster.Title
		if f, ok := cluster.Investment.Current(); ok {
			line += " " + f.Value.Decimal().String() + " " + string(f.Value.Currency())
		}
		out = append(out, line)
	}
	for _, a := range c.Entries.Articles {
		out = append(out, a.File+" "+a.Title)
	}
	for _, d := range c.Diagnostics {
		out = append(out, d.Position.String()+" "+string(d.Code))
	}
	return append(append(out, slices.Sorted(maps.Keys(c.Attachments))...), c.Entries.Settings.Title)
}

// A folder that cannot be looked into is not taken for an empty one; a file that
// cannot be looked at is told, and one whose folder is a file now is gone.
func TestUnreadable(t *testing.T) {
	files := locked{fstest.MapFS{
		"content/_index.md":       {Data: []byte("---\ntitle: Отчёт\n---\n")},
		"content/clusters/les.md": {Data: []byte("---\ntitle: Лес\n---\n")},
	}, map[string]error{}}
	r := reader(files)
	if _, err := r.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	files.errors["content/clusters/les.md"] = fs.ErrPermission
	c, err := r.Update(t.Context(), "content/clusters/les.md")
	if err != nil || len(c.Diagnostics) != 1 || c.Diagnostics[0].Code != diag.FileUnreadable {
		t.Errorf("%v %+v", err, c.Diagnostics)
	}
	files.errors["content/clusters/les.md"] = syscall.ENOTDIR
	if c, err = r.Update(t.Context(), "content/clusters/les.md"); err != nil || len(c.Entries.Clusters)+len(c.Diagnostics) > 0 {
		t.Errorf("%v %+v", err, c)
	}
	for _, folder := range []string{"content", "content/clusters"} {
		clear(files.errors)
		files.errors[folder] = fs.ErrPermission
		if c, err := r.Read(t.Context()); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v %+v", folder, err, c)
		}
	}
}

// What is neither file nor folder is passed over, also at the end of a link:
// whoever opens a pipe waits for somebody to write into it.
func TestLinkToPipe(t *testing.T) {
	files := fstest.MapFS{
		"content/_index.md": {Data: []byte("---\ntitle: Отчёт\n---\n")},
		"content/pipe.md":   {Mode: fs.ModeNamedPipe},
		"content/link.md":   {Mode: fs.ModeSymlink, Data: []byte("pipe.md")},
	}
	if c, err := reader(files).Read(t.Context()); err != nil || len(c.Diagnostics) > 0 {
		t.Errorf("%v %+v", err, c.Diagnostics)
	}
}

// A locked is a file system where some paths cannot be opened, or folders listed.
type locked struct {
	fs.FS
	errors map[string]error
}

func (l locked) Open(name string) (fs.File, error) {
	if err := l.errors[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return l.FS.Open(name)
}

func (l locked) Stat(name string) (fs.FileInfo, error) {
	if info, err := fs.Stat(l.FS, name); err == nil && info.IsDir() {
		return info, nil
	}
	f, err := l.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Stat()
}

// A page carries the sum of its file and where its text begins, past a
// byte-order mark and Windows line ends.
func TestBody(t *testing.T) {
	text := "\ufeff---\r\ntitle: Лес\r\n---\r\nТекст.\r\n"
	files := fstest.MapFS{
		"content/_index.md":       {Data: []byte("---\ntitle: Отчёт\n---\n")},
		"content/clusters/les.md": {Data: []byte(text)},
	}
	read, err := reader(files).Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	p := read.Entries.Clusters[0].Page
	if text[p.Body:] != "Текст.\r\n" || p.Sum != content.Sum([]byte(text)) || p.Title != "Лес" {
		t.Errorf("%+v", p)
	}
}

func TestTooLarge(t *testing.T) {
	files := fstest.MapFS{
		"content/_index.md":       {Data: []byte("---\ntitle: Отчёт\n---\n")},
		"content/clusters/les.md": {Data: []byte(strings.Repeat("я", 3<<20))},
	}
	got := mistakes(t, files)
	if diff := cmp.Diff([]string{"content/clusters/les.md: ошибка: файл больше 4 МБ"}, got); diff != "" {
		t.Error(diff)
	}
}

// Whatever the bytes of a file are, reading tells mistakes and never fails.
func FuzzRead(f *testing.F) {
	f.Add([]byte("---\ntitle: Лес\ninvestment:\n  - {date: 2025-02-11, amount: 7,9 млрд ₽, source: x, kind: spent}\nmembers: [a, {name: b, until: 2025}]\n---\nтекст"))
	f.Add([]byte("\ufeff---\r\ntitle: \"x\r\n---\r\n"))
	f.Add([]byte("---\n? [a]\n: {b: c}\n<<: *x\n---\n"))
	f.Add([]byte("---\n- a\n- &x b\n- *x\n...\n---\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		files := fstest.MapFS{
			"content/_index.md":               {Data: []byte("---\ntitle: Отчёт\n---\n")},
			"content/clusters/les.md":         {Data: b},
			"content/news/x.md":               {Data: b},
			"content/sources.yaml":            {Data: b},
			"content/organizations/ooo.md":    {Data: b},
			"content/regions/oblast/index.md": {Data: b},
		}
		read, err := reader(files).Read(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		_, found := report.Assemble(read.Entries, report.Edition{})
		for _, d := range append(read.Diagnostics, found...) {
			if d.File == "" {
				t.Errorf("%s has no file", d.Code)
			}
		}
	})
}
