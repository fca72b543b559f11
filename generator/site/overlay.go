package site

import (
	"io/fs"
	"maps"
	"slices"
)

// An overlay is folders laid over one another: a file is that of the first that
// has it, a folder the names of all.
type overlay []fs.FS

func (o overlay) Open(name string) (fs.File, error) {
	var first error
	for _, files := range o {
		f, err := files.Open(name)
		if err == nil {
			return f, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// ReadDir implements fs.ReadDirFS, so that fs.Glob sees the names of all.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries := map[string]fs.DirEntry{}
	var last error
	found := false
	for _, files := range slices.Backward(o) {
		list, err := fs.ReadDir(files, name)
		if err != nil {
			last = err
			continue
		}
		found = true
		for _, e := range list {
			entries[e.Name()] = e
		}
	}
	if !found {
		return nil, last
	}
	sorted := make([]fs.DirEntry, 0, len(entries))
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		sorted = append(sorted, entries[name])
	}
	return sorted, nil
}
