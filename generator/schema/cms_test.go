package schema_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
	"example.org/svod/generator/schema"
)

// A form has a field for every key, and for nothing else but the text.
func TestConfigNamesTheKeys(t *testing.T) {
	c, err := content.NewReader(os.DirFS(filepath.Join("..", "..")), content.Options{}).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w, err := schema.New(c.Entries, "ru")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]content.Kind{
		"clusters": content.ClusterFile, "news": content.ArticleFile, "regions": content.RegionFile,
		"organizations": content.OrganizationFile, "pages": content.PageFile,
		"index": content.ReportFile, "sources": content.SourcesFile,
	}
	for _, cms := range schema.Programs {
		config := configOf(t, w, cms)
		seen := map[content.Kind]bool{}
		compare := func(k content.Kind, fields []field) {
			seen[k] = true
			if k == content.SourcesFile {
				fields = fields[0].Fields
			} else {
				fields = slices.DeleteFunc(fields, func(f field) bool { return f.Name == "body" })
			}
			compareFields(t, string(k), fields, content.Keys(k))
		}
		for _, collection := range config.Collections {
			if len(collection.Fields) > 0 {
				compare(kinds[collection.Name], collection.Fields)
			}
			for _, f := range collection.Files {
				if collection.Name == "pages" {
					f.Name = "pages"
				}
				compare(kinds[f.Name], f.Fields)
			}
		}
		if len(seen) != len(content.FileKinds) {
			t.Errorf("%s: forms for %v only", cms, seen)
		}
	}
}

// A config is what the programs read of their configuration.
type config struct {
	Collections []struct {
		Name   string
		Fields []field
		Files  []struct {
			Name   string
			Fields []field
		}
	}
	Output struct {
		OmitEmpty bool `yaml:"omit_empty_optional_fields"`
	}
}

func configOf(t *testing.T, w *schema.Writer, cms schema.CMS) config {
	t.Helper()
	b, err := w.Config(cms, "ru")
	if err != nil {
		t.Fatal(err)
	}
	var c config
	if err := yaml.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// A field is what Decap and Sveltia read of one.
type field struct {
	Name, Label, Widget string
	Required            *bool
	Pattern             []string
	Collection          string
	Fields              []field
	Options             []struct{ Label, Value string }
}

// widgets are those that the documentation of both programs names.
var widgets = []string{"string", "text", "markdown", "boolean", "number", "select", "relation", "image", "list", "object"}

func compareFields(t *testing.T, where string, fields []field, keys []content.Key) {
	t.Helper()
	var named, known []string
	for _, f := range fields {
		named = append(named, f.Name)
		if f.Label == "" || f.Label == f.Name || !slices.Contains(widgets, f.Widget) {
			t.Errorf("%s: %s has the label %q and the widget %q", where, f.Name, f.Label, f.Widget)
		}
		if len(f.Pattern) == 2 {
			regexp.MustCompile(f.Pattern[0])
		} else if len(f.Pattern) != 0 {
			t.Errorf("%s: the pattern of %s has no message", where, f.Name)
		}
	}
	for _, k := range keys {
		known = append(known, k.Name)
	}
	if !slices.Equal(named, known) {
		t.Fatalf("%s: the form has %q, the keys are %q", where, named, known)
	}
	for i, k := range keys {
		if len(k.Words) > 0 && len(k.Keys) == 0 && len(fields[i].Options) != len(k.Words) {
			t.Errorf("%s: %s offers %v of %v", where, k.Name, fields[i].Options, k.Words)
		}
		compareFields(t, where+"."+k.Name, fields[i].Fields, k.Keys)
	}
}

// Both programs refuse to save a page that lacks what a form demands, so a form
// demands no more than a page must have.
func TestFormsDemandWhatPagesMustHave(t *testing.T) {
	w, err := schema.New(report.Entries{}, "ru")
	if err != nil {
		t.Fatal(err)
	}
	for _, cms := range schema.Programs {
		config := configOf(t, w, cms)
		for _, c := range config.Collections {
			for _, f := range c.Fields {
				must := f.Name == "title" || c.Name == "news" && f.Name == "date"
				if demanded := f.Required == nil || *f.Required; demanded != must {
					t.Errorf("%s: %s of %s is demanded: %v", cms, f.Name, c.Name, demanded)
				}
			}
		}
		if omits := config.Output.OmitEmpty; omits != (cms == schema.Sveltia) {
			t.Errorf("%s leaves out what nobody filled in: %v", cms, omits)
		}
	}
}
