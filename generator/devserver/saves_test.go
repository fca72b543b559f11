package devserver_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.org/svod/generator/devserver"
)

// Editors save a file in different ways. Each is seen as one change, and at no
// moment does the page say that something is wrong.
func TestSaves(t *testing.T) {
	for _, test := range []struct {
		name string
		save func(p *paper, file, text string)
	}{
		{"VS Code: empties and writes", func(p *paper, file, text string) {
			f, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0o644)
			p.must(err)
			time.Sleep(20 * time.Millisecond) // a slow disk
			_, err = f.WriteString(text)
			p.must(err)
			p.must(f.Close())
		}},
		{"vim: moves the old file away and writes a new one", func(p *paper, file, text string) {
			probe := filepath.Join(filepath.Dir(file), "4913")
			p.must(os.WriteFile(probe, nil, 0o644))
			p.must(os.Remove(probe))
			p.must(os.Rename(file, file+"~"))
			time.Sleep(20 * time.Millisecond)
			p.must(os.WriteFile(file, []byte(text), 0o644))
			p.must(os.Chmod(file, 0o600))
			p.must(os.Remove(file + "~"))
		}},
		{"vim with backupcopy: copies the old file and writes over it", func(p *paper, file, text string) {
			p.must(os.WriteFile(file+"~", []byte("Лес"), 0o644))
			p.must(os.WriteFile(file, []byte(text), 0o644))
		}},
		{"JetBrains: writes another file and changes places", func(p *paper, file, text string) {
			p.must(os.WriteFile(file+"___jb_tmp___", []byte(text), 0o644))
			p.must(os.Rename(file, file+"___jb_old___"))
			p.must(os.Rename(file+"___jb_tmp___", file))
			p.must(os.Remove(file + "___jb_old___"))
		}},
		{"gedit: renames a hidden file over it", func(p *paper, file, text string) {
			hidden := filepath.Join(filepath.Dir(file), ".goutputstream-7UWY01")
			p.must(os.WriteFile(hidden, []byte(text), 0o644))
			p.must(os.Rename(hidden, file))
		}},
		{"Notepad: in two pieces", func(p *paper, file, text string) {
			f, err := os.Create(file)
			p.must(err)
			for _, piece := range []string{text[:2], text[2:]} {
				_, err = f.WriteString(piece)
				p.must(err)
			}
			p.must(f.Close())
		}},
		{"mv: puts a file in its place", func(p *paper, file, text string) {
			p.write("elsewhere.md", text)
			p.must(os.Rename(p.file("elsewhere.md"), file))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := publish(t, map[string]string{"content/clusters/les.md": "Лес", "content/les.md": "Лес"})
			tab := p.open("now")
			tab.next()
			for n := range 3 { // the second save meets another file than the first
				text := fmt.Sprintf("Лес и камень %d", n)
				test.save(p, p.file("content/clusters/les.md"), text)
				if o := p.next(); len(o.Mistakes) > 0 || strings.Join(o.Changed, " ") != "content/clusters/les.md" {
					t.Errorf("built because of %q with mistakes %v", o.Changed, o.Mistakes)
				}
				if m := tab.next(); m.Change != "reload" || m.Overlay != nil {
					t.Errorf("the page is told %+v", m)
				}
				if _, body := p.get("clusters/les/"); !strings.Contains(body, text) {
					t.Errorf("shows %s", body)
				}
				p.quiet()
			}
		})
	}
}

