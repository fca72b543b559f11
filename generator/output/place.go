package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// checkWay refuses the draft, before anything is changed, where something that
// Svod did not write stands in the way of a file or of a folder.
func (d *destination) checkWay(draft draft, stale stale) error {
	occupied := draft.occupied
	folders := map[string]bool{".": true} // whether they exist
	var check func(dir string) (exists bool)
	check = func(dir string) bool {
		exists, known := folders[dir]
		if known {
			return exists
		}
		if check(path.Dir(dir)) {
			info, err := os.Lstat(d.path(dir))
			exists = err == nil && info.IsDir()
			if err == nil && !exists && !stale.inWay[dir] {
				occupied = append(occupied, dir)
			}
		}
		folders[dir] = exists
		return exists
	}
	for _, c := range draft.changes {
		check(path.Dir(c.path))
		if c.folder && !stale.inWay[c.path] {
			occupied = append(occupied, c.path)
		}
	}
	if len(occupied) == 0 {
		return nil
	}
	slices.Sort(occupied)
	return &OccupiedError{Dir: d.dir, Paths: occupied}
}

// place puts the changes where they belong, turn by turn.
func (d *destination) place(changes []change) error {
	for len(changes) > 0 {
		turn := changes
		if n := slices.IndexFunc(changes, func(c change) bool { return c.turn() != changes[0].turn() }); n >= 0 {
			turn = changes[:n]
		}
		if err := d.placeTurn(turn); err != nil {
			return err
		}
		changes = changes[len(turn):]
	}
	return nil
}

// placeTurn puts files of one turn, and so of one phase, in place.
func (d *destination) placeTurn(turn []change) error {
	var tree []string
	for _, c := range turn {
		if c.staged == "" {
			tree = append(tree, c.path)
			continue
		}
		if dir := path.Dir(c.path); !c.replaces {
			if err := d.root.MkdirAll(dir, 0o755); err != nil {
				return cannotWrite(d.path(dir), err)
			}
		}
		if err := d.rename(c.staged, c.path); err != nil {
			return err
		}
	}
	return d.placeTree(treePath(turn[0].phase)+"/", "", tree)
}

// placeTree moves staged files, given by sorted paths that begin with dir, to
// the folder dir of the site ("" or ending in a slash). A folder that the site
// lacks is moved with everything in it.
func (d *destination) placeTree(staged, dir string, paths []string) error {
	for len(paths) > 0 {
		name, _, deeper := strings.Cut(paths[0][len(dir):], "/")
		if !deeper {
			if err := d.rename(staged+paths[0], paths[0]); err != nil {
				return err
			}
			paths = paths[1:]
			continue
		}
		sub := dir + name + "/"
		within := paths
		if n := slices.IndexFunc(paths, func(p string) bool { return !strings.HasPrefix(p, sub) }); n >= 0 {
			within = paths[:n]
		}
		paths = paths[len(within):]
		_, err := d.root.Lstat(dir + name)
		if errors.Is(err, fs.ErrNotExist) {
			err = d.rename(staged+dir+name, dir+name)
		} else if err == nil {
			err = d.placeTree(staged, sub, within)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *destination) rename(from, to string) error {
	if err := retry(func() error { return d.root.Rename(from, to) }); err != nil {
		return cannotWrite(d.path(to), err)
	}
	return nil
}
