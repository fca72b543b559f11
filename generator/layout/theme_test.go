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
		{"", ""},
		{"red", ""},
		{"#12345g", ""},
	} {
		if got := string(layout.Theme(test.accent)); got != test.want {
			t.Errorf("%q: %q, not %q", test.accent, got, test.want)
		}
	}
}
