package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cespare/xxhash/v2"
	"github.com/gofrs/flock"
)

// A destination is the folder of a site while a build holds its lock.
//
// Names are written through root, which no symbolic link can lead out of. Only
// the staging folder, made anew by this build and holding nothing but its files,
// is written by plain paths, for a root looks up every folder of a path one by
// one.
type destination struct {
	dir  string
	root *os.Root
	lock *flock.Flock
}

const (
	lockPath    = Folder + "/lock"
	stagingPath = Folder + "/staging"
)

// open locks a destination, creating it where it is missing.
func open(dir string) (*destination, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, cannotWrite(dir, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, cannotWrite(dir, err)
	}
	d := &destination{dir: dir, root: root}
	if err := d.acquire(); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// acquire takes the lock, which the system releases when the process ends,
// however it ends.
func (d *destination) acquire() error {
	if err := d.root.Mkdir(Folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return cannotWrite(d.dir, err)
	}
	// The lock is opened by its plain path, so that links have to be looked for.
	if f, err := d.root.Lstat(Folder); err != nil || !f.IsDir() {
		return &OccupiedError{Dir: d.dir, Paths: []string{Folder}}
	}
	if f, err := d.root.Lstat(lockPath); err == nil && !f.Mode().IsRegular() {
		return &OccupiedError{Dir: d.dir, Paths: []string{lockPath}}
	}
	lock := flock.New(d.path(lockPath))
	locked, err := lock.TryLock()
	if err != nil {
		return cannotWrite(d.path(lockPath), err)
	}
	if !locked {
		lock.Close()
		return &BusyError{Dir: d.dir}
	}
	d.lock = lock
	return d.clean() // what an interrupted build left
}

// clean removes the staging folder, if there is one.
func (d *destination) clean() error {
	if _, err := d.root.Lstat(stagingPath); err != nil {
		return nil
	}
	if err := d.root.RemoveAll(stagingPath); err != nil {
		return cannotWrite(d.path(stagingPath), err)
	}
	return nil
}

func (d *destination) close() {
	if d.lock != nil {
		d.lock.Close()
	}
	d.root.Close()
}

// path is the path of a name in the destination, as the user knows it.
func (d *destination) path(name string) string {
	return filepath.Join(d.dir, filepath.FromSlash(name))
}

// hash reads a file of the destination.
func (d *destination) hash(name string) (uint64, error) {
	f, err := d.root.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	h := xxhash.New()
	_, err = io.Copy(h, f)
	return h.Sum64(), err
}
