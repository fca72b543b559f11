// Package content reads the folder that journalists write into.
//
// The folder is content/ inside the source folder:
//
//	_index.md              the report: settings and lead
//	sources.yaml           every source, by id
//	regions/*.md           regions
//	clusters/*.md          clusters
//	organizations/*.md     what is known of members
//	news/*.md              articles
//	*.md                   any other page
//
// A page may be a file, les.md, or a folder, les/index.md, with pictures and
// tables beside it. README files, and names that begin with a point or an
// underscore, are not part of the report.
//
// A [Reader] turns the folder into [report.Entries] and diagnostics. It reads
// every file once and remembers it, so that after an edit only what changed is
// read again ([Reader.Update]). One broken file never hides what is wrong with
// the others. Files are opened through the fs.FS that the caller gives; it must
// not lead out of the source folder (os.Root does not).
//
// Three functions write: [AppendFigure] adds to a history in place and [Expand]
// writes out short forms, every other byte of the file kept, and
// [ComposeCluster] makes the file of a new cluster.
//
// This is the only package that knows YAML and the names of its keys.
package content

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/cespare/xxhash/v2"
	"golang.org/x/sync/errgroup"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// Folder is the name of the folder inside the source folder.
const Folder = "content"

const (
	settingsFile = Folder + "/_index.md"
	sourcesFile  = Folder + "/sources.yaml"
)

// A Content is what the folder says.
type Content struct {
	Entries     report.Entries
	Diagnostics []diag.Diagnostic
	// Attachments are all other files, by their paths inside the source folder, each
	// with its [Stamp]: pictures, tables. Whether they are published depends on who
	// uses them.
	Attachments map[string]uint64
	// NoSources means that there is a list of sources and that it cannot be read,
	// so that of no source can be said that it is unknown.
	NoSources bool
	// Sum is a fingerprint of all of it: two contents with the same sum say the
	// same. Attachments count by their size and time.
	Sum [sha256.Size]byte
	// OnlyTexts means that nothing has changed since the Content before but the
	// texts of the pages in Texts, if even they.
	OnlyTexts bool
	Texts     []*report.Page
}

// A Reader reads the content folder and remembers what it read. It is not safe
// for concurrent use.
type Reader struct {
	files    fs.FS
	options  Options
	language string
	currency money.Currency
	read     map[string]*file // by path
	sorted   []string         // their paths, as of the last reading
	last     Content
	names    sync.Map  // written name to report.Name
	buffers  sync.Pool // of *buffers, for files while they are read
}

// Options are what a reader is told by packages that it must not know.
type Options struct {
	// Rich tells whether the text of a page can hold anything that has to be
	// looked at before pages are rendered; see [report.Page]. Nil means always.
	Rich func(body []byte) bool
	// Typeset puts right the quotes, dashes and spaces of a plain text, such as
	// a title, in the language of the report. Nil leaves texts as they are.
	Typeset func(language, text string) string
}

// NewReader returns a reader of the folder [Folder] in files.
func NewReader(files fs.FS, o Options) *Reader {
	if o.Rich == nil {
		o.Rich = func([]byte) bool { return true }
	}
	if o.Typeset == nil {
		o.Typeset = func(_, text string) string { return text }
	}
	r := &Reader{files: files, options: o, read: map[string]*file{}}
	r.buffers.New = func() any { return &buffers{lines: bufio.NewReader(nil)} }
	return r
}

// Read reads the whole folder. The error is one of the machine, or of the
// context.
func (r *Reader) Read(ctx context.Context) (Content, error) {
	clear(r.read)
	return r.Update(ctx, Folder)
}

// Update reads the given files and folders again, which may be new, changed or
// gone, and returns what the whole folder says now.
func (r *Reader) Update(ctx context.Context, changed ...string) (Content, error) {
	if c, ok := r.updateTexts(changed); ok {
		return c, nil
	}
	r.last = Content{} // until all has been read
	r.forget(changed)
	var paths []string
	for _, name := range changed {
		found, err := r.walk(name)
		if err != nil {
			return Content{}, err
		}
		paths = append(paths, found...)
	}
	slices.Sort(paths)
	paths = slices.Compact(paths)

	// Sums without a currency are in that of the report, and texts are set in
	// its language, so the settings come first; where they change either,
	// everything is read again.
	if _, current := r.read[settingsFile]; !current {
		if r.readSettings() {
			return r.Update(ctx, Folder)
		}
		paths = slices.DeleteFunc(paths, func(p string) bool { return p == settingsFile })
	}
	if err := r.readAll(ctx, paths); err != nil {
		return Content{}, err
	}
	r.last = r.content()
	return r.last, nil
}

// forget forgets what was read of files, and of all files in folders.
func (r *Reader) forget(names []string) {
	folders := map[string]bool{}
	for _, name := range names {
		if _, ok := r.read[name]; ok {
			delete(r.read, name)
		} else {
			folders[name] = true
		}
	}
	if len(folders) == 0 {
		return
	}
	maps.DeleteFunc(r.read, func(p string, _ *file) bool {
		for p != "." && !folders[p] {
			p = path.Dir(p)
		}
		return p != "."
	})
}

// readSettings reads _index.md. It reports whether what was read before is to be
// read again.
func (r *Reader) readSettings() (again bool) {
	f := r.readFile(settingsFile)
	language, currency := f.settings().Language, f.settings().Currency
	again = r.currency != "" && (r.currency != currency || r.language != language)
	if r.language != language {
		r.language, r.currency = language, currency
		r.names.Clear() // they are set in the language
		f = r.readFile(settingsFile)
	}
	r.currency = currency
	r.read[settingsFile] = f
	return again
}

