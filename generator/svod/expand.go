package main

import (
	"bytes"
	"context"
	"fmt"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/importer"
)

// expandPages writes out the short forms in the front matter of pages, which the
// forms of a CMS cannot read, or only says where they are. Pages are not rewritten
// while anything in the report is misread.
func (p *program) expandPages(ctx context.Context, write bool) error {
	root, err := p.openReport(false)
	if err != nil {
		return err
	}
	defer root.Close()
	c, err := content.NewReader(root.FS(), content.Options{}).Read(ctx)
	if err != nil {
		return err
	}
	if write && diag.HasErrors(c.Diagnostics) {
		return p.tell(c.Diagnostics)
	}
	var plan importer.Plan
	var left []diag.Diagnostic
	for _, page := range c.Entries.Written() {
		name := page.File
		if name == "" {
			continue // settings that cannot be read
		}
		file, err := root.ReadFile(name)
		if err != nil {
			return err
		}
		expanded, more := content.Expand(name, file, c.Entries.Settings.Language)
		left = append(left, more...)
		if !bytes.Equal(file, expanded) || !write && len(more) > 0 {
			plan.Files = append(plan.Files, importer.File{Path: name, Old: file, New: expanded})
		}
	}
	if !write {
		return p.tellExpanded(plan.Files, write)
	}
	if err := plan.Apply(root); err != nil {
		return err
	}
	if err := p.tellExpanded(plan.Files, write); err != nil {
		return err
	}
	return p.tell(left)
}

func (p *program) tellExpanded(files []importer.File, written bool) error {
	if p.flags.quiet {
		return nil
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Path
	}
	var message string
	switch n := len(files); {
	case n == 0 && !written:
		return nil
	case n == 0:
		message = p.say("schema-nothing-short", nil)
	case written:
		message = p.count("schema-expanded", n, words{"Count": n, "Files": p.someOf(names, "and-more-offers")})
	default:
		message = p.count("schema-short-pages", n, words{"Count": n, "Files": p.someOf(names, "and-more-offers")})
	}
	_, err := fmt.Fprintln(p.err, message)
	return err
}
