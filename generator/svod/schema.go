package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
	"example.org/svod/generator/schema"
)

// Where the schemas go inside the source folder, and what VS Code reads.
const (
	schemaFolder = ".svod/schema"
	settingsFile = ".vscode/settings.json"
	snippetsFile = "svod.code-snippets" // beside the settings, and ours alone
	cmsFolder    = "admin"
)

// schemaFolders are the folders whose pages the schema of a kind is for.
var schemaFolders = map[content.Kind]string{
	content.RegionFile:       "content/regions",
	content.ClusterFile:      "content/clusters",
	content.OrganizationFile: "content/organizations",
	content.ArticleFile:      "content/news",
}

// schemaGlobs are the files that each schema is for. Editors that read front
// matter take it from the same settings as the schema of a YAML file. Some know
// ** and some let * cross folders, so folders are named in both ways; pages at
// the top are named one by one, as others lie beside them.
func schemaGlobs(pages []*report.Page) map[string][]string {
	globs := map[content.Kind][]string{
		content.SourcesFile: {"content/sources.yaml"},
		content.ReportFile:  {"content/_index.md"},
	}
	for kind, folder := range schemaFolders {
		globs[kind] = []string{folder + "/*.md", folder + "/**/*.md"}
	}
	for _, page := range pages {
		globs[content.PageFile] = append(globs[content.PageFile], page.File)
	}
	files := map[string][]string{}
	for kind, list := range globs {
		files["./"+schemaFolder+"/"+string(kind)+".json"] = list
	}
	return files
}

func (p *program) schemaCommand() *cobra.Command {
	cms, expand := "", false
	c := &cobra.Command{
		Use:   "schema",
		Short: p.say("schema-short", nil),
		Long:  p.say("schema-long", nil),
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			forms := cmd.Flags().Changed("cms")
			if forms && !slices.Contains(schema.Programs, schema.CMS(cms)) {
				return usageError{badCMS(cms)}
			}
			if forms || expand {
				if err := p.expandPages(cmd.Context(), expand); err != nil || !forms {
					return err
				}
				return p.writeForms(cmd.Context(), schema.CMS(cms))
			}
			if p.flags.destination != "" { // for an editor that somebody else wires
				_, err := p.writeSchemas(cmd.Context(), p.flags.source, p.flags.destination)
				return err
			}
			return p.helpEditor(cmd.Context(), p.flags.source)
		},
	}
	c.Flags().StringVar(&cms, "cms", "", p.say("flag-cms", nil))
	c.Flags().BoolVar(&expand, "expand", false, p.say("flag-expand", nil))
	return c
}

// helpEditor writes the schemas and snippets into the source folder and tells VS
// Code of them.
func (p *program) helpEditor(ctx context.Context, source string) error {
	entries, err := p.writeSchemas(ctx, source, filepath.Join(source, filepath.FromSlash(schemaFolder)))
	if err != nil {
		return err
	}
	if err := p.writeSnippets(source, entries); err != nil {
		return err
	}
	return p.wireSettings(source, entries.Pages)
}

// writeSnippets writes what VS Code offers inside front matter.
func (p *program) writeSnippets(source string, entries report.Entries) error {
	w, err := schema.New(entries, p.lang)
	if err != nil {
		return err
	}
	b, err := w.Snippets()
	if err != nil {
		return err
	}
	folder := filepath.Join(source, filepath.Dir(filepath.FromSlash(settingsFile)))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	file := filepath.Join(folder, snippetsFile)
	if err := os.WriteFile(file, b, 0o644); err != nil {
		return err
	}
	return p.mention("schema-snippets-written", words{"File": file})
}

// writeSchemas writes the schemas of a report to a folder. Mistakes in the
// content do not matter here: what could be read of it is offered.
func (p *program) writeSchemas(ctx context.Context, source, folder string) (report.Entries, error) {
	entries, err := readEntries(ctx, source)
	if err != nil {
		return entries, err
	}
	w, err := schema.New(entries, p.lang)
	if err != nil {
		return entries, err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return entries, err
	}
	for _, k := range content.FileKinds {
		b, err := w.JSON(k)
		if err != nil {
			return entries, err
		}
		if err := os.WriteFile(filepath.Join(folder, string(k)+".json"), b, 0o644); err != nil {
			return entries, err
		}
	}
	return entries, p.mention("schema-written", words{"Folder": folder})
}

// writeForms writes the configuration of a CMS. One that is there has somebody's
// repository in it, and is left alone.
func (p *program) writeForms(ctx context.Context, cms schema.CMS) error {
	entries, err := readEntries(ctx, p.flags.source)
	if err != nil {
		return err
	}
	w, err := schema.New(entries, p.lang)
	if err != nil {
		return err
	}
	b, err := w.Config(cms, p.lang)
	if err != nil {
		return err
	}
	folder := p.flags.destination
	if folder == "" {
		folder = filepath.Join(p.flags.source, cmsFolder)
	}
	err = p.createIn(folder, "config.yml", string(b))
	if there := existsError(""); errors.As(err, &there) {
		return saidError(p.say("schema-cms-exists", words{"Path": string(there)}))
	}
	if err != nil {
		return err
	}
	return p.mention("schema-cms-written", words{
		"File": filepath.Join(folder, "config.yml"), "Repository": schema.Repository,
	})
}

// createIn writes a file that must not exist yet into a folder, which may be new.
func (p *program) createIn(folder, name, text string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	return p.create(root, name, text)
}

func readEntries(ctx context.Context, source string) (report.Entries, error) {
	root, err := os.OpenRoot(source)
	if err != nil {
		return report.Entries{}, err
	}
	defer root.Close()
	c, err := content.NewReader(root.FS(), content.Options{}).Read(ctx)
	return c.Entries, err
}

// wireSettings tells VS Code of the schemas. Settings that are there are the
// newsroom's own: what to add to them is said, unless it is in them.
func (p *program) wireSettings(source string, pages []*report.Page) error {
	lines, err := json.MarshalIndent(map[string]any{
		"yaml.schemas": schemaGlobs(pages),
		// VS Code suggests nothing in Markdown unless it is told to, and words of
		// the text would come before the keys.
		"[markdown]": map[string]any{
			"editor.quickSuggestions":     map[string]string{"other": "on", "comments": "off", "strings": "on"},
			"editor.snippetSuggestions":   "top",
			"editor.wordBasedSuggestions": "off",
		},
	}, "", "  ")
	if err != nil {
		return err
	}
	file := filepath.Join(source, filepath.FromSlash(settingsFile))
	there, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := p.createIn(source, settingsFile, string(lines)+"\n"); err != nil {
			return err
		}
		return p.mention("schema-settings-written", words{"File": file})
	case err != nil:
		return err
	case bytes.Contains(there, []byte(schemaFolder+"/"+string(content.SourcesFile)+".json")):
		return nil
	}
	return p.mention("schema-settings-add", words{
		"File": file, "Lines": strings.TrimSuffix(strings.TrimPrefix(string(lines), "{\n"), "\n}"),
	})
}

// mention says what was done, unless nobody wants to know.
func (p *program) mention(id string, fill words) error {
	if p.flags.quiet {
		return nil
	}
	_, err := fmt.Fprintln(p.err, p.say(id, fill))
	return err
}
