package markdown_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
)

// seed adds the bodies of all golden files.
func seed(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range archive.Files {
			if strings.HasSuffix(part.Name, ".md") {
				f.Add(string(part.Data))
			}
		}
	}
	f.Add(body())
}

// Whatever the input, conversion ends, its HTML is as a browser would write it
// itself, nothing in it can run, and every position lies in the file.
func FuzzConvert(f *testing.F) {
	seed(f)
	c := markdown.New(options)
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) {
			t.Skip()
		}
		r := convert(t, c, body, report())
		got := tags(t, r.HTML)
		nodes, err := html.ParseFragment(strings.NewReader(r.HTML), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
		if err != nil {
			t.Fatal(err)
		}
		var again strings.Builder
		for _, n := range nodes {
			if err := html.Render(&again, n); err != nil {
				t.Fatal(err)
			}
		}
		if d := cmp.Diff(tags(t, again.String()), got); d != "" {
			t.Errorf("not well formed: %q\n(-browser +ours):\n%s", r.HTML, d)
		}
		text := diag.NewText("x.md", []byte(body))
		for _, d := range r.Diagnostics {
			line := utf8.RuneCountInString(text.Line(d.Line))
			if d.Line < 1 || d.Column < 1 || d.Column+d.Length > line+2 {
				t.Errorf("%s: %s +%d is not in a line of %d characters", d.Code, d.Position, d.Length, line)
			}
		}
		if utf8.RuneCountInString(r.Description) > 200 {
			t.Errorf("a long description: %q", r.Description)
		}
	})
}

// tags lists the tags of some HTML and fails where one could do something.
func tags(t *testing.T, s string) []string {
	t.Helper()
	var list []string
	ids := map[string]bool{}
	for z := html.NewTokenizer(strings.NewReader(s)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return list
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("neither a tag nor text: %q", z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			list = append(list, token.Data)
			if token.Data == "script" || token.Data == "style" || token.Data == "iframe" {
				t.Errorf("tag %s in %q", token.Data, s)
			}
			for _, a := range token.Attr {
				checkAttribute(t, a, ids)
			}
		case html.EndTagToken:
			list = append(list, "/"+z.Token().Data)
		}
	}
}

func checkAttribute(t *testing.T, a html.Attribute, ids map[string]bool) {
	t.Helper()
	switch {
	case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
		t.Errorf("attribute %s", a.Key)
	case a.Key == "id" && ids[a.Val]:
		t.Errorf("two elements have the id %q", a.Val)
	case a.Key == "id":
		ids[a.Val] = true
	case a.Key == "href" || a.Key == "src":
		scheme, _, ok := strings.Cut(strings.ToLower(strings.TrimLeft(a.Val, "\x00\t\n\r ")), ":")
		if ok && !strings.ContainsAny(scheme, "/?#") && !slices.Contains(markdown.Schemes, scheme) {
			t.Errorf("address %q", a.Val)
		}
	}
}

// A body that stands alone asks nothing and is right, even where Env would
// refuse everything.
func FuzzStandsAlone(f *testing.F) {
	seed(f)
	f.Add("Ключ **важен **`investment`](https://0 и")
	f.Add(">** важно**")
	c := markdown.New(options)
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) || !markdown.StandsAlone([]byte(body)) {
			t.Skip()
		}
		r := convert(t, c, body, markdown.Env{Unmarked: func(u markdown.Unmarked) []diag.Diagnostic {
			t.Errorf("%q stands in %q", u.Written, body)
			return nil
		}})
		if len(r.Diagnostics)+len(r.Sources) > 0 {
			t.Errorf("stands alone: %q\nbut: %+v", body, r)
		}
	})
}
