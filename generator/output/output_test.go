package output_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/output"
)

// text plans a file with the given content.
func text(path string, phase output.Phase, content string) output.File {
	return output.File{Path: path, Phase: phase, Render: func(w io.Writer) error {
		_, err := io.WriteString(w, content)
		return err
	}}
}

func page(path, content string) output.File { return text(path, output.Page, content) }

func write(t *testing.T, dir string, files ...output.File) output.Summary {
	t.Helper()
	s, err := output.Write(t.Context(), files, output.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// site returns what stands in a folder: content by path, without .svod.
func site(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p == output.Folder:
			return fs.SkipDir
		case d.Type().IsRegular():
			b, err := os.ReadFile(filepath.Join(dir, p))
			out[p] = string(b)
			return err
		case d.IsDir():
			entries, err := os.ReadDir(filepath.Join(dir, p))
			if err == nil && len(entries) == 0 {
				out[p+"/"] = "empty"
			}
			return err
		}
		out[p] = d.Type().String()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestASiteIsWrittenChangedAndShrunk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "public")
	long := strings.Repeat("длинная таблица\n", 100_000)
	s := write(
		t, dir,
		text("index.html", output.Index, "home 1"),
		page("clusters/les/index.html", "les 1"),
		page("clusters/metally/index.html", "metally"),
		text("clusters/les/table.csv", output.Data, long),
		text("assets/style.1.css", output.Asset, "css 1"),
	)
	if want := (output.Summary{Written: 5, Bytes: int64(len("home 1les 1metallycss 1") + len(long))}); s != want {
		t.Errorf("first build: %+v, want %+v", s, want)
	}
	s = write(
		t, dir,
		text("index.html", output.Index, "home 2"),
		page("clusters/les/index.html", "les 2"),
		text("clusters/les/table.csv", output.Data, long),
		text("clusters/les/more/table.csv", output.Data, long),
		text("assets/style.2.css", output.Asset, "css 2"),
	)
	if want := (output.Summary{Written: 4, Unchanged: 1, Removed: 2, Bytes: int64(len("home 2les 2css 2") + len(long))}); s != want {
		t.Errorf("second build: %+v, want %+v", s, want)
	}
	want := map[string]string{
		"index.html":                  "home 2",
		"clusters/les/index.html":     "les 2",
		"clusters/les/table.csv":      long,
		"clusters/les/more/table.csv": long,
		"assets/style.2.css":          "css 2",
	}
	if diff := cmp.Diff(want, site(t, dir)); diff != "" {
		t.Errorf("site differs:\n%.2000s", diff)
	}
	left, err := os.ReadDir(filepath.Join(dir, output.Folder))
	if err != nil || len(left) != 2 {
		t.Errorf("%s holds %v, %v; want the lock and the manifest", output.Folder, left, err)
	}
}

func TestNothingIsTouchedWhenNothingChanged(t *testing.T) {
	dir := t.TempDir()
	files := manyFiles(200)
	write(t, dir, files...)
	before := everything(t, dir)
	time.Sleep(5 * time.Millisecond)
	s := write(t, dir, files...)
	if want := (output.Summary{Unchanged: len(files)}); s != want {
		t.Errorf("%+v, want %+v", s, want)
	}
	if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
		t.Errorf("something was touched:\n%s", diff)
	}
}

