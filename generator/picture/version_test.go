package picture_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/picture"
)

var update = flag.Bool("update", false, "write the pictures of a new version into testdata")

// Caches keep pictures under the version that wrote them. So code that writes
// another picture of what ECharts drew (testdata/echarts) must have another
// version: pictures of a version that there are already are never rewritten.
func TestOtherPicturesHaveAnotherVersion(t *testing.T) {
	raw, err := filepath.Glob("testdata/echarts/*.svg")
	if err != nil || len(raw) == 0 {
		t.Fatal("no drawings", err)
	}
	folder := filepath.Join("testdata", fmt.Sprintf("v%d", picture.Version))
	if *update {
		begin(t, folder)
	}
	for _, file := range raw {
		drawn, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		h := head("a")
		h.Texture = picture.Hatched
		svg, err := drawing(t, string(drawn), "", 0).SVG(option, h)
		if err != nil {
			t.Fatal(err)
		}
		// One element a line, for whoever reads what has changed.
		got := strings.ReplaceAll(string(svg), "><", ">\n<") + "\n"
		golden := filepath.Join(folder, filepath.Base(file))
		want, err := os.ReadFile(golden)
		if os.IsNotExist(err) && *update {
			want, err = []byte(got), os.WriteFile(golden, []byte(got), 0o644)
		}
		if err != nil {
			t.Fatalf("%v: after the constant version was raised, run with -update", err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s is another picture in the same version, and caches would keep the old one: raise the constant version, then run with -update\n%s", file, diff)
		}
	}
}

// begin makes the folder of a version in place of that of the one before.
func begin(t *testing.T, folder string) {
	t.Helper()
	if _, err := os.Stat(folder); err == nil {
		return
	}
	former, err := filepath.Glob("testdata/v*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range former {
		if err := os.RemoveAll(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
}
