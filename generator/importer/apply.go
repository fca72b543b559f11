package importer

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
)

// A ChangedError means that a file is no longer what the plan was made of.
type ChangedError struct{ File string }

// Error names the file.
func (e *ChangedError) Error() string {
	return "importer: " + e.File + " has changed since it was read"
}

// Apply writes the files of a plan into the source folder. Each is written beside
// its place and then put there, so that it is never half written; before the
// first, all are looked at: a new one must not be there, any other must be what
// the plan was made of.
func (p *Plan) Apply(root *os.Root) error {
	for _, f := range p.Files {
		if err := f.check(root); err != nil {
			return err
		}
	}
	for _, f := range p.Files {
		if err := f.write(root); err != nil {
			return err
		}
	}
	return nil
}

func (f File) check(root *os.Root) error {
	is, err := root.ReadFile(f.Path)
	switch {
	case f.Old == nil && errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case f.Old == nil || !bytes.Equal(is, f.Old):
		return &ChangedError{f.Path}
	}
	return nil
}

func (f File) write(root *os.Root) error {
	if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := root.Stat(f.Path); err == nil {
		mode = info.Mode().Perm()
	}
	// A name that begins with a point is no part of the content.
	staged := path.Join(path.Dir(f.Path), "."+path.Base(f.Path)+".import")
	err := root.WriteFile(staged, f.New, mode)
	if err == nil {
		err = root.Rename(staged, f.Path)
	}
	if err != nil {
		return errors.Join(err, ignoreMissing(root.Remove(staged)))
	}
	return nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