func (r *Reader) readAll(ctx context.Context, paths []string) error {
	read := make([]*file, len(paths))
	group, ctx := errgroup.WithContext(ctx)
	workers := runtime.GOMAXPROCS(0)
	for worker := range workers {
		group.Go(func() error {
			for i := worker; i < len(paths); i += workers {
				if err := ctx.Err(); err != nil {
					return err
				}
				read[i] = r.readFile(paths[i])
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i, p := range paths {
		r.read[p] = read[i]
	}
	return nil
}

// walk lists the files of the content at or below a path, without opening them.
// A path that does not exist has none.
func (r *Reader) walk(name string) ([]string, error) {
	var paths []string
	err := fs.WalkDir(r.files, name, func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && p == name && gone(err):
			return fs.SkipAll
		case err != nil && (p == Folder || entry != nil):
			return err
		case p != Folder && ignored(p):
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry == nil: // such as a link that leads out of the folder, which reading it tells
			paths = append(paths, p)
		case entry.Type() == fs.ModeSymlink && r.leadsToDevice(p):
		case entry.Type()&^fs.ModeSymlink == 0: // no folder, and nothing that is no file
			paths = append(paths, p)
		}
		return nil
	})
	return paths, err
}

// leadsToDevice reports whether a link leads to what is neither file nor folder,
// such as a pipe: opening it might never end.
func (r *Reader) leadsToDevice(link string) bool {
	info, err := fs.Stat(r.files, link)
	return err == nil && !info.IsDir() && !info.Mode().IsRegular()
}

// gone reports whether an error says that there is no such file: neither it nor,
// perhaps, the folder that it was in.
func gone(err error) bool { return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) }

// ignored reports whether any part of a path inside the folder is a name that
// is not part of the report.
func ignored(p string) bool {
	if p == settingsFile {
		return false
	}
	for part := range strings.SplitSeq(strings.TrimPrefix(p, Folder+"/"), "/") {
		if strings.HasPrefix(part, ".") || strings.HasPrefix(part, "_") || strings.HasSuffix(part, "~") || strings.HasPrefix(part, "~$") ||
			strings.EqualFold(strings.TrimSuffix(part, path.Ext(part)), "readme") {
			return true
		}
	}
	return false
}

// inOrder are the files in the order of their paths, which is that of the time
// before unless one is new or gone: most edits bring no file and take none.
func (r *Reader) inOrder() []*file {
	if len(r.sorted) != len(r.read) {
		r.sorted = slices.Sorted(maps.Keys(r.read))
	}
	files := make([]*file, len(r.sorted))
	for i, p := range r.sorted {
		if files[i] = r.read[p]; files[i] == nil {
			r.sorted = nil
			return r.inOrder()
		}
	}
	return files
}

// content puts together what the files say, in order of their paths.
func (r *Reader) content() (c Content) {
	c.Attachments = map[string]uint64{}
	for i, f := range r.inOrder() {
		p := r.sorted[i]
		c.NoSources = c.NoSources || p == sourcesFile && f.entry == nil
		c.Sum = mix(c.Sum, f.mark)
		c.Diagnostics = append(c.Diagnostics, f.found...)
		switch entry := f.entry.(type) {
		case *report.Settings:
			c.Entries.Settings = entry
		case *report.Region:
			c.Entries.Regions = append(c.Entries.Regions, entry)
		case *report.Cluster:
			c.Entries.Clusters = append(c.Entries.Clusters, entry)
		case *report.Organization:
			c.Entries.Organizations = append(c.Entries.Organizations, entry)
		case *report.Article:
			c.Entries.Articles = append(c.Entries.Articles, entry)
		case *report.Page:
			c.Entries.Pages = append(c.Entries.Pages, entry)
		case []*report.Source:
			c.Entries.Sources = entry
		case attachment:
			c.Attachments[p] = f.sum
		}
	}
	sources := func(p string) bool { return r.read[p].entry == attachment{} && namedSources(p) }
	if i := slices.IndexFunc(r.sorted, sources); i >= 0 && r.read[sourcesFile] == nil {
		c.NoSources = true
		c.Diagnostics = append(c.Diagnostics, misnamed(r.sorted[i], sourcesFile))
	}
	if c.Entries.Settings == nil {
		c.Entries.Settings = new(file).settings()
	}
	return c
}

// name reads an organisation's name, remembering it: the same names stand in
// many clusters, and making an address of one is slow.
func (r *Reader) name(written string) report.Name {
	if n, ok := r.names.Load(written); ok {
		return n.(report.Name)
	}
	n := report.MakeName(written)
	n.Written = r.options.Typeset(r.language, written)
	r.names.Store(written, n)
	return n
}

// Sum is a fingerprint of a file's bytes. A page carries the sum of the file
// that it was read from, so that whoever reads the text later can tell whether
// it is still the one that was checked. It tells accidents, not attacks.
func Sum(file []byte) uint64 { return xxhash.Sum64(file) }

// defaults are the settings of a report that gives none.
func defaults() report.Settings {
	zone, err := time.LoadLocation("Asia/Tomsk")
	if err != nil {
		zone = time.FixedZone("Asia/Tomsk", 7*60*60) // a machine without time zones
	}
	return report.Settings{Language: "ru", Currency: "RUB", TimeZone: zone}
}
