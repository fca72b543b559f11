package content

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// A file is what one file of the content says.
type file struct {
	// entry is a *report.Settings, *report.Region, …, a []*report.Source, an
	// attachment, or nil where the file could not be understood at all.
	entry any
	found []diag.Diagnostic
	sum   uint64
	mark  mark // of the name and the sum
	// matter is a fingerprint of the file up to the text; 0 where it is no page.
	matter uint64
}

type attachment struct{}

// The buffers that reading one file takes serve the next one too.
type buffers struct {
	file  bytes.Buffer
	lines *bufio.Reader
}

// maxSize is how long a text may be. Nobody writes one of 4 MB; whoever has
// such a file has saved pictures or a whole table into it.
const maxSize = 4 << 20

func (f *file) settings() *report.Settings {
	if s, ok := f.entry.(*report.Settings); ok {
		return s
	}
	s := defaults()
	return &s
}

// readFile reads one file, whatever state it is in.
func (r *Reader) readFile(name string) *file {
	f := r.readAny(name)
	f.mark = markOf(name, f.sum)
	return f
}

func (r *Reader) readAny(name string) *file {
	ext := strings.ToLower(path.Ext(name))
	if ext != ".md" && ext != ".markdown" && name != sourcesFile {
		return r.readAttachment(name)
	}
	b := r.buffers.Get().(*buffers)
	defer r.buffers.Put(b)
	content, problem := r.open(name, &b.file)
	if problem == diag.FileMissing && name == settingsFile {
		if near := r.misnamed(); near != "" {
			return broken(misnamed(near, settingsFile))
		}
	}
	if problem != "" {
		d := diag.NewError(diag.Position{File: name}, problem, diag.Args{"MB": maxSize >> 20})
		if problem == diag.FileMissing || name == settingsFile || name == sourcesFile {
			return broken(d)
		}
		return r.readPage(name, diag.NewText(name, nil), b.lines, &d)
	}
	text := diag.NewText(name, content)
	var f *file
	d := notText(text)
	if d == nil {
		d = notUTF8(text)
	}
	switch {
	case name != sourcesFile:
		f = r.readPage(name, text, b.lines, d)
	case d != nil:
		f = broken(*d)
	default:
		f = r.readSources(name, content)
	}
	f.sum = Sum(content)
	return f
}

// readAttachment looks at a file that is not read, but may be published as it is.
func (r *Reader) readAttachment(name string) *file {
	info, err := fs.Stat(r.files, name)
	if err != nil || !info.Mode().IsRegular() {
		return broken(diag.NewError(diag.Position{File: name}, diag.FileUnreadable, nil))
	}
	return &file{entry: attachment{}, sum: Stamp(info)}
}

// Stamp tells a version of an attachment from another, by its size and time. An
// attachment may be a film; nobody wants to read it to know that it is the same.
func Stamp(info fs.FileInfo) uint64 {
	return uint64(info.ModTime().UnixNano()) ^ uint64(info.Size())<<40
}

func broken(d diag.Diagnostic) *file { return &file{found: []diag.Diagnostic{d}} }

// open reads a file up to maxSize. What goes wrong is told by its code: a file
// that cannot be read is the author's to mend as well.
// The bytes are those of the buffer, which is used for the next file.
func (r *Reader) open(name string, buffer *bytes.Buffer) ([]byte, diag.Code) {
	f, err := r.files.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, diag.FileMissing
	}
	if err != nil {
		return nil, diag.FileUnreadable
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil, !info.Mode().IsRegular():
		return nil, diag.FileUnreadable
	case info.Size() > maxSize:
		return nil, diag.FileTooLarge
	}
	// Stat's size is a hint: the file may be growing. One byte more than
	// allowed is enough to know.
	buffer.Reset()
	if _, err := buffer.ReadFrom(io.LimitReader(f, maxSize+1)); err != nil {
		return nil, diag.FileUnreadable
	}
	if buffer.Len() > maxSize {
		return nil, diag.FileTooLarge
	}
	return buffer.Bytes(), ""
}

