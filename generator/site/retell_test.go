package site_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
	"example.org/svod/generator/site"
)

// Whatever is edited, the site after it is the one that building everything
// would give: its paths, its mistakes, its fingerprint and its pages.
func TestBuildAfterEdit(t *testing.T) {
	const les, metally, index = "content/clusters/les.md", "content/clusters/metally/index.md", "content/_index.md"
	files := content(nil)
	options := site.Options{Source: files, Layouts: layouts(t), Program: "test"}
	builder := site.NewBuilder(options)
	if _, _, err := builder.Build(context.Background()); err != nil {
		t.Fatal(err)
	}
	edit := func(name, old, new string) func() {
		return func() {
			text := strings.Replace(string(files[name].Data), old, new, 1)
			if text == string(files[name].Data) {
				t.Fatalf("%s has no %q", name, old)
			}
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	for _, step := range []struct {
		name    string
		edit    func()
		changed string
	}{
		{"a text", edit(les, "Текст о лесе", "Новый текст"), les},
		{"a mistake in a text", edit(les, "[[metally]]", "[[metaly]]"), les},
		{"another page with that mistake about", edit(metally, "![Завод]", "Текст. ![Завод]"), metally},
		{"mended", edit(les, "[[metaly]]", "[[metally]]"), les},
		{"a text with nothing to check", edit(les, "Новый текст [@press]. См. [[metally]], [[metally.investment]].", "Просто текст."), les},
		{"and with something again", edit(les, "Просто текст.", "Обещано [[les.investment]]."), les},
		{"a link to another file", edit(metally, "![Завод](zavod.png)", "![Завод](zavod.png) [записки](notes.txt)"), metally},
		{"no file at all", edit(metally, "![Завод](zavod.png) [записки](notes.txt)", ""), metally},
		{"a figure", edit(les, "7,9 млрд", "8 млрд"), les},
		{"the text of the first page", edit(index, "Всего", "Итого"), index},
		{"a template", func() {
			files["layouts/redirect.html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}<p>другой переход</p>{{end}}`)}
		}, "layouts/redirect.html"},
		{"no template of its own", func() { delete(files, "layouts/redirect.html") }, "layouts/redirect.html"},
	} {
		step.edit()
		got, gotMistakes, err := builder.Build(context.Background(), step.changed)
		if err != nil {
			t.Fatal(err)
		}
		want, wantMistakes, err := site.NewBuilder(options).Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if got.Inputs != want.Inputs {
			t.Errorf("%s: another fingerprint than that of a new site", step.name)
		}
		if g, w := told(gotMistakes), told(wantMistakes); !slices.Equal(g, w) {
			t.Errorf("%s: tells %q, a new site %q", step.name, g, w)
		}
		if diag.HasErrors(wantMistakes) {
			continue
		}
		for path, page := range rendered(t, want.Files) {
			if g := rendered(t, got.Files)[path]; g != page {
				t.Errorf("%s: %s differs from that of a new site", step.name, path)
			}
		}
	}
}

// A site that was replaced goes on showing what was checked.
func TestTextWithMistakesIsNotRendered(t *testing.T) {
	files := content(nil)
	builder := site.NewBuilder(site.Options{Source: files, Layouts: layouts(t)})
	s, _, err := builder.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	const les = "content/clusters/les.md"
	files[les] = &fstest.MapFile{Data: append(bytes.Clone(files[les].Data), "[[nowhere]]"...)}
	if _, found, err := builder.Build(context.Background(), les); err != nil || !diag.HasErrors(found) {
		t.Fatal(found, err)
	}
	for _, f := range s.Files {
		if f.Path == "clusters/les/index.html" {
			if err := f.Render(new(bytes.Buffer)); err == nil {
				t.Error("the page shows a text with an error")
			}
		}
	}
}

func told(list []diag.Diagnostic) []string {
	var out []string
	for _, d := range list {
		out = append(out, d.Position.String()+" "+string(d.Code))
	}
	return out
}

func rendered(t *testing.T, files []output.File) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, f := range files {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		pages[f.Path] = b.String()
	}
	return pages
}
