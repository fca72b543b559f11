// Package site turns the content of a report into the plan of a website.
//
//	builder := site.NewBuilder(options)
//	plan, mistakes, err := builder.Build(ctx)
//
// A [Site] is a plan: it lists every file with its path and the moment at which
// it may be published, and writes a file only when somebody asks for its bytes.
// So a build renders all of them in parallel and never holds the site in
// memory, a server renders only the page that a browser asks for, and a check
// renders to a reader of links.
//
// Everything that can be wrong with the content is found by Build: it reads and
// links the content, converts every text that can hold a mistake, and checks
// every chart against its data. What remains for rendering cannot be the
// author's fault. A text is read from its file again when it is rendered, since
// ten thousand of them are too much to keep; if the file has changed since it
// was checked, rendering fails with a [ChangedError]. So it is with the pictures
// and tables beside a page.
//
// A Builder keeps what it has read and checked. After an edit, Build is given
// the paths that changed. Where only texts did, it costs as much as they do; where
// front matter did, the report is linked and planned again, since one new sum may
// change totals, lists and charts.
package site

import (
	"context"
	"errors"
	"io/fs"
	"sync"
	"time"

	"example.org/svod/generator/content"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/output"
	"example.org/svod/generator/report"
	"example.org/svod/generator/review"
)

// Options say what to build from what.
type Options struct {
	// Source is the folder that holds content/ and may hold layouts/. It must
	// not lead out of itself (os.Root does not).
	Source fs.FS
	// Layouts are the templates, words and built assets that the program has of
	// its own. A file in the source's layouts/ stands before the one of the
	// same name here.
	Layouts fs.FS
	// BaseURL is the address of the site, in place of the content's base_url
	// where it is not empty; as report.BaseAddress gives it.
	BaseURL string
	Edition report.Edition
	// Clock gives the time of each build, in place of Edition.Now. It may be nil.
	Clock func() time.Time
	// Cache is a folder for drawn charts; empty for none. It may be deleted.
	Cache string
	// Program tells one build of the program, with its layouts, from another. It
	// may be empty.
	Program string
}

// ErrNoAssets means that the layouts were embedded before they were built.
var ErrNoAssets = errors.New("site: layouts without built assets")

// A ChangedError means that a file is no longer what was checked.
type ChangedError struct{ File string }

func (e *ChangedError) Error() string { return "site: " + e.File + " has changed since it was read" }

// A Builder builds a site again and again. It is not safe for concurrent use;
// the sites that it returns are.
type Builder struct {
	options Options
	reader  *content.Reader
	texts   map[string]*outline // by file, of the texts that can hold mistakes
	dress   *dress
	last    *outcome // nil after a failure
}

// A Site is the plan of a website. It is safe for concurrent use.
type Site struct {
	// Files are all files of the site, in no order that matters.
	Files  []output.File
	Report *report.Report
	// Inputs is a fingerprint of everything that the bytes of the files depend
	// on; empty where Options.Program is.
	Inputs string
	// Preview says that the site has pages that readers are not to see yet, or no
	// longer: that the edition asked for them, and that there are some.
	Preview bool
	// Held is how many warnings the authors have turned off.
	Held int

	builder     Options
	dress       *dress
	pages       *layout.Site
	tables      *dataset.Tables
	attachments map[string]uint64                 // stamps of them by path inside the source folder
	all         []report.Document                 // nobody changes the list
	rich        []report.Document                 // those of all whose text can hold a mistake
	timed       []report.Document                 // those that are not shown always
	aliased     []report.Document                 // those that had other addresses
	byFile      func() map[string]report.Document // the written ones of all
	used        map[string]bool                   // attachments that pages show or link to
	revised     *revisions
	drawings    drawings
	comparison  func() (*comparison, error)
	public      func() *report.Report // what readers may know of it
}

// NewBuilder returns a builder. Nothing is read yet.
func NewBuilder(o Options) *Builder {
	return &Builder{
		options: o,
		reader: content.NewReader(o.Source, content.Options{
			Rich:    func(body []byte) bool { return !markdown.StandsAlone(body) },
			Typeset: func(language, text string) string { return markdown.NewTypographer(language).Text(text) },
		}),
		texts: map[string]*outline{},
	}
}

