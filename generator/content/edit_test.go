package content_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
)

// Each pair of files in testdata/edit.txtar is a cluster before and after one
// figure was added; a file without an "after" is one that is not edited.
func TestAppendFigure(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/edit.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range archive.Files {
		files[f.Name] = f.Data
	}
	entry := content.Addition{
		Key: "investment", Value: "почти 8 млрд ₽", Date: report.Date{Year: 2026, Month: 3, Day: 1}, Source: "press",
		Note: "почти: так сказано",
	}
	for _, f := range archive.Files {
		if bytes.HasSuffix([]byte(f.Name), []byte("after")) {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			got, err := content.AppendFigure(f.Data, entry, "ru")
			want, edited := files[f.Name+" after"]
			if !edited {
				if err == nil {
					t.Errorf("it was edited:\n%s", got)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Files with the line ends of Windows keep them.
func TestAppendFigureKeepsLineEnds(t *testing.T) {
	file := []byte("---\r\ntitle: Лес\r\n---\r\nТекст\r\n")
	got, err := content.AppendFigure(file, content.Addition{Key: "jobs", Value: "12", Date: report.Date{Year: 2025}}, "ru")
	if err != nil {
		t.Fatal(err)
	}
	want := "---\r\ntitle: Лес\r\njobs:\r\n  - date: 2025\r\n    jobs: 12\r\n---\r\nТекст\r\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}
