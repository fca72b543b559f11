package devserver

import (
	"path"
	"slices"
	"strings"
)

// ignored reports whether a name is one that editors, browsers and systems give
// to files that are not meant to stay, or a folder that is no part of a report.
func ignored(name string) bool {
	switch {
	case strings.HasPrefix(name, "."), // .les.md.swp, .#les.md, .goutputstream-X, .DS_Store, .git
		strings.HasSuffix(name, "~"),                                 // les.md~: vim, Emacs, gedit
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"), // #les.md#: Emacs
		strings.HasPrefix(name, "~$"),                                // ~$les.docx: Office
		strings.Contains(name, "___jb_"),                             // les.md___jb_tmp___: JetBrains
		name == "4913",                                               // vim, to learn whether it may write here
		strings.EqualFold(name, "Thumbs.db"), name == "node_modules":
		return true
	}
	return slices.Contains(temporary, strings.ToLower(path.Ext(name)))
}

// temporary are the ends of names of files that are still being written.
var temporary = []string{".swp", ".swx", ".swo", ".tmp", ".temp", ".part", ".crdownload", ".download"}

// ignoredPath reports whether any part of a path is ignored.
func ignoredPath(p string) bool {
	for part := range strings.SplitSeq(p, "/") {
		if ignored(part) {
			return true
		}
	}
	return false
}
