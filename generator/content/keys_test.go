package content_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// What is declared of the keys is what the reader says of them itself: it lists
// the keys and words that it knows when it meets one that it does not.
func TestKeysAreThoseThatAreRead(t *testing.T) {
	for _, kind := range content.FileKinds {
		t.Run(string(kind), func(t *testing.T) {
			compareKeys(t, content.Keys(kind), func(yaml string) []diag.Diagnostic {
				return readAs(t, kind, yaml)
			}, "%s")
		})
	}
}

// compareKeys compares keys with what is read where YAML of them takes the place
// of %s in a frame.
func compareKeys(t *testing.T, keys []content.Key, read func(string) []diag.Diagnostic, frame string) {
	t.Helper()
	put := func(yaml string) []diag.Diagnostic { return read(strings.Replace(frame, "%s", yaml, 1)) }
	var declared, required []string
	for _, k := range keys {
		declared = append(declared, k.Name)
		if k.Required {
			required = append(required, k.Name)
		}
	}
	slices.Sort(declared)
	slices.Sort(required)
	found := put("zzzz: 1")
	if known := args(found, diag.UnknownKey, "Known"); !slices.Equal(known, []string{strings.Join(declared, ", ")}) {
		t.Errorf("in %q the reader knows %q, declared are %q", frame, known, declared)
	}
	missing := args(found, diag.MissingKey, "Key")
	slices.Sort(missing)
	if !slices.Equal(missing, required) {
		t.Errorf("in %q the reader wants %q, declared as required are %q", frame, missing, required)
	}
	for _, k := range keys {
		if k.Shape == content.Word {
			known := args(put(k.Name+": zzzz"), diag.UnknownWord, "Known")
			known = append(known, args(put(k.Name+": zzzz"), diag.UnknownStage, "Known")...)
			if want := strings.Join(k.Words, ", "); len(known) != 1 || known[0] != want {
				t.Errorf("%s: the reader knows %q, declared are %q", k.Name, known, want)
			}
		}
		if len(k.Keys) > 0 {
			inside := k.Name + ": {%s}"
			if k.Form != content.One {
				inside = k.Name + ": [{%s}]"
			}
			for _, name := range required {
				inside = name + ": 2025\n" + inside
			}
			compareKeys(t, k.Keys, put, inside)
		}
	}
}

// readAs reads keys as those of a file of a kind, and returns what is told of
// that file.
func readAs(t *testing.T, kind content.Kind, yaml string) []diag.Diagnostic {
	t.Helper()
	name := map[content.Kind]string{
		content.ReportFile:       "content/_index.md",
		content.RegionFile:       "content/regions/a.md",
		content.ClusterFile:      "content/clusters/a.md",
		content.OrganizationFile: "content/organizations/a.md",
		content.ArticleFile:      "content/news/a.md",
		content.PageFile:         "content/a.md",
		content.SourcesFile:      "content/sources.yaml",
	}[kind]
	text := "---\n" + yaml + "\n---\n"
	if kind == content.SourcesFile {
		text = "a:\n  " + yaml + "\n"
	}
	files := fstest.MapFS{name: {Data: []byte(text)}}
	c, err := content.NewReader(files, content.Options{}).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(c.Diagnostics, func(d diag.Diagnostic) bool { return d.File != name })
}

// args are one argument of all diagnostics with a code.
func args(found []diag.Diagnostic, code diag.Code, name string) (list []string) {
	for _, d := range found {
		if d.Code == code {
			list = append(list, d.Args[name].(string))
		}
	}
	return list
}

// Whoever names no stage is told all of them, in Russian with their meanings.
func TestStagesAreExplained(t *testing.T) {
	told := diag.NewPrinter("ru").Remedy(diag.NewError(diag.Position{}, diag.UnknownStage, diag.Args{"Suggestion": ""}))
	for _, stage := range report.Stages {
		if !strings.Contains(told, string(stage)+" — ") {
			t.Errorf("%s is not in %s", stage, told)
		}
	}
}
