package site

import (
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/output"
	"example.org/svod/generator/report"
)

// planGuests adds the files whose paths authors choose: old addresses of pages,
// and pictures and tables beside them. The site's own files come first; a guest
// that wants the place of another is told.
func (s *Site) planGuests() []diag.Diagnostic {
	places := places{}
	redirects := map[string]bool{} // two of one address are told by the report
	if s.hasGuests() {             // who are few, while the files of the site are many
		for _, f := range s.Files {
			places.take(f.Path)
		}
	}
	var found []diag.Diagnostic
	for _, d := range s.aliased {
		for _, alias := range d.Base().Aliases {
			if to, ok := s.Report.Document(alias.Path); redirects[alias.Path] || ok && to.Path() == alias.Path {
				continue // and so is the address of a page
			}
			if other, free := places.free(alias.Path + "index.html"); !free {
				found = append(found, diag.NewError(alias.At, diag.DuplicateAlias, diag.Args{"Alias": alias.Path, "File": other}))
				continue
			}
			places.take(alias.Path + "index.html")
			redirects[alias.Path] = true
			s.redirect(alias.Path, d)
		}
	}
	for _, file := range slices.Sorted(maps.Keys(s.used)) {
		name := published(file)
		if other, free := places.free(name); !free {
			found = append(found, diag.NewError(diag.Position{File: file}, diag.DuplicateAlias, diag.Args{"Alias": name, "File": other}))
			continue
		}
		places.take(name)
		s.add(name, output.Data, func(w io.Writer) error { return s.copyAttachment(w, file) })
	}
	s.planFormer(places)
	return found
}

// redirect adds a page that leads to another.
func (s *Site) redirect(path string, to report.Document) {
	s.page(path, output.Page, func() (layout.View, error) { return s.pages.Redirect(path, to), nil })
}

func (s *Site) hasGuests() bool {
	return len(s.used) > 0 || len(s.aliased) > 0
}

// places are the paths of a site that are taken, as files and as folders,
// without regard to capitals: Windows and macOS have none.
type places map[string]string

func (p places) take(name string) {
	for key := strings.ToLower(name); key != "."; key = path.Dir(key) {
		if _, taken := p[key]; taken && key != strings.ToLower(name) {
			return // and so are the folders above it
		}
		p[key] = name
	}
}

// free reports whether a file can stand at a path, or what stands in its way: a
// file of that name, a folder, or a file where it needs a folder.
func (p places) free(name string) (other string, free bool) {
	key := strings.ToLower(name)
	if other, taken := p[key]; taken {
		return other, false
	}
	for folder := path.Dir(key); folder != "."; folder = path.Dir(folder) {
		if other, taken := p[folder]; taken && strings.ToLower(other) == folder {
			return other, false
		}
	}
	return "", true
}
