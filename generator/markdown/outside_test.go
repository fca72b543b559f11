package markdown_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
)

// Links to other pages of the web are told with their places; letters to people
// and links inside the site are not.
func TestOutside(t *testing.T) {
	const text = "Первая [строка](https://example.org/одна).\n\n" +
		"[Почта](mailto:popravki@example.org), [место](#итог), <https://example.org/2>, [три][3].\n\n" +
		"[3]: http://example.org/3\n\n## Итог\n"
	var got []markdown.Target
	convert(t, markdown.New(options), text, markdown.Env{
		Outside: func(t markdown.Target) { got = append(got, t) },
	})
	at := func(line, column, length int) diag.Position {
		return diag.Position{File: "x.md", Line: line, Column: column, Length: length}
	}
	want := []markdown.Target{
		{Path: "https://example.org/%D0%BE%D0%B4%D0%BD%D0%B0", At: at(1, 17, 24)},
		{Path: "https://example.org/2", At: at(3, 56, 21)},
		{Path: "http://example.org/3", At: at(3, 80, 1)},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A picture is asked for with its caption.
func TestPictureCaption(t *testing.T) {
	var got markdown.Target
	convert(t, markdown.New(options), "![Завод](zavod.jpg \"Завод. Фото: Свод\")", markdown.Env{
		Picture: func(t markdown.Target) (markdown.Picture, []diag.Diagnostic) {
			got = t
			return markdown.Picture{Src: t.Path}, nil
		},
	})
	if got.Path != "zavod.jpg" || got.Caption != "Завод. Фото:\u00a0Свод" && got.Caption != "Завод. Фото: Свод" {
		t.Errorf("%+v", got)
	}
}
