package review_test

import (
	"strings"
	"testing"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
	"example.org/svod/generator/review"
)

func TestCitationsWithoutTheirSigns(t *testing.T) {
	r, _ := report.Assemble(report.Entries{
		Settings: &report.Settings{Language: "ru"},
		Sources:  []*report.Source{{ID: "babr-2025"}, {ID: "press"}},
	}, report.Edition{})
	for text, want := range map[string]string{
		"Сказано [babr-2025].":                                    "[babr-2025]",
		"Сказано @babr-2025.":                                     "@babr-2025",
		"Сказано (@press), и всё.":                                "@press",
		"Сказано [ @press ].":                                     "[ @press ]",
		"Сказано {{babr-2025}}.":                                  "{{babr-2025}}",
		"Верно: [@babr-2025], [@press; @babr-2025].":              "",
		"Ссылка [press](https://example.org/) и [x][press].":      "",
		"Нет такого: [babr-2024], @nobody, {{les}}.":              "",
		"Код `[press]` и\n\n```chart\nsource: [babr-2025]\n```\n": "",
		"Почта: press@press.example.org.":                         "",
	} {
		found := review.NewSubject(r).Read(review.Text{File: diag.NewText("content/a.md", []byte(text))})
		var got []string
		for _, d := range found {
			if d.Code == diag.CitationUnmarked {
				got = append(got, d.Args["Written"].(string))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s\ngot %q, want %q", text, got, want)
		}
	}
}
