package site_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
	"example.org/svod/generator/report"
	"example.org/svod/generator/site"
)

// layouts are the real templates, with assets that need no build.
func layouts(t testing.TB) fs.FS {
	t.Helper()
	files := fstest.MapFS{"dist/assets.json": {Data: []byte(`{"style.css": "style.TEST.css"}`)}, "dist/assets/style.TEST.css": {Data: []byte("body{}")}}
	disk := os.DirFS("../../layouts")
	for _, pattern := range []string{"*.html", "partials/*.html", "i18n/*.toml"} {
		names, err := fs.Glob(disk, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			b, err := fs.ReadFile(disk, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: b}
		}
	}
	return files
}

// content is a report of two clusters, in the words of files.
func content(more map[string]string) fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"_index.md":    "---\ntitle: Отчёт\nbase_url: https://svod.example.org/otchet\n---\nВсего [[count.clusters]], обещано [[total.investment]].\n",
		"sources.yaml": "press: {title: Новость, publisher: Газета, url: https://example.org/1, date: 2025-02-11}\n",
		"clusters/les.md": "---\ntitle: Лес\ninvestment:\n  - {date: 2025-02-11, amount: 7,9 млрд ₽, source: press}\n" +
			"members: [ООО «Альянс»]\naliases: [old/les]\n---\nТекст о лесе [@press]. См. [[metally]], [[metally.investment]].\n",
		"clusters/metally/index.md":  "---\ntitle: Металлы\n---\n![Завод](zavod.png)\n",
		"clusters/metally/zavod.png": "not a picture",
		"clusters/metally/notes.txt": "записки редактора",
		"news/start.md":              "---\ntitle: Начало\ndate: 2025-02-11\nclusters: [les]\n---\nТекст.\n",
	} {
		files["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range more {
		files["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func build(t *testing.T, files fs.FS) (*site.Site, []diag.Diagnostic) {
	t.Helper()
	s, found, err := site.NewBuilder(site.Options{Source: files, Layouts: layouts(t)}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s, found
}

func render(t *testing.T, s *site.Site, path string) string {
	t.Helper()
	for _, f := range s.Files {
		if f.Path == path {
			var b bytes.Buffer
			if err := f.Render(&b); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			return b.String()
		}
	}
	t.Fatalf("there is no %s", path)
	return ""
}

func TestPlan(t *testing.T) {
	s, found := build(t, content(nil))
	if len(found) > 0 {
		t.Errorf("%+v", found)
	}
	var paths []string
	for _, f := range s.Files {
		paths = append(paths, f.Path)
	}
	slices.Sort(paths)
	want := []string{
		"404.html",
		"assets/style.TEST.css",
		"clusters/index.html",
		"clusters/les/index.html",
		"clusters/metally/index.html",
		"clusters/metally/zavod.png", // but not the editor's notes
		"data/announcements.csv",
		"data/clusters.csv",
		"data/clusters.xlsx",
		"data/datapackage.json",
		"data/index.html",
		"data/report.json",
		"feed.json",
		"feed.xml",
		"index.html",
		"ledger/index.html",
		"news/index.html",
		"news/start/index.html",
		"old/les/index.html",
		"organizations/alyans/index.html",
		"organizations/index.html",
		"regions/index.html",
		"robots.txt",
		"rss.xml",
		"sitemap.xml",
		"sources/index.html",
	}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Error(diff)
	}
}

func TestPages(t *testing.T) {
	s, _ := build(t, content(nil))
	for path, parts := range map[string][]string{
		"index.html":                  {"2\u00a0кластера", "7,9\u00a0млрд\u00a0₽", `href="clusters/les/"`},
		"clusters/les/index.html":     {`href="../../clusters/metally/"`, "не объявлено", `href="https://example.org/1"`, `href="../../organizations/alyans/"`, `rel="canonical" href="https://svod.example.org/otchet/clusters/les/"`},
		"clusters/metally/index.html": {`src="../../clusters/metally/zavod.png"`, `alt="Завод"`},
		"news/start/index.html":       {`href="../../clusters/les/"`, `datetime="2025-02-11"`},
		"old/les/index.html":          {`../../clusters/les/`},
		"404.html":                    {`href="/otchet/`},
		"sitemap.xml":                 {"<loc>https://svod.example.org/otchet/clusters/les/</loc><lastmod>2025-02-11</lastmod>"},
		"feed.xml":                    {`xmlns="http://www.w3.org/2005/Atom"`, "https://svod.example.org/otchet/news/start/"},
		"robots.txt":                  {"Sitemap: https://svod.example.org/otchet/sitemap.xml"},
	} {
		page := render(t, s, path)
		for _, part := range parts {
			if !strings.Contains(page, part) {
				t.Errorf("%s does not have %s:\n%s", path, part, page)
			}
		}
	}
}

func TestMistakesOfTexts(t *testing.T) {
	for text, want := range map[string]string{
		"[[metaly]]":                    "8:1 unknown-reference metally",
		"[[metally.invest]]":            "8:1 unknown-figure investment",
		"[[metally.job]]":               "8:1 unknown-figure jobs",
		"слово [@pres]":                 "8:9 unknown-source press",
		"[текст](../news/xx.md)":        "8:9 unknown-link ",
		"![Завод](zavd.png)":            "8:10 unknown-picture zavod.png",
		"<b>HTML</b>":                   "8:1 raw-html ",
		"[карта](karta.html)":           "8:9 file-not-shared ",
		"![записки](notes.txt)":         "8:12 not-a-picture ",
		"[записки](notes.txt)":          "",
		"![схема](shema.svg)":           "2:1 picture-unsafe ",
		"[схема](shema.svg)":            "2:1 picture-unsafe ",
		"[текст](javascript:x)":         "8:9 link-scheme ",
		"[[start]], [[alyans]]":         "",
		"[наверх](../../news/start.md)": "",
	} {
		files := content(map[string]string{
			"clusters/metally/index.md":   "---\ntitle: Металлы\nstage: planned\njobs:\n  - {date: 2025, jobs: 5, source: press}\nyear: 2025\n---\n" + text + "\n",
			"clusters/metally/karta.html": "<script>alert(1)</script>",
			"clusters/metally/shema.svg":  "<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>",
		})
		_, found := build(t, files)
		got := ""
		for _, d := range found {
			got = fmt.Sprintf("%d:%d %s %v", d.Line, d.Column, d.Code, d.Args["Suggestion"])
			got = strings.Replace(got, "<nil>", "", 1)
			break
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// What is wrong with a chart or its table is told where it stands.
func TestMistakesOfCharts(t *testing.T) {
	page := func(block string) map[string]string {
		return map[string]string{
			"clusters/metally/index.md": "---\ntitle: Металлы\n---\n```chart\n" + block + "\n```\n",
			"clusters/metally/data.csv": "год;сумма\n2025;7,9\n2026;семь\n",
		}
	}
	for block, want := range map[string]string{
		"type: bar\ntitle: Суммы\ndata: clusters\nx: investment\ny: title\nsource: press": "",
		"type: baar\ntitle: Суммы\ndata: clusters\nx: investment\ny: title":               "content/clusters/metally/index.md:5:7 bar",
		"type: bar\ntitle: Суммы\ndata: cluster\nx: investment\ny: title":                 "content/clusters/metally/index.md:7:7 clusters",
		"type: bar\ntitle: Суммы\ndata: clusters\nx: investmnt\ny: title":                 "content/clusters/metally/index.md:8:4 investment",
		"type: bar\ntitle: Суммы\ndata: clusters\nx: investment\ny: title\nsource: pres":  "content/clusters/metally/index.md:10:9 press",
		"type: bar\ntitle: Суммы\ndata: data.csv\nx: сумма\ny: год":                       "content/clusters/metally/data.csv:3:6",
		"type: bar\ntitle: Суммы\ndata: net.csv\nx: сумма\ny: год":                        "content/clusters/metally/index.md:7:7",
		"type: bar\ntitle: Суммы\ndata: ../../../etc/passwd.csv\nx: сумма\ny: год":        "content/clusters/metally/index.md:7:7",
	} {
		_, found := build(t, content(page(block)))
		got := ""
		if len(found) > 0 {
			got = strings.TrimSpace(fmt.Sprintf("%v %v", found[0].Position, found[0].Args["Suggestion"]))
			got = strings.TrimSpace(strings.TrimSuffix(got, "<nil>"))
		}
		if got != want {
			t.Errorf("%s\n%q, want %q", block, got, want)
		}
	}
}

// An old address cannot be that of a page or a file of the site's own.
func TestAliasesInTheWay(t *testing.T) {
	for alias, free := range map[string]bool{
		"old/metally": true, "clusters": false, "feed.xml": false, "Clusters/Les": false, "404.html": false, "clusters/les/index.html": false,
	} {
		_, found := build(t, content(map[string]string{"clusters/metally/index.md": "---\ntitle: Металлы\naliases: [" + alias + "]\n---\n"}))
		if told := len(found) == 1 && found[0].Code == diag.DuplicateAlias && found[0].Line == 3; told == free {
			t.Errorf("%s: %+v", alias, found)
		}
	}
}

// What an author wrote is text wherever it appears.
func TestHostileTexts(t *testing.T) {
	const hostile = `</script><script>alert(1)</script>"'<b>{{.}}`
	quoted := `"` + strings.ReplaceAll(hostile, `"`, `\"`) + `"`
	files := content(map[string]string{
		"clusters/les.md": "---\ntitle: " + quoted + "\ndescription: " + quoted + "\nproducts: [" + quoted + "]\nmembers: [" + quoted +
			"]\ninvestment:\n  - {date: 2025-02-11, amount: 1, source: press, note: " + quoted + "}\n---\n[[les]]\n",
		"sources.yaml": "press: {title: " + quoted + ", publisher: " + quoted + ", url: https://example.org/1, date: 2025-02-11}\n",
	})
	s, found := build(t, files)
	if diag.HasErrors(found) {
		t.Fatalf("%+v", found)
	}
	for _, f := range s.Files {
		if strings.HasSuffix(f.Path, ".csv") {
			continue // nothing that reads it runs scripts; see export for what runs formulas
		}
		if page := render(t, s, f.Path); strings.Contains(page, "<script>") || strings.Contains(page, "</script><script") {
			t.Errorf("%s has the script", f.Path)
		}
	}
}

func TestLinksThatLeadNowhere(t *testing.T) {
	s, _ := build(t, content(nil))
	broken, err := s.CheckLinks(context.Background())
	if err != nil || len(broken) > 0 {
		t.Errorf("%v %+v", err, broken)
	}
	s, _ = build(t, content(map[string]string{"news/start.md": "---\ntitle: Начало\ndate: 2025\n---\nСм. [ниже](#itog).\n"}))
	broken, err = s.CheckLinks(context.Background())
	if err != nil || len(broken) != 1 || broken[0].Position != (diag.Position{File: "content/news/start.md", Line: 5, Column: 12, Length: 5}) {
		t.Errorf("%v %+v", err, broken)
	}
}

// A link without a scheme leads to another site, wherever this one stands.
func TestLinksBesideTheSite(t *testing.T) {
	for base, want := range map[string]int{"https://svod.example.org/": 0, "https://svod.example.org/otchet/": 1} {
		dressed := layouts(t).(fstest.MapFS)
		dressed["article.html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}<a href="//example.org/x">x</a> <a href="/clusters/les/">Лес</a>{{end}}`)}
		s, _, err := site.NewBuilder(site.Options{Source: content(nil), Layouts: dressed, BaseURL: base}).Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		broken, err := s.CheckLinks(context.Background())
		if err != nil || len(broken) != want || want == 1 && broken[0].Args["Href"] != "/clusters/les/" {
			t.Errorf("%s: %v %+v", base, err, broken)
		}
	}
}

// A member's name is set as any other text; a caption ends before the credit.
func TestSmallTypography(t *testing.T) {
	s, _ := build(t, content(map[string]string{
		"clusters/metally/index.md": "---\ntitle: Металлы\nmembers: ['ООО \"Сибирский титан\"']\n" +
			"photo: {file: zavod.png, alt: Завод, caption: Завод в Туганске, credit: А. Иванова}\n---\n",
	}))
	page := render(t, s, "clusters/metally/index.html")
	for _, want := range []string{"ООО «Сибирский титан»", "Завод в\u00a0Туганске. <"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %s", want, page)
		}
	}
}

// A list of sources that cannot be read is one mistake, not one for every figure
// and citation that names a source.
func TestBrokenSources(t *testing.T) {
	_, found := build(t, content(map[string]string{"sources.yaml": "press: {title: Новость\n"}))
	if len(found) != 1 || found[0].File != "content/sources.yaml" {
		t.Errorf("%+v", found)
	}
}

// Files that were meant to be pages are told; those that a page links to, and
// pictures that wait for theirs, are not.
func TestStrays(t *testing.T) {
	_, found := build(t, content(map[string]string{
		"about.md":            "---\ntitle: О нас\n---\n[Договор](dogovor.docx)\n",
		"dogovor.docx":        "",
		"clusters/nikel.docx": "", "clusters/torf.md.txt": "", "sources.yml": "", "photo.jpg": "",
	}))
	var got []string
	for _, d := range found {
		got = append(got, fmt.Sprint(d.File, " ", d.Code, " ", d.Args["Should"]))
	}
	want := []string{
		"content/clusters/nikel.docx stray-file nikel.md",
		"content/clusters/torf.md.txt stray-file torf.md",
		"content/sources.yml stray-file sources.yaml",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A page that is not out yet is named by its title, without a link, however it
// was linked; what belongs to no page says what there is.
func TestLinksToDrafts(t *testing.T) {
	s, found := build(t, content(map[string]string{
		"clusters/nikel.md": "---\ntitle: Никель\ndraft: true\n---\n",
		"about.md":          "---\ntitle: О нас\n---\nЕсть [[nikel]] и [завод](clusters/nikel.md).\n",
	}))
	for _, d := range found {
		if d.Severity == diag.Error || d.Code != diag.LinkToUnpublished {
			t.Errorf("%+v", d)
		}
	}
	if len(found) != 2 {
		t.Errorf("%d warnings, want 2", len(found))
	}
	if page := render(t, s, "about/index.html"); !strings.Contains(page, "Есть Никель и\u00a0завод.") {
		t.Errorf("%s", page)
	}
	_, found = build(t, content(map[string]string{
		"clusters/nikel.md": "---\ntitle: Никель\ndraft: true\n---\n",
		"about.md":          "---\ntitle: О нас\n---\nЕсть [[nikl]].\n",
	}))
	if len(found) != 1 || found[0].Args["Suggestion"] != "nikel" {
		t.Errorf("%+v", found)
	}
	_, found = build(t, content(map[string]string{"about.md": "---\ntitle: О нас\n---\nВсего [[count.towns]].\n"}))
	if len(found) != 1 || found[0].Args["Known"] != "clusters, organizations, regions, news" {
		t.Errorf("%+v", found)
	}
}

// A page is not rendered from a file that is no longer what was checked.
func TestChangedWhileBuilding(t *testing.T) {
	files := content(nil)
	s, _ := build(t, files)
	files["content/clusters/les.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Лес\n---\n<b>\n")}
	for _, f := range s.Files {
		err := f.Render(&bytes.Buffer{})
		if changed, ok := err.(*site.ChangedError); ok != (f.Path == "clusters/les/index.html") || ok && changed.File != "content/clusters/les.md" {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
}

// Pictures and tables are published and drawn as they were when they were checked,
// or not at all.
func TestChangedAttachments(t *testing.T) {
	files := content(map[string]string{
		"clusters/metally/index.md": "---\ntitle: Металлы\n---\n![Схема](shema.svg)\n\n" +
			"```chart\ntype: bar\ntitle: Суммы\ndata: data.csv\nx: сумма\ny: год\n```\n\n[Таблица](data.csv), [снимок](zavod.png).\n",
		"clusters/metally/data.csv":  "год;сумма\n2025;7,9\n",
		"clusters/metally/shema.svg": "<svg xmlns='http://www.w3.org/2000/svg'><!--    --></svg>",
	})
	s, found := build(t, files)
	if diag.HasErrors(found) {
		t.Fatalf("%+v", found)
	}
	delete(files, "content/clusters/metally/zavod.png")
	files["content/clusters/metally/data.csv"] = &fstest.MapFile{Data: []byte("год;сумма\n2025;17,9\n")}
	files["content/clusters/metally/shema.svg"] = &fstest.MapFile{
		Data: []byte("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), ModTime: time.Unix(1, 0), // as long as before
	}
	for path, want := range map[string]string{
		"clusters/metally/shema.svg": "shema.svg", "clusters/metally/zavod.png": "zavod.png",
		"clusters/metally/data.csv": "data.csv", "clusters/metally/index.html": "data.csv",
	} {
		i := slices.IndexFunc(s.Files, func(f output.File) bool { return f.Path == path })
		err := s.Files[i].Render(&bytes.Buffer{})
		if changed := new(site.ChangedError); !errors.As(err, &changed) || changed.File != "content/clusters/metally/"+want {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// A builder that is told what changed makes the site that a new one would make.
func TestBuildAgain(t *testing.T) {
	files := content(nil)
	builder := site.NewBuilder(site.Options{Source: files, Layouts: layouts(t)})
	ctx := context.Background()
	if _, _, err := builder.Build(ctx); err != nil {
		t.Fatal(err)
	}
	files["content/clusters/metally/index.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Металлы и камни\n---\n[[net]]\n")}
	s, found, err := builder.Build(ctx, "content/clusters/metally/index.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 || found[0].Code != diag.UnknownReference {
		t.Errorf("%+v", found)
	}
	if page := render(t, s, "clusters/les/index.html"); !strings.Contains(page, "Металлы и\u00a0камни") {
		t.Error("a page that refers to the changed one has its old title")
	}
}

func TestEditions(t *testing.T) {
	files := content(map[string]string{"clusters/later.md": "---\ntitle: Позже\npublish: 2030-01-01\n---\n"})
	for _, test := range []struct {
		edition report.Edition
		shown   bool
	}{
		{report.Edition{Now: time.Date(2029, 12, 31, 16, 59, 0, 0, time.UTC)}, false},
		{report.Edition{Now: time.Date(2029, 12, 31, 17, 0, 0, 0, time.UTC)}, true}, // midnight in Tomsk
		{report.Edition{Future: true}, true},
	} {
		s, _, err := site.NewBuilder(site.Options{Source: files, Layouts: layouts(t), Edition: test.edition}).Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if _, shown := s.Report.Document("later"); shown != test.shown {
			t.Errorf("%v: shown is %v", test.edition, shown)
		}
	}
}

// Every picture of pixels keeps its place while it loads.
func TestSizesOfPictures(t *testing.T) {
	// The head of a WebP file, with a frame of 640 by 480.
	webp := "RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x7f\x02\x00\xdf\x01\x00"
	s, _ := build(t, content(map[string]string{
		"clusters/metally/index.md": "---\ntitle: Металлы\n---\n![Цех](ceh.webp)\n", "clusters/metally/ceh.webp": webp,
	}))
	if page := render(t, s, "clusters/metally/index.html"); !strings.Contains(page, `width="640" height="480"`) {
		t.Error(page)
	}
}

// A photo in the front matter is published, and told where it is missing.
func TestPhotos(t *testing.T) {
	cluster := func(photo string) map[string]string {
		return map[string]string{"clusters/metally/index.md": "---\ntitle: Металлы\nphoto: " + photo + "\n---\n"}
	}
	s, found := build(t, content(cluster("{file: zavod.png, alt: Завод, credit: из альбома «Томск»}")))
	if len(found) > 0 {
		t.Errorf("%+v", found)
	}
	page := render(t, s, "clusters/metally/index.html")
	for _, part := range []string{`src="../../clusters/metally/zavod.png"`, `alt="Завод"`, "из\u00a0альбома «Томск»"} {
		if !strings.Contains(page, part) {
			t.Errorf("no %s in %s", part, page)
		}
	}
	for photo, want := range map[string]diag.Code{
		"{file: zavd.png, alt: Завод}":    diag.UnknownPicture,
		"{file: zavod.png}":               diag.PhotoWithoutAlt,
		"{file: ../../../go.mod, alt: x}": diag.UnknownPicture,
	} {
		if _, found := build(t, content(cluster(photo))); len(found) != 1 || found[0].Code != want || found[0].Line != 3 {
			t.Errorf("%s: %+v", photo, found)
		}
	}
}

// A report in another colour has a stylesheet for it, named by what is in it.
func TestTheme(t *testing.T) {
	s, _ := build(t, content(map[string]string{"_index.md": "---\ntitle: Отчёт\ntheme: {accent: \"#1c4f8a\"}\n---\n"}))
	for _, f := range s.Files {
		if strings.HasPrefix(f.Path, "assets/theme.") {
			if !strings.Contains(render(t, s, "index.html"), f.Path) || !strings.Contains(render(t, s, f.Path), "--accent-light:#") {
				t.Error("the theme is not used")
			}
			return
		}
	}
	t.Error("there is no theme")
}

// A newsroom's own template and words stand before the program's.
func TestOwnLayouts(t *testing.T) {
	files := content(nil)
	files["layouts/redirect.html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}Страница переехала: {{.Target.Text}}{{end}}`)}
	s, _ := build(t, files)
	if page := render(t, s, "old/les/index.html"); !strings.Contains(page, "Страница переехала: Лес") {
		t.Error(page)
	}
	files["layouts/redirect.html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}{{.Nowhere}}{{end}}`)}
	s, found := build(t, files)
	if len(found) != 1 || found[0].File != "layouts/redirect.html" || found[0].Code != diag.LayoutUnknownField || len(s.Files) > 0 {
		t.Errorf("a broken template: %+v", found)
	}
}
