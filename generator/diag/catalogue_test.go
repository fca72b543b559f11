package diag_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"testing"

	"github.com/BurntSushi/toml"
)

// Every code has a message and a remedy in every language, and no catalogue
// has words for a code that is gone.
func TestCataloguesAreComplete(t *testing.T) {
	want := map[string]bool{"severity-error": true, "severity-warning": true, "count-errors": true, "count-warnings": true, "severity-note": true, "count-notes": true}
	for _, looks := range []string{"looks-alike-letters", "looks-alike-invisible", "looks-alike-dash"} {
		want[looks] = true
	}
	for _, code := range codes(t) {
		want[code] = true
		want[code+"-remedy"] = true
	}
	for _, name := range []string{"ru.toml", "en.toml"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		catalogue := map[string]any{}
		if err := toml.Unmarshal(b, &catalogue); err != nil {
			t.Fatal(err)
		}
		for id := range want {
			if _, ok := catalogue[id]; !ok {
				t.Errorf("%s has no %s", name, id)
			}
		}
		for id := range catalogue {
			if !want[id] {
				t.Errorf("%s has %s, which is no code", name, id)
			}
		}
	}
}

// codes are the values of the constants in codes.go.
func codes(t *testing.T) []string {
	f, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			for _, v := range spec.Values {
				s, err := strconv.Unquote(v.(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, s)
			}
		}
		return true
	})
	return out
}
