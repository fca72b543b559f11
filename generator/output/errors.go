package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// A PathError is a path that a site cannot have.
type PathError struct {
	Path   string
	Reason PathReason
	Other  string // the file it collides with
}

// A PathReason is why a path cannot be.
type PathReason string

// Reasons. Paths that differ only by capitals collide because they are one file
// on Windows and macOS.
const (
	NotLocal  PathReason = "not-local" // ../a, /a, a//b, a\b, C:a, or in .svod
	Duplicate PathReason = "duplicate" // two files of one path
	Nested    PathReason = "nested"    // a and a/b: a file is no folder
)

func (e *PathError) Error() string {
	if e.Other != "" {
		return fmt.Sprintf("output: path %q is %s with %q", e.Path, e.Reason, e.Other)
	}
	return fmt.Sprintf("output: path %q is %s", e.Path, e.Reason)
}

// An OccupiedError tells that something Svod did not write stands where the site
// has to be. Nothing was changed.
type OccupiedError struct {
	Dir   string
	Paths []string // relative to Dir, sorted
}

func (e *OccupiedError) Error() string {
	return fmt.Sprintf("output: in %s, not written by Svod: %s", e.Dir, strings.Join(e.Paths, ", "))
}

// A BusyError tells that another build is writing to the folder.
type BusyError struct{ Dir string }

func (e *BusyError) Error() string { return "output: another build is writing to " + e.Dir }

// A WriteError is a failure of the disk or folder.
type WriteError struct {
	// Path is the file or folder that could not be written, as the user knows
	// it: never one in the staging folder.
	Path string
	Err  error
}

func (e *WriteError) Error() string { return fmt.Sprintf("output: %s: %v", e.Path, e.Err) }

func (e *WriteError) Unwrap() error { return e.Err }

// DiskFull reports whether there is no room: on the disk, in the user's quota,
// or in the largest size that a file may have.
func (e *WriteError) DiskFull() bool { return isDiskFull(e.Err) }

// NotAllowed reports whether the folder is read-only or another user's.
func (e *WriteError) NotAllowed() bool {
	return errors.Is(e.Err, fs.ErrPermission) || isReadOnly(e.Err)
}

// cannotWrite wraps a failure for the user. The calls and the paths that the
// system adds, mostly of the staging folder, are left out.
func cannotWrite(path string, err error) error {
	var (
		one *fs.PathError
		two *os.LinkError
	)
	switch {
	case errors.As(err, &one):
		err = one.Err
	case errors.As(err, &two):
		err = two.Err
	}
	return &WriteError{Path: path, Err: err}
}
