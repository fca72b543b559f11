package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"example.org/svod/generator/content"
)

// newPage writes a page with its front matter filled in. What no flag answers is
// asked of the person, if there is one; else it is left for the author to fill.
func (p *program) newPage(ctx context.Context, person *interview, k kind, slug string, given answers) error {
	if err := p.checkFlags(); err != nil {
		return err
	}
	root, err := p.openReport(k.has("source-id"))
	if err != nil {
		return err
	}
	defer root.Close()
	d, err := p.newDraft(ctx, k, root)
	if err != nil {
		return err
	}
	d.wanted = slug
	if err := p.answer(ctx, person, d, given); err != nil {
		if errors.Is(err, errUnanswered) {
			return saidError(p.say("new-interrupted", nil))
		}
		return err
	}
	text, err := d.text()
	if err != nil {
		return err
	}
	if err := p.create(root, d.file(), text); err != nil {
		return err
	}
	if _, err = fmt.Fprintln(p.out, filepath.Join(p.flags.source, filepath.FromSlash(d.file()))); err != nil || person == nil {
		return err
	}
	_, err = fmt.Fprintln(p.err, p.say("new-next", nil))
	return err
}

// openReport opens the source folder, which must hold a report: a page in any
// other folder would never be found again. Where figures can be given, --source
// may have been meant for theirs.
func (p *program) openReport(figures bool) (*os.Root, error) {
	if err := p.checkSource(); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(p.flags.source)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usageError{saidError(p.say("no-report-folder", words{
			"Folder": p.flags.source, "Figures": figures,
		}))}
	}
	if err != nil {
		return nil, err
	}
	if _, err := root.Stat(path.Join(content.Folder, "_index.md")); err != nil {
		root.Close()
		return nil, saidError(p.say("no-report", words{"Folder": p.flags.source}))
	}
	return root, nil
}

// newDraft begins a page of a report.
func (p *program) newDraft(ctx context.Context, k kind, root *os.Root) (*draft, error) {
	edition, err := p.edition()
	if err != nil {
		return nil, err
	}
	judge, err := newJudge(ctx, root.FS(), edition)
	if err != nil {
		return nil, err
	}
	t, err := p.pageTemplate(k)
	if err != nil {
		return nil, err
	}
	return &draft{
		kind: k, answers: answers{}, template: t, judge: judge, report: judge.report,
		day: today(judge.edition, judge.report.TimeZone),
	}, nil
}

// create writes a file that must not exist yet, with the folders above it. A
// file that cannot be written to its end is taken away again.
func (p *program) create(root *os.Root, name, text string) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return existsError(filepath.Join(root.Name(), filepath.FromSlash(name)))
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, text)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}

var errNoTitle = errors.New("no title")

type existsError string

func (e existsError) Error() string { return string(e) + " exists" }
