package main

import (
	"io/fs"
	"os"
	"path"
	"sync"
)

// folders opens files of a root and keeps the folders that they lie in open.
// A root alone walks to every file from the top, which is most of what opening
// ten thousand small files costs. What a folder opens cannot lie outside it, and
// what it will not open, such as a link to a neighbour, is left to the root, so
// that files and refusals are the root's own.
//
// It is for one reading: a folder that is moved meanwhile is read where it went.
type folders struct {
	root *os.Root
	mu   sync.Mutex
	open map[string]*os.Root // nil for one that does not open
}

// mostFolders is how many are kept open. A report has a handful with many files
// in them; a page that is a folder of its own has little to gain.
const mostFolders = 32

func newFolders(root *os.Root) *folders {
	return &folders{root: root, open: map[string]*os.Root{}}
}

// Open is that of [fs.FS].
func (f *folders) Open(name string) (fs.File, error) {
	if dir, base := path.Split(name); dir != "" && fs.ValidPath(name) {
		if folder := f.folder(path.Clean(dir)); folder != nil {
			if file, err := folder.Open(base); err == nil {
				return file, nil
			}
		}
	}
	return f.root.FS().Open(name)
}

func (f *folders) folder(dir string) *os.Root {
	f.mu.Lock()
	defer f.mu.Unlock()
	folder, known := f.open[dir]
	if !known && len(f.open) < mostFolders {
		folder, _ = f.root.OpenRoot(dir)
		f.open[dir] = folder
	}
	return folder
}

// Close closes the folders, not the root.
func (f *folders) Close() {
	for _, folder := range f.open {
		if folder != nil {
			folder.Close()
		}
	}
}
