package site_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
	"example.org/svod/generator/site"
)

// TestReview reviews every chunk of testdata/review.txt, a report in a txtar
// archive. What is found is expected on its line in a comment, or, in a text,
// before the first file as FILE:LINE: внимание: …. Nothing else may be found. A
// file that holds a number in brackets is as many bytes long.
func TestReview(t *testing.T) {
	b, err := os.ReadFile("testdata/review.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, chunk := range strings.Split(string(b), "=====\n") {
		t.Run(strconv.Itoa(n+1), func(t *testing.T) {
			archive := txtar.Parse([]byte(chunk))
			want, files := expectedFindings(archive)
			if diff := cmp.Diff(want, findings(t, files)); diff != "" {
				t.Errorf("%s\n%s", diff, chunk)
			}
		})
	}
}

var expectation = regexp.MustCompile(`(?m) # ((?:внимание|к сведению): .*)$`)

func expectedFindings(a *txtar.Archive) (want []string, files fstest.MapFS) {
	files = fstest.MapFS{
		"content/_index.md":    {Data: []byte("---\ntitle: Отчёт\nas_of: 2026-02-24\n---\nСлова [@press].\n")},
		"content/sources.yaml": {Data: []byte("press: {title: Т, publisher: П, url: https://example.org/, date: 2025-02-11, accessed: 2026-02-24}\n")},
	}
	for line := range strings.Lines(string(a.Comment)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			want = append(want, line)
		}
	}
	for _, f := range a.Files {
		n := 0
		for line := range strings.Lines(string(f.Data)) {
			n++
			if m := expectation.FindStringSubmatch(strings.TrimRight(line, "\n")); m != nil {
				want = append(want, fmt.Sprintf("%s:%d: %s", f.Name, n, m[1]))
			}
		}
		data := expectation.ReplaceAll(f.Data, nil)
		var size int
		if _, err := fmt.Sscanf(string(data), "(%d)", &size); err == nil {
			data = bytes.Repeat([]byte{0}, size)
		}
		files[f.Name] = &fstest.MapFile{Data: data}
	}
	slices.Sort(want)
	return want, files
}

func findings(t *testing.T, files fstest.MapFS) []string {
	t.Helper()
	b := site.NewBuilder(site.Options{Source: files, Layouts: layouts(t), Edition: report.Edition{Now: today}})
	_, built, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	reviewed, _, err := b.Review(context.Background(), 365)
	if err != nil {
		t.Fatal(err)
	}
	p := diag.NewPrinter("ru")
	var got []string
	for _, d := range append(built, reviewed...) {
		message := strings.ReplaceAll(p.Message(d), "\u00a0", " ")
		got = append(got, fmt.Sprintf("%s:%d: %s: %s", d.File, d.Line, p.Severity(d.Severity), message))
		if remedy := p.Remedy(d); remedy == "" || strings.Contains(message+remedy, "no value") {
			t.Errorf("badly worded: %s; %s", message, remedy)
		}
	}
	slices.Sort(got)
	return got
}
