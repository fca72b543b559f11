package markdown_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// options are those of every test that does not say otherwise.
var options = markdown.Options{
	Language:    "ru",
	Words:       markdown.Words{Table: "Таблица", Source: "Источник", Back: "Вернуться к тексту"},
	ReservedIDs: []string{"menu"},
}

// report answers as a small report would: it has the page les with its figures,
// one source, one file of each kind, and charts that draw what they are told.
func report() markdown.Env {
	links := map[string]markdown.Link{
		"les":                  {Href: "../les/", Text: "Лесной кластер"},
		"les.investment":       {Text: "7,9\u00a0млрд\u00a0₽"},
		"les.jobs":             {Href: "../les/#jobs", Text: "1\u00a0355"},
		"niipp":                {Href: "../../organizations/niipp/", Text: "АО «НИИПП»"},
		"count.clusters":       {Text: "4"},
		"ООО «А. Б.»":          {Href: "../ab/", Text: "ООО «А. Б.»"},
		"news/2025-02-11-reyt": {Href: "../news/2025-02-11-reyt/", Text: "Рейтинг"},
	}
	return markdown.Env{
		Reference: func(r markdown.Reference) (markdown.Link, []diag.Diagnostic) {
			key := strings.TrimSuffix(r.Target+"."+r.Key, ".")
			if link, ok := links[key]; ok {
				return link, nil
			}
			return markdown.Link{}, []diag.Diagnostic{
				diag.NewError(r.At, diag.UnknownReference, diag.Args{"Ref": key, "Suggestion": diag.Suggest(key, []string{"les"})}),
			}
		},
		Citation: func(c markdown.Citation) []diag.Diagnostic {
			if strings.HasPrefix(c.ID, "babr") || strings.HasPrefix(c.ID, "tomsk") {
				return nil
			}
			return []diag.Diagnostic{diag.NewError(c.At, diag.UnknownSource, diag.Args{"ID": c.ID, "Suggestion": ""})}
		},
		Link: func(t markdown.Target) (markdown.Link, []diag.Diagnostic) {
			switch t.Path {
			case "../news/x.md":
				return markdown.Link{Href: "../../news/x/"}, nil
			case "план работ.pdf":
				return markdown.Link{Href: "план%20работ.pdf"}, nil
			}
			return markdown.Link{}, []diag.Diagnostic{diag.NewError(t.At, diag.UnknownLink, diag.Args{"Path": t.Path, "Suggestion": ""})}
		},
		Picture: func(t markdown.Target) (markdown.Picture, []diag.Diagnostic) {
			if t.Path == "photo.jpg" {
				return markdown.Picture{Src: "photo.jpg", Width: 1200, Height: 800}, nil
			}
			return markdown.Picture{}, []diag.Diagnostic{
				diag.NewError(t.At, diag.UnknownPicture, diag.Args{"Path": t.Path, "Suggestion": diag.Suggest(t.Path, []string{"photo.jpg"})}),
			}
		},
		Chart: func(c markdown.Chart) (string, []diag.Diagnostic, error) {
			if i := bytes.Index(c.Source, []byte("неверно")); i >= 0 {
				return "", []diag.Diagnostic{diag.NewError(c.At(i, len("неверно")), diag.UnknownSource, diag.Args{"ID": "неверно"})}, nil
			}
			return fmt.Sprintf("<figure class=\"chart\">%d bytes</figure>\n", len(c.Source)), nil, nil
		},
	}
}

// TestGolden converts the bodies in testdata. Beside x.md stand x.html, what it
// becomes, and, where there is something to tell, x.says, what the author is
// told in the words he sees. In x.html ⍽ is a no-break space.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, f := range archive.Files {
		want[f.Name] = string(f.Data)
	}
	o := options
	if strings.HasSuffix(file, "english.txtar") {
		o.Language = "en"
	}
	c := markdown.New(o)
	got := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		name, ok := strings.CutSuffix(f.Name, ".md")
		if !ok {
			continue
		}
		r := convert(t, c, string(f.Data), report())
		html := strings.ReplaceAll(r.HTML, "\u00a0", "⍽")
		add(got, f.Name, string(f.Data))
		add(got, name+".html", html)
		add(got, name+".says", says(t, f.Name, string(f.Data), r))
		if *update {
			continue
		}
		if d := cmp.Diff(want[name+".html"], html); d != "" {
			t.Errorf("%s: html (-want +got):\n%s", name, d)
		}
		if d := cmp.Diff(want[name+".says"], says(t, f.Name, string(f.Data), r)); d != "" {
			t.Errorf("%s: told to the author (-want +got):\n%s", name, d)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func add(a *txtar.Archive, name, text string) {
	if text != "" {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(text)})
	}
}

// says is what the author is told.
func says(t *testing.T, file, text string, r markdown.Result) string {
	t.Helper()
	source := diag.NewText(file, []byte(text))
	for i := range r.Diagnostics {
		r.Diagnostics[i].Excerpt = source.Line(r.Diagnostics[i].Line)
	}
	var b strings.Builder
	if err := diag.NewPrinter("ru").Print(&b, diag.TextFormat, r.Diagnostics); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// convert converts a body that is a whole file.
func convert(t testing.TB, c *markdown.Converter, body string, env markdown.Env) markdown.Result {
	t.Helper()
	r, err := c.Convert(diag.NewText("x.md", []byte(body)), 0, env)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