func (r *Reader) readSources(name string, content []byte) *file {
	d := &decoder{reader: r, file: name}
	list := []*report.Source{}
	v, ok := d.parse(bytes.TrimPrefix(content, []byte("\ufeff")))
	if !ok && len(d.found) > 0 {
		return &file{found: d.found}
	}
	if ok && !sources(v, &list) {
		return &file{found: d.found}
	}
	return &file{entry: list, found: d.found}
}

// readPage reads a page. One of which nothing can be read, for the reason given or
// for want of front matter, is there all the same, so that links to it are left
// alone.
func (r *Reader) readPage(name string, text *diag.Text, lines *bufio.Reader, problem *diag.Diagnostic) *file {
	folder, slugName, ok := place(name)
	d := &decoder{reader: r, file: name}
	if !ok {
		d.error(diag.Position{File: name}, diag.UnknownFolder, diag.Args{
			"Folder": folder, "Suggestion": meant(folder, folders),
		})
		return &file{found: d.found}
	}
	entry, page, fields, required := newEntry(folder, name)
	page.File = name
	page.Slug = slugName
	page.At = diag.Position{File: name, Line: 1}

	if name == Folder+"/index.md" {
		return broken(misnamed(name, settingsFile))
	}
	var matter frontMatter
	if problem == nil {
		matter, problem = split(text, lines)
	}
	if problem != nil {
		return &file{entry: entry, found: []diag.Diagnostic{*problem}}
	}
	d.line = matter.line
	if v, ok := d.parse(matter.yaml); ok {
		v.mapping(fields, required...)
		elsewhere(d.found)
	} else if !told(d.found) {
		d.error(diag.Position{File: name, Line: matter.line + 1}, diag.MissingKey, diag.Args{"Key": "title"})
	}
	if page.Title == "" && !told(d.found) {
		d.error(page.At, diag.MissingKey, diag.Args{"Key": "title"})
	}
	if name != settingsFile && !slugForm.MatchString(page.Slug) {
		d.error(diag.Position{File: name}, diag.BadSlug, diag.Args{"Slug": page.Slug, "Suggestion": latin(page.Slug)})
	}
	page.Key = report.TitleKey(page.Title)
	page.Body = matter.body
	page.Rich = r.options.Rich(text.Bytes()[matter.body:])
	page.Sum = Sum(text.Bytes())
	finish(entry, r)
	return &file{entry: entry, found: d.found, matter: matterSum(text.Bytes()[:matter.body])}
}

func told(found []diag.Diagnostic) bool { return diag.HasErrors(found) }

// finish adds what follows from what was read.
func finish(entry any, r *Reader) {
	switch e := entry.(type) {
	case *report.Organization:
		e.Names = append([]report.Name{r.name(e.Title)}, e.Names...)
	}
}

// folders are those that a page may lie in. Pages at the top lie in "".
var folders = []string{"clusters", "news", "organizations", "regions"}

// place tells the kind and the slug that a page's path gives it. Inside a kind,
// folders may be nested at will: news/2025/start.md is start.
func place(name string) (folder, slug string, ok bool) {
	parts := strings.Split(strings.TrimPrefix(name, Folder+"/"), "/")
	last := len(parts) - 1
	slug = strings.TrimSuffix(parts[last], path.Ext(parts[last]))
	inFolder := slug == "index" && last > 0
	if inFolder {
		last--
		slug = parts[last]
	}
	if last == 0 {
		return "", slug, true
	}
	for _, known := range folders {
		if parts[0] == known {
			return known, slug, true
		}
	}
	return parts[0], slug, false
}

// newEntry makes the entry for a page in a folder, with the keys that its front
// matter may and must have.
func newEntry(folder, name string) (entry any, p *report.Page, keys fields, required []string) {
	title := []string{"title"}
	switch {
	case name == settingsFile:
		s := defaults()
		return &s, &s.Page, settings(&s), title
	case folder == "regions":
		r := new(report.Region)
		return r, &r.Page, region(r), title
	case folder == "clusters":
		c := new(report.Cluster)
		return c, &c.Page, cluster(c), title
	case folder == "organizations":
		o := new(report.Organization)
		return o, &o.Page, organization(o), title
	case folder == "news":
		a := new(report.Article)
		return a, &a.Page, article(a), append(title, "date")
	}
	p = new(report.Page)
	return p, p, page(p), title
}

// latin suggests an address for a name in other letters.
func latin(s string) string { return report.MakeSlug(s) }
