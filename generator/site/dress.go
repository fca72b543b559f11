package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/markdown"
)

// A dress is what makes pages of a report in one language: words, templates,
// Markdown, assets. It does not depend on the content.
type dress struct {
	language string
	layouts  fs.FS
	words    *locale.Locale
	layout   *layout.Layout
	markdown *markdown.Converter
	assets   map[string]string // from an asset's name to that of its file
}

// dressFor makes the dress for a language, unless the builder has it already.
func (b *Builder) dressFor(language string) error {
	if b.dress != nil && b.dress.language == language {
		return nil
	}
	own, err := fs.Sub(b.options.Source, "layouts")
	if err != nil {
		return err
	}
	d := &dress{language: language, layouts: overlay{own, b.options.Layouts}}
	if err := d.readAssets(); err != nil {
		return err
	}
	if d.words, err = locale.New(d.layouts, language); err != nil {
		return err
	}
	if d.layout, err = layout.New(d.layouts, d.words, d.assets); err != nil {
		return err
	}
	d.markdown = markdown.New(markdown.Options{
		Language: language,
		Words: markdown.Words{
			Table:  d.words.Text("table", nil),
			Source: d.words.Text("source", nil),
			Back:   d.words.Text("footnote-back", nil),
		},
		ReservedIDs: []string{"main"},
	})
	b.dress = d
	return nil
}

func (d *dress) readAssets() error {
	list, err := fs.ReadFile(d.layouts, "dist/assets.json")
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoAssets
	}
	if err != nil {
		return err
	}
	if err := json.Unmarshal(list, &d.assets); err != nil {
		return fmt.Errorf("site: dist/assets.json: %w", err)
	}
	return nil
}
