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
	cmsFolder    = "admin"
)

// schemaGlobs are the files that the schema of a kind is for. Editors that read
// front matter take it from the same settings as the schema of a YAML file.
var schemaGlobs = map[content.Kind]string{
	content.ReportFile:       "content/_index.md",
	content.RegionFile:       "content/regions/**/*.md",
	content.ClusterFile:      "content/clusters/**/*.md",
	content.OrganizationFile: "content/organizations/**/*.md",
	content.ArticleFile:      "content/news/**/*.md",
	content.PageFile:         "content/[!_]*.md",
	content.SourcesFile:      "content/sources.yaml",
}

func (p *program) schemaCommand() *cobra.Command {
	cms := ""
	c := &cobra.Command{
		Use:   "schema",
		Short: p.say("schema-short", nil),
		Long:  p.say("schema-long", nil),
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("cms") {
				return p.writeForms(cmd.Context(), schema.CMS(cms))
			}
			if err := p.writeSchemas(cmd.Context(), p.flags.source, p.flags.destination); err != nil {
				return err
			}
			if p.flags.destination != "" {
				return nil // elsewhere is for another editor to wire
			}
			return p.wireSettings(p.flags.source)
		},
	}
	c.Flags().StringVar(&cms, "cms", "", p.say("flag-cms", nil))
	return c
}

// wireEditor helps the editor of a report that was just made.
func (p *program) wireEditor(source string) error {
	if err := p.writeSchemas(context.Background(), source, ""); err != nil {
		return err
	}
	return p.wireSettings(source)
}

// writeSchemas writes the schemas of a report to a folder; where that is empty,
// into the source folder. Mistakes in the content do not matter here: what could
// be read of it is offered.
func (p *program) writeSchemas(ctx context.Context, source, folder string) error {
	entries, err := readEntries(ctx, source)
	if err != nil {
		return err
	}
	w, err := schema.New(entries, p.lang)
	if err != nil {
		return err
	}
	if folder == "" {
		folder = filepath.Join(source, filepath.FromSlash(schemaFolder))
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, k := range content.FileKinds {
		b, err := w.JSON(k)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, string(k)+".json"), b, 0o644); err != nil {
			return err
		}
	}
	return p.mention("schema-written", words{"Folder": folder})
}

// writeForms writes the configuration of a CMS. One that is there has somebody's
// repository in it, and is left alone.
func (p *program) writeForms(ctx context.Context, cms schema.CMS) error {
	if !slices.Contains(schema.Programs, cms) {
		return usageError{badCMS(cms)}
	}
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
	if err := p.create(folder, "config.yml", string(b)); err != nil {
		return err
	}
	return p.mention("schema-cms-written", words{
		"File": filepath.Join(folder, "config.yml"), "Repository": schema.Repository,
	})
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
func (p *program) wireSettings(source string) error {
	globs := map[string]string{}
	for kind, glob := range schemaGlobs {
		globs["./"+schemaFolder+"/"+string(kind)+".json"] = glob
	}
	lines, err := json.MarshalIndent(map[string]any{"yaml.schemas": globs}, "", "  ")
	if err != nil {
		return err
	}
	file := filepath.Join(source, filepath.FromSlash(settingsFile))
	there, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := p.create(source, settingsFile, string(lines)+"\n"); err != nil {
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
