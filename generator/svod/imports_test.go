package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Data flows one way, from the content to the files of the site: each package
// imports only what the table of ARCHITECTURE.md allows it.
func TestImportsGoOneWay(t *testing.T) {
	mayImport := houseTable(t)
	const module = "example.org/svod/"
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, module+"generator/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		path, imports, _ := strings.Cut(strings.TrimSpace(line), ": ")
		name := strings.TrimPrefix(path, module+"generator/")
		allowed, known := mayImport[name]
		if seen[name] = true; !known {
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
	for name := range mayImport {
		if !seen[name] {
			t.Errorf("the table has a package %s, which there is not", name)
		}
	}
}

// houseTable reads from the table of packages which of them each may import.
func houseTable(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	table := map[string][]string{}
	var above []string
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != 5 || !strings.Contains(cells[1], "`") {
			continue
		}
		name := strings.Trim(cells[1], " `")
		switch allowed := strings.TrimSpace(cells[3]); allowed {
		case "–":
			table[name] = nil
		case "all above":
			table[name] = slices.Clone(above)
		default:
			table[name] = strings.Split(allowed, ", ")
		}
		above = append(above, name)
	}
	if len(table) < 10 {
		t.Fatalf("the table of packages is not found: %v", table)
	}
	return table
}
