package layout_test

import (
	"testing"

	"example.org/svod/generator/layout"
)

// A newsroom's colour is used as it is where it can be read, and brought near
// enough to the ink where it cannot.
func TestTheme(t *testing.T) {
	for _, test := range []struct{ accent, want string }{
		{"#8a1c1c", ":root{--accent-light:#8a1c1c;--accent-dark:#bf8282}\n"},
		{"#ffd400", ":root{--accent-light:#806a00;--accent-dark:#ffd400}\n"},
		{"#fd0", ":root{--accent-light:#736300;--accent-dark:#ffdd00}\n"},
		{"", ""},
		{"red", ""},
		{"#12345g", ""},
	} {
		if got := string(layout.Theme(test.accent)); got != test.want {
			t.Errorf("%q: %q, not %q", test.accent, got, test.want)
		}
	}
}

// What becomes of a colour on light paper is told with the contrast that it has.
func TestShade(t *testing.T) {
	written, light, contrast, ok := layout.Shade("#ffd400")
	if !ok || written != "#ffd400" || light != "#806a00" || contrast < 1.3 || contrast > 1.5 {
		t.Errorf("%s becomes %s, contrast %.2f, %v", written, light, contrast, ok)
	}
	if _, light, contrast, _ := layout.Shade("#8a1c1c"); light != "#8a1c1c" || contrast < 4.5 {
		t.Errorf("a readable colour becomes %s, contrast %.2f", light, contrast)
	}
	if _, _, _, ok := layout.Shade("red"); ok {
		t.Error("red is no colour here")
	}
}
