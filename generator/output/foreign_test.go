package output_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/output"
)

// refused tries a build that must not change anything and returns the paths that
// are in its way.
func refused(t *testing.T, dir string, files ...output.File) []string {
	t.Helper()
	before := site(t, dir)
	_, err := output.Write(t.Context(), files, output.Options{Dir: dir})
	var occupied *output.OccupiedError
	if !errors.As(err, &occupied) {
		t.Errorf("error is %v, want an OccupiedError", err)
		return nil
	}
	if diff := cmp.Diff(before, site(t, dir)); diff != "" {
		t.Errorf("site changed:\n%s", diff)
	}
	return occupied.Paths
}

func expect(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, site(t, dir)); diff != "" {
		t.Errorf("site differs:\n%s", diff)
	}
}

func TestForeignFilesSurvive(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "CNAME"), "tomsk.example")
	put(t, filepath.Join(dir, "clusters/les/photo.jpg"), "a photo")
	write(t, dir, page("clusters/les/index.html", "les"), page("about/index.html", "about"))
	put(t, filepath.Join(dir, "about/notes.txt"), "notes")
	write(t, dir, page("index.html", "home"))
	expect(t, dir, map[string]string{
		"CNAME":                  "tomsk.example",
		"clusters/les/photo.jpg": "a photo",
		"about/notes.txt":        "notes",
		"index.html":             "home",
	})
}

func TestForeignFilesInTheWayStopTheBuild(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, page("index.html", "home 1"))
	put(t, filepath.Join(dir, "CNAME"), "tomsk.example")
	put(t, filepath.Join(dir, "clusters"), "a file")
	put(t, filepath.Join(dir, "news/index.html/x"), "a folder")
	got := refused(
		t, dir,
		page("index.html", "home 2"),
		page("CNAME", "other.example"),
		page("clusters/les/index.html", "les"),
		page("news/index.html", "news"),
	)
	if diff := cmp.Diff([]string{"CNAME", "clusters", "news/index.html"}, got); diff != "" {
		t.Errorf("in the way:\n%s", diff)
	}
}

func TestASiteSurvivesTheLossOfItsManifest(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, page("index.html", "home"), page("a/index.html", "a"))
	for _, damage := range []func(path string) error{
		os.Remove,
		func(path string) error { return os.Truncate(path, 30) },
		func(path string) error { return os.WriteFile(path, []byte("svod 1 complete\n\"\"\n1\n"), 0o600) },
	} {
		if err := damage(filepath.Join(dir, output.Folder, "manifest")); err != nil {
			t.Fatal(err)
		}
		if s := write(t, dir, page("index.html", "home"), page("a/index.html", "a")); s.Unchanged != 2 {
			t.Errorf("%+v, want all unchanged", s)
		}
	}
	write(t, dir, page("index.html", "home 2"))
	expect(t, dir, map[string]string{"index.html": "home 2"})
}

func TestAnEditedPageIsWrittenAnewOrLeftAlone(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, page("index.html", "home"), page("a.html", "aaaa"), page("b.html", "bbbb"))
	put(t, filepath.Join(dir, "index.html"), "HOME")
	put(t, filepath.Join(dir, "a.html"), "mine")
	put(t, filepath.Join(dir, "b.html"), "bbbb") // only its time differs
	s := write(t, dir, page("index.html", "home"))
	if want := (output.Summary{Written: 1, Removed: 1, Bytes: 4}); s != want {
		t.Errorf("%+v, want %+v", s, want)
	}
	expect(t, dir, map[string]string{"index.html": "home", "a.html": "mine"})
}

func TestOwnFilesMakeWay(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, page("a", "a file"), page("b/c/index.html", "b"), page("b/d", "d"))
	write(t, dir, page("a/index.html", "a"), page("b", "a file"))
	expect(t, dir, map[string]string{"a/index.html": "a", "b": "a file"})
}

func TestLinksAreNotFollowedOut(t *testing.T) {
	outside := t.TempDir()
	put(t, filepath.Join(outside, "index.html"), "precious")
	link := func(dir, name string) {
		t.Helper()
		if err := os.Symlink(outside, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	t.Run("a folder", func(t *testing.T) {
		dir := t.TempDir()
		link(dir, "les")
		if got := refused(t, dir, page("les/new.html", "x")); !cmp.Equal(got, []string{"les"}) {
			t.Errorf("in the way: %q", got)
		}
	})
	t.Run("a file", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.Symlink(filepath.Join(outside, "index.html"), filepath.Join(dir, "index.html")); err != nil {
			t.Skip("no symbolic links here:", err)
		}
		if got := refused(t, dir, page("index.html", "x")); !cmp.Equal(got, []string{"index.html"}) {
			t.Errorf("in the way: %q", got)
		}
	})
	t.Run("a folder that was Svod's", func(t *testing.T) {
		dir := t.TempDir()
		write(t, dir, page("les/index.html", "precious"), page("index.html", "home"))
		if err := os.RemoveAll(filepath.Join(dir, "les")); err != nil {
			t.Fatal(err)
		}
		link(dir, "les")
		write(t, dir, page("index.html", "home"))
		expect(t, dir, map[string]string{"index.html": "home", "les": "L---------"})
	})
	t.Run("the folder .svod", func(t *testing.T) {
		dir := t.TempDir()
		link(dir, output.Folder)
		if got := refused(t, dir, page("index.html", "x")); !cmp.Equal(got, []string{output.Folder}) {
			t.Errorf("in the way: %q", got)
		}
	})
	t.Run("the destination itself", func(t *testing.T) {
		dir, real := t.TempDir(), t.TempDir()
		if err := os.Symlink(real, filepath.Join(dir, "public")); err != nil {
			t.Skip("no symbolic links here:", err)
		}
		write(t, filepath.Join(dir, "public"), page("index.html", "home"))
		expect(t, real, map[string]string{"index.html": "home"})
	})
	if got := site(t, outside); !cmp.Equal(got, map[string]string{"index.html": "precious"}) {
		t.Errorf("outside there is now %q", got)
	}
}
