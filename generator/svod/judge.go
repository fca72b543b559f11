package main

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/tools/txtar"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// A judge says what would be wrong with a page if it were written: it reads the
// content with the page in it, as every build does, so that whoever answers a
// question is told in the words of the build.
type judge struct {
	files   *withPage
	reader  *content.Reader
	edition report.Edition
	// report is the report without the page, with all that is hidden from
	// readers: the names of those pages are taken as well.
	report *report.Report
}

func newJudge(ctx context.Context, source fs.FS, edition report.Edition) (*judge, error) {
	edition.Drafts, edition.Future, edition.Expired = true, true, true
	files := &withPage{FS: source}
	j := &judge{files: files, reader: content.NewReader(files, content.Options{}), edition: edition}
	c, err := j.reader.Read(ctx)
	if err != nil {
		return nil, err
	}
	j.report, _ = report.Assemble(c.Entries, j.edition)
	return j, nil
}

// mistakes are the errors that a page would bring into the report. Those that
// are there without it are left out.
func (j *judge) mistakes(ctx context.Context, file, text string) ([]diag.Diagnostic, error) {
	changed := []string{file}
	if j.files.name != "" && j.files.name != file {
		changed = append(changed, j.files.name)
	}
	j.files.put(file, text)
	c, err := j.reader.Update(ctx, changed...)
	if err != nil {
		return nil, err
	}
	_, found := report.Assemble(c.Entries, j.edition)
	var out []diag.Diagnostic
	for _, d := range append(c.Diagnostics, found...) {
		if d.Severity != diag.Error {
			continue
		}
		if d.Args["File"] == file { // told of the other page of the two
			d.Args["File"], d.File = d.File, file
		}
		if d.File == file {
			out = append(out, d)
		}
	}
	return diag.Sort(out), nil
}

// taken returns the file that has the name or the address of a page already;
// empty where none has.
func (j *judge) taken(k kind, slug string) (string, error) {
	for _, name := range []string{slug + ".md", slug + ".markdown", slug + "/index.md"} {
		file := path.Join(content.Folder, k.folder, name)
		switch _, err := fs.Stat(j.files.FS, file); {
		case err == nil:
			return file, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
	}
	address := strings.TrimPrefix(path.Join(k.folder, slug), "/")
	for _, d := range j.report.Documents() {
		if d.Base().Written() && strings.Trim(d.Path(), "/") == address {
			return d.Base().File, nil
		}
	}
	return "", nil
}

// withPage is a folder with one more file in it.
type withPage struct {
	fs.FS
	name string
	page fs.FS
}

func (w *withPage) put(name, text string) {
	page, err := txtar.FS(&txtar.Archive{Files: []txtar.File{{Name: name, Data: []byte(text)}}})
	if err != nil {
		panic(err) // one file cannot collide, and its name is made of a slug
	}
	w.name, w.page = name, page
}

// Open is that of [fs.FS].
func (w *withPage) Open(name string) (fs.File, error) {
	if name == w.name {
		return w.page.Open(name)
	}
	return w.FS.Open(name)
}
