package site_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/site"
)

// drawing are the layouts with what charts are drawn with, as the build made it.
func drawing(t *testing.T) fs.FS {
	t.Helper()
	disk := os.DirFS("../../layouts")
	if _, err := fs.Stat(disk, "dist/chart-ssr.js"); err != nil {
		t.Skip("charts are not built: run make")
	}
	return disk
}

func living(s *site.Site) []string {
	var paths []string
	for _, f := range s.Files {
		if strings.HasSuffix(f.Path, "/live.json") {
			paths = append(paths, f.Path)
		}
	}
	slices.Sort(paths)
	return paths
}

const twoCharts = "---\ntitle: Диаграммы\n---\n" +
	"```chart\ntype: bar\nid: summy\ntitle: Суммы\nrows: {Лес: 7,9 млрд ₽, Химия: 15,6 млрд ₽}\n```\n\n" +
	"```chart\ntype: bar\ntitle: Суммы\nrows: {Лес: 1, Химия: 2}\n```\n\n" +
	"```chart\ntype: bar\ntitle: Суммы\nrows: {Лес: 3, Химия: 4}\n```\n"

// Every chart of the site has a file to come alive from, at a path that no other
// has, and its page leads there.
func TestLivingChartsOfTheSite(t *testing.T) {
	files := content(map[string]string{
		"clusters/khimiya.md": "---\ntitle: Химия\ninvestment: 15,6 млрд ₽\nregion: tomsk\n---\n",
		"clusters/len.md":     "---\ntitle: Лён\ninvestment: 60 млн долларов\nregion: tomsk\n---\n",
		"regions/tomsk.md":    "---\ntitle: Томск\n---\n",
		"diagrammy.md":        twoCharts,
		"about.md":            strings.NewReplacer("Диаграммы", "О своде", "id: summy", "id: summy-svoda").Replace(twoCharts),
	})
	s, found, err := site.NewBuilder(site.Options{Source: files, Layouts: drawing(t)}).Build(context.Background())
	if err != nil || diag.HasErrors(found) {
		t.Fatal(found, err)
	}
	got := living(s)
	want := []string{
		"charts/about-summy-2/live.json",
		"charts/about-summy/live.json",
		"charts/clusters/live.json",
		"charts/diagrammy-summy-2/live.json",
		"charts/diagrammy-summy/live.json",
		"charts/region-tomsk/live.json",
		"charts/summy-svoda/live.json",
		"charts/summy/live.json",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	for _, path := range got {
		var live struct{ Rows [][]string }
		if err := json.Unmarshal([]byte(render(t, s, path)), &live); err != nil || len(live.Rows) < 2 {
			t.Errorf("%s: %v, %d rows", path, err, len(live.Rows))
		}
	}
	if page := render(t, s, "about/index.html"); !strings.Contains(page, `data-chart="../charts/about-summy-2/live.json"`) {
		t.Error("the page does not lead to its second chart")
	}
	if broken, err := s.CheckLinks(context.Background()); err != nil || len(broken) > 0 {
		t.Errorf("%+v %v", broken, err)
	}
}

// A page without a chart loads no script.
func TestPagesWithoutChartsHaveNoScript(t *testing.T) {
	s, _, err := site.NewBuilder(site.Options{Source: content(nil), Layouts: drawing(t)}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if page := render(t, s, "clusters/les/index.html"); strings.Contains(page, `type="module"`) {
		t.Error("there is a script and no chart")
	}
	if got := living(s); len(got) > 0 {
		t.Errorf("%q are of no chart", got)
	}
}

// An edit of a chart reaches what it comes alive from; a chart of another name is
// another file.
func TestLivingChartsAfterEdit(t *testing.T) {
	const page = "content/diagrammy.md"
	files := content(map[string]string{"diagrammy.md": twoCharts})
	options := site.Options{Source: files, Layouts: drawing(t)}
	builder := site.NewBuilder(options)
	if _, _, err := builder.Build(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, edit := range [][2]string{
		{"15,6 млрд", "20 млрд"}, {"id: summy", "id: itogi"}, {"{Лес: 3, Химия: 4}", "{Лес: 5, Химия: 4}"}, {"title: Суммы\nrows: {Лес: 5", "title: Доли\nrows: {Лес: 5"},
	} {
		text := strings.Replace(string(files[page].Data), edit[0], edit[1], 1)
		files[page] = &fstest.MapFile{Data: []byte(text)}
		got, _, err := builder.Build(context.Background(), page)
		if err != nil {
			t.Fatal(err)
		}
		want, _, err := site.NewBuilder(options).Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(living(got), living(want)) {
			t.Errorf("%s: %q, a new site has %q", edit[1], living(got), living(want))
			continue
		}
		for _, path := range living(want) {
			if render(t, got, path) != render(t, want, path) {
				t.Errorf("%s: %s differs from that of a new site", edit[1], path)
			}
		}
	}
}
