package yaml_test

import (
	"testing"

	goccy "github.com/goccy/go-yaml"

	"example.org/svod/generator/yaml"
)

// A text reads back the same as a value of a key and in a list, and has no quotes
// where it needs none.
func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"Лес": "Лес", "Лес — сосна": "Лес — сосна", "ООО «Лес»": "ООО «Лес»", "7,9 млрд ₽": `"7,9 млрд ₽"`,
		"Лес: сосна": `"Лес: сосна"`, "тест:": `"тест:"`, "x #y": `"x #y"`, "a{b": `"a{b"`, "? a": `"? a"`,
		`АО "Лес"`: `'АО "Лес"'`, `АО "Лес's"`: `"АО \"Лес's\""`, `a\b`: `'a\b'`, "'x'": `"'x'"`,
		"null": `"null"`, "yes": `"yes"`, "12": `"12"`, "2025-02-11": `"2025-02-11"`, ".inf": `".inf"`, "": `""`,
		"a\tb": `"a\tb"`, "a\nb": `"a\nb"`, "https://example.org/1": "https://example.org/1",
	} {
		quoted := yaml.Quote(text)
		if quoted != want {
			t.Errorf("%q is written %s, not %s", text, quoted, want)
		}
		isText(t, text)
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("Лес: [сосна], {ель} #1")
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range text {
			if r < ' ' && r != '\t' && r != '\n' || r == 0x7f || 0x80 <= r && r < 0xa0 || r >= 0xfff0 || r == 0xfeff || r == 0x2028 || r == 0x2029 {
				t.Skip("no text of an author has it")
			}
		}
		isText(t, text)
	})
}

func isText(t *testing.T, text string) {
	t.Helper()
	var read struct {
		A any
		B []any
	}
	written := "a: " + yaml.Quote(text) + "\nb: [" + yaml.Quote(text) + ", " + yaml.Quote(text) + "]\n"
	if err := goccy.Unmarshal([]byte(written), &read); err != nil || read.A != text || len(read.B) != 2 || read.B[0] != text || read.B[1] != text {
		t.Errorf("%q is read as %q, %q: %v", text, read.A, read.B, err)
	}
}
