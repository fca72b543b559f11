package output

import (
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// checkPaths refuses paths that leave the folder, meet another's, or exist on
// some systems only.
func checkPaths(files []File) error {
	byFold := make(map[string]string, len(files))
	for _, f := range files {
		if !Valid(f.Path) {
			return &PathError{Path: f.Path, Reason: NotLocal}
		}
		folded := fold(f.Path)
		if other, taken := byFold[folded]; taken {
			return &PathError{Path: f.Path, Reason: Duplicate, Other: other}
		}
		byFold[folded] = f.Path
	}
	for folded, p := range byFold {
		for dir := path.Dir(folded); dir != "."; dir = path.Dir(dir) {
			if other, taken := byFold[dir]; taken {
				return &PathError{Path: p, Reason: Nested, Other: other}
			}
		}
	}
	return nil
}

// Valid reports whether a site may have a file at a path: whether it stays in the
// folder, means the same on every system, and is not in [Folder].
func Valid(p string) bool {
	first, _, _ := strings.Cut(p, "/")
	return p != "." && fs.ValidPath(p) && filepath.IsLocal(filepath.FromSlash(p)) &&
		!strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r == '\\' || r == ':' }) &&
		fold(first) != Folder
}

// fold makes one name of those that are one on Windows and macOS.
func fold(p string) string { return strings.ToLower(p) }
