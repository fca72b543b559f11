package site

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"example.org/svod/generator/attachment"
	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/output"
	"example.org/svod/generator/report"
)

// picture finds a file beside the page, to be shown on it.
func (s *Site) picture(d report.Document, t markdown.Target) (file string, mistakes []diag.Diagnostic) {
	file = beside(d, t.Path)
	switch {
	case !s.isAttachment(file):
		return "", []diag.Diagnostic{diag.NewError(t.At, diag.UnknownPicture, diag.Args{
			"Path": t.Path, "Suggestion": s.nearest(d, t.Path),
		})}
	case !attachment.IsPicture(file):
		return "", []diag.Diagnostic{diag.NewError(t.At, diag.NotAPicture, diag.Args{"Path": t.Path})}
	}
	return file, named(file, t)
}

// attached tells a link to a file that is not published, since something could
// run it.
func attached(file string, t markdown.Target) []diag.Diagnostic {
	if attachment.Publishable(file) {
		return named(file, t)
	}
	return []diag.Diagnostic{diag.NewError(t.At, diag.FileNotShared, diag.Args{"Path": t.Path})}
}

// named tells a file whose name no site can have, or that looks like another one.
func named(file string, t markdown.Target) []diag.Diagnostic {
	if output.Valid(published(file)) && !strings.ContainsFunc(file, unseen) {
		return nil
	}
	name := strings.Map(func(r rune) rune {
		if unseen(r) || strings.ContainsRune(`\:`, r) {
			return '-'
		}
		return r
	}, path.Base(file))
	return []diag.Diagnostic{diag.NewError(t.At, diag.FileName, diag.Args{"Path": path.Base(file), "Suggestion": name})}
}

// unseen are the characters that no reader sees in a name, and that turn around
// what he sees.
func unseen(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// checkSVGs tells which of the pictures that the site publishes are more than
// pictures.
func (s *Site) checkSVGs() ([]diag.Diagnostic, error) {
	var found []diag.Diagnostic
	for _, file := range slices.Sorted(maps.Keys(s.used)) {
		if !attachment.IsSVG(file) {
			continue
		}
		text, err := s.readAttachment(file)
		if errors.Is(err, errTooLarge) {
			found = append(found, tooLarge(file, diag.Position{File: file}))
			continue
		}
		if err != nil {
			return nil, err
		}
		found = append(found, attachment.CheckSVG(diag.NewText(file, text))...)
	}
	return found, nil
}

func tooLarge(file string, at diag.Position) diag.Diagnostic {
	return diag.NewError(at, diag.ReadTooLarge, diag.Args{"Path": path.Base(file), "MB": mostRead >> 20})
}

// isAttachment reports whether the content has a file that is no page.
func (s *Site) isAttachment(file string) bool {
	_, ok := s.attachments[file]
	return ok
}

// copyAttachment writes a file beside a page. The error is a [ChangedError] where it
// is not the one that the content was read with, or is being saved at this moment:
// what is published is what was checked.
func (s *Site) copyAttachment(w io.Writer, file string) error {
	f, err := s.builder.Source.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return &ChangedError{file}
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := s.unchanged(file, f); err != nil {
		return err
	}
	if _, err := io.Copy(w, f); err != nil {
		return err
	}
	return s.unchanged(file, f)
}

func (s *Site) unchanged(file string, f fs.File) error {
	info, err := f.Stat()
	if err == nil && content.Stamp(info) != s.attachments[file] {
		err = &ChangedError{file}
	}
	return err
}

// mostRead is how long a picture or a table may be that is read as a whole. One
// that is only published may have any length.
const mostRead = 16 << 20

var errTooLarge = errors.New("site: a file is too large to be read")

// readAttachment is the content of a file as copyAttachment would write it. The
// error is errTooLarge where it has more than mostRead.
func (s *Site) readAttachment(file string) ([]byte, error) {
	if info, err := fs.Stat(s.builder.Source, file); err == nil && info.Size() > mostRead {
		return nil, errTooLarge
	}
	var b bytes.Buffer
	err := s.copyAttachment(&b, file)
	return b.Bytes(), err
}

// beside is the file that a path written on a page means.
func beside(d report.Document, written string) string {
	return path.Join(path.Dir(d.Base().File), written)
}

// published is where a file of the content folder stands in the site.
func published(file string) string { return strings.TrimPrefix(file, content.Folder+"/") }

// nearest suggests a file in the page's own folder.
func (s *Site) nearest(d report.Document, written string) string {
	folder := path.Dir(d.Base().File)
	var names []string
	for _, file := range slices.Sorted(maps.Keys(s.attachments)) {
		if path.Dir(file) == folder {
			names = append(names, path.Base(file))
		}
	}
	return diag.Suggest(written, names)
}
