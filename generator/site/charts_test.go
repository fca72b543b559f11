package site_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
	"example.org/svod/generator/site"
)

// built are the layouts as they were built, with what draws charts.
func built(t testing.TB) fs.FS {
	t.Helper()
	layouts := os.DirFS("../../layouts")
	if _, err := fs.Stat(layouts, "dist/chart-ssr.js"); err != nil {
		t.Skip("assets are not built: run make")
	}
	return layouts
}

// drawn builds a report with all that it takes to draw its charts.
func drawn(t *testing.T, files fs.FS) *site.Site {
	t.Helper()
	s, found, err := site.NewBuilder(site.Options{Source: files, Layouts: built(t)}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if diag.HasErrors(found) {
		t.Fatalf("%+v", found)
	}
	return s
}

// promises is a report in which sums and stages have a history.
func promises(more map[string]string) fstest.MapFS {
	all := map[string]string{
		"clusters/les.md": "---\ntitle: Лес\nregion: oblast\nstage: registered\ninvestment:\n" +
			"  - {date: 2025-02-11, amount: 7,9 млрд ₽, source: press}\n  - {date: 2025-03-01, amount: 8 млрд ₽, source: press}\n---\nТекст.\n",
		"clusters/metally/index.md": "---\ntitle: Металлы\nregion: oblast\nstage: planned\ninvestment:\n" +
			"  - {date: 2025-02-11, amount: 47 млрд ₽, source: press}\n  - {date: 2025-07, amount: 6,1 млрд ₽, source: press}\n---\n" +
			"```chart\ntype: column\ntitle: Рабочие места\nunit: мест\nsource: press\nrows: {2024: 10, 2025: 20}\n```\n",
		"regions/oblast.md": "---\ntitle: Область\n---\n",
	}
	for name, text := range more {
		all[name] = text
	}
	return content(all)
}

// chartFolders are the ids of the charts that have a page.
func chartFolders(s *site.Site) []string {
	var ids []string
	for _, f := range s.Files {
		if dir, name := path.Split(f.Path); name == path.Base(dir)+".svg" && strings.HasPrefix(dir, "charts/") {
			ids = append(ids, path.Base(dir))
		}
	}
	slices.Sort(ids)
	return ids
}

// Every chart of a text and every one that pages draw by themselves has a page
// with its files.
func TestChartsHavePages(t *testing.T) {
	s, found := build(t, promises(nil))
	if diag.HasErrors(found) {
		t.Fatalf("%+v", found)
	}
	want := []string{
		"cluster-les", "cluster-metally", "clusters", "course", "metally-rabochie-mesta", "promised",
		"region-oblast", "stages",
	}
	if diff := cmp.Diff(want, chartFolders(s)); diff != "" {
		t.Error(diff)
	}
	var files []string
	for _, f := range s.Files {
		if strings.HasPrefix(f.Path, "charts/promised/") {
			files = append(files, strings.TrimPrefix(f.Path, "charts/promised/"))
		}
	}
	slices.Sort(files)
	want = []string{
		"embed/index.html", "index.html", "live.json", "oembed.json",
		"promised-card.png", "promised.csv", "promised.json", "promised.png", "promised.svg",
	}
	if diff := cmp.Diff(want, files); diff != "" {
		t.Error(diff)
	}
	if sitemap := render(t, s, "sitemap.xml"); !strings.Contains(sitemap, "/charts/promised/</loc>") || strings.Contains(sitemap, "embed") {
		t.Error(sitemap)
	}
	if feed := render(t, s, "feed.xml"); strings.Contains(feed, "charts/") {
		t.Error("charts are no news")
	}
}

// A report with nothing to compare has no charts and no list of them.
func TestNoCharts(t *testing.T) {
	s, _ := build(t, content(nil))
	for _, f := range s.Files {
		if strings.HasPrefix(f.Path, "charts/") {
			t.Error(f.Path)
		}
	}
	if strings.Contains(render(t, s, "clusters/index.html"), "charts/") {
		t.Error("the menu leads to charts")
	}
}

// The address of a chart is the id that its author chose, or else made of the
// page and the title.
func TestChartIDs(t *testing.T) {
	block := func(title, more string) string {
		return "```chart\ntype: column\ntitle: " + title + "\nrows: {2024: 10, 2025: 20}\n" + more + "```\n\n"
	}
	page := func(text string) map[string]string {
		return map[string]string{"clusters/metally/index.md": "---\ntitle: Металлы\n---\n" + text}
	}
	for text, want := range map[string]string{
		block("Рабочие места", ""):                                 "metally-rabochie-mesta",
		block("Рабочие места", "id: mesta\n"):                      "mesta",
		block("Места", "") + block("Места", ""):                    "metally-mesta metally-mesta-2",
		block("Места", "") + block("Места", "id: metally-mesta\n"): "metally-mesta metally-mesta-2",
		block("«!»", ""): "metally",
		block(strings.Repeat("Очень длинное название ", 10), ""):           "metally-ochen-dlinnoe-nazvanie-ochen-dlinnoe-nazvanie-ochen",
		block("Места", "id: x\n") + block("Ещё", "id: x\n"):                "15:5",
		block("Места", "id: x\n") + "\n\n" + block("Ещё", "id: 'chart-x'"): "x",
	} {
		s, found := build(t, content(page(text)))
		got := strings.Join(chartFolders(s), " ")
		for _, d := range found {
			if d.Code == diag.ChartIDTwice {
				got = fmt.Sprintf("%d:%d", d.Line, d.Column)
			}
		}
		if got != want {
			t.Errorf("%s\n%s, want %s", text, got, want)
		}
	}
}

// The page of a chart says what it shows, where it stands, where its figures are
// from, and how to use it; the page that shows the chart leads there.
func TestChartPage(t *testing.T) {
	s := drawn(t, promises(nil))
	for name, parts := range map[string][]string{
		"clusters/metally/index.html": {`href="../../charts/metally-rabochie-mesta/"`, `id="chart-metally-rabochie-mesta"`, `class="chart marked"`, ` this"`},
		"index.html":                  {`href="charts/clusters/"`, `href="charts/promised/"`, `href="charts/stages/"`, "Запланирован — 1\u00a0кластер; в реестре — 1\u00a0кластер."},
		"ledger/index.html":           {`href="../charts/course/"`, `<meta property="og:image" content="https://svod.example.org/otchet/charts/clusters/clusters-card.png">`},
		"charts/index.html":           {`href="../charts/clusters/">Обещанные инвестиции по кластерам</a>`, `href="../clusters/metally/#chart-metally-rabochie-mesta"`},
		"charts/metally-rabochie-mesta/index.html": {
			"<h1>Рабочие места</h1>", "<p class=\"unit\">мест</p>", `href="../../clusters/metally/#chart-metally-rabochie-mesta">Металлы</a>`,
			"«Рабочие места» // Отчёт, июль\u00a02025. https://svod.example.org/otchet/charts/metally-rabochie-mesta/</textarea>",
			`&lt;iframe id=&#34;svod-metally-rabochie-mesta&#34; src=&#34;https://svod.example.org/otchet/charts/metally-rabochie-mesta/embed/`,
			`href="metally-rabochie-mesta.png"`, `href="metally-rabochie-mesta.svg"`, `href="metally-rabochie-mesta.csv"`, `href="https://example.org/1">Новость</a>`,
			`<meta property="og:image" content="https://svod.example.org/otchet/charts/metally-rabochie-mesta/metally-rabochie-mesta-card.png">`,
			`<link rel="alternate" type="application/json+oembed" href="https://svod.example.org/otchet/charts/metally-rabochie-mesta/oembed.json">`,
		},
		"charts/metally-rabochie-mesta/embed/index.html": {
			`<meta name="robots" content="noindex">`, `<script type="module" src="../../../assets/embed.`, `href="../../../charts/metally-rabochie-mesta/" target="_top"`,
		},
	} {
		page := render(t, s, name)
		for _, part := range parts {
			if !strings.Contains(page, part) {
				t.Errorf("%s does not have %s:\n%s", name, part, page)
			}
		}
	}
	if broken, err := s.CheckLinks(context.Background()); err != nil || len(broken) > 0 {
		t.Errorf("%v %+v", err, broken)
	}
}

// Patterns for paper are on a page once, however many of its charts are filled with
// them, and on no page where none is.
func TestPatternsStandOnce(t *testing.T) {
	const pie = "```chart\ntype: pie\ntitle: Части\nsource: press\nrows: {Лес: 10, Химия: 20}\n```\n\n"
	s := drawn(t, promises(map[string]string{"clusters/les.md": "---\ntitle: Лес\n---\n" + pie + pie}))
	for page, want := range map[string]int{
		"clusters/les/index.html":              1,
		"charts/les-chasti/index.html":         1,
		"charts/les-chasti-2/embed/index.html": 1,
		"charts/les-chasti/les-chasti.svg":     0,
		"clusters/metally/index.html":          0,
		"charts/promised/index.html":           0,
		"index.html":                           0,
	} {
		if got := strings.Count(render(t, s, page), `id="hatch_2"`); got != want {
			t.Errorf("%s has the patterns %d times, not %d", page, got, want)
		}
	}
}

// What a site without an address cannot give is left out of the page.
func TestChartPageWithoutAddress(t *testing.T) {
	s := drawn(t, promises(map[string]string{"_index.md": "---\ntitle: Отчёт\n---\n"}))
	page := render(t, s, "charts/clusters/index.html")
	if strings.Contains(page, "iframe") || strings.Contains(page, "oembed") || !strings.Contains(page, "// Отчёт, июль\u00a02025.</textarea>") {
		t.Error(page)
	}
}

// A draft's chart is marked and hidden from search engines as the draft is.
func TestChartOfDraft(t *testing.T) {
	files := promises(nil)
	index := files["content/clusters/metally/index.md"]
	index.Data = bytes.Replace(index.Data, []byte("stage:"), []byte("draft: true\nstage:"), 1)
	o := site.Options{Source: files, Layouts: built(t)}
	o.Edition.Drafts = true
	s, _, err := site.NewBuilder(o).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if page := render(t, s, "charts/metally-rabochie-mesta/index.html"); !strings.Contains(page, `content="noindex"`) {
		t.Error(page)
	}
	if sitemap := render(t, s, "sitemap.xml"); strings.Contains(sitemap, "metally") {
		t.Error(sitemap)
	}
}

// In a report of many clusters no cluster has a chart of its own. The pages of
// those that had one lead to the clusters, and they are no more than before.
func TestManyClustersHaveFewCharts(t *testing.T) {
	more := map[string]string{}
	for i := range 300 {
		more[fmt.Sprintf("clusters/c%d.md", i)] = fmt.Sprintf("---\ntitle: Кластер %d\ninvestment:\n"+
			"  - {date: 2025-02-11, amount: 1 млрд ₽, source: press}\n  - {date: %d-03-01, amount: %d млрд ₽, source: press}\n---\n", i, 2000+i%30, i+2)
	}
	s, _ := build(t, promises(more))
	want := []string{"clusters", "course", "metally-rabochie-mesta", "promised", "region-oblast", "stages"}
	if diff := cmp.Diff(want, chartFolders(s)); diff != "" {
		t.Error(diff)
	}
	former := 0
	for _, f := range s.Files {
		if strings.HasPrefix(f.Path, "charts/cluster-") {
			former++
		}
	}
	if former != 2*site.MostHistories {
		t.Errorf("%d addresses of former charts", former)
	}
	for path, to := range map[string]string{
		"charts/cluster-c0/index.html":       "../../clusters/c0/",
		"charts/cluster-c0/embed/index.html": "../../../clusters/c0/",
	} {
		if page := render(t, s, path); !strings.Contains(page, `content="0; url=`+to+`"`) {
			t.Errorf("%s does not lead to %s", path, to)
		}
	}
	for id, most := range map[string]int{"course": 31, "promised": 61} {
		if rows := strings.Count(render(t, s, "charts/"+id+"/"+id+".csv"), "\n"); rows < 3 || rows > most {
			t.Errorf("%s has %d lines", id, rows)
		}
	}
}

// Changes lead from the first sum to that of today, whatever is not dated or not
// in order.
func TestCourse(t *testing.T) {
	s, _ := build(t, promises(map[string]string{
		"clusters/himiya.md": "---\ntitle: Химия\ninvestment: 2 млрд ₽\n---\n",
		"clusters/platy.md": "---\ntitle: Платы\ninvestment:\n  - {date: 2025-04-02, amount: 5 млрд ₽, source: press}\n" +
			"  - {date: 2025-04, amount: 3 млрд ₽, source: press}\n---\n",
	}))
	const want = "\ufeffЗаявление;Изменение, ₽\r\n" +
		"Химия;2000000000\r\n" +
		"Лес, 11 февраля 2025;7900000000\r\n" +
		"Металлы, 11 февраля 2025;47000000000\r\n" +
		"Лес, 1 марта 2025;100000000\r\n" +
		"Платы, 2 апреля 2025;5000000000\r\n" +
		"Платы, 2 апреля 2025;-2000000000\r\n" +
		"Металлы, июль 2025;-40900000000\r\n"
	got := strings.ReplaceAll(render(t, s, "charts/course/course.csv"), "\u00a0", " ")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What all were promised begins with the first sum that is known, and names the
// sources of all sums that were in force on its way, not of those of today alone.
func TestPromised(t *testing.T) {
	s := drawn(t, promises(map[string]string{
		"sources.yaml": "press: {title: Итог, publisher: П, url: 'https://example.org/a', date: 2025-03-01}\n" +
			"early: {title: Первое заявление, publisher: П, url: 'https://example.org/b', date: 2025-02-11}\n",
		"clusters/metally/index.md": "---\ntitle: Металлы\nregion: oblast\ninvestment:\n  - {date: 2022-05-01, amount: не объявлено, source: press}\n" +
			"  - {date: 2025-02-11, amount: 47 млрд ₽, source: early}\n  - {date: 2025-07-01, amount: 6,1 млрд ₽, source: press}\n---\n",
	}))
	table := render(t, s, "charts/promised/promised.csv")
	if strings.Contains(table, "2022") || !strings.Contains(table, "2025-02-11") {
		t.Error(table)
	}
	if page := render(t, s, "charts/promised/index.html"); !strings.Contains(page, "Первое заявление") {
		t.Error("the source of a sum that no longer stands is not named")
	}
}

// A cluster of which no stage is known is counted all the same.
func TestStageUnknown(t *testing.T) {
	s := drawn(t, promises(map[string]string{
		"clusters/himiya.md": "---\ntitle: Химия\ninvestment: 2 млрд ₽\n---\n",
		"svodka.md":          "---\ntitle: Сводка\n---\n```chart\ntype: bar\ntitle: По стадиям\ndata: clusters\nsum: stage\nx: investment\n```\n",
	}))
	home := strings.ReplaceAll(render(t, s, "index.html"), "\u00a0", " ")
	for _, part := range []string{`<li class="unknown"><h3>стадия не указана</h3>`, "в реестре — 1 кластер; стадия не указана — 1 кластер."} {
		if !strings.Contains(home, part) {
			t.Errorf("the home page lacks %q", part)
		}
	}
	if table := render(t, s, "charts/stages/stages.csv"); !strings.Contains(table, "стадия не указана;1;2000000000\r\n") {
		t.Errorf("the chart of stages does not count the cluster:\n%s", table)
	}
	if picture := render(t, s, "charts/stages/stages.svg"); !strings.Contains(picture, `class="fill-muted row-2"`) {
		t.Error("the bar of what is not known has the colour of a stage")
	}
	page := render(t, s, "svodka/index.html")
	if strings.Contains(page, "не объявлено") || !strings.Contains(page, "тадия не указана") {
		t.Error(page)
	}
}

// An edit of a chart is followed: in place where its address stays, by another
// plan where it does not.
func TestChartAfterEdit(t *testing.T) {
	const index = "content/clusters/metally/index.md"
	files := promises(nil)
	builder := site.NewBuilder(site.Options{Source: files, Layouts: layouts(t)})
	if _, _, err := builder.Build(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct{ old, new, id, value string }{
		{"2025: 20", "2025: 33", "metally-rabochie-mesta", ";33\r\n"},
		{"Рабочие места", "Штат", "metally-shtat", ";33\r\n"},
		{"type: column\n", "type: column\nid: mesta\n", "mesta", ";33\r\n"},
		{"2025: 33", "2025: 34", "mesta", ";34\r\n"},
	} {
		files[index] = &fstest.MapFile{Data: bytes.Replace(files[index].Data, []byte(step.old), []byte(step.new), 1)}
		s, found, err := builder.Build(context.Background(), index)
		if err != nil || diag.HasErrors(found) {
			t.Fatal(err, found)
		}
		if csv := render(t, s, "charts/"+step.id+"/"+step.id+".csv"); !strings.Contains(csv, step.value) {
			t.Errorf("%s: %s", step.new, csv)
		}
	}
}

// A title is text in every file of a chart.
func TestHostileChart(t *testing.T) {
	const hostile = `=</script><script>alert(1)</script>"'<b>&quot;{{.}}`
	quoted := `'` + strings.ReplaceAll(hostile, `'`, `''`) + `'`
	s := drawn(t, promises(map[string]string{
		"clusters/les.md":   "---\ntitle: " + quoted + "\ninvestment:\n  - {date: 2025-02-11, amount: 1 млрд ₽, source: press}\n  - {date: 2025-03-11, amount: 2 млрд ₽, source: press}\n---\n```chart\nid: zlo\ntype: column\ntitle: " + quoted + "\nnote: " + quoted + "\nunit: '<b>&\"'\nsource: press\nrows:\n  - {name: " + quoted + ", value: 1}\n  - {name: '@x', value: -2,5}\n```\n",
		"news/start.md":     "---\ntitle: Начало\ndate: 2025-02-11\n---\nТекст.\n",
		"regions/oblast.md": "---\ntitle: " + quoted + "\n---\n",
		"sources.yaml":      "press: {title: " + quoted + ", publisher: " + quoted + ", url: https://example.org/1, date: 2025-02-11}\n",
	}))
	for _, f := range s.Files {
		if !strings.HasPrefix(f.Path, "charts/") {
			continue
		}
		text := render(t, s, f.Path)
		switch path.Ext(f.Path) {
		case ".svg":
			isXML(t, f.Path, text)
			fallthrough
		case ".html", ".json":
			if strings.Contains(text, "<script>") || strings.Contains(text, "</script><") {
				t.Errorf("%s has the script:\n%s", f.Path, text)
			}
		}
	}
	if title := titleOf(t, render(t, s, "charts/zlo/index.html")); title != hostile {
		t.Errorf("the heading is %q", title)
	}
	var data struct {
		Title string
		Rows  [][]struct {
			Text  string
			Value any
		}
		Option struct{ Series []struct{ Type string } }
	}
	if err := json.Unmarshal([]byte(render(t, s, "charts/zlo/zlo.json")), &data); err != nil || data.Title != hostile || data.Rows[0][0].Value != hostile || data.Rows[1][1].Value != -2.5 {
		t.Errorf("%v %+v", err, data)
	}
	if len(data.Option.Series) == 0 || data.Option.Series[0].Type != "bar" {
		t.Errorf("an option without its series: %+v", data.Option)
	}
	var oembed struct{ Title, HTML string }
	if err := json.Unmarshal([]byte(render(t, s, "charts/zlo/oembed.json")), &oembed); err != nil || oembed.Title != hostile || strings.Count(oembed.HTML, "<") != 2 {
		t.Errorf("%v %+v", err, oembed)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(render(t, s, "charts/zlo/zlo.csv"), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if diff := cmp.Diff([][]string{{"name", `value, <b>&"`}, {"'" + hostile, "1"}, {"'@x", "-2,5"}}, rows); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func isXML(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
	}
}

// titleOf is the text of the first heading of a page.
func titleOf(t *testing.T, page string) string {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		if name, _ := z.TagName(); string(name) == "h1" {
			z.Next()
			return string(z.Text())
		}
	}
	return ""
}

// A workbook beside a page is data: what is drawn of it is published, the file
// itself only where the page links to it.
func TestWorkbookOfAChart(t *testing.T) {
	book, err := workbook([]byte("[План]\nрегион;сумма\nТомск;5\nОмск;1.355\nТомск;2"))
	if err != nil {
		t.Fatal(err)
	}
	block := "```chart\ntype: bar\ntitle: Планы\nid: plany\ndata: plan.xlsx\nsheet: план\nx: сумма\nsum: регион\nunit: млрд ₽\n```\n"
	for link, published := range map[string]bool{"": false, "[план](plan.xlsx)\n\n": true} {
		files := promises(map[string]string{"clusters/himiya/index.md": "---\ntitle: Химия\n---\n" + link + block})
		files["content/clusters/himiya/plan.xlsx"] = &fstest.MapFile{Data: book}
		s := drawn(t, files)
		want := "\ufeffрегион;сумма, млрд ₽\nТомск;7\nОмск;1,355\n"
		if diff := cmp.Diff(want, strings.ReplaceAll(render(t, s, "charts/plany/plany.csv"), "\r\n", "\n")); diff != "" {
			t.Error(diff)
		}
		if got := slices.ContainsFunc(s.Files, func(f output.File) bool { return strings.HasSuffix(f.Path, "plan.xlsx") }); got != published {
			t.Errorf("with the link %q the workbook is published: %v", link, got)
		}
	}
}
