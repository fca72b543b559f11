package markdown_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
)

// body is a page of some ten kilobytes, as a newsroom writes them: paragraphs,
// headings, a list, a table, a quote, links to other sites.
func body() string {
	const sentence = "Инвестиции в производство домокомплектов — на два миллиарда больше, чем **год назад**, и в реестре это есть с 11 февраля. "
	const link = "Об этом сообщил [губернатор](https://example.org/17) на пресс-конференции в Томске, где речь шла о сырье и налогах. "
	var b strings.Builder
	for s := range 3 {
		fmt.Fprintf(&b, "## Что решили в %d году\n\n%s\n\n", 2024+s, strings.Repeat(sentence, 5)+link)
		for range 5 {
			b.WriteString("- " + sentence + "\n")
		}
		b.WriteString("\n| Год | Сумма, млрд ₽ | Доля |\n|---|---:|---:|\n")
		for y := range 6 {
			fmt.Fprintf(&b, "| %d | %d,%d | %d %% |\n", 2024+y, 7*y, y, 9*y)
		}
		b.WriteString("\n> " + sentence + "\n\n" + strings.Repeat(sentence, 2) + "\n\n")
	}
	return b.String()
}

// BenchmarkGoldmark is what we are measured against: goldmark as it comes, with
// tables.
func BenchmarkGoldmark(b *testing.B) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table))
	source := []byte(body())
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := md.Convert(source, &out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkConvert(b *testing.B) {
	for _, language := range []string{"ru", "en", "none"} {
		b.Run(language, func(b *testing.B) {
			o := options
			o.Language = language
			c := markdown.New(o)
			source := []byte(body())
			b.SetBytes(int64(len(source)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.Convert(diag.NewText("x.md", source), 0, markdown.Env{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkStandsAlone(b *testing.B) {
	source := []byte(body())
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		if !markdown.StandsAlone(source) {
			b.Fatal("a plain body must stand alone")
		}
	}
}

func BenchmarkTypographer(b *testing.B) {
	typo := markdown.NewTypographer("ru")
	for b.Loop() {
		typo.Text(`ООО "Монолит-Строй" - 7,9 млрд ₽ в 2024-2026 гг.`)
	}
}
