package markdown_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
)

// Positions are those of the file, whatever stands before the body and however
// its lines end.
func TestPositionsAreOfTheFile(t *testing.T) {
	const front = "---\ntitle: Лес\n---\n"
	const body = "Первая строка.\n\n> - Здесь <b>важно</b>\n\n\t[[нет]]\n\n1. Тут [[нет]]\n"
	c := markdown.New(options)
	for _, test := range []struct{ name, bom, end string }{
		{"plain", "", "\n"},
		{"byte-order mark", "\ufeff", "\n"},
		{"Windows lines", "", "\r\n"},
		{"both", "\ufeff", "\r\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := test.bom + strings.ReplaceAll(front+body, "\n", test.end)
			r, err := c.Convert(diag.NewText("x.md", []byte(file)), strings.Index(file, "Первая"), markdown.Env{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range r.Diagnostics {
				got = append(got, fmt.Sprintf("%s +%d %s", d.Position, d.Length, d.Code))
			}
			want := []string{"x.md:6:11 +3 raw-html", "x.md:8:2 +7 text-indented", "x.md:10:8 +7 unknown-reference"}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// A file without front matter may begin with a byte-order mark too.
func TestByteOrderMarkIsNoText(t *testing.T) {
	r := convert(t, markdown.New(options), "\ufeff## Раздел\n", markdown.Env{})
	if want := "<h2 id=\"razdel\">Раздел</h2>\n"; r.HTML != want {
		t.Errorf("got %q, want %q", r.HTML, want)
	}
}

func TestResult(t *testing.T) {
	const body = `Первый *абзац* [@babr-1] о [[les|лесе]] - "главное".

## Раздел

Второй [@tomsk-2] [@babr-1], [[les.jobs]].

### Под&shy;раздел \*

` + "```chart\ntype: bar\n```\n"
	env := report()
	var asked []markdown.Reference
	answer := env.Reference
	env.Reference = func(ref markdown.Reference) (markdown.Link, []diag.Diagnostic) {
		asked = append(asked, markdown.Reference{Target: ref.Target, Key: ref.Key, Labelled: ref.Labelled})
		return answer(ref)
	}
	r := convert(t, markdown.New(options), body, env)
	r.HTML = ""
	want := markdown.Result{
		Headings: []markdown.Heading{
			{ID: "razdel", Level: 2, Text: "Раздел"},
			{ID: "podrazdel", Level: 3, Text: "Под\u00adраздел *"},
		},
		Sources: []markdown.Source{
			{ID: "babr-1", Number: 1, Anchor: "source:1", Places: []string{"cite:1", "cite:1:2"}},
			{ID: "tomsk-2", Number: 2, Anchor: "source:2", Places: []string{"cite:2"}},
		},
		Description: "Первый абзац о лесе — «главное».",
	}
	if d := cmp.Diff(want, r); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	references := []markdown.Reference{{Target: "les", Labelled: true}, {Target: "les", Key: "jobs"}}
	if d := cmp.Diff(references, asked); d != "" {
		t.Errorf("references (-want +got):\n%s", d)
	}
}

func TestDescriptionEndsAtAWord(t *testing.T) {
	c := markdown.New(options)
	r := convert(t, c, "## Раздел\n\n- пункт\n\n"+strings.Repeat("Слово за слово, ", 30)+"\n\nДальше.\n", markdown.Env{})
	if n := len([]rune(r.Description)); n > 200 || n < 180 {
		t.Errorf("%d characters: %s", n, r.Description)
	}
	if !strings.HasSuffix(r.Description, "слово…") && !strings.HasSuffix(r.Description, "Слово…") {
		t.Errorf("cut badly: %q", r.Description)
	}
	if r := convert(t, c, strings.Repeat("ё", 300), markdown.Env{}); len([]rune(r.Description)) > 200 {
		t.Errorf("a word without end: %q", r.Description)
	}
}

// A nil Env refuses everything, and says so at each place.
func TestNilEnv(t *testing.T) {
	r := convert(t, markdown.New(options), "[[les]] [@a] [x](y.md) ![x](y.jpg)\n\n```chart\n```\n", markdown.Env{})
	var got []diag.Code
	for _, d := range r.Diagnostics {
		got = append(got, d.Code)
	}
	want := []diag.Code{diag.UnknownReference, diag.UnknownSource, diag.UnknownLink, diag.UnknownPicture, diag.ChartRefused}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestChartFailureEndsConversion(t *testing.T) {
	broken := errors.New("disk full")
	env := report()
	env.Chart = func(markdown.Chart) (string, []diag.Diagnostic, error) { return "", nil, broken }
	_, err := markdown.New(options).Convert(diag.NewText("x.md", []byte("```chart\n```\n")), 0, env)
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// A converter keeps buffers between pages; none may show in another page, and
// what was handed out may not change.
func TestConcurrentUse(t *testing.T) {
	c := markdown.New(options)
	bodies := []string{body(), "Другое \"слово\" [@babr-1] - и всё.\n", "| а |\n|---|\n| [[les]] |\n"}
	want := make([]string, len(bodies))
	for i, b := range bodies {
		want[i] = convert(t, markdown.New(options), b, report()).HTML
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range 30 {
				i := n % len(bodies)
				if got := convert(t, c, bodies[i], report()).HTML; got != want[i] {
					t.Errorf("body %d differs", i)
				}
			}
		})
	}
	wg.Wait()
}

// What a newsroom writes most stands alone and is not parsed twice.
func TestStandsAlone(t *testing.T) {
	for body, want := range map[string]bool{
		body(): true,
		"Текст с [ссылкой](https://example.org/), **важным** и *нет* - `код`.\n": true,
		"## Раздел\n\n### Подраздел\n\n## Раздел\n\n#хэштег\n\nКласс А# и C#.\n": true,
		"[а]: https://example.org/\n\n[а] и [б]\n":                               true,
		"Первый\n------\n\n- пункт\n  - ещё\n\n1. раз\n\n> цитата\n\n---\n":      true,
		"| а | б |\n|---|--:|\n| 1 | 2 |\n":                                      true,
		"":                                                                       true,
		"Смотри [[les]].":                                                        false,
		"Так [@a].":                                                              false,
		"Так[^1].":                                                               false,
		"![а](б.jpg)":                                                            false,
		"<b>а</b>":                                                               false,
		"<https://example.org/>":                                                 false,
		"```chart\n```":                                                          false,
		"[а](../news/x.md)":                                                      false,
		"[а](javascript:x)":                                                      false,
		"[](https://example.org/)":                                               false,
		"# Отчёт":                                                                false,
		"Отчёт\n=====":                                                           false,
		"## Раздел\n\n#### Под":                                                  false,
		"- ## Раздел":                                                            false,
		"### Раздел\n\nЕщё\n---\n#### А":                                         false,
		"[а]\n\n[а]: x.md":                                                       false,
		"||а\n|-|\n":                                                             false,
		"|||\n|||\n":                                                             false,
		"Так (babr-2025).":                                                       false,
		"Так [babr].":                                                            false,
		"Так {{les}}.":                                                           false,
		"Так @babr.":                                                             false,
		"В 2025 (2026) году [1], почта a@b.example, {x}, (и так).": true,
		"Год\tСумма\n2025\t8\n":                                    false,
		"- пункт\n\t- ещё\n\n\tкод\t\n":                            false,
		"– раз\n– два\n":                                           false,
		"1.Раз\n2.Два\n":                                           false,
		"'''chart\n":                                               false,
		"> цитата\n1. раз\n2. два\n'слово' — слово\n":              true,
	} {
		if got := markdown.StandsAlone([]byte(body)); got != want {
			t.Errorf("StandsAlone(%.60q) = %v", body, got)
		}
	}
}