// Folders come, move and go with all that is in them.
func TestFolders(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес", "content/a/b/metally.md": "Металлы"})
	step := func(name string, change func(), path string, status int) {
		t.Helper()
		change()
		p.next()
		deadline := time.Now().Add(patience)
		for {
			got, _ := p.get(path)
			if got == status {
				return
			}
			if time.Now().After(deadline) {
				t.Fatalf("%s: %s has status %d, want %d", name, path, got, status)
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
	step("new folders", func() { p.write("content/x/y/z/khimiya.md", "Химия") }, "x/y/z/khimiya/", 200)
	step("a file in one", func() { p.write("content/x/y/z/neft.md", "Нефть") }, "x/y/z/neft/", 200)
	step("moved", func() { p.must(os.Rename(p.file("content/a"), p.file("content/c"))) }, "c/b/metally/", 200)
	if status, _ := p.get("a/b/metally/"); status != 404 {
		t.Errorf("the old address has status %d", status)
	}
	step("a file in the moved one", func() { p.write("content/c/b/neft.md", "Нефть") }, "c/b/neft/", 200)
	step("moved out", func() { p.must(os.Rename(p.file("content/c"), p.file("out"))) }, "c/b/metally/", 404)
	p.quiet()
	p.write("out/b/neft.md", "Газ")
	p.quiet() // it is no part of the site any more
	step("moved in", func() { p.must(os.Rename(p.file("out"), p.file("content/in"))) }, "in/b/neft/", 200)
	step("a file in it", func() { p.write("content/in/b/gaz.md", "Газ") }, "in/b/gaz/", 200)
	step("removed", func() { p.must(os.RemoveAll(p.file("content/in"))) }, "in/b/neft/", 404)
	step("all removed", func() { p.must(os.RemoveAll(p.file("content"))) }, "les/", 404)
	step("and back", func() { p.write("content/les.md", "Лес") }, "les/", 200)
	step("in a new folder", func() { p.write("content/les/sosna.md", "Сосна") }, "les/sosna/", 200)
}

// A branch with a thousand other files is a few builds, and nothing is missed.
func TestBranchSwitch(t *testing.T) {
	files := map[string]string{"content/les.md": "Лес"}
	for n := range 1000 {
		files[fmt.Sprintf("content/%d/%d.md", n%10, n)] = "старое"
	}
	p := publish(t, files)
	tab := p.open("now")
	tab.next()
	for n := range 1000 { // as git does: it removes a file and creates it anew
		name := p.file(fmt.Sprintf("content/%d/%d.md", n%10, n))
		p.must(os.Remove(name))
		p.must(os.WriteFile(name, []byte("новое"), 0o644))
	}
	builds, changed := 0, map[string]bool{}
	for len(changed) < 1000 {
		o := p.next()
		builds++
		for _, file := range o.Changed {
			changed[file] = true
		}
		if len(o.Changed) == 0 { // everything was read
			break
		}
	}
	if builds > 8 {
		t.Errorf("%d builds", builds)
	}
	if m := tab.next(); m.Change != "reload" || m.Overlay != nil {
		t.Errorf("the page is told %+v", m)
	}
	for _, n := range []int{0, 500, 999} {
		if _, body := p.get(fmt.Sprintf("%d/%d/", n%10, n)); !strings.Contains(body, "новое") {
			t.Errorf("%d is an old one", n)
		}
	}
}

// What editors leave beside the files is nothing to build for.
func TestTemporaryFiles(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес", "layouts/style.css": "", "public/les/index.html": "Лес"})
	for _, name := range []string{
		"content/.les.md.swp", "content/.les.md.swx", "content/les.md~", "content/4913", "content/#les.md#",
		"content/.#les.md", "content/les.md.tmp", "content/~$les.docx", "content/.DS_Store", "content/Thumbs.db",
		"content/les.md___jb_tmp___", "content/.git/index", "content/photo.jpg.crdownload", "content/.idea/workspace.xml",
		"layouts/node_modules/x/index.js", "public/les/index.html", "README.md",
	} {
		p.write(name, "что-то")
	}
	p.quiet()
}

// Where the system sends no events, files are looked through.
func TestPolling(t *testing.T) {
	p := publish(t, map[string]string{"content/a/les.md": "Лес"}, func(o *devserver.Options) { o.Poll = 20 * time.Millisecond })
	for _, step := range []struct {
		name   string
		change func()
		want   string
	}{
		{"changed", func() { p.write("content/a/les.md", "Лес и камень") }, "content/a/les.md"},
		{"new", func() { p.write("content/b/neft.md", "Нефть") }, "content/b/neft.md"},
		{"temporary", func() { p.write("content/b/neft.md~", "Нефть") }, ""},
		{"gone", func() { p.must(os.RemoveAll(p.file("content/b"))) }, "content/b/neft.md"},
	} {
		step.change()
		if step.want == "" {
			p.quiet()
			continue
		}
		if o := p.next(); strings.Join(o.Changed, " ") != step.want {
			t.Errorf("%s: built because of %q", step.name, o.Changed)
		}
	}
}

// Also without any event, a page is never older than its file.
func TestPageIsNeverOld(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес"}, func(o *devserver.Options) { o.Poll = time.Hour })
	for n := range 5 {
		text := fmt.Sprintf("Лес %d", n)
		p.write("content/les.md", text)
		if _, body := p.get("les/"); !strings.Contains(body, text) {
			t.Errorf("shows %s", body)
		}
	}
}

// A day of work leaves nothing behind: no memory, no goroutines, no open files.
func TestThousandEdits(t *testing.T) {
	edits := 1000
	if testing.Short() {
		edits = 100
	}
	p := publish(t, map[string]string{"content/les.md": "Лес", "content/a/neft.md": "Нефть"})
	edit := func(n int) {
		p.write("content/les.md", fmt.Sprintf("Лес %d", n))
		p.next()
		if n%100 == 0 {
			p.must(os.Rename(p.file("content/a"), p.file("content/b")))
			p.next()
			p.must(os.Rename(p.file("content/b"), p.file("content/a")))
			p.next()
		}
		if n%10 == 5 {
			tab := p.open("now")
			tab.next()
			tab.close()
		}
		_, body := p.get("les/")
		if !strings.Contains(body, fmt.Sprintf("Лес %d", n)) {
			t.Fatalf("after %d edits: %s", n, body)
		}
	}
	for n := range 30 {
		edit(n)
	}
	before := measure(t)
	for n := range edits {
		edit(n)
	}
	after := measure(t)
	if after.goroutines > before.goroutines+5 {
		t.Errorf("%d goroutines, and %d after %d edits", before.goroutines, after.goroutines, edits)
	}
	if after.files > before.files+5 {
		t.Errorf("%d open files, and %d after %d edits", before.files, after.files, edits)
	}
	if after.heap > before.heap+4<<20 {
		t.Errorf("%d KB of memory, and %d KB after %d edits", before.heap>>10, after.heap>>10, edits)
	}
}

type measures struct {
	goroutines, files int
	heap              uint64
}

func measure(t *testing.T) measures {
	t.Helper()
	time.Sleep(300 * time.Millisecond) // closed connections go
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		open = nil // only Linux tells
	}
	return measures{runtime.NumGoroutine(), len(open), m.HeapAlloc}
}
