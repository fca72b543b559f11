package schema_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/goccy/go-yaml"
	"golang.org/x/tools/txtar"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// The bad inputs of package content are judged by both: a schema refuses
// nothing that the reader takes, and every kind of mistake that it can see.
func TestSchemasAgainstTheReader(t *testing.T) {
	schemas := compile(t, report.Entries{})
	names, err := filepath.Glob(filepath.Join("..", "content", "testdata", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	visible := map[diag.Code]bool{
		diag.UnknownKey: true, diag.UnknownStage: true, diag.UnknownWord: true, diag.WantsYesNo: true,
		diag.WantsFigure: true, diag.WantsMapping: true, diag.WantsText: true, diag.WantsColor: true,
	}
	judged, refused := 0, 0
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for chunk := range strings.SplitSeq(string(b), "=====\n") {
			for _, f := range txtar.Parse([]byte(chunk)).Files {
				text := string(f.Data)
				if !readable(f.Name, text) {
					continue // a mistake of YAML, which comes before any schema
				}
				found := told(t, f.Name, text)
				judged++
				err := check(t, schemas, f.Name, text)
				if err != nil {
					refused++
				}
				if err != nil && len(found) == 0 {
					t.Errorf("the reader takes what the schema refuses:\n%s\n%v", text, err)
				}
				for _, d := range found {
					if key, _ := d.Args["Key"].(string); key != "" && unicode.IsDigit(rune(key[0])) {
						continue // the fraction of 7, 9: only the reader sees the space
					}
					if err == nil && visible[d.Code] {
						t.Errorf("the schema takes what the reader refuses for %s:\n%s", d.Code, text)
					}
				}
			}
		}
	}
	t.Logf("%d files, %d refused", judged, refused)
	if refused < 15 {
		t.Errorf("only %d of %d files are refused", refused, judged)
	}
}

// readable tells a file with keys that YAML can read.
func readable(name, text string) bool {
	switch {
	case name == "content/sources.yaml":
	case strings.HasSuffix(name, ".md") && strings.HasPrefix(text, "---\n") && strings.Contains(text[4:], "\n---"):
		text, _, _ = strings.Cut(text[4:], "\n---")
	default:
		return false
	}
	var v map[string]any
	return yaml.Unmarshal([]byte(text), &v) == nil && v != nil
}

// told is what the reader tells of a file by itself.
func told(t *testing.T, name, text string) []diag.Diagnostic {
	t.Helper()
	c, err := content.NewReader(fstest.MapFS{name: {Data: []byte(text)}}, content.Options{}).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(c.Diagnostics, func(d diag.Diagnostic) bool { return d.File != name })
}
