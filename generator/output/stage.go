package output

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"

	"golang.org/x/sync/errgroup"
)

// A draft is a rendered site: what all its files are like, and where those lie
// staged that differ from the site that stands.
type draft struct {
	entries  []entry
	changes  []change // sorted by turn and path
	occupied []string // where something stands that Svod did not write
}

// A change is a staged file.
//
// A file that replaces one is staged by number. A new one is staged under its
// path in a folder for its phase, so that a new folder of the site, with
// however many pages, is put in place by one rename.
type change struct {
	entry
	staged   string // a path in the destination; empty for the place under its path
	replaces bool   // something stands there
	folder   bool   // and it is a folder
}

// turn is the order of putting files in place. Assets and data precede all pages.
// New pages and indexes precede those that are replaced: nothing that stands
// leads to the new ones, and only what is replaced will.
func (c change) turn() int {
	if c.phase >= Page && c.replaces {
		return int(Index) + int(c.phase)
	}
	return int(c.phase)
}

func (d draft) changed() []entry {
	out := make([]entry, len(d.changes))
	for i, c := range d.changes {
		out[i] = c.entry
	}
	return out
}

// stage renders every file and writes those that differ to the staging folder.
func stage(ctx context.Context, d *destination, old manifest, files []File, o Options) (draft, error) {
	workers := make([]*stager, cmp.Or(max(o.Workers, 0), runtime.GOMAXPROCS(0)))
	out := draft{entries: make([]entry, len(files))}
	folders := newFolders(d.path(stagingPath))
	var next, done atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	for i := range workers {
		w := &stager{destination: d, old: &old, sheet: newSheet(folders, i)}
		workers[i] = w
		group.Go(func() error {
			for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
				if err := ctx.Err(); err != nil {
					return err
				}
				e, err := w.file(files[i])
				if err != nil {
					return err
				}
				out.entries[i] = e
				if n := done.Add(1); o.Progress != nil {
					o.Progress(int(n), len(files))
				}
			}
			return nil
		})
	}
	err := group.Wait()
	for _, w := range workers {
		err = errors.Join(err, w.sheet.drop())
		out.changes = append(out.changes, w.changes...)
		out.occupied = append(out.occupied, w.occupied...)
	}
	slices.SortFunc(out.changes, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.turn(), b.turn()), strings.Compare(a.path, b.path))
	})
	return out, err
}

// A stager renders one file after another.
type stager struct {
	*destination
	old      *manifest
	sheet    *sheet
	changes  []change
	occupied []string
}

// file renders a file and stages it where it differs from what stands there.
func (w *stager) file(f File) (entry, error) {
	standing, err := w.standing(f.Path)
	if err != nil {
		return entry{}, cannotWrite(w.path(f.Path), err)
	}
	w.sheet.reset()
	if err := f.Render(w.sheet); w.sheet.err != nil {
		return entry{}, cannotWrite(w.path(f.Path), w.sheet.err)
	} else if err != nil {
		return entry{}, fmt.Errorf("%s: %w", f.Path, err)
	}
	e := entry{path: f.Path, phase: f.Phase, size: w.sheet.size, hash: w.sheet.hash()}
	if standing != nil {
		same, err := w.same(standing, e)
		if err != nil {
			return entry{}, cannotWrite(w.path(f.Path), err)
		}
		if same {
			e.time = standing.ModTime().UnixNano()
			return e, w.sheet.drop()
		}
		if !standing.IsDir() && (!standing.Mode().IsRegular() || len(w.old.find(f.Path)) == 0) {
			w.occupied = append(w.occupied, f.Path)
			return e, w.sheet.drop()
		}
	}
	return w.stage(f, e, standing)
}

// standing is what stands where a file belongs; nil where nothing does.
func (w *stager) standing(name string) (os.FileInfo, error) {
	info, err := os.Lstat(w.path(name))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil, nil
	}
	return info, err
}

// same reports whether the file that stands has the bytes of e. It is read only
// if it is not as the manifest remembers it.
func (w *stager) same(standing os.FileInfo, e entry) (bool, error) {
	if !standing.Mode().IsRegular() || standing.Size() != e.size {
		return false, nil
	}
	for _, known := range w.old.find(e.path) {
		if known.matches(standing) {
			return known.hash == e.hash, nil
		}
	}
	hash, err := w.hash(e.path)
	return hash == e.hash, err
}

func (w *stager) stage(f File, e entry, standing os.FileInfo) (entry, error) {
	var (
		c    = change{replaces: standing != nil}
		tree = filepath.Join(w.path(treePath(f.Phase)), filepath.FromSlash(f.Path))
		name = tree
	)
	if standing != nil {
		name = w.sheet.next()
		c.folder = standing.IsDir()
	}
	staged, time, err := w.sheet.save(name)
	if err != nil {
		return entry{}, cannotWrite(w.path(f.Path), err)
	}
	if staged != tree {
		c.staged = stagingPath + "/" + filepath.Base(filepath.Dir(staged)) + "/" + filepath.Base(staged)
	}
	e.time = time
	c.entry = e
	w.changes = append(w.changes, c)
	return e, nil
}

// treePath is the folder of the new files of a phase.
func treePath(p Phase) string { return stagingPath + "/" + strconv.Itoa(int(p)) }
