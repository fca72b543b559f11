package chart_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
	"example.org/svod/generator/typeset"
)

var update = flag.Bool("update", false, "write the golden files anew")

// words are those of the real layouts.
func words(t testing.TB, language string) *chart.Words {
	t.Helper()
	page, err := locale.New(os.DirFS("../../layouts"), language)
	if err != nil {
		t.Fatal(err)
	}
	w, err := chart.NewWords(page)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// goFonts have Cyrillic and come with a Go module, so that layouts can be tested
// on a bare clone.
func goFonts(t testing.TB) *typeset.Family {
	t.Helper()
	f, err := typeset.NewFamily(
		typeset.File{Weight: 400, Data: goregular.TTF},
		typeset.File{Weight: 600, Data: gobold.TTF},
	)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

const dist = "../../layouts/dist"

// drawer draws with the built script, in the typeface of the site.
func drawer(t testing.TB, cacheDir string) *chart.Drawer {
	t.Helper()
	script, err := os.ReadFile(filepath.Join(dist, "chart-ssr.js"))
	if err != nil {
		t.Skip("assets are not built: run make")
	}
	var files []typeset.File
	for _, script := range []string{"latin", "latin-ext", "cyrillic", "cyrillic-ext"} {
		for weight, name := range map[int]string{400: "400", 600: "600"} {
			data, err := os.ReadFile(filepath.Join(dist, "fonts", "golos-text-"+script+"-"+name+"-normal.woff"))
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, typeset.File{Weight: weight, Data: data})
		}
	}
	fonts, err := typeset.NewFamily(files...)
	if err != nil {
		t.Fatal(err)
	}
	d, err := chart.NewDrawer(chart.Options{Script: script, Fonts: fonts, CacheDir: cacheDir})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// block is the text of a chart block in a file of its own.
func block(source string) chart.Block {
	text := diag.NewText("page.md", []byte(source))
	return chart.Block{Source: []byte(source), At: text.At, Fence: diag.Position{File: "page.md"}}
}

// bound parses a block and binds it, with files beside the page.
func bound(t testing.TB, language, source string, files map[string]string) (*chart.Chart, []diag.Diagnostic) {
	t.Helper()
	spec, found := chart.ParseSpec(block(source))
	if diag.HasErrors(found) {
		return nil, found
	}
	tables := chart.NewTables(&report.Report{}, words(t, language))
	c, more, err := spec.Bind(tables, func(written string) (string, []byte, error) {
		content, ok := files[written]
		if !ok {
			return "", nil, fs.ErrNotExist
		}
		return written, []byte(content), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return c, append(found, more...)
}

// mustBind is bound for blocks without mistakes.
func mustBind(t testing.TB, language, source string) *chart.Chart {
	t.Helper()
	c, found := bound(t, language, source, nil)
	for _, d := range found {
		t.Fatalf("%s: %s %v\n%s", d.Position, d.Code, d.Args, source)
	}
	return c
}

const clusters = `type: bar
title: Инвестиции по кластерам
rows:
  Цветные металлы: 47 млрд ₽
  Глубокая переработка древесины и лесохимия: 7,9 млрд ₽
  Химия: 15,6 млрд ₽
  Микроэлектроника: не объявлено
`

func TestSummaryTellsWhatIsToBeSeen(t *testing.T) {
	const want = "Больше всех, 47 млрд ₽, у «Цветные металлы»; меньше всех, 7,9 млрд ₽, " +
		"у «Глубокая переработка древесины и лесохимия»; сумма не названа у 1 из 4."
	if got := strings.ReplaceAll(mustBind(t, "ru", clusters).Summary(), "\u00a0", " "); got != want {
		t.Errorf("summary is\n%s\nwant\n%s", got, want)
	}
}
