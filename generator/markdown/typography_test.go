package markdown_test

import (
	"strings"
	"testing"

	"example.org/svod/generator/markdown"
)

// Titles and leads have no markup: nothing in them is escaped.
func TestTypographerText(t *testing.T) {
	for _, test := range []struct{ language, in, want string }{
		{"ru", `ООО "Монолит-Строй" - 7,9 млрд ₽`, "ООО «Монолит-Строй»⍽— 7,9⍽млрд⍽₽"},
		{"ru", `"Завод "Лес"" в 2024-2026 гг.`, "«Завод „Лес“» в⍽2024–2026⍽гг."},
		{"ru", `Путь C:\"папка" & &nbsp;`, "Путь C:\\\"папка\" & &nbsp;"},
		{"ru", `*не разметка* "[[les]]"`, "*не разметка* «[[les]]»"},
		{"ru", "", ""},
		{"ru", "Ничего менять", "Ничего менять"},
		{"en", `The "Forest" cluster - 7.9 billion`, "The “Forest” cluster⍽— 7.9⍽billion"},
		{"de", `"Wald" - 7,9`, `"Wald" - 7,9`},
	} {
		got := strings.ReplaceAll(markdown.NewTypographer(test.language).Text(test.in), "\u00a0", "⍽")
		if got != test.want {
			t.Errorf("%s %q\n got %q\nwant %q", test.language, test.in, got, test.want)
		}
	}
	if got := (markdown.Typographer{}).Text(`"x" - y`); got != `"x" - y` {
		t.Errorf("the zero Typographer changed the text to %q", got)
	}
}

// Applying the rules twice is the same as once.
func FuzzTypographer(f *testing.F) {
	f.Add(`ООО "Альянс" - в 2024-2026 гг... "а "б"" 1 355 000 т. е. В. И. Я`)
	f.Add(`don't 'a' "b 'c' d" -- 3 bn`)
	f.Fuzz(func(t *testing.T, s string) {
		for _, language := range []string{"ru", "en"} {
			typo := markdown.NewTypographer(language)
			once := typo.Text(s)
			if twice := typo.Text(once); twice != once {
				t.Errorf("%s: %q becomes %q, then %q", language, s, once, twice)
			}
		}
	})
}
