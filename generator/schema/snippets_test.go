package schema_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
	"example.org/svod/generator/schema"
)

type snippet struct {
	Scope, Description string
	Prefix, Body       []string
}

func snippets(t *testing.T, e report.Entries, language string) map[string]snippet {
	t.Helper()
	w, err := schema.New(e, language)
	if err != nil {
		t.Fatal(err)
	}
	b, err := w.Snippets()
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]snippet
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// Every key can be found by its name and begins a line of front matter that the
// schema of its page takes as VS Code writes it.
func TestSnippetsWriteWhatTheSchemaTakes(t *testing.T) {
	c, err := content.NewReader(os.DirFS(filepath.Join("..", "..")), content.Options{}).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	schemas := compile(t, c.Entries)
	folders := map[content.Kind]string{
		content.ReportFile: "content/_index.md", content.RegionFile: "content/regions/a.md",
		content.ClusterFile: "content/clusters/a.md", content.ArticleFile: "content/news/a.md",
		content.OrganizationFile: "content/organizations/a.md", content.PageFile: "content/a.md",
	}
	for _, language := range []string{"ru", "en"} {
		all := snippets(t, c.Entries, language)
		for kind, file := range folders {
			for _, key := range content.Keys(kind) {
				if !accepted(t, schemas, all, key.Name, file) {
					t.Errorf("%s: no snippet of %s writes what its schema takes", file, key.Name)
				}
			}
		}
	}
}

// accepted tells whether one of the snippets of a key fits a page.
func accepted(t *testing.T, schemas map[content.Kind]*jsonschema.Schema, all map[string]snippet, key, file string) bool {
	t.Helper()
	head := ""
	for name, value := range map[string]string{"title": "А", "date": "2025"} {
		if key != name && (name == "title" || strings.Contains(file, "/news/")) {
			head += name + ": " + value + "\n"
		}
	}
	for _, s := range all {
		if s.Scope != "markdown" || s.Prefix[0] != key || !strings.HasPrefix(s.Body[0], key+":") {
			continue
		}
		for _, typed := range []string{"", "А"} {
			text := "---\n" + head + expand(strings.Join(s.Body, "\n"), typed) + "\n---\n"
			if check(t, schemas, file, text) == nil {
				return true
			}
		}
	}
	return false
}

var (
	dates   = regexp.MustCompile(`\$\{\d+:\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE\}`)
	choices = regexp.MustCompile(`\$\{\d+\|((?:\\.|[^|\\])+)\|\}`)
	element = regexp.MustCompile(`(?:\\.|[^,\\])+`)
	escapes = regexp.MustCompile(`\\([\\,|])`)
	stops   = regexp.MustCompile(`\$\d+`)
)

// expand writes a snippet as VS Code does, with the last choice of each, and with
// the same typed wherever there is none.
func expand(body, typed string) string {
	body = dates.ReplaceAllString(body, "2025-02-11")
	body = choices.ReplaceAllStringFunc(body, func(s string) string {
		list := options(s)
		return list[len(list)-1]
	})
	return stops.ReplaceAllString(body, typed)
}

func options(body string) (list []string) {
	for _, s := range element.FindAllString(choices.FindStringSubmatch(body)[1], -1) {
		list = append(list, escapes.ReplaceAllString(s, "$1"))
	}
	return list
}

func TestSnippetsOfferTheReport(t *testing.T) {
	var e report.Entries
	e.Organizations = []*report.Organization{{Page: report.Page{Title: `ООО "Лес, пила | $1 {и} \ко"`}}}
	e.Sources = []*report.Source{{ID: "babr-2025"}}
	all := snippets(t, e, "ru")
	s, ok := all["Кластер: Участники (members)"]
	if !ok {
		t.Fatalf("no members among %d snippets", len(all))
	}
	if got := strings.Join(s.Prefix, " "); got != "members участники" {
		t.Errorf("prefixes %q", got)
	}
	if got := strings.Join(append(s.Body[:1:1], s.Body[2:]...), "\n"); got != "members:\n    source: ${2|???,babr-2025|}\n    note: $3" {
		t.Errorf("body %q", s.Body)
	}
	// The name is read back from the list that an author might put it into.
	list := options(s.Body[1])
	if len(list) != 2 || list[0] != schema.Unchosen {
		t.Fatalf("choices %q", list)
	}
	for _, form := range []string{"members:\n  - name: %", "members: [%]"} {
		text := "---\ntitle: А\n" + strings.Replace(form, "%", list[1], 1) + "\n---\n"
		if found := told(t, "content/clusters/a.md", text); len(found) > 0 {
			t.Errorf("%s: %s %v", text, found[0].Code, found[0].Args)
		}
	}
}

// What was not chosen is no stage.
func TestUnchosenStageIsTold(t *testing.T) {
	if len(told(t, "content/clusters/a.md", "---\ntitle: А\nstage: "+schema.Unchosen+"\n---\n")) == 0 {
		t.Error("the reader takes a stage that nobody chose")
	}
}
