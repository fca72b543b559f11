package site_test

import (
	"context"
	"strings"
	"testing"

	"example.org/svod/generator/site"
)

// What was announced as "more than" or "up to" is written so wherever it stands:
// on pages, in texts, in charts and in the files for programs.
func TestHedgesAreWrittenAsAnnounced(t *testing.T) {
	files := content(map[string]string{
		"_index.md": "---\ntitle: Отчёт\nbase_url: https://svod.example.org/\n---\nЛес — [[les.investment]] и [[les.jobs]] мест, вместе [[total.investment]].\n",
		"clusters/les.md": "---\ntitle: Лес\nregion: tomsk\n" +
			"investment:\n  - {date: 2025-02-11, amount: 4 млрд ₽, source: press}\n  - {date: 2025-02-12, amount: более 520 000 млн ₽, source: press, approximate: true}\n" +
			"jobs:\n  - {date: 2025-02-11, jobs: 500, source: press}\n  - {date: 2025-02-12, jobs: не менее 800, source: press}\n---\n",
		"clusters/metally/index.md": "---\ntitle: Металлы\nregion: tomsk\ninvestment: 1 200,5 млн ₽\n---\n",
		"clusters/bio.md":           "---\ntitle: Биотехнологии\ninvestment: до 3 млрд долларов\n---\n",
		"regions/tomsk.md":          "---\ntitle: Томск\n---\n",
	})
	s, _, err := site.NewBuilder(site.Options{Source: files, Layouts: drawing(t)}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for path, parts := range map[string][]string{
		"index.html": {
			`>более 520 млрд ₽</a> и <a href="clusters/les/">не менее 800</a> мест`, "вместе более 521,2 млрд ₽ (по 2 из 3 кластеров), до 3 млрд $ (по 1 из 3 кластеров)",
			"<small>более </small>521,2 млрд ₽", "до 3 млрд $ (",
		},
		"clusters/les/index.html":    {"<small>более </small>520 млрд ₽", "+ более 516 млрд ₽", "не менее 800", "+ не менее 300"},
		"clusters/index.html":        {"более 520 млрд ₽", "до 3 млрд $"},
		"regions/index.html":         {"более 521,2 млрд ₽"},
		"ledger/index.html":          {"более 520 млрд ₽", "+ более 516 млрд ₽"},
		"charts/clusters/index.html": {"более 520 млрд ₽"},
		"data/clusters.csv":          {"520000000000;RUB;более 520 млрд ₽;более;", ";800;не менее;", "3000000000;USD;до 3 млрд $;до;"},
		"data/report.json": {
			`"value":520000000000,"currency":"RUB","text":"более 520 млрд ₽","approximate":true,"hedge":"more-than"`,
			`"value":800,"approximate":true,"hedge":"at-least"`,
			`{"value":521200500000,"currency":"RUB","clusters":2,"hedge":"more-than"},{"value":3000000000,"currency":"USD","clusters":1,"hedge":"at-most"}`,
		},
	} {
		page := strings.NewReplacer("\u00a0", " ", "&#43;", "+").Replace(render(t, s, path))
		for _, part := range parts {
			if !strings.Contains(page, part) {
				t.Errorf("%s does not have %s:\n%s", path, part, page)
			}
		}
	}
}

// No line ends with «до», on the smallest phone.
func TestHedgesDoNotEndLines(t *testing.T) {
	s, _, err := site.NewBuilder(site.Options{Source: content(map[string]string{
		"clusters/bio.md":  "---\ntitle: Биотехнологии\nregion: tomsk\ninvestment: {date: 2025-02-11, amount: до 3 млрд долларов}\n---\n",
		"regions/tomsk.md": "---\ntitle: Томск\n---\n",
		"regions/altai.md": "---\ntitle: Алтай\n---\n",
	}), Layouts: drawing(t)}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"clusters/bio/index.html", "regions/index.html", "regions/tomsk/index.html", "clusters/index.html", "ledger/index.html"} {
		page := strings.NewReplacer("<small>", "", "</small>", "").Replace(render(t, s, path))
		if strings.Contains(page, "до 3") || !strings.Contains(page, "до\u00a03\u00a0млрд") {
			t.Errorf("%s: a line may end with «до»:\n%s", path, page)
		}
	}
}
