package layout_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/report"
)

// Search engines are told which authors are people, and that a newsroom publishes.
func TestAuthorsForSearchEngines(t *testing.T) {
	r := reportOf(t, "1 млрд ₽")
	r.BaseURL = "https://svod.example.org/"
	r.Sources = []*report.Source{{ID: "a", Publisher: "ТАСС"}}
	article := &report.Article{Page: report.Page{Slug: "a", Title: "Новость"}, Authors: []string{"Анна Петрова", "Редакция «Свода»", "Отдел новостей", "ТАСС"}}
	for _, test := range []struct {
		name      string
		authors   []string
		publisher any
	}{
		{"a newsroom", []string{"Анна Петрова", "Редакция «Свода»"}, map[string]any{"@type": "Organization", "name": "Редакция «Свода»", "url": "https://svod.example.org/"}},
		{"people", []string{"Анна Петрова"}, map[string]any{"@type": "Organization", "name": "Свод", "url": "https://svod.example.org/"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r.Authors = test.authors
			site := open(t, "ru").Site(r, layout.Options{Now: now})
			page := show(t, site, site.Article(article, layout.Body{}))
			var got map[string]any
			for _, script := range all(page, "script") {
				if attr(script, "type") == "application/ld+json" {
					if err := json.Unmarshal([]byte(text(script)), &got); err != nil {
						t.Fatal(err)
					}
				}
			}
			authors := []any{
				map[string]any{"@type": "Person", "name": "Анна Петрова"},
				map[string]any{"@type": "Organization", "name": "Редакция «Свода»"},
				map[string]any{"@type": "Organization", "name": "Отдел новостей"},
				map[string]any{"@type": "Organization", "name": "ТАСС"},
			}
			if diff := cmp.Diff([]any{authors, test.publisher}, []any{got["author"], got["publisher"]}); diff != "" {
				t.Error(diff)
			}
		})
	}
}
