package content_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/txtar"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// Each file in testdata/expand.txtar is a cluster, followed by what becomes of it,
// where anything does, and by the places that are left to its author. It says what
// it said, and is not expanded again.
func TestExpand(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/expand.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	for name, before := range files {
		if strings.HasSuffix(name, " after") || strings.HasSuffix(name, " left") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			want, expanded := files[name+" after"]
			if !expanded {
				want = before
			}
			got, left := expand(t, before)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(files[name+" left"], left); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(read(t, before), read(t, got), cmpopts.IgnoreTypes(diag.Position{}, uint64(0)), cmpopts.IgnoreFields(report.Page{}, "Body")); diff != "" {
				t.Errorf("the page says something else: %s", diff)
			}
			if again, _ := expand(t, got); again != got {
				t.Errorf("expanded again:\n%s", again)
			}
			windows := strings.ReplaceAll(before, "\n", "\r\n")
			if got, _ := expand(t, windows); got != strings.ReplaceAll(want, "\n", "\r\n") {
				t.Errorf("with the line ends of Windows:\n%q", got)
			}
		})
	}
}

func expand(t *testing.T, file string) (expanded, left string) {
	t.Helper()
	b, found := content.Expand("content/clusters/les.md", []byte(file), "ru")
	for _, d := range found {
		left += fmt.Sprintf("%d:%d\n", d.Line, d.Column)
	}
	return string(b), left
}

// read is the only cluster of a report.
func read(t *testing.T, file string) *report.Cluster {
	t.Helper()
	c, err := reader(fstest.MapFS{"content/clusters/les.md": {Data: []byte(file)}}).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range c.Diagnostics {
		if d.Severity == diag.Error && d.File != "content/_index.md" {
			t.Fatalf("%+v", d)
		}
	}
	return c.Entries.Clusters[0]
}