// everything tells time, mode and size of all files and folders. That files were
// not replaced by equal ones is seen by the times of their folders.
func everything(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.Walk(dir, func(p string, f os.FileInfo, err error) error {
		if err == nil {
			out[p] = fmt.Sprint(f.ModTime().UnixNano(), f.Mode(), f.Size())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func manyFiles(n int) []output.File {
	var files []output.File
	for i := range n {
		files = append(files, page(fmt.Sprintf("clusters/%d/index.html", i), strings.Repeat(fmt.Sprint("page ", i, "\n"), 100)))
	}
	return append(files, text("index.html", output.Index, "home"))
}

func TestTwoBuildsAreByteIdentical(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	write(t, a, manyFiles(50)...)
	write(t, b, page("clusters/7/index.html", "an older one"), page("old.html", "old"))
	write(t, b, manyFiles(50)...)
	if diff := cmp.Diff(site(t, a), site(t, b)); diff != "" {
		t.Errorf("sites differ:\n%s", diff)
	}
}

func TestAFailedBuildChangesNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, page("a.html", "old"), page("b.html", "old"))
	before := site(t, dir)
	files := []output.File{page("a.html", "new"), page("c.html", "new"), {
		Path:   "d/index.html",
		Phase:  output.Page,
		Render: func(io.Writer) error { return io.ErrUnexpectedEOF },
	}}
	_, err := output.Write(t.Context(), files, output.Options{Dir: dir})
	if !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(err.Error(), "d/index.html") {
		t.Errorf("error is %v, want that of Render with the path", err)
	}
	if diff := cmp.Diff(before, site(t, dir)); diff != "" {
		t.Errorf("site changed:\n%s", diff)
	}
	if _, err := os.Stat(filepath.Join(dir, output.Folder, "staging")); err == nil {
		t.Error("the staging folder was left")
	}
}

func TestACancelledBuildChangesNothing(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	files := manyFiles(100)
	files[50].Render = func(io.Writer) error { cancel(); return nil }
	if _, err := output.Write(ctx, files, output.Options{Dir: dir}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want that of the context", err)
	}
	if got := site(t, dir); len(got) != 0 {
		t.Errorf("site has %d files, want none", len(got))
	}
}

func TestTheSecondBuildAtOnceStops(t *testing.T) {
	dir := t.TempDir()
	var second error
	first := output.File{Path: "index.html", Render: func(w io.Writer) error {
		_, second = output.Write(t.Context(), []output.File{page("index.html", "second")}, output.Options{Dir: dir})
		_, err := io.WriteString(w, "first")
		return err
	}}
	write(t, dir, first)
	var busy *output.BusyError
	if !errors.As(second, &busy) || busy.Dir != dir {
		t.Errorf("second build: %v, want a BusyError", second)
	}
	if got := site(t, dir)["index.html"]; got != "first" {
		t.Errorf("index.html is %q", got)
	}
}

func TestProgressCountsEveryFile(t *testing.T) {
	seen := make(chan int, 100)
	files := manyFiles(30)
	_, err := output.Write(t.Context(), files, output.Options{Dir: t.TempDir(), Workers: 3, Progress: func(done, total int) {
		if total != len(files) {
			t.Errorf("total is %d, want %d", total, len(files))
		}
		seen <- done
	}})
	if err != nil || len(seen) != len(files) {
		t.Errorf("%d steps, %v; want %d", len(seen), err, len(files))
	}
}

func TestUpToDate(t *testing.T) {
	dir := t.TempDir()
	check := func(inputs string, want bool) {
		t.Helper()
		if got, err := output.UpToDate(dir, inputs); err != nil || got != want {
			t.Errorf("UpToDate(%q) = %v, %v; want %v", inputs, got, err, want)
		}
	}
	check("inputs 1", false)
	for _, inputs := range []string{"inputs 1", "inputs\n2", ""} {
		if _, err := output.Write(t.Context(), manyFiles(20), output.Options{Dir: dir, Inputs: inputs}); err != nil {
			t.Fatal(err)
		}
		check(inputs, inputs != "")
		check("others", false)
	}
	if _, err := output.Write(t.Context(), manyFiles(20), output.Options{Dir: dir, Inputs: "inputs"}); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "clusters/3/index.html"), "edited")
	check("inputs", false)
	write(t, dir, manyFiles(20)...)
	if err := os.Remove(filepath.Join(dir, "index.html")); err != nil {
		t.Fatal(err)
	}
	check("inputs", false)
}

func TestPathsThatNoSiteCanHave(t *testing.T) {
	for _, c := range []struct {
		paths  []string
		reason output.PathReason
	}{
		{[]string{"../a"}, output.NotLocal},
		{[]string{"a/../../b"}, output.NotLocal},
		{[]string{"/etc/passwd"}, output.NotLocal},
		{[]string{"a//b"}, output.NotLocal},
		{[]string{"a/"}, output.NotLocal},
		{[]string{"."}, output.NotLocal},
		{[]string{""}, output.NotLocal},
		{[]string{`a\b`}, output.NotLocal},
		{[]string{"C:a"}, output.NotLocal},
		{[]string{"a\nb"}, output.NotLocal},
		{[]string{".svod/manifest"}, output.NotLocal},
		{[]string{".Svod"}, output.NotLocal},
		{[]string{"a", "b", "a"}, output.Duplicate},
		{[]string{"a.html", "A.html"}, output.Duplicate},
		{[]string{"a", "a/index.html"}, output.Nested},
		{[]string{"a/b/c/index.html", "A"}, output.Nested},
	} {
		dir := filepath.Join(t.TempDir(), "public")
		var files []output.File
		for _, p := range c.paths {
			files = append(files, page(p, "x"))
		}
		_, err := output.Write(t.Context(), files, output.Options{Dir: dir})
		var bad *output.PathError
		if !errors.As(err, &bad) || bad.Reason != c.reason {
			t.Errorf("%q: %v, want %s", c.paths, err, c.reason)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%q: the destination was made", c.paths)
		}
	}
}
