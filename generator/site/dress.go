package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
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
	sum      []byte            // fingerprint of the source's own layouts

	// chartWords write what stands in charts; drawer draws them. Fonts are read
	// and the drawer is made for the first chart.
	chartWords *dataset.Words
	drawer     func() (*chart.Drawer, error)

	buffers sync.Pool // of *bytes.Buffer, for texts while they are converted
}

// dressFor makes the dress for a language, unless the builder has it already.
func (b *Builder) dressFor(language string) error {
	if b.dress != nil && b.dress.language == language {
		return nil
	}
	own, err := fs.Sub(b.options.Source, LayoutsFolder)
	if err != nil {
		return err
	}
	d := &dress{language: language, layouts: overlay{own, b.options.Layouts}}
	d.buffers.New = func() any { return new(bytes.Buffer) }
	if err := d.readAssets(); err != nil {
		return err
	}
	if d.sum, err = b.sumLayouts(); err != nil {
		return err
	}
	if d.words, err = locale.New(d.layouts, language); err != nil {
		return inLayouts(unreadableWords(err))
	}
	if d.layout, err = layout.New(d.layouts, d.words, d.assets); err != nil {
		return inLayouts(err)
	}
	if d.chartWords, err = dataset.NewWords(d.words); err != nil {
		return err
	}
	cache := b.options.Cache // not the builder: a site must not keep all that was read
	d.drawer = sync.OnceValues(func() (*chart.Drawer, error) { return newDrawer(d.layouts, cache) })
	d.markdown = markdown.New(markdown.Options{
		Language: language,
		Words: markdown.Words{
			Table:  d.words.Text("table", nil),
			Source: d.words.Text("source", nil),
			Back:   d.words.Text("footnote-back", nil),
		},
		ReservedIDs: d.layout.IDs(),
	})
	b.dress = d
	clear(b.texts) // what is a mistake depends on the words and templates
	return nil
}

// unreadableWords makes a mistake of a catalogue that is not written as one.
func unreadableWords(err error) error {
	var catalogue *locale.CatalogueError
	if !errors.As(err, &catalogue) {
		return err
	}
	at := diag.Position{File: catalogue.File, Line: catalogue.Line}
	return diag.Mistakes{diag.NewError(at, diag.LayoutWords, nil)}
}

// inLayouts gives mistakes of templates the place of the folder that they lie in.
func inLayouts(err error) error {
	var mistakes diag.Mistakes
	if !errors.As(err, &mistakes) {
		return err
	}
	placed := slices.Clone(mistakes)
	for i := range placed {
		placed[i].File = path.Join(LayoutsFolder, placed[i].File)
	}
	return placed
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

// newDrawer makes what draws charts, of the script and the fonts among the built
// assets.
func newDrawer(layouts fs.FS, cache string) (*chart.Drawer, error) {
	script, err := fs.ReadFile(layouts, "dist/chart-ssr.js")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(layouts, "dist/fonts/*.woff")
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	var files []typeset.File
	for _, name := range names {
		weight, ok := weightOf(name)
		if !ok {
			return nil, fmt.Errorf("site: %s: no weight in the name", name)
		}
		data, err := fs.ReadFile(layouts, name)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(sum, "%q %d\n", name, len(data))
		sum.Write(data)
		files = append(files, typeset.File{Weight: weight, Data: data})
	}
	fonts, err := typeset.NewFamily(files...)
	if err != nil {
		return nil, err
	}
	o := picture.Options{Script: script, Fonts: fonts, CacheDir: cache}
	sum.Sum(o.FontSum[:0])
	return chart.NewDrawer(o)
}

// weightOf reads the weight from a name such as golos-text-cyrillic-400-normal.woff.
func weightOf(name string) (int, bool) {
	parts := strings.Split(strings.TrimSuffix(path.Base(name), ".woff"), "-")
	if len(parts) < 2 {
		return 0, false
	}
	weight, err := strconv.Atoi(parts[len(parts)-2])
	return weight, err == nil
}
