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
	"slices"
	"strings"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
)

// newPage writes a page with its front matter filled in. What no flag answers is
// asked on a terminal; elsewhere it is left for the author to fill.
func (p *program) newPage(ctx context.Context, k kind, slug string, given answers) error {
	if err := p.checkFlags(); err != nil {
		return err
	}
	root, err := p.openReport(k.has("source-id"))
	if err != nil {
		return err
	}
	defer root.Close()
	d, judge, err := p.newDraft(ctx, k, root)
	if err != nil {
		return err
	}
	if err := p.fill(ctx, d, judge, slug, given); err != nil {
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
	_, err = fmt.Fprintln(p.out, filepath.Join(p.flags.source, filepath.FromSlash(d.file())))
	return err
}

// openReport opens the source folder, which must hold a report: a page in any
// other folder would never be found again. Where figures can be given, --source
// may have been meant for theirs.
func (p *program) openReport(figures bool) (*os.Root, error) {
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

// has reports whether a kind has a question.
func (k kind) has(name string) bool {
	for _, q := range k.questions {
		if q.name == name {
			return true
		}
	}
	return false
}

func (p *program) newDraft(ctx context.Context, k kind, root *os.Root) (*draft, *judge, error) {
	judge, err := p.judgeOf(ctx, root)
	if err != nil {
		return nil, nil, err
	}
	t, err := p.pageTemplate(k)
	if err != nil {
		return nil, nil, err
	}
	return &draft{
		kind: k, answers: answers{}, template: t, report: judge.report,
		day: today(judge.edition, judge.report.TimeZone),
	}, judge, nil
}

// fill answers all questions of a draft, each looked at before the next.
func (p *program) fill(ctx context.Context, d *draft, j *judge, slug string, given answers) error {
	person := p.newInterview()
	for _, q := range d.kind.questions {
		var err error
		switch {
		case len(given[q.name]) > 0:
			err = p.take(ctx, d, j, q, slug, given[q.name])
		case person == nil && q.name == "title":
			err = usageError{errNoTitle}
		case person != nil && !q.silent && (q.idle == nil || !q.idle(d)):
			err = p.askFor(ctx, person, d, j, q, slug)
		}
		if err != nil {
			return err
		}
	}
	if d.kind.has("source-id") && d.withoutFigures() && d.answers.last("source-id")+d.answers.last("date") != "" {
		return usageError{saidError(p.say("new-no-figure", nil))}
	}
	return nil
}

// take puts the values of a flag into the draft.
func (p *program) take(ctx context.Context, d *draft, j *judge, q question, slug string, values []string) error {
	said, err := p.try(ctx, d, j, q, slug, values)
	if err != nil || said == "" {
		return err
	}
	if q.name != "title" {
		said = "--" + q.name + ": " + said
	}
	return usageError{saidError(strings.TrimSuffix(said, "\n"))}
}

// askFor asks until the answer is one that the report can be built with.
func (p *program) askFor(ctx context.Context, person *interview, d *draft, j *judge, q question, slug string) error {
	for {
		values, err := person.ask(ctx, q, d)
		if err != nil {
			return err
		}
		if len(values) == 0 && q.name == "title" {
			continue
		}
		said, err := p.try(ctx, d, j, q, slug, values)
		if err != nil || said == "" {
			return err
		}
		person.refuse(said)
	}
}

// try puts an answer into the draft where nothing is wrong with it. Otherwise
// the draft stays as it was, and what is wrong is said.
func (p *program) try(ctx context.Context, d *draft, j *judge, q question, slug string, values []string) (said string, err error) {
	before := d.answers[q.name]
	delete(d.answers, q.name)
	d.answers.give(q.name, values...)
	defer func() {
		if said != "" {
			d.answers[q.name] = before
		}
	}()
	if q.name == "title" {
		if said = p.nameAfter(d, j, slug); said != "" {
			return said, nil
		}
	}
	text, err := d.text()
	if err != nil {
		return "", err
	}
	mistakes, err := j.mistakes(ctx, d.file(), text)
	return p.remedies(ofAnswer(mistakes)), err
}

// ofAnswer leaves out that something is missing, which a later answer may still
// bring, where there is more to say.
func ofAnswer(mistakes []diag.Diagnostic) []diag.Diagnostic {
	missing := func(d diag.Diagnostic) bool { return d.Code == diag.MissingKey }
	if rest := slices.DeleteFunc(slices.Clone(mistakes), missing); len(rest) > 0 {
		return rest
	}
	return mistakes
}

// nameAfter gives the draft the address that was asked for, or else one made of
// its title.
func (p *program) nameAfter(d *draft, j *judge, slug string) (said string) {
	title := d.answers.last("title")
	if isPath(title) {
		return p.say("title-is-path", words{"Title": title})
	}
	d.slug = slug
	if slug == "" {
		d.slug = d.kind.makeSlug(title)
	}
	switch {
	case slug != "" && !content.IsSlug(slug):
		return p.say("bad-page-slug", words{"Slug": slug, "Suggestion": d.kind.makeSlug(slug)})
	case d.slug == "":
		return p.say("no-slug", nil)
	}
	if file := j.taken(d.kind, d.slug); file != "" {
		return p.say("exists", words{"Path": filepath.Join(p.flags.source, filepath.FromSlash(file)), "Slug": d.slug})
	}
	return ""
}

// isPath reports whether somebody gave a file name for a title.
func isPath(title string) bool {
	if strings.ContainsFunc(title, func(r rune) bool { return r > '~' || r == ' ' }) {
		return false
	}
	return strings.ContainsAny(title, `/\`) || strings.HasSuffix(strings.ToLower(title), ".md")
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