// Build reads what changed, or everything where nothing is named, and plans the
// site. What changed are paths of files or folders inside the source folder, of
// the content or of the layouts; they may be new, changed or gone. The site must
// not be published where a diagnostic is an error; it has no files where it is one
// of the layouts. The error is one of the machine or of the context.
func (b *Builder) Build(ctx context.Context, changed ...string) (*Site, []diag.Diagnostic, error) {
	last := b.last
	b.last = nil
	if b.options.Clock != nil {
		b.options.Edition.Now = b.options.Clock()
	}
	read, err := b.read(ctx, changed)
	if err != nil {
		return nil, nil, err
	}
	follows := read.OnlyTexts && last != nil && last.site.dress == b.dress && !b.overtakes(last)
	if follows {
		if follows, err = b.retell(last, read); err != nil {
			return nil, nil, err
		}
	}
	if !follows {
		last, err = b.planAll(ctx, read)
		var layouts diag.Mistakes
		if errors.As(err, &layouts) {
			told, off := review.Hold(read.Entries, append(read.Diagnostics, layouts...))
			return &Site{Held: len(off)}, diag.Sort(told), nil
		}
		if err != nil {
			return nil, nil, err
		}
	}
	b.last = last
	var told []diag.Diagnostic
	told, last.site.Held = b.Hold(last.mistakes())
	return last.site, told, nil
}

// planAll plans the site of what was read.
func (b *Builder) planAll(ctx context.Context, read content.Content) (*outcome, error) {
	r, mistakes := report.Assemble(read.Entries, b.options.Edition)
	if b.options.BaseURL != "" {
		r.BaseURL = b.options.BaseURL
	}
	if err := b.dressFor(r.Language); err != nil {
		return nil, err
	}
	s := b.newSite(r, read.Attachments)
	var err error
	s.tellPublic(read.Entries)
	if s.Inputs, err = b.inputs(s, read.Sum); err != nil {
		return nil, err
	}
	texts, err := b.checkTexts(ctx, s)
	if err != nil {
		return nil, err
	}
	mistakes = append(append(mistakes, read.Diagnostics...), s.checkPhotos()...)
	unsafe, err := s.checkSVGs()
	if err != nil {
		return nil, err
	}
	mistakes = append(mistakes, unsafe...)
	mistakes = append(mistakes, s.findDrawings(b.texts)...)
	s.pages = s.dress.layout.Site(r, s.layoutOptions())
	mistakes = append(mistakes, s.plan()...)
	mistakes = append(mistakes, s.strays()...)
	return &outcome{site: s, entries: read.Entries, others: mistakes, texts: texts, noSources: read.NoSources}, nil
}

func (b *Builder) read(ctx context.Context, changed []string) (content.Content, error) {
	if len(changed) == 0 {
		b.dress = nil
		return b.reader.Read(ctx)
	}
	return b.reader.Update(ctx, b.undress(changed)...)
}

func (b *Builder) newSite(r *report.Report, attachments map[string]uint64) *Site {
	s := &Site{
		Report:      r,
		builder:     b.options,
		dress:       b.dress,
		attachments: attachments,
		used:        map[string]bool{},
		revised:     new(revisions),
	}
	s.tables = dataset.NewTables(r, s.dress.chartWords)
	s.comparison = sync.OnceValues(s.newComparison)
	s.all = append([]report.Document{home{&r.Settings}}, r.Documents()...)
	for _, d := range s.all {
		p := d.Base()
		if !p.Written() {
			continue
		}
		if p.Rich {
			s.rich = append(s.rich, d)
		}
		if p.Timed() {
			s.timed = append(s.timed, d)
		}
		if len(p.Aliases) > 0 {
			s.aliased = append(s.aliased, d)
		}
	}
	s.byFile = sync.OnceValue(func() map[string]report.Document { return byFile(s.all) })
	return s
}

// byFile files the documents that have files under their paths.
func byFile(documents []report.Document) map[string]report.Document {
	filed := make(map[string]report.Document, len(documents))
	for _, d := range documents {
		if p := d.Base(); p.Written() {
			filed[p.File] = d
		}
	}
	return filed
}

// documents are all pages of the report, the report itself first.
func (s *Site) documents() []report.Document { return s.all }

// home is the report as a document: the page at the top of the site.
type home struct{ *report.Settings }

func (home) Path() string { return "" }
