package diag_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/diag"
)

const page = "\ufeff---\r\ntitle: Лес\r\ninvestment: семь\r\n---\r\nТекст\r\n"

func TestTextAt(t *testing.T) {
	text := diag.NewText("content/les.md", []byte(page))
	for _, test := range []struct {
		find string
		want diag.Position
	}{
		{"---", diag.Position{File: "content/les.md", Line: 1, Column: 1, Length: 3}},
		{"Лес", diag.Position{File: "content/les.md", Line: 2, Column: 8, Length: 3}},
		{"семь", diag.Position{File: "content/les.md", Line: 3, Column: 13, Length: 4}},
		{"Текст", diag.Position{File: "content/les.md", Line: 5, Column: 1, Length: 5}},
		// A run over the end of its line is cut there.
		{"семь\r\n---\r\nТекст", diag.Position{File: "content/les.md", Line: 3, Column: 13, Length: 4}},
	} {
		offset := strings.Index(page, test.find)
		if diff := cmp.Diff(test.want, text.At(offset, len(test.find))); diff != "" {
			t.Errorf("At(%q): %s", test.find, diff)
		}
	}
	if got := text.Line(3); got != "investment: семь" {
		t.Errorf("Line(3) = %q", got)
	}
}

func FuzzTextAt(f *testing.F) {
	f.Add([]byte(page), 20, 5)
	f.Add([]byte{}, 0, 0)
	f.Fuzz(func(t *testing.T, b []byte, offset, length int) {
		text := diag.NewText("x", b)
		at := text.At(offset, length)
		if at.Line < 1 || at.Column < 1 || at.Length < 0 {
			t.Fatalf("At(%d, %d) = %+v", offset, length, at)
		}
		text.Line(at.Line)
	})
}

var mistakes = []diag.Diagnostic{
	diag.NewError(diag.Position{File: "content/les.md", Line: 3, Column: 13, Length: 4}, diag.UnreadableAmount, diag.Args{"Value": "семь", "Reason": "no-number"}),
	diag.NewWarning(diag.Position{File: "content/les.md", Line: 3, Column: 13}, diag.FigureWithoutSource, nil),
	diag.NewError(diag.Position{File: "content/klastery/les.md"}, diag.UnknownFolder, diag.Args{"Folder": "klastery", "Suggestion": ""}),
}

