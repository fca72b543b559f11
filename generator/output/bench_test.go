package output_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"testing"

	"example.org/svod/generator/output"
)

// The size of a report on ten thousand clusters.
const (
	benchPages = 16_000
	benchSize  = 15_000
)

// benchFiles are pages that cost nothing to render.
func benchFiles(edition int) []output.File {
	content := make([]byte, benchSize)
	for i := range content {
		content[i] = byte('a' + (i+edition)%26)
	}
	files := make([]output.File, benchPages)
	for i := range files {
		files[i] = page("clusters/"+strconv.Itoa(i)+"/index.html", string(content))
	}
	return files
}

func benchWrite(b *testing.B, dir string, files []output.File) output.Summary {
	b.Helper()
	s, err := output.Write(b.Context(), files, output.Options{Dir: dir, Inputs: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkFloor makes the folders and writes the files, and nothing else.
func BenchmarkFloor(b *testing.B) {
	content := make([]byte, benchSize)
	for b.Loop() {
		dir := emptyDir(b)
		var group sync.WaitGroup
		workers := runtime.GOMAXPROCS(0)
		for w := range workers {
			group.Go(func() {
				for i := w; i < benchPages; i += workers {
					folder := filepath.Join(dir, "clusters", strconv.Itoa(i))
					if err := os.MkdirAll(folder, 0o755); err != nil {
						b.Error(err)
					}
					if err := os.WriteFile(filepath.Join(folder, "index.html"), content, 0o644); err != nil {
						b.Error(err)
					}
				}
			})
		}
		group.Wait()
	}
}

// emptyDir stops the clock for the removal of the site before.
func emptyDir(b *testing.B) string {
	b.StopTimer()
	dir := filepath.Join(os.TempDir(), fmt.Sprint("svod-bench-", os.Getpid()))
	if err := os.RemoveAll(dir); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	b.StartTimer()
	return dir
}

func BenchmarkCold(b *testing.B) {
	files := benchFiles(0)
	for b.Loop() {
		benchWrite(b, emptyDir(b), files)
	}
}

func BenchmarkUnchanged(b *testing.B) {
	dir := emptyDir(b)
	files := benchFiles(0)
	benchWrite(b, dir, files)
	for b.Loop() {
		if s := benchWrite(b, dir, files); s.Unchanged != benchPages {
			b.Fatalf("%+v", s)
		}
	}
}

func BenchmarkEveryPageChanged(b *testing.B) {
	dir := emptyDir(b)
	editions := [2][]output.File{benchFiles(0), benchFiles(1)}
	benchWrite(b, dir, editions[0])
	for n := 1; b.Loop(); n++ {
		if s := benchWrite(b, dir, editions[n%2]); s.Written != benchPages {
			b.Fatalf("%+v", s)
		}
	}
}

func BenchmarkUpToDate(b *testing.B) {
	dir := emptyDir(b)
	benchWrite(b, dir, benchFiles(0))
	for b.Loop() {
		if ok, err := output.UpToDate(dir, "bench"); err != nil || !ok {
			b.Fatal(ok, err)
		}
	}
}
