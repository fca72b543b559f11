package chart_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/picture"
)

// TestOptions compares the options of testdata/*.chart, at both sizes, with the
// files beside them.
func TestOptions(t *testing.T) {
	d, err := chart.NewDrawer(picture.Options{Script: []byte("none is needed for options"), Fonts: goFonts(t)})
	if err != nil {
		t.Fatal(err)
	}
	for name, source := range samples(t) {
		t.Run(name, func(t *testing.T) {
			c := mustBind(t, "ru", source)
			var got bytes.Buffer
			for _, width := range []int{chart.Wide, chart.Narrow} {
				option, err := d.Option(c, width)
				if err != nil {
					t.Fatal(err)
				}
				if err := json.Indent(&got, option, "", " "); err != nil {
					t.Fatal(err)
				}
				got.WriteByte('\n')
			}
			golden := filepath.Join("testdata", name+".json")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// samples are the blocks of testdata/*.chart, by name.
func samples(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.chart")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	out := map[string]string{}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(file), ".chart")] = string(source)
	}
	return out
}
