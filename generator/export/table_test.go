package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	spreadsheet "example.org/svod/generator/csv"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/export"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// clusters is a report of two clusters, the second of which asks for trouble.
func clusters(t testing.TB) *report.Report {
	t.Helper()
	sum := func(s string) money.Amount { return money.New(decimal.RequireFromString(s), money.RUB) }
	said := func(f report.Figure[money.Amount]) report.Figure[money.Amount] {
		f.Kind, f.Scope, f.Source.Ref = report.Announced, report.WholeCluster, "press"
		return f
	}
	project := said(report.Figure[money.Amount]{Value: sum("200000000"), Date: report.Date{Year: 2026}})
	project.Scope = report.Project
	r, found := report.Assemble(report.Entries{
		Settings: &report.Settings{
			Page: report.Page{Title: "Отчёт"}, Language: "ru", Currency: money.RUB, TimeZone: time.UTC, BaseURL: "https://svod.example.org/",
		},
		Sources: []*report.Source{{ID: "press", Title: "Новость", Publisher: "Газета", URL: "https://example.org/1"}},
		Clusters: []*report.Cluster{
			{Page: report.Page{Slug: "les", Title: "Лес\u00a0и доски"}, Investment: report.History[money.Amount]{
				said(report.Figure[money.Amount]{Value: sum("7900000000.5"), Date: report.Date{Year: 2025, Month: 2}, Hedge: money.About}),
				project,
			}},
			{Page: report.Page{Slug: "zlo", Title: `=HYPERLINK("http://example.org"); зло`}, Investment: report.History[money.Amount]{
				said(report.Figure[money.Amount]{Unknown: true, Date: report.Date{Year: 2025}, Note: "-1+1"}),
			}},
		},
	}, report.Edition{})
	if diag.HasErrors(found) {
		t.Fatal(found)
	}
	return r
}

func words(t testing.TB, language string) *locale.Locale {
	t.Helper()
	l, err := locale.New(os.DirFS("../../layouts"), language)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// A Russian table has semicolons and decimal commas, an English one commas and
// points. A text is never a formula, and a sum that nobody named is no number.
func TestCSV(t *testing.T) {
	r := clusters(t)
	for language, want := range map[string][]string{
		"ru": {"7900000000,5", "около 7 900 000 000,5 ₽", "около"},
		"en": {"7900000000.5", "about ₽7,900,000,000.5", "about"},
	} {
		var b bytes.Buffer
		if err := export.CSV(&b, export.Clusters(r, words(t, language))); err != nil {
			t.Fatal(err)
		}
		text, marked := strings.CutPrefix(b.String(), "\ufeff")
		if !marked || !strings.Contains(text, "\r\n") {
			t.Errorf("%s: Excel would not know it: %q", language, b.String())
		}
		in := csv.NewReader(strings.NewReader(text))
		in.Comma = spreadsheet.Separator(language)
		rows, err := in.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := []string{rows[1][6], rows[1][8], rows[1][9]}; !cmp.Equal(want, got) {
			t.Error(language, cmp.Diff(want, got))
		}
		if rows[1][1] != "Лес и доски" {
			t.Errorf("%s: a search for the title would not find %q", language, rows[1][1])
		}
		if got := rows[2][1]; got != `'=HYPERLINK("http://example.org"); зло` {
			t.Errorf("%s: a spreadsheet would run %q", language, got)
		}
		if rows[2][6] != "" || rows[2][8] == "" {
			t.Errorf("%s: an unknown sum is %q, %q", language, rows[2][6], rows[2][8])
		}
	}
}

// A workbook holds numbers as numbers and texts as texts, names nobody but the
// program, and is the same at every build.
func TestXLSX(t *testing.T) {
	r := clusters(t)
	var builds [2]bytes.Buffer
	for i := range builds {
		if err := export.XLSX(&builds[i], export.Clusters(r, words(t, "ru"))); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(builds[0].Bytes(), builds[1].Bytes()) {
		t.Error("two builds differ")
	}
	f, err := excelize.OpenReader(&builds[0], excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "Слаг", "G2": "7900000000.5", "B3": `=HYPERLINK("http://example.org"); зло`} {
		if got, err := f.GetCellValue("Кластеры", cell); got != want || err != nil {
			t.Errorf("%s is %q, not %q (%v)", cell, got, want, err)
		}
	}
	if formula, _ := f.GetCellFormula("Кластеры", "B3"); formula != "" {
		t.Errorf("B3 is the formula %q", formula)
	}
	if p, err := f.GetDocProps(); err != nil || p.Creator != "Svod" || p.Created != "1980-01-01T00:00:00Z" {
		t.Errorf("%+v, %v", p, err)
	}
}

// The ledger has the projects too, marked as what they are.
func TestAnnouncementsCSV(t *testing.T) {
	var b bytes.Buffer
	if err := export.CSV(&b, export.Announcements(clusters(t), words(t, "ru"))); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\r\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines: %s", len(lines), b.String())
	}
	if !strings.Contains(lines[1], "не объявлено") || !strings.HasSuffix(lines[1], ";'-1+1") {
		t.Error(lines[1])
	}
	if !strings.Contains(lines[3], ";200000000;RUB;200 млн ₽;;объявлено;отдельный проект;") {
		t.Error(lines[3])
	}
}

// The report for programs is one JSON object with exact sums.
func TestJSON(t *testing.T) {
	text := write(t, export.JSON, clusters(t))
	var got struct {
		Totals struct {
			Sums []struct {
				Value    json.Number
				Clusters int
			}
			Unknown []string
		}
		Clusters []struct {
			Slug       string
			Investment []map[string]any
		}
		Sources []struct{ ID string }
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err, text)
	}
	if got.Totals.Sums[0].Value != "7900000000.5" || !cmp.Equal(got.Totals.Unknown, []string{"zlo"}) {
		t.Errorf("%+v", got.Totals)
	}
	want := []map[string]any{{"unknown": true, "date": "2025", "source": "press", "note": "-1+1", "kind": "announced", "scope": "cluster"}}
	if diff := cmp.Diff(want, got.Clusters[1].Investment); diff != "" {
		t.Error(diff)
	}
	if len(got.Sources) != 1 || len(got.Clusters[0].Investment) != 2 {
		t.Error(text)
	}
}

// The description names every column of every table as its first row does.
func TestDataPackage(t *testing.T) {
	r, w := clusters(t), words(t, "ru")
	var b bytes.Buffer
	if err := export.DataPackage(&b, r, w, export.Clusters(r, w), export.Announcements(r, w)); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Resources []struct {
			Path    string
			Dialect struct{ Delimiter string }
			Schema  struct{ Fields []struct{ Name string } }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	first := got.Resources[0]
	if first.Path != "clusters.csv" || first.Dialect.Delimiter != ";" || first.Schema.Fields[1].Name != "Кластер" {
		t.Errorf("%+v", first)
	}
	if len(got.Resources) != 4 {
		t.Errorf("%d resources", len(got.Resources))
	}
}
