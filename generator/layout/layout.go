// Package layout writes the pages that readers see.
//
// It reads the folder layouts: one template for each kind of page, the parts
// that pages share in partials, and the words in i18n. The templates are
// html/template. What they may read is exactly the exported fields of the view
// of their kind ([Home], [Cluster], [Article] …): finished strings, links
// relative to the page, lists in reading order. A template therefore decides
// where a thing stands and how it is marked up, never what it says, and a
// newsroom that replaces cluster.html needs to know the fields of Cluster and
// nothing else.
//
//	words, err := locale.New(files, "ru")
//	layout, err := layout.New(files, words, assets)
//	site := layout.Site(report, options)
//	err = site.Render(w, site.Cluster(c, body))
//
// Everything that an author wrote is escaped by html/template. Only converted
// Markdown and drawn charts, which their own packages have checked, come as
// [template.HTML].
//
// # Templates
//
// base.html is the frame of every page and calls the template "main", which
// the file of the kind defines. The files of partials may be called by their
// name, such as {{template "partials/history.html" .}}. {{t "id"}} writes a
// word of the catalogue; it is put in its place when the templates are read,
// so that a page pays nothing for it and an id that the catalogue does not have
// is an error with its line.
//
// [New] renders every kind twice, with every field filled and with none, so that
// a field which does not exist is told before any page is written. How pages are
// then written fast is the matter of program.go.
//
// # Links
//
// Links are relative everywhere ("../../clusters/les/"), so that a mirror at
// any host and path works from the same files. The one exception is the page
// for addresses that do not exist: a server answers with it at any depth, where
// no relative link can be right, so its links begin with the path of base_url.
// A <base> element would do the same for links, but would also send every
// "#main" of the page away from it.
package layout

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
)

// kinds are the templates that a layouts folder must have.
var kinds = []View{
	&Home{}, &Cluster{}, &Organization{}, &Region{}, &Article{}, &Text{},
	&ClusterList{}, &OrganizationList{}, &RegionList{}, &NewsList{},
	&Ledger{}, &Sources{}, &Data{}, &NotFound{}, &Redirect{},
	&ChartPage{}, &ChartList{},
}

// A View is what one page shows. Methods of [Site] make them.
type View interface {
	// template names the file that shows the view.
	template() string
	page() *Page
}

// A Layout is a layouts folder, read and checked. It is safe for concurrent use.
type Layout struct {
	words  *locale.Locale
	plain  map[string]string // messages by id
	assets map[string]string
	ids    map[string]bool
	pages  map[string]page // by file name
	parts  *template.Template
	texts  map[string][]byte // of the templates, by file name, to tell what is wrong with them
}

// A page is a template and, for all that [program] knows, what makes it fast.
type page struct {
	template *template.Template
	program  *program
}

// New reads the templates of a layouts folder. Assets lead from the name of an
// asset ("style.css") to the name of its file ("style.3f2a.css") in the folder
// assets of the site; they may be empty. Where the templates are wrong, the error
// is a [diag.Mistakes], with names of files inside the folder.
func New(files fs.FS, words *locale.Locale, assets map[string]string) (*Layout, error) {
	l := &Layout{
		words:  words,
		plain:  plainWords(words),
		assets: assets,
		// The ids of histories are made in [Site.Cluster].
		ids:   map[string]bool{"history-investment": true, "history-stage": true, "history-jobs": true},
		pages: map[string]page{},
		texts: map[string][]byte{},
	}
	parts, err := l.readParts(files)
	if err != nil {
		return nil, err
	}
	l.parts = parts
	if err := l.readPages(files); err != nil {
		return nil, err
	}
	if err := l.rehearse(); err != nil {
		return nil, err
	}
	for _, kind := range kinds {
		p := l.pages[kind.template()]
		p.program = compile(p.template, reflect.TypeOf(kind))
		l.pages[kind.template()] = p
	}
	return l, nil
}

func (l *Layout) readParts(files fs.FS) (*template.Template, error) {
	parts := template.New("base.html").Funcs(template.FuncMap{"t": l.word})
	names, err := fs.Glob(files, "partials/*.html")
	if err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	var found diag.Mistakes
	for _, name := range append(names, "base.html", "embed.html") {
		if err := found.Collect(l.parse(parts, files, name)); err != nil {
			return nil, err
		}
	}
	return parts, found.Err()
}

func (l *Layout) readPages(files fs.FS) error {
	var found diag.Mistakes
	for _, kind := range kinds {
		t, err := l.readPage(files, kind.template())
		if err := found.Collect(err); err != nil {
			return err
		}
		l.pages[kind.template()] = page{template: t}
	}
	return found.Err()
}

func (l *Layout) readPage(files fs.FS, name string) (*template.Template, error) {
	set, err := l.parts.Clone()
	if err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	if err := l.parse(set, files, name); err != nil {
		return nil, err
	}
	if set.Lookup("main") == nil {
		return nil, diag.Mistakes{l.tell(diag.Position{File: name, Line: 1}, diag.LayoutUnknownPart, diag.Args{"Name": "main"})}
	}
	return set, nil
}

// parse adds a file to a set of templates under its path.
func (l *Layout) parse(set *template.Template, files fs.FS, name string) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("layout: %w", err)
	}
	l.texts[name] = text
	for _, id := range fixedID.FindAllSubmatch(text, -1) {
		l.ids[string(id[1])] = true
	}
	t := set
	if name != set.Name() {
		t = set.New(path.Clean(name))
	}
	if _, err := t.Parse(string(text)); err != nil {
		return l.mistake(name, err)
	}
	for _, t := range set.Templates() {
		if err := l.spell(t); err != nil {
			return err
		}
	}
	return nil
}

// IDs are the ids of elements in the templates, sorted: no heading of a text may
// have one of them.
func (l *Layout) IDs() []string {
	return slices.Sorted(maps.Keys(l.ids))
}

var fixedID = regexp.MustCompile(`\bid="([^"{}]+)"`)

// Render writes a page. A view is rendered by one goroutine.
func (s *Site) Render(w io.Writer, v View) error {
	p := v.page()
	var err error
	if p.Frame, err = s.frame(p); err != nil {
		return err
	}
	return s.layout.pages[v.template()].render(w, v, s.layout.mistake)
}

// render tells by mistake what is wrong with the template; an error of the writer
// stays as it is.
func (p page) render(w io.Writer, v View, mistake func(string, error) diag.Mistakes) error {
	if p.program != nil {
		done, err := p.program.run(reflect.ValueOf(v), func(b []byte) error {
			_, err := w.Write(b)
			return err
		})
		if done {
			return err
		}
	}
	out := &keptError{w: w}
	err := p.template.Execute(out, v)
	switch {
	case err == nil:
		return nil
	case out.err != nil:
		return out.err
	}
	return mistake(v.template(), err)
}

// A keptError tells a writer that failed from what wrote to it.
type keptError struct {
	w   io.Writer
	err error
}

func (k *keptError) Write(b []byte) (int, error) {
	n, err := k.w.Write(b)
	k.err = err
	return n, err
}
