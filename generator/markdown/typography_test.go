package markdown_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

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

// Typography changes quotes, dashes, points and spaces, and no letter or digit.
// In Russian, where ' is no quote, applying it twice is the same as once.
func FuzzTypographer(f *testing.F) {
	f.Add(`ООО "Альянс" - в 2024-2026 гг... "а "б"" 1 355 000 т. е. В. И. Я`)
	f.Add(`don't 'a' "b 'c' d" -- 3 bn`)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		ru, en := markdown.NewTypographer("ru"), markdown.NewTypographer("en")
		once := ru.Text(s)
		if twice := ru.Text(once); twice != once {
			t.Errorf("%q becomes %q, then %q", s, once, twice)
		}
		for _, got := range []string{once, en.Text(s)} {
			if bare(got) != bare(s) {
				t.Errorf("%q becomes %q", s, got)
			}
		}
	})
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("\"'«»„“”‘’-–—.…", r) {
			return -1
		}
		return r
	}, s)
}
