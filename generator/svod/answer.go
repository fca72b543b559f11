package main

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
)

// answer answers all questions of a draft, each looked at before the next. Where
// there is no person, only flags answer.
func (p *program) answer(ctx context.Context, person *interview, d *draft, given answers) error {
	for _, q := range d.kind.questions {
		var err error
		switch {
		case len(given[q.name]) > 0:
			err = p.take(ctx, d, q, given[q.name])
		case person == nil && q.name == "title":
			err = usageError{errNoTitle}
		case person != nil && p.worthAsking(q, d):
			err = p.askFor(ctx, person, d, q)
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

// worthAsking reports whether an answer would have a place, and there is one.
func (p *program) worthAsking(q question, d *draft) bool {
	return !q.silent && (q.idle == nil || !q.idle(d)) && (q.offers == nil || len(q.offers(d.report)) > 0)
}

// take puts the values of a flag into the draft.
func (p *program) take(ctx context.Context, d *draft, q question, values []string) error {
	said, err := p.try(ctx, d, q, values)
	if err != nil || said == "" {
		return err
	}
	if q.name != "title" {
		said = "--" + q.name + ": " + said
	}
	return usageError{saidError(strings.TrimSuffix(said, "\n"))}
}

// askFor asks until the answer is one that the report can be built with.
func (p *program) askFor(ctx context.Context, person *interview, d *draft, q question) error {
	offers := p.offered(q, d.report)
	person.list(offers)
	for {
		values, err := person.ask(ctx, q, d, offers)
		if err != nil {
			return err
		}
		if len(values) == 0 && q.name == "title" {
			continue
		}
		said, err := p.try(ctx, d, q, values)
		if err != nil || said == "" {
			return err
		}
		person.refuse(said)
	}
}

// try puts an answer into the draft where nothing is wrong with it. Otherwise
// the draft stays as it was, and what is wrong is said.
func (p *program) try(ctx context.Context, d *draft, q question, values []string) (said string, err error) {
	before := d.answers[q.name]
	delete(d.answers, q.name)
	d.answers.give(q.name, values...)
	defer func() {
		if said != "" {
			d.answers[q.name] = before
		}
	}()
	if q.name == "title" {
		if said, err = p.nameAfter(d); said != "" || err != nil {
			return said, err
		}
	}
	text, err := d.text()
	if err != nil {
		return "", err
	}
	mistakes, err := d.judge.mistakes(ctx, d.file(), text)
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
func (p *program) nameAfter(d *draft) (said string, err error) {
	title := d.answers.last("title")
	if isPath(title) {
		return p.say("title-is-path", words{"Title": title}), nil
	}
	d.slug = cmp.Or(d.wanted, d.kind.makeSlug(title))
	switch {
	case d.slug == "":
		return p.say("no-slug", nil), nil
	case !content.IsSlug(d.slug):
		return p.say("bad-page-slug", words{"Slug": d.slug, "Suggestion": d.kind.makeSlug(d.slug)}), nil
	}
	file, err := d.judge.taken(d.kind, d.slug)
	if file != "" {
		return p.say("exists", words{"Path": filepath.Join(p.flags.source, filepath.FromSlash(file)), "Slug": d.slug}), nil
	}
	return "", err
}

// isPath reports whether somebody gave a file name for a title.
func isPath(title string) bool {
	if strings.ContainsFunc(title, func(r rune) bool { return r > '~' || r == ' ' }) {
		return false
	}
	return strings.ContainsAny(title, `/\`) || strings.HasSuffix(strings.ToLower(title), ".md")
}
