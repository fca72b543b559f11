package output_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/output"
)

// smallDisk mounts a disk of one megabyte, which takes the rights of root.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// failed tries a build that the disk does not let happen.
func failed(t *testing.T, dir string, files ...output.File) *output.WriteError {
	t.Helper()
	before := site(t, dir)
	_, err := output.Write(t.Context(), files, output.Options{Dir: dir})
	if diff := cmp.Diff(before, site(t, dir)); diff != "" {
		t.Errorf("site changed:\n%.2000s", diff)
	}
	if _, err := os.Lstat(filepath.Join(dir, output.Folder, "staging")); err == nil {
		t.Error("the staging folder was left")
	}
	var bad *output.WriteError
	if !errors.As(err, &bad) {
		t.Fatalf("error is %v, want a WriteError", err)
	}
	return bad
}

func TestAFullDiskLeavesTheOldSite(t *testing.T) {
	dir := smallDisk(t)
	files := []output.File{page("index.html", "home 1"), page("a/index.html", "a 1")}
	write(t, dir, files...)
	for _, c := range []struct {
		name, content string
		copies        int
	}{
		{"one large file", strings.Repeat("x", 2<<20), 1},
		{"many small files", strings.Repeat("x", 60<<10), 30},
	} {
		t.Run(c.name, func(t *testing.T) {
			next := []output.File{page("index.html", "home 2")}
			for i := range c.copies {
				next = append(next, page(strings.Repeat("b", i+1)+".html", c.content))
			}
			bad := failed(t, dir, next...)
			if !bad.DiskFull() || bad.NotAllowed() {
				t.Errorf("%v is not told as a full disk", bad)
			}
			if strings.Contains(bad.Error(), "staging") || !strings.HasPrefix(bad.Path, dir) {
				t.Errorf("%v does not name the file in the site", bad)
			}
		})
	}
	if s := write(t, dir, files...); s.Unchanged != len(files) {
		t.Errorf("after that, %+v", s)
	}
}

func TestAReadOnlyFolderLeavesTheOldSite(t *testing.T) {
	dir := readOnly(t, page("index.html", "home 1"), page("a/index.html", "a 1"))
	bad := failed(t, dir, page("index.html", "home 2"))
	if !bad.NotAllowed() || bad.DiskFull() {
		t.Errorf("%v is not told as a matter of permission", bad)
	}
	if want := filepath.Join(dir, "index.html"); bad.Path != want {
		t.Errorf("error names %s, want %s", bad.Path, want)
	}
	if s := write(t, dir, page("index.html", "home 1"), page("a/index.html", "a 1")); s.Unchanged != 2 {
		t.Errorf("where nothing has to be written: %+v", s)
	}
}

func TestAReadOnlyFolderThatIsEmpty(t *testing.T) {
	dir := readOnly(t)
	if bad := failed(t, dir, page("index.html", "home")); !bad.NotAllowed() || bad.Path != dir {
		t.Errorf("%v does not say that %s is read-only", bad, dir)
	}
	bad := failed(t, dir, page("a/index.html", "home"))
	if strings.Contains(bad.Error(), output.Folder) {
		t.Errorf("%v names a folder that nobody knows", bad)
	}
}

// readOnly makes a folder with a site that nobody can write. The rights of files
// do not hold root back, a disk that was mounted read-only does.
func readOnly(t *testing.T, files ...output.File) string {
	t.Helper()
	if os.Getuid() != 0 {
		dir := t.TempDir()
		if len(files) > 0 {
			write(t, dir, files...)
			lockUp(t, filepath.Join(dir, output.Folder))
		}
		lockUp(t, dir)
		return dir
	}
	dir := smallDisk(t)
	if len(files) > 0 {
		write(t, dir, files...)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("no disk can be made read-only here:", err)
	}
	return dir
}

func lockUp(t *testing.T, dir string) {
	t.Helper()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
}
