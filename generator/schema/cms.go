package schema

import (
	"path"
	"strings"

	"github.com/goccy/go-yaml"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
)

// A CMS is a program that edits a report in forms.
type CMS string

// Programs that a configuration can be written for. Sveltia reads that of Decap
// but for the server that Decap needs to work with files of the machine.
const (
	Decap   CMS = "decap"
	Sveltia CMS = "sveltia"
)

// Programs are all of them.
var Programs = []CMS{Decap, Sveltia}

// A config is admin/config.yml.
type config struct {
	Backend      backend      `yaml:"backend"`
	LocalBackend bool         `yaml:"local_backend,omitempty"`
	Locale       string       `yaml:"locale,omitempty"` // Sveltia has that of the browser
	MediaFolder  string       `yaml:"media_folder"`
	PublicFolder string       `yaml:"public_folder"`
	Output       *output      `yaml:"output,omitempty"`
	Collections  []collection `yaml:"collections"`
}

// An output is what Sveltia writes of a form. Decap leaves out what nobody filled
// in; Sveltia would write every key of every figure.
type output struct {
	OmitEmpty bool `yaml:"omit_empty_optional_fields"`
}

type backend struct {
	Name   string `yaml:"name"`
	Repo   string `yaml:"repo"`
	Branch string `yaml:"branch"`
}

// A collection is a folder of pages, or a list of files.
type collection struct {
	Name   string `yaml:"name"`
	Label  string `yaml:"label"`
	Folder string `yaml:"folder,omitempty"`
	// Path is where an entry lies in the folder, where each is a folder itself.
	Path   string `yaml:"path,omitempty"`
	Create bool   `yaml:"create,omitempty"`
	// Singular names one entry, as does that of a field.
	Singular     string  `yaml:"label_singular,omitempty"`
	Editor       editor  `yaml:"editor"`
	Extension    string  `yaml:"extension,omitempty"`
	Format       string  `yaml:"format,omitempty"`
	Slug         string  `yaml:"slug,omitempty"`
	MediaFolder  *string `yaml:"media_folder,omitempty"`
	PublicFolder *string `yaml:"public_folder,omitempty"`
	Fields       []field `yaml:"fields,omitempty"`
	Files        []entry `yaml:"files,omitempty"`
}

// An editor is how a page is edited: beside a preview, unless it is switched off.
type editor struct {
	Preview bool `yaml:"preview"`
}

// An entry is one file of a collection of files.
type entry struct {
	Name   string  `yaml:"name"`
	Label  string  `yaml:"label"`
	File   string  `yaml:"file"`
	Format string  `yaml:"format,omitempty"`
	Fields []field `yaml:"fields"`
}

// Repository is the place in the configuration where the newsroom's own
// repository has to be named.
const Repository = "example/report"

// newSlug is what a new file is called after: the key slug. It cannot be made
// obligatory, since no page that is there needs it, and none could be saved.
const newSlug = "{{fields.slug | default('page')}}"

// Config is admin/config.yml of a CMS, to stand at the top of the repository
// whose top is the source folder.
//
// Addresses of new pages come from the key slug: neither program makes Latin
// letters of Russian ones in the way Svod does. Sources can be changed in forms
// and not added, as no widget knows a mapping whose keys are free.
func (w *Writer) Config(cms CMS, language string) ([]byte, error) {
	c := config{
		Backend:     backend{Name: "github", Repo: Repository, Branch: "main"},
		MediaFolder: content.Folder,
		Collections: []collection{
			w.folder("clusters", content.ClusterFile, files(w.entries.Clusters)),
			w.folder("news", content.ArticleFile, files(w.entries.Articles)),
			w.folder("organizations", content.OrganizationFile, files(w.entries.Organizations)),
			w.folder("regions", content.RegionFile, files(w.entries.Regions)),
		},
	}
	switch cms {
	case Decap:
		c.Locale, c.LocalBackend = language, true
	case Sveltia:
		c.Output = &output{OmitEmpty: true}
	}
	if len(w.entries.Pages) > 0 {
		c.Collections = append(c.Collections, w.pages())
	}
	c.Collections = append(c.Collections, w.settings())
	return yaml.MarshalWithOptions(c, yaml.IndentSequence(true))
}

func files[D report.Document](list []D) (paths []string) {
	for _, d := range list {
		paths = append(paths, d.Base().File)
	}
	return paths
}

func (w *Writer) folder(name string, k content.Kind, files []string) collection {
	beside := ""
	c := collection{
		Name:         name,
		Label:        w.say("kind", name),
		Folder:       content.Folder + "/" + name,
		Create:       true,
		Extension:    "md",
		Format:       "yaml-frontmatter",
		Singular:     w.say("one", name),
		Slug:         newSlug,
		MediaFolder:  &beside, // pictures lie beside the page
		PublicFolder: &beside,
		Fields:       w.page(k, true),
	}
	for _, f := range files {
		if path.Base(f) == "index.md" {
			c.Path = "{{slug}}/index"
		}
	}
	return c
}

// pages are those at the top of the content, one by one: the folder holds other
// files, too.
func (w *Writer) pages() collection {
	c := collection{Name: "pages", Label: w.say("kind", "pages")}
	for _, p := range w.entries.Pages {
		c.Files = append(c.Files, entry{
			Name: p.Slug, Label: p.Title, File: p.File, Format: "yaml-frontmatter", Fields: w.page(content.PageFile, false),
		})
	}
	return c
}

func (w *Writer) settings() collection {
	c := collection{Name: "report", Label: w.say("kind", "files"), Files: []entry{{
		Name:   "index",
		Label:  w.say("kind", "report"),
		File:   content.Folder + "/_index.md",
		Format: "yaml-frontmatter",
		Fields: w.page(content.ReportFile, false),
	}}}
	var sources []field
	for _, s := range w.entries.Sources {
		sources = append(sources, field{
			Name: s.ID, Label: strings.TrimSpace(s.Publisher + " — " + s.Title), Widget: "object", Collapsed: true,
			Fields: w.fields(string(content.SourcesFile), content.Keys(content.SourcesFile)),
		})
	}
	if len(sources) > 0 {
		c.Files = append(c.Files, entry{
			Name: "sources", Label: w.say("kind", "sources"), File: content.Folder + "/sources.yaml", Format: "yaml", Fields: sources,
		})
	}
	return c
}

// page are the fields of a page: its front matter and its text.
func (w *Writer) page(k content.Kind, named bool) []field {
	list := w.fields(string(k), content.Keys(k))
	for i := range list {
		if named && list[i].Name == "slug" {
			list[i].Hint = w.say("hint", "new-slug")
		}
	}
	// Rich editors do not know references and citations, and would escape them.
	no := false
	return append(list, field{
		Name: "body", Label: w.say("common", "body"), Widget: "markdown", Modes: []string{"raw"}, Required: &no,
	})
}
