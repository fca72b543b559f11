package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// errChanged ends the comparison at the first file that differs.
var errChanged = errors.New("changed")

// UpToDate reports whether the site in dir was finished from the same inputs
// (see [Options]) and every file of it still stands as it was written, by its
// size and time, so that there is nothing to build. Empty inputs are never up to
// date. It reads one file and changes none.
func UpToDate(dir, inputs string) (bool, error) {
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(manifestPath)))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	m, ok := decode(text)
	if !ok || !m.complete || inputs == "" || m.inputs != inputs {
		return false, nil
	}
	var group errgroup.Group
	for part := range slices.Chunk(m.entries, 1+len(m.entries)/runtime.GOMAXPROCS(0)) {
		group.Go(func() error {
			for _, e := range part {
				info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(e.path)))
				if err != nil || !e.matches(info) {
					return errChanged
				}
			}
			return nil
		})
	}
	return group.Wait() == nil, nil
}
