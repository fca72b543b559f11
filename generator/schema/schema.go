// Package schema tells editors what can be written in the files of a report.
//
// It writes three things out of the keys that package content declares: JSON
// Schemas (draft 2020-12) for the front matter of every kind of page and for
// sources.yaml, snippets of VS Code for the front matter inside Markdown, and
// the configuration of a CMS, Decap or Sveltia, that edits them in forms.
//
// All know the report they are written for. Where it has regions, clusters,
// organisations or sources, editors offer them; anything else is still allowed
// in their place, since a schema is older than the page that was added since.
// Whether a name leads anywhere is for svod check to say.
//
// A schema accepts whatever the reader of the content accepts, and refuses what
// a schema can: unknown keys, missing ones, words out of closed lists, dates in
// other forms. It does not judge amounts or time zones.
package schema

import (
	"embed"
	"slices"

	"github.com/BurntSushi/toml"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
)

//go:embed ru.toml en.toml
var catalogues embed.FS

// A Writer writes schemas and configurations for one report, in one language.
type Writer struct {
	entries report.Entries
	// texts are a label and a sentence for every key, by group and name.
	texts map[string]map[string][]string
}

// New returns a writer for a report. The language is ru or en; the error is
// that the package has no texts in it.
func New(entries report.Entries, language string) (*Writer, error) {
	b, err := catalogues.ReadFile(language + ".toml")
	if err != nil {
		return nil, err
	}
	w := &Writer{entries: entries}
	return w, toml.Unmarshal(b, &w.texts)
}

// text is what is said of a key of a group: the group's own words before those
// that are common.
func (w *Writer) text(group, name string) (label, about string) {
	for _, g := range []string{group, "common"} {
		if t := w.texts[g][name]; len(t) == 2 {
			return t[0], t[1]
		}
	}
	return name, ""
}

func (w *Writer) say(group, name string) string {
	label, _ := w.text(group, name)
	return label
}

// known are the names that a shape can lead to, as people write them.
func (w *Writer) known(s content.Shape) (names []string) {
	add := func(page *report.Page) { names = append(names, page.Slug) }
	switch s {
	case content.ToRegion:
		for _, r := range w.entries.Regions {
			add(&r.Page)
		}
	case content.ToCluster:
		for _, c := range w.entries.Clusters {
			add(&c.Page)
		}
	case content.ToOrganization:
		for _, o := range w.entries.Organizations {
			names = append(names, o.Title)
		}
		for _, c := range w.entries.Clusters {
			for _, m := range c.Members {
				names = append(names, m.Ref)
			}
		}
	case content.ToSource:
		for _, s := range w.entries.Sources {
			names = append(names, s.ID)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
