package site

import (
	"maps"
	"path"
	"slices"
	"strings"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
)

// strays warns of files that their author most likely takes for pages or for the
// list of sources, and that are neither: what a word processor saved, a .md that
// an editor made a .txt of. Files that a page shows or links to are meant.
func (s *Site) strays() []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, file := range slices.Sorted(maps.Keys(s.attachments)) {
		should := shouldBe(file)
		if should == "sources.yaml" && len(s.Report.Sources) == 0 {
			continue // told as what it was meant to be
		}
		if should != "" && !s.used[file] {
			found = append(found, diag.NewWarning(diag.Position{File: file}, diag.StrayFile, diag.Args{
				"Should": should, "Word": slices.Contains(documents, strings.ToLower(path.Ext(file))),
			}))
		}
	}
	return found
}

// documents are what word processors save: not text, whatever the name.
var documents = []string{".doc", ".docx", ".odt", ".rtf", ".pages"}

// shouldBe is the name that a file needs to be part of the report; empty for one
// that needs none.
func shouldBe(file string) string {
	name := path.Base(file)
	stem := strings.TrimSuffix(name, path.Ext(name))
	switch ext := strings.ToLower(path.Ext(name)); {
	case path.Dir(file) == content.Folder && strings.EqualFold(strings.TrimSuffix(stem, ".yaml"), "sources"):
		return "sources.yaml"
	case ext == ".txt" && strings.HasSuffix(strings.ToLower(stem), ".md"):
		return stem
	case slices.Contains(documents, ext):
		return stem + ".md"
	}
	return ""
}
