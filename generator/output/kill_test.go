package output_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/output"
)

// A build in another process is killed at random moments. Whenever it dies,
// every page has its assets and data, whatever can be reached from the home page
// exists, and the next build completes the site.

const (
	childDir     = "OUTPUT_TEST_DIR"
	childEdition = "OUTPUT_TEST_EDITION"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		edition, _ := strconv.Atoi(os.Getenv(childEdition))
		os.Exit(buildAsChild(dir, edition))
	}
	os.Exit(m.Run())
}

// buildAsChild says when it starts, when everything is rendered, and when it is
// done.
func buildAsChild(dir string, edition int) int {
	fmt.Println("start")
	_, err := output.Write(context.Background(), editionFiles(edition), output.Options{Dir: dir, Progress: func(done, total int) {
		if done == total {
			fmt.Println("rendered")
		}
	}})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("done")
	return 0
}

// editionFiles is a site of which every edition has other assets, other data,
// some new pages, some pages fewer, some unchanged. Pages refer to each other
// and to lists, lists to pages.
func editionFiles(edition int) []output.File {
	const pages, lists = 40, 4
	var files []output.File
	address := func(n int) string { return fmt.Sprintf("pages/%d/index.html", n) }
	list := func(n int) string { return fmt.Sprintf("lists/%d-%d/index.html", edition%2, n%lists) }
	refer := func(to ...string) string { return "<a " + strings.Join(to, ">\n<a ") + ">\n" }

	style := fmt.Sprintf("assets/style.%d.css", edition)
	files = append(files, text(style, output.Asset, style))
	contents := make([][]string, lists)
	for n := edition * 10; n < edition*10+pages; n++ {
		asset := fmt.Sprintf("assets/%d.%d.js", n, edition/(1+n%3))
		data := fmt.Sprintf("pages/%d/table.%d.csv", n, edition/(1+n%2))
		next := address(edition*10 + (n-edition*10+1)%pages)
		files = append(
			files,
			page(address(n), refer("index.html", asset, data, next, list(n))),
			text(asset, output.Asset, asset),
			text(data, output.Data, data),
		)
		contents[n%lists] = append(contents[n%lists], address(n))
	}
	all := []string{style}
	for n, content := range contents {
		files = append(files, text(list(n), output.Index, refer(append(content, style)...)))
		all = append(all, list(n))
	}
	return append(files, text("index.html", output.Index, refer(all...)))
}

func TestKilledAtAnyMoment(t *testing.T) {
	moments := 100
	if testing.Short() {
		moments = 10
	}
	dir := t.TempDir()
	render, place := measure(t)
	interrupted, mixed := 0, 0
	for i := range moments {
		edition := i / 2 // each is interrupted twice
		if i%10 == 0 {   // the first build of a site now and then
			dir = t.TempDir()
		}
		signal, patience := "start", render+place
		if i%2 == 1 {
			signal, patience = "rendered", place
		}
		c, _ := startChild(t, dir, edition, signal)
		time.Sleep(rand.N(patience))
		c.Process.Kill()
		killed := c.Wait() != nil
		checkWhole(t, dir)
		if t.Failed() {
			t.Fatalf("after kill %d", i)
		}
		if killed {
			interrupted++
			if text, _ := os.ReadFile(filepath.Join(dir, output.Folder, "manifest")); strings.HasPrefix(string(text), "svod 1 publishing") {
				mixed++
			}
		}
		if i%3 == 2 {
			write(t, dir, editionFiles(edition)...)
			want := t.TempDir()
			write(t, want, editionFiles(edition)...)
			if diff := cmp.Diff(site(t, want), site(t, dir)); diff != "" {
				t.Fatalf("kill %d: the next build does not complete the site:\n%s", i, diff)
			}
		}
	}
	t.Logf("%d of %d builds were interrupted, %d of them while files were put in place", interrupted, moments, mixed)
	if mixed == 0 {
		t.Error("no build was interrupted while files were put in place")
	}
}

// measure returns how long a build renders and how long it puts in place.
func measure(t *testing.T) (render, place time.Duration) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, editionFiles(0)...)
	c, lines := startChild(t, dir, 1, "start")
	started := time.Now()
	waitFor(lines, "rendered")
	rendered := time.Now()
	waitFor(lines, "done")
	done := time.Now()
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	return rendered.Sub(started) + time.Millisecond, done.Sub(rendered) + time.Millisecond
}

// startChild starts a build in a process of its own and returns when it gives the
// signal.
func startChild(t *testing.T, dir string, edition int, signal string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childDir+"="+dir, childEdition+"="+strconv.Itoa(edition))
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	waitFor(lines, signal)
	return c, lines
}

func waitFor(lines *bufio.Scanner, signal string) {
	for lines.Scan() && lines.Text() != signal {
	}
}

var reference = regexp.MustCompile(`<a ([^>]*)>`)

// checkWhole checks what a reader can meet.
func checkWhole(t *testing.T, dir string) {
	t.Helper()
	files := site(t, dir)
	for name, content := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		for _, ref := range reference.FindAllStringSubmatch(content, -1) {
			if _, exists := files[ref[1]]; !exists && path.Ext(ref[1]) != ".html" {
				t.Errorf("%s lacks %s", name, ref[1])
			}
		}
	}
	if _, exists := files["index.html"]; !exists {
		return
	}
	reached := map[string]bool{}
	for queue := []string{"index.html"}; len(queue) > 0; queue = queue[1:] {
		content, exists := files[queue[0]]
		if !exists {
			t.Errorf("%s can be reached and does not exist", queue[0])
		}
		for _, ref := range reference.FindAllStringSubmatch(content, -1) {
			if !reached[ref[1]] {
				reached[ref[1]] = true
				queue = append(queue, ref[1])
			}
		}
	}
}
