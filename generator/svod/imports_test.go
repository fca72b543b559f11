package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport is the table of the house: which of our packages each package may
// import. Data flows one way, from the content to the files of the site.
var mayImport = map[string][]string{
	"diag":      {},
	"money":     {},
	"report":    {"money", "diag"},
	"locale":    {"money", "report"},
	"content":   {"report", "money", "diag"},
	"schema":    {"content", "report"},
	"markdown":  {"diag"},
	"typeset":   {},
	"chart":     {"report", "money", "locale", "typeset", "diag"},
	"layout":    {"report", "money", "locale", "diag"},
	"export":    {"report", "money", "locale"},
	"output":    {},
	"site":      {"content", "report", "money", "locale", "markdown", "typeset", "chart", "layout", "export", "diag", "output"},
	"devserver": {"diag", "output"},
	"svod":      {"site", "devserver", "content", "schema", "report", "output", "diag", "layouts"},
}

func TestImportsGoOneWay(t *testing.T) {
	const module = "example.org/svod/"
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, module+"generator/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		path, imports, _ := strings.Cut(strings.TrimSpace(line), ": ")
		name := strings.TrimPrefix(path, module+"generator/")
		allowed, known := mayImport[name]
		if !known {
			t.Errorf("package %s has no place in the table", name)
			continue
		}
		for _, imported := range strings.Fields(imports) {
			ours, found := strings.CutPrefix(imported, module)
			if ours = strings.TrimPrefix(ours, "generator/"); found && !slices.Contains(allowed, ours) {
				t.Errorf("%s must not import %s", name, ours)
			}
		}
	}
}