func printed(t *testing.T, lang string, format diag.Format) string {
	t.Helper()
	list := append([]diag.Diagnostic(nil), mistakes...)
	list = diag.Sort(list)
	diag.Quote(fstest.MapFS{"content/les.md": {Data: []byte(page)}}, list)
	var out bytes.Buffer
	p := diag.NewPrinter(lang)
	if err := p.Print(&out, format, list); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestPrintRussian(t *testing.T) {
	want := `content/klastery/les.md: ошибка: папки «klastery» в отчёте быть не может
   положите страницу прямо в content или в одну из папок: clusters, news, organizations, regions
content/les.md:3:13: внимание: у цифры нет источника
   3 | investment: семь
     |             ^
   запишите её так: - {date: 2025-02-11, …, source: id-источника}, а сам источник добавьте в sources.yaml
content/les.md:3:13: ошибка: сумма «семь» не читается
   3 | investment: семь
     |             ^^^^
   напишите, например: 7,9 млрд ₽
`
	if diff := cmp.Diff(want, printed(t, "ru", diag.TextFormat)); diff != "" {
		t.Error(diff)
	}
}

func TestPrintGitHub(t *testing.T) {
	want := `::error file=content/klastery/les.md::a report has no folder “klastery”%0Aput the page into content itself or one of clusters, news, organizations, regions
::warning file=content/les.md,line=3,col=13,endColumn=14::this figure has no source%0Awrite it as - {date: 2025-02-11, …, source: source-id}, and describe the source in sources.yaml
::error file=content/les.md,line=3,col=13,endColumn=17::the amount “семь” cannot be read%0Awrite, for example, 7.9 bn RUB
`
	if diff := cmp.Diff(want, printed(t, "en", diag.GitHubFormat)); diff != "" {
		t.Error(diff)
	}
}

func TestPrintJSON(t *testing.T) {
	got := printed(t, "en", diag.JSONFormat)
	for _, want := range []string{`"line": 3`, `"severity": "warning"`, `"code": "unreadable-amount"`, `"excerpt": "investment: семь"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
}

// A file must not be able to steer the terminal that its mistakes are shown on.
func TestPrintKeepsControlCharactersOut(t *testing.T) {
	list := []diag.Diagnostic{diag.NewError(diag.Position{File: "x.md", Line: 1, Column: 1}, diag.UnknownKey, diag.Args{"Key": "\x1b]0;evil\a"})}
	list[0].Excerpt = "\x1b[2Jtitle"
	var out bytes.Buffer
	if err := diag.NewPrinter("ru").Print(&out, diag.TextFormat, list); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "\x1b\a") {
		t.Errorf("%q", out.String())
	}
}

// A paragraph is one long line; only the part around the mistake is shown.
func TestPrintCutsLongLines(t *testing.T) {
	line := strings.Repeat("слово ", 200) + "ОШИБКА" + strings.Repeat(" слово", 200)
	column := strings.Index(line, "ОШИБКА")
	column = len([]rune(line[:column])) + 1
	list := []diag.Diagnostic{{Position: diag.Position{File: "x.md", Line: 1, Column: column, Length: 6}, Code: diag.RawHTML, Excerpt: line}}
	var out bytes.Buffer
	if err := diag.NewPrinter("ru").Print(&out, diag.TextFormat, list); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	excerpt, marks := []rune(lines[1]), []rune(lines[2])
	if len(excerpt) > 120 || len(marks) > len(excerpt) {
		t.Fatalf("excerpt of %d characters, marks of %d:\n%s", len(excerpt), len(marks), out.String())
	}
	first := strings.IndexRune(lines[2], '^')
	if got := string(excerpt[len([]rune(lines[2][:first])):len(marks)]); got != "ОШИБКА" {
		t.Errorf("marked %q:\n%s", got, out.String())
	}
}

func TestCount(t *testing.T) {
	p := diag.NewPrinter("ru")
	for n, want := range map[int]string{1: "1 ошибка", 2: "2 ошибки", 5: "5 ошибок", 11: "11 ошибок", 21: "21 ошибка"} {
		if got := p.Count(make([]diag.Diagnostic, n)); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

// A note is told apart from what is wrong in every format.
func TestPrintNotes(t *testing.T) {
	list := []diag.Diagnostic{
		diag.NewNote(diag.Position{File: "x.md", Line: 2, Column: 1}, diag.OrganizationInClusters, diag.Args{"Name": "Энгра", "Cluster": "Лес"}),
		diag.NewWarning(diag.Position{File: "x.md", Line: 3, Column: 1}, diag.HeadingEmpty, nil),
	}
	if diag.HasErrors(list) {
		t.Error("notes are errors")
	}
	for format, want := range map[diag.Format]string{
		diag.TextFormat:   "x.md:2:1: к сведению: организация",
		diag.GitHubFormat: "::notice file=x.md,line=2",
		diag.JSONFormat:   `"severity": "note"`,
		diag.SARIFFormat:  `"level": "note"`,
	} {
		var out bytes.Buffer
		if err := diag.NewPrinter("ru").Print(&out, format, list); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in %s (%v)", want, out.String(), err)
		}
	}
	if got := diag.NewPrinter("ru").Count(list); got != "1 замечание, 1 пометка" {
		t.Error(got)
	}
}

func TestSuggest(t *testing.T) {
	keys := []string{"title", "investment", "members", "stage", "jobs"}
	for word, want := range map[string]string{
		"investments": "investment",
		"titel":       "title",
		"tittle":      "title",
		"invesment":   "investment",
		"memebrs":     "members",
		"xyzzy":       "",
		"Stage":       "stage",
	} {
		if got := diag.Suggest(word, keys); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", word, got, want)
		}
	}
}

// In a workbook a place is a cell, which is called as Excel calls it and shown as
// it is; the bytes of the file have no lines to quote.
func TestCellsOfWorkbooks(t *testing.T) {
	for column, want := range map[int]string{1: "A12", 3: "C12", 26: "Z12", 27: "AA12", 702: "ZZ12", 703: "AAA12", 16384: "XFD12"} {
		if got, ok := (diag.Position{File: "content/plan.XLSX", Line: 12, Column: column}).Cell(); !ok || got != want {
			t.Errorf("column %d is called %q, not %q", column, got, want)
		}
	}
	for _, p := range []diag.Position{{File: "plan.csv", Line: 12, Column: 3}, {File: "plan.xlsx"}, {File: "plan.xlsx", Line: 12}} {
		if got, ok := p.Cell(); ok {
			t.Errorf("%v is called %s", p, got)
		}
	}
	at := diag.Position{File: "plan.xlsx", Line: 12, Column: 3}
	list := []diag.Diagnostic{diag.NewError(at, diag.WorkbookFormula, nil), diag.NewError(at, diag.WorkbookFormula, nil)}
	list[1].Excerpt = "семь\x1b[31m"
	diag.Quote(fstest.MapFS{"plan.xlsx": {Data: []byte(strings.Repeat("PK\x03\x04\n", 20))}}, list)
	var b strings.Builder
	if err := diag.NewPrinter("ru").Print(&b, diag.TextFormat, list); err != nil {
		t.Fatal(err)
	}
	const message = "plan.xlsx:12:3: ошибка: в ячейке формула, а её результат в файле не сохранён\n"
	const remedy = "   откройте файл в Excel и сохраните: он посчитает формулы\n"
	if diff := cmp.Diff(message+remedy+message+" C12 | семь [31m\n"+remedy, b.String()); diff != "" {
		t.Error(diff)
	}
}
