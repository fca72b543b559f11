package schema_test

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
	"example.org/svod/generator/schema"
)

// The schemas are told what the real report has, and accept all that it says.
func TestSchemasAcceptTheReport(t *testing.T) {
	root := filepath.Join("..", "..")
	c, err := content.NewReader(os.DirFS(root), content.Options{}).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	schemas := compile(t, c.Entries)
	files := 0
	err = filepath.WalkDir(filepath.Join(root, content.Folder), func(name string, _ os.DirEntry, err error) error {
		if ext := filepath.Ext(name); err != nil || ext != ".md" && ext != ".yaml" || strings.Contains(name, "README") {
			return err
		}
		files++
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		name, _ = filepath.Rel(root, name)
		if err := check(t, schemas, filepath.ToSlash(name), string(b)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || files < 10 {
		t.Fatal(files, err)
	}
}

// The guide shows whole files, each with its name in the first line.
func TestSchemasAcceptTheGuide(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join("..", "..", content.Folder, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	schemas := compile(t, report.Entries{})
	examples := regexp.MustCompile("(?s)```yaml\n((?:---\n)?# (content/[^\n]+)\n.*?)```").FindAllStringSubmatch(string(guide), -1)
	if len(examples) < 6 {
		t.Fatalf("%d examples found", len(examples))
	}
	for _, e := range examples {
		if err := check(t, schemas, e[2], e[1]); err != nil {
			t.Errorf("%s: %v", e[2], err)
		}
	}
}

func TestSchemasJudge(t *testing.T) {
	tests := []struct {
		name, file, yaml string
		ok               bool
	}{
		{"short figures", "clusters", "title: А\nstage: planned\ninvestment: 7,9 млрд ₽\njobs: 1 355", true},
		{"one figure without a list", "clusters", "title: А\njobs: {date: 2025, jobs: 10}", true},
		{"nothing announced", "clusters", "title: А\njobs:\n  - date: 2025-02\n    jobs: не объявлено", true},
		{"hedged figures", "clusters", "title: А\ninvestment: более 20 млрд ₽\njobs: более 800", true},
		{"a hedge behind jobs", "clusters", "title: А\njobs:\n  - {date: 2025-02, jobs: 1300+}\n  - {date: 2025-03, jobs: 1 300 с лишним}", true},
		{"half a hedge of jobs", "clusters", "title: А\njobs: не 800", false},
		{"a value left out", "clusters", "title: А\ninvestment:\n  - date: 2025-02\n    amount:", true},
		{"one member", "clusters", "title: А\nmembers: ООО «А»", true},
		{"keys with nothing", "clusters", "title: А\nregion:\nphoto:\nstage:", true},
		{"a day and an hour", "", "title: А\npublish: 2026-03-01 09:00", true},
		{"yes in Russian", "", "title: А\ndraft: да", true},
		{"a number for a title", "", "title: 2025", true},
		{"a typo in a key", "clusters", "title: А\ninvestments: 7 млн", false},
		{"a key of another kind", "regions", "title: А\nstage: idea", false},
		{"no title", "clusters", "region: a", false},
		{"an empty title", "clusters", "title:", false},
		{"an article without a date", "news", "title: А", false},
		{"an unknown stage", "clusters", "title: А\nstage: plan", false},
		{"a Russian date", "news", "title: А\ndate: 11.02.2025", false},
		{"a thirteenth month", "news", "title: А\ndate: 2025-13", false},
		{"a figure without a date", "clusters", "title: А\njobs:\n  - jobs: 10", false},
		{"a bare figure in a list", "clusters", "title: А\njobs:\n  - 10", false},
		{"an unknown scope", "clusters", "title: А\njobs:\n  - {date: 2025, jobs: 10, scope: plant}", false},
		{"jobs in words", "clusters", "title: А\njobs: много", false},
		{"a member without a name", "clusters", "title: А\nmembers:\n  - since: 2025", false},
		{"a slug in Russian", "", "title: А\nslug: лес", false},
		{"an address without its scheme", "organizations", "title: А\nurl: example.org", false},
		{"a list for a title", "", "title: [А, Б]", false},
	}
	schemas := compile(t, report.Entries{})
	for _, test := range tests {
		name := path.Join(content.Folder, test.file, "a.md")
		text := "---\n" + test.yaml + "\n---\n"
		if err := check(t, schemas, name, text); (err == nil) != test.ok {
			t.Errorf("%s: accepted %v, want %v: %v", test.name, err == nil, test.ok, err)
		}
		if told := len(told(t, name, text)) > 0; told == test.ok {
			t.Errorf("%s: the reader tells a mistake: %v, the schema should: %v", test.name, told, !test.ok)
		}
	}
}

func compile(t *testing.T, e report.Entries) map[content.Kind]*jsonschema.Schema {
	t.Helper()
	schemas := map[content.Kind]*jsonschema.Schema{}
	for _, language := range []string{"en", "ru"} {
		w, err := schema.New(e, language)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range content.FileKinds {
			b, err := w.JSON(k)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(b), `"description": ""`) {
				t.Errorf("%s: a key without a description in %s", k, language)
			}
			compiler := jsonschema.NewCompiler()
			if err := compiler.AddResource("schema.json", doc); err != nil {
				t.Fatal(err)
			}
			if schemas[k], err = compiler.Compile("schema.json"); err != nil {
				t.Fatal(err)
			}
		}
	}
	return schemas
}

func check(t *testing.T, schemas map[content.Kind]*jsonschema.Schema, name, text string) error {
	t.Helper()
	kind := content.PageFile
	for part, k := range map[string]content.Kind{
		"/_index.md": content.ReportFile, "/sources.yaml": content.SourcesFile, "/clusters/": content.ClusterFile,
		"/news/": content.ArticleFile, "/regions/": content.RegionFile, "/organizations/": content.OrganizationFile,
	} {
		if strings.Contains(name, part) {
			kind = k
		}
	}
	if kind != content.SourcesFile {
		text, _, _ = strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---")
	}
	b, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return schemas[kind].Validate(value)
}
