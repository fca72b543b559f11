package review_test

import (
	"os"
	"strings"
	"testing"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
	"example.org/svod/generator/review"
)

// clusters is the report of testdata/prose.txt.
func clusters(t *testing.T) *report.Report {
	t.Helper()
	history := func(sums ...string) (h report.History[money.Amount]) {
		for _, s := range sums {
			a, hedge, err := money.ParseHedged(s, money.RUB)
			if err != nil {
				t.Fatal(err)
			}
			h = append(h, report.Figure[money.Amount]{
				Value: a, Kind: report.Announced, Scope: report.WholeCluster, Hedge: hedge,
			})
		}
		return h
	}
	page := func(slug, title string) report.Page {
		return report.Page{Slug: slug, Title: title, File: "content/clusters/" + slug + ".md"}
	}
	plant := history("20 млрд")
	plant[0].Scope = report.Project
	r, _ := report.Assemble(report.Entries{
		Settings: &report.Settings{Language: "ru", Currency: money.RUB},
		Clusters: []*report.Cluster{
			{Page: page("les", "Лес"), Investment: history("7,9 млрд", "~8 млрд")},
			{Page: page("metally", "Металлы"), Investment: append(history("47 млрд", "6,1 млрд"), plant...)},
			{Page: page("khimiya", "Химия")},
			{Page: page("nauka", "Сибирский наукополис"), Investment: history("100 млрд")},
		},
	}, report.Edition{})
	return r
}

// Each line of testdata/prose.txt is a sentence, and after an arrow what is said
// about it.
func TestProse(t *testing.T) {
	b, err := os.ReadFile("testdata/prose.txt")
	if err != nil {
		t.Fatal(err)
	}
	subject := review.NewSubject(clusters(t))
	printer := diag.NewPrinter("ru")
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		text, want, _ := strings.Cut(line, " → ")
		var got []string
		for _, d := range subject.Read(review.Text{File: diag.NewText("text.md", []byte(text))}) {
			got = append(got, strings.ReplaceAll(printer.Message(d), "\u00a0", " "))
		}
		if strings.Join(got, " | ") != want {
			t.Errorf("%s\n got: %q\nwant: %q", text, got, want)
		}
	}
}

// The place of a sum is counted in characters of its line, front matter included.
func TestProsePosition(t *testing.T) {
	const file = "---\ntitle: Лес\n---\nПервое\nпредложение. Инвестиции в [[les]] составят\n12 млрд ₽ [@press].\n"
	found := review.NewSubject(clusters(t)).Read(review.Text{
		File: diag.NewText("x.md", []byte(file)), Body: strings.Index(file, "Первое"),
	})
	want := diag.Position{File: "x.md", Line: 6, Column: 1, Length: 9}
	if len(found) != 1 || found[0].Position != want {
		t.Errorf("%+v, want %+v", found, want)
	}
}

// Whatever a text holds, its places are inside it.
func FuzzRead(f *testing.F) {
	f.Add("Инвестиции в [[les|лес «Лес»]] составят 12 млрд ₽. Обещано 1, 2 и 3 млрд рублей, всего 9 млрд.")
	f.Add("```\n[[les]] <!--")
	f.Fuzz(func(t *testing.T, text string) {
		r, _ := report.Assemble(report.Entries{Settings: &report.Settings{Language: "ru", Currency: money.RUB}}, report.Edition{})
		for _, d := range review.NewSubject(r).Read(review.Text{File: diag.NewText("x.md", []byte(text))}) {
			if d.Line < 1 || d.Column < 1 {
				t.Errorf("%+v", d)
			}
		}
	})
}
