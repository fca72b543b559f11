package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
)

// Ctrl+C ends a question at once, though the terminal is still being read.
func TestInterviewInterrupted(t *testing.T) {
	in, keyboard := io.Pipe()
	defer keyboard.Close()
	var said strings.Builder
	p := newProgram(streams{in, &said, &said}, []string{"--lang=ru"})
	ctx, interrupt := context.WithCancel(context.Background())
	person := p.interviewOf(in)
	time.AfterFunc(time.Millisecond, interrupt)
	if _, err := person.ask(ctx, title, &draft{}, nil); err != errUnanswered {
		t.Errorf("%v", err)
	}
	if !strings.HasPrefix(said.String(), "Заголовок: ") {
		t.Error(said.String())
	}
}

// Where the input is no terminal, nobody is waited for: a script that gives no
// title is told so, though its input stays open.
func TestNewNeverWaitsForAScript(t *testing.T) {
	in, script, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer script.Close()
	folder := t.TempDir()
	var said strings.Builder
	if status := run(t.Context(), []string{"new", "report", folder}, streams{in, &said, &said}); status != exitDone {
		t.Fatal(said.String())
	}
	if status := run(t.Context(), []string{"new", "cluster", "-s", folder}, streams{in, &said, &said}); status != exitUsage {
		t.Errorf("%d: %s", status, said.String())
	}
}

// Whatever the title, the page that svod new writes reads it back.
func TestTitlesReadBack(t *testing.T) {
	for _, title := range hostileTitles {
		if got := readBack(t, title); got != cleanAnswer(title) {
			t.Errorf("%q reads back as %q", title, got)
		}
	}
}

func FuzzTitleReadsBack(f *testing.F) {
	for _, title := range hostileTitles {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) {
		if clean := cleanAnswer(title); clean != "" {
			if got := readBack(t, title); got != clean {
				t.Errorf("%q reads back as %q", title, got)
			}
		}
	})
}

var hostileTitles = []string{
	"Лес", "Лес # x", "#", "Завод \"Маяк\"", `"`, `'`, `"'`, `\`, `it's`, `a "b" 'c'`, "Итоги: что обещано", "x:", ": x",
	"@домен", "*звезда", "[скобка", "]", "{скобка", "%процент", "|", "> цитата", "- дефис", "-", "--- x", "...", "? вопрос", "! восклицание",
	"&якорь", "`апостроф`", "~", "null", "Null", "true", "yes", "2025", "1 355", "0x1F", "1e3", "-1", ".5", ".inf", "2025-02-11", "12:30",
	"<<", "=", "a: b # c", "ключ: {a: 1}", "с\tтабуляцией", "с\nновой строкой", "  пробелы  ", "\u200fсправа налево", "э́", "Ёлка — «Дом»", "\x00\x1b[31m", "\ufeffBOM", "a\u2028b", "\u0085x", "№ 1", "50 %", "–", "— тире",
}

// readBack is the title of a page that was written with it, in every place where
// a value may stand.
func readBack(t *testing.T, title string) string {
	t.Helper()
	p := newProgram(streams{}, []string{"--lang=ru"})
	k := kinds[0]
	template, err := p.pageTemplate(k)
	if err != nil {
		t.Fatal(err)
	}
	j, err := newJudge(t.Context(), os.DirFS(t.TempDir()), report.Edition{})
	if err != nil {
		t.Fatal(err)
	}
	d := &draft{kind: k, slug: "x", answers: answers{}, template: template, report: j.report}
	d.answers.give("title", title)
	d.answers.give("region", title)
	d.answers.give("product", title)
	text, err := d.text()
	if err != nil {
		t.Fatal(err)
	}
	j.files.put(d.file(), text)
	c, err := content.NewReader(j.files.page, content.Options{}).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Entries.Clusters) != 1 {
		t.Fatalf("%q is no page:\n%s", title, text)
	}
	page := c.Entries.Clusters[0]
	if len(page.Products) != 1 || page.Products[0] != page.Title || page.Region.Ref != page.Title {
		t.Errorf("%q differs from place to place:\n%s", title, text)
	}
	return page.Title
}

// Every chart that svod new prints can be pasted into a page and drawn, in
// either language.
func TestChartBlocks(t *testing.T) {
	needAssets(t)
	for _, lang := range []string{"ru", "en"} {
		t.Run(lang, func(t *testing.T) {
			p := newProgram(streams{}, []string{"--lang=" + lang})
			page := "---\ntitle: Отчёт\nlanguage: " + lang + "\n---\n"
			for _, k := range chart.Kinds {
				if !strings.Contains(p.chartBlock(k), "type: "+string(k)+"\n") {
					t.Errorf("the block of %s is of another kind", k)
				}
				if _, err := templates.ReadFile("templates/" + lang + "/charts/" + string(k) + ".txt"); err != nil {
					t.Errorf("%s has no block of its own", k)
					continue
				}
				page += p.chartBlock(k) + "\n"
			}
			page = regexp.MustCompile(`(?m)^# source: .*$`).ReplaceAllString(page, "source: press")
			if said, ok := checked(t, map[string]string{
				"_index.md":    page,
				"sources.yaml": "press: {title: Т, publisher: П, url: https://example.org/, date: 2025-02-17}\n",
			}); !ok {
				t.Error(said)
			}
		})
	}
}

// checked runs svod check on a small report in which the files given stand.
func checked(t *testing.T, files map[string]string) (said string, ok bool) {
	t.Helper()
	folder := t.TempDir()
	all := map[string]string{
		"sources.yaml":     "press: {title: Новость, publisher: Газета, url: https://example.org/, date: 2025-02-17}\n",
		"regions/kraj.md":  "---\ntitle: Край\n---\n",
		"clusters/les.md":  "---\ntitle: Лес\nregion: kraj\nstage: {date: 2025-02-11, stage: planned, source: press}\ninvestment:\n  - {date: 2025-02-11, amount: 7,9 млрд ₽, source: press}\n  - {date: 2025-02-17, amount: 8 млрд ₽, source: press}\njobs: [{date: 2025-02-11, jobs: 1355, source: press}]\nmembers: [ООО «Энгра»]\n---\n",
		"clusters/neft.md": "---\ntitle: Нефть\nregion: kraj\nstage: {date: 2025-02-11, stage: idea, source: press}\ninvestment: [{date: 2025-02-12, amount: 47 млрд ₽, source: press}]\njobs: [{date: 2025-02-12, jobs: 200, source: press}]\nmembers: [ООО «Альянс»]\n---\n",
	}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range all {
		file := filepath.Join(folder, content.Folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var b strings.Builder
	status := run(context.Background(), []string{"check", "--lang", "ru", "-s", folder, "--clock", "2025-02-17"}, streams{nil, &b, &b})
	return b.String(), status == exitDone && strings.Contains(b.String(), "Ошибок нет")
}
