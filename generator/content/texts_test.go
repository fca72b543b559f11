package content_test

import (
	"context"
	"testing"
	"testing/fstest"

	"example.org/svod/generator/content"
)

// An edit of texts alone is told from any other, and gives what reading
// everything gives.
func TestUpdateTexts(t *testing.T) {
	const les, metally = "content/clusters/les.md", "content/clusters/metally/index.md"
	files := fstest.MapFS{}
	write := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	write("content/_index.md", "---\ntitle: Отчёт\n---\n")
	write(les, "---\ntitle: Лес\n---\nТекст.\n")
	write(metally, "---\ntitle: Металлы\n---\n![](photo.jpg)\n")
	write("content/clusters/metally/photo.jpg", "…")
	r := reader(files)
	before, err := r.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name    string
		edit    func()
		changed []string
		only    bool
		texts   int
	}{
		{"a text", func() { write(les, "---\ntitle: Лес\n---\nДругой текст.\n") }, []string{les}, true, 1},
		{"two texts", func() {
			write(les, "---\ntitle: Лес\n---\nТретий.\n")
			write(metally, "---\ntitle: Металлы\n---\nТекст.\n")
		}, []string{les, metally}, true, 2},
		{"nothing", func() {}, []string{les}, true, 0},
		{"front matter", func() { write(les, "---\ntitle: Лес \n---\nТретий.\n") }, []string{les}, false, 0},
		{"not UTF-8", func() { write(les, "---\ntitle: Лес \n---\n\xff\n") }, []string{les}, false, 0},
		{"UTF-8 again", func() { write(les, "---\ntitle: Лес\n---\nТретий.\n") }, []string{les}, false, 0},
		{"an attachment", func() { write("content/clusters/metally/photo.jpg", "другое") }, []string{"content/clusters/metally/photo.jpg"}, false, 0},
		{"gone", func() { delete(files, les) }, []string{les}, false, 0},
	} {
		step.edit()
		got, err := r.Update(context.Background(), step.changed...)
		if err != nil {
			t.Fatal(err)
		}
		if got.OnlyTexts != step.only || len(got.Texts) != step.texts {
			t.Errorf("%s: only texts %v, %d of them", step.name, got.OnlyTexts, len(got.Texts))
		}
		want, err := reader(files).Read(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if got.Sum != want.Sum {
			t.Errorf("%s: the sum is not that of reading everything", step.name)
		}
		for i, c := range want.Entries.Clusters {
			if got.Entries.Clusters[i].Sum != c.Sum {
				t.Errorf("%s: %s is an old one", step.name, c.File)
			}
		}
	}
	if before.Entries.Clusters[0].Sum != content.Sum([]byte("---\ntitle: Лес\n---\nТекст.\n")) {
		t.Error("what was returned before has changed")
	}
}
