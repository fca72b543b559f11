package layout_test

import (
	"os"
	"testing"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/locale"
)

// open reads the layouts that the program carries.
func open(t testing.TB, lang string) *layout.Layout {
	t.Helper()
	files := os.DirFS("../../layouts")
	words, err := locale.New(files, lang)
	if err != nil {
		t.Fatal(err)
	}
	l, err := layout.New(files, words, map[string]string{"style.css": "style.1a2b.css", "icon.svg": "icon.3c4d.svg"})
	if err != nil {
		t.Fatal(err)
	}
	return l
}
