package layout_test

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/locale"
)

// layouts are the files that the program carries.
var layouts = os.DirFS("../../layouts")

func open(t testing.TB, lang string) *layout.Layout {
	t.Helper()
	l, err := read(t, layouts, lang)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func read(t testing.TB, files fs.FS, lang string) (*layout.Layout, error) {
	t.Helper()
	words, err := locale.New(files, lang)
	if err != nil {
		t.Fatal(err)
	}
	return layout.New(files, words, map[string]string{
		"style.css": "style.1a2b.css", "icon.svg": "icon.3c4d.svg",
		"literata-cyrillic-700-normal.woff2": "literata.5e6f.woff2",
	})
}

// A template of the newsroom's own that cannot work is told with its file and
// line before any page is written.
func TestBrokenTemplates(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"syntax", "cluster.html", "{{define \"main\"}}\n{{if .Known}}\n", "cluster.html:3"},
		{"field", "cluster.html", "{{define \"main\"}}\n<p>{{.Amuont}}</p>{{end}}", "cluster.html:2"},
		{"field in a part", "partials/news.html", "<ul>\n{{range .}}<li>{{.Headline}}</li>{{end}}</ul>", "partials/news.html:2"},
		{"field in the other branch", "home.html", "{{define \"main\"}}{{if .Total.Known}}x{{else}}\n{{.Nothing}}{{end}}{{end}}", "home.html:2"},
		{"word", "404.html", "{{define \"main\"}}\n\n<p>{{t \"no-such-word\"}}</p>{{end}}", "404.html:3"},
		{"part", "page.html", "{{define \"main\"}}\n{{template \"partials/none.html\" .}}{{end}}", "page.html:2"},
		{"context", "region.html", "{{define \"main\"}}\n<p {{if .Body}}title=\"{{end}}>x</p>{{end}}", "region.html:2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := copyOf(t, layouts)
			files[test.file] = &fstest.MapFile{Data: []byte(test.text)}
			_, err := read(t, files, "ru")
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %q; it must name %q", err, test.want)
			}
		})
	}
}

// A template may use anything that html/template knows, not only what programs
// know.
func TestOwnTemplate(t *testing.T) {
	files := copyOf(t, layouts)
	files["404.html"] = &fstest.MapFile{Data: []byte(
		`{{define "main"}}<h1>{{printf "%s!" .Page.Title | html}}</h1>{{range $i, $s := .Sections}}{{if gt $i 1}}{{break}}{{end}}<p>{{len $s.Text}}</p>{{end}}{{end}}`,
	)}
	l, err := read(t, files, "ru")
	if err != nil {
		t.Fatal(err)
	}
	site := l.Site(tomsk(t), layout.Options{Now: now})
	doc := show(t, site, site.NotFound())
	if got := text(first(doc, "h1")); got != "Такой страницы нет!" {
		t.Errorf("the heading is %q", got)
	}
	if got := len(all(first(doc, "main"), "p")); got != 2 {
		t.Errorf("there are %d paragraphs, not 2", got)
	}
}

func copyOf(t *testing.T, files fs.FS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, pattern := range []string{"*.html", "partials/*.html", "i18n/*.toml"} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			out[path.Clean(name)] = &fstest.MapFile{Data: data}
		}
	}
	return maps.Clone(out)
}
