package site_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/report"
	"example.org/svod/generator/site"
)

// sourced is a report whose figures are each from a source of their own, with chart
// blocks, each on a page of its own: the n-th is it-n, on the page page-n.
func sourced(t *testing.T, blocks ...string) *site.Site {
	t.Helper()
	var list strings.Builder
	for _, id := range []string{"les-first", "les-now", "les-stage", "les-jobs", "les-list", "ore-first", "ore-now", "ore-stage", "survey"} {
		fmt.Fprintf(&list, "%s:\n  title: %s\n  publisher: Издание %[1]s\n  url: https://example.org/%[1]s\n  date: 2025-01-10\n", id, id)
	}
	files := content(map[string]string{
		"sources.yaml":      list.String(),
		"regions/oblast.md": "---\ntitle: Область\n---\n",
		"clusters/les.md": "---\ntitle: Лес\nregion: oblast\n" +
			"stage: {stage: registered, date: 2025-01-10, source: les-stage}\n" +
			"jobs: {jobs: 700, date: 2025-01-10, source: les-jobs}\n" +
			"members:\n  - {name: АО «Лес», source: les-list}\n" +
			"investment:\n  - {date: 2024-02-11, amount: 7,9 млрд ₽, source: les-first}\n  - {date: 2025-01-10, amount: 8 млрд ₽, source: les-now}\n---\n",
		"clusters/ore.md": "---\ntitle: Руда\nregion: oblast\n" +
			"stage: {stage: planned, date: 2025-01-10, source: ore-stage}\n" +
			"investment:\n  - {date: 2024-03-01, amount: 47 млрд ₽, source: ore-first}\n  - {date: 2025-01-10, amount: 6,1 млрд ₽, source: ore-now}\n---\n",
		"jobs.csv": "кластер;мест;источник\nЛес;700;\"les-jobs; survey\"\nРуда;100;со слов директора\n",
	})
	for i, block := range blocks {
		files[fmt.Sprintf("content/page-%d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"---\ntitle: Страница %d\n---\n```chart\nid: it-%[1]d\ntitle: Диаграмма\n%s\n```\n", i, block)}
	}
	return drawn(t, files)
}

// A chart of the report's own tables names the sources of what it shows, and of
// nothing else, without being told to.
func TestSourcesOfCharts(t *testing.T) {
	var blocks, wanted []string
	for block, want := range map[string]string{
		"type: bar\ndata: clusters\nx: investment\ny: title":                                            "les-now ore-now",
		"type: bar\ndata: clusters\nx: investment\ny: title\nsource: survey":                            "survey les-now ore-now",
		"type: bar\ndata: clusters\nx: investment\ny: title\nfilter: {title: Лес}":                      "les-now",
		"type: bar\ndata: clusters\nx: investment\ny: title\nlimit: 1":                                  "les-now ore-now",
		"type: bar\ndata: clusters\nx: jobs\ny: title":                                                  "les-jobs",
		"type: bar\ndata: clusters\nx: members\ny: title":                                               "les-list",
		"type: bar\ndata: clusters\nx: investment\nsum: region":                                         "les-now ore-now",
		"type: bar\ndata: clusters\nx: count\nsum: stage":                                               "les-stage ore-stage",
		"type: bar\ndata: announcements\nx: investment\ny: cluster\nsum: cluster":                       "les-first les-now ore-first ore-now",
		"type: step\ndata: totals\nx: date\ny: investment":                                              "les-first ore-first les-now ore-now",
		"type: waterfall\ndata: changes\nx: change\ny: cluster":                                         "les-first ore-first les-now ore-now",
		"type: bar\ndata: stages\nx: investment\ny: stage\nfilter: {stage: planned}":                    "ore-stage ore-now",
		"type: slope\ndata: promises\nx: [first, current]\ny: title":                                    "les-first les-now ore-first ore-now",
		"type: timeline\ndata: progress\nx: date\ny: title":                                             "les-stage ore-stage",
		"type: bar\ndata: organizations\nx: clusters\ny: title":                                         "les-list",
		"type: bar\ndata: jobs.csv\nx: мест\ny: кластер":                                                "les-jobs survey",
		"type: bar\nrows: [{name: Лес, value: 5, source: les-now}, {name: Руда, value: 3}]":             "les-now",
		"type: bar\nrows: [{name: Лес, value: 5, source: \"les-now, survey\"}, {name: Руда, value: 3}]": "les-now survey",
		"type: bar\ndata: clusters\nx: investment\ny: title\nsource: [les-now, survey]\nsort: name":     "les-now survey ore-now",
	} {
		blocks, wanted = append(blocks, block), append(wanted, want)
	}
	s := sourced(t, blocks...) // the report is built once for all
	for i, block := range blocks {
		want := wanted[i]
		var file struct{ Sources []struct{ Title string } }
		if err := json.Unmarshal([]byte(render(t, s, fmt.Sprintf("charts/it-%d/it-%[1]d.json", i))), &file); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, source := range file.Sources {
			got = append(got, source.Title)
		}
		if diff := cmp.Diff(strings.Fields(want), got); diff != "" {
			t.Errorf("%s\n%s", block, diff)
		}
		page := render(t, s, fmt.Sprintf("page-%d/index.html", i))
		for _, source := range strings.Fields(want) {
			if link := `<a href="https://example.org/` + source + `">Издание ` + source + `</a>`; strings.Count(page, link) != 1 {
				t.Errorf("%s: the page does not name %s once", block, source)
			}
		}
	}
}

// Many sources are not named beside a chart, but on its own page, and very many
// not even there.
func TestManySourcesOfAChart(t *testing.T) {
	of := func(count int) *site.Site {
		files := map[string]string{"sources.yaml": "", "_index.md": "---\ntitle: Отчёт\n---\n", "clusters/les.md": "---\ntitle: Лес\n---\n"}
		for i := range count {
			id := fmt.Sprintf("s%03d", i)
			files["sources.yaml"] += fmt.Sprintf("%s: {title: %[1]s, publisher: Издание %[1]s, url: https://example.org/%[1]s, date: 2025-01-10}\n", id)
			files["clusters/"+id+".md"] = fmt.Sprintf("---\ntitle: Кластер %s\ninvestment: {date: 2025-01-10, amount: %d млрд ₽, source: %[1]s}\n---\n", id, i+1)
		}
		return drawn(t, content(files))
	}
	for _, c := range []struct {
		clusters, listed int
		more, svg        string
	}{
		{7, 7, ">и\u00a0ещё\u00a02</a>", "Издание s002 и другие</text>"},
		{report.MostSources + 1, report.MostSources, ">и другие</a>", "Издание s046 и другие</text>"},
	} {
		s := of(c.clusters)
		page := render(t, s, "index.html")
		if n := strings.Count(page, "<cite>"); n != 5 || !strings.Contains(page, `<a href="charts/clusters/#sources"`+c.more) {
			t.Errorf("of %d sources, %d stand beside the chart", c.clusters, n)
		}
		own := render(t, s, "charts/clusters/index.html")
		if n := strings.Count(own, `<li id="s0`); n != c.listed || strings.Contains(own, `class="further"`) != (c.clusters > c.listed) {
			t.Errorf("of %d sources, %d are listed", c.clusters, n)
		}
		if !strings.Contains(render(t, s, "charts/clusters/clusters.svg"), c.svg) {
			t.Errorf("the picture of %d sources does not end with %s: %s", c.clusters, c.svg, render(t, s, "charts/clusters/clusters.svg"))
		}
	}
}
