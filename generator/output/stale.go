package output

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
)

// stale are files that an earlier build wrote and this one did not.
type stale struct {
	files   [][]entry         // of one path each; indexes first, assets last
	early   [][]entry         // those among them that a new file or folder replaces
	inWay   map[string]bool   // where they are: a file as a folder, a folder as a file
	planned map[string]string // paths of the site by their folded form
}

func findStale(old manifest, files []File) stale {
	s := stale{inWay: map[string]bool{}, planned: make(map[string]string, len(files))}
	planned := make(map[string]bool, len(files))
	dirs := map[string]bool{}
	for _, f := range files {
		planned[f.Path] = true
		s.planned[fold(f.Path)] = f.Path
		for dir := path.Dir(f.Path); dir != "." && !dirs[dir]; dir = path.Dir(dir) {
			dirs[dir] = true
		}
	}
	for i := 0; i < len(old.entries); {
		entries := old.find(old.entries[i].path)
		i += len(entries)
		name := entries[0].path
		if planned[name] {
			continue
		}
		s.files = append(s.files, entries)
		way := ""
		if dirs[name] {
			way = name
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if planned[dir] {
				way = dir
			}
		}
		if way != "" {
			s.inWay[way] = true
			s.early = append(s.early, entries)
		}
	}
	slices.SortStableFunc(s.files, func(a, b []entry) int { return cmp.Compare(b[0].phase, a[0].phase) })
	return s
}

// remove removes files, and the folders that it empties, tells each and counts
// them.
// A file that is no longer as Svod wrote it is somebody's work and stays.
func (d *destination) remove(files [][]entry, planned map[string]string, tell func(path string)) (int, error) {
	removed := 0
	for _, entries := range files {
		name := entries[0].path
		info, err := d.root.Lstat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist): // an interrupted build's; its folder may be left
		case err != nil || !d.wrote(info, entries) || d.renamed(info, planned[fold(name)]):
			continue
		default:
			if err := d.root.Remove(name); err != nil {
				return removed, cannotWrite(d.path(name), err)
			}
			removed++
			if tell != nil {
				tell(name)
			}
		}
		for dir := path.Dir(name); dir != "." && d.removeEmpty(dir); dir = path.Dir(dir) {
		}
	}
	return removed, nil
}

// wrote reports whether a file is as one of the entries says.
func (d *destination) wrote(info os.FileInfo, entries []entry) bool {
	for _, e := range entries {
		if e.matches(info) {
			return true
		}
	}
	if !info.Mode().IsRegular() {
		return false
	}
	hash, err := d.hash(entries[0].path)
	for _, e := range entries {
		if err == nil && e.size == info.Size() && e.hash == hash {
			return true
		}
	}
	return false
}

// renamed reports whether a file is one of the new site's, on a system for which
// a.html and A.html are one.
func (d *destination) renamed(info os.FileInfo, now string) bool {
	if now == "" {
		return false
	}
	twin, err := d.root.Lstat(now)
	return err == nil && os.SameFile(info, twin)
}

// removeEmpty removes a folder if nothing is left in it, and reports whether it
// is gone. A link to a folder is somebody's work.
func (d *destination) removeEmpty(dir string) bool {
	info, err := d.root.Lstat(dir)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	return info.IsDir() && d.root.Remove(dir) == nil
}
