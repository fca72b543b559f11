package site

import (
	"bytes"
	"context"
	"io/fs"
	"slices"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/report"
	"example.org/svod/generator/review"
)

// Review looks at what [Builder.Build] returned last for what is most likely
// wrong though it can be published; see package review. Days is the age from
// which a figure is old, at the moment of the edition. What authors have turned off is counted, not returned.
// Every text is read, so it costs about as much as a build.
func (b *Builder) Review(ctx context.Context, days int) (found []diag.Diagnostic, held int, err error) {
	s := b.last.site
	subject := review.NewSubject(s.Report)
	subject.StaleDays, subject.Now = days, b.options.Edition.Time(s.Report.TimeZone).In(s.Report.TimeZone)
	if written, light, contrast, ok := layout.Shade(s.Report.Accent); ok {
		subject.Accent = &review.Accent{Contrast: contrast, Written: written, Light: light}
	}
	if err := b.collectUsed(ctx, subject.Used); err != nil {
		return nil, 0, err
	}
	for _, d := range s.documents() {
		if err := s.collectShown(subject, d, b.texts[d.Base().File]); err != nil {
			return nil, 0, err
		}
	}
	found = subject.Look()
	read, err := s.readTexts(ctx, subject)
	if err != nil {
		return nil, 0, err
	}
	found, held = b.Hold(append(found, read...))
	return diag.Sort(found), held, nil
}

// Hold parts the diagnostics of somebody who looked at the site himself, as
// Review does: held is how many of them the authors have turned off.
func (b *Builder) Hold(list []diag.Diagnostic) (told []diag.Diagnostic, held int) {
	told, off := review.Hold(b.last.entries, list)
	return told, len(off)
}

// collectShown collects the pictures and charts of a page.
func (s *Site) collectShown(subject *review.Subject, d report.Document, o *outline) error {
	add := func(p review.Picture) {
		if info, err := fs.Stat(s.builder.Source, beside(d, p.Path)); err == nil {
			p.Bytes = info.Size()
		}
		subject.Pictures = append(subject.Pictures, p)
	}
	if photo := photoOf(d); photo.File != "" {
		add(review.Picture{Path: photo.File, At: photo.At})
	}
	if o == nil {
		return nil
	}
	for _, t := range o.pictures {
		add(review.Picture{Path: t.Path, Caption: t.Caption, InText: true, At: t.At})
	}
	for _, block := range o.charts {
		_, sourced := s.tables.Table(block.spec.Data.Name)
		if !sourced {
			c, _, err := s.chart(d, block)
			if err != nil {
				return err
			}
			if c == nil {
				continue // told of already
			}
			sourced = len(c.Sources.List) > 0
			for _, source := range c.Sources.List {
				subject.Used[source.ID] = true
			}
		}
		subject.Charts = append(subject.Charts, review.Chart{Sourced: sourced, At: block.spec.At})
	}
	return nil
}

// collectUsed collects the ids of all sources that anything refers to: figures,
// members, texts and charts, on pages that are shown and on those that are not.
func (b *Builder) collectUsed(ctx context.Context, used map[string]bool) error {
	e := b.last.entries
	for _, c := range e.Clusters {
		markUsed(used, c.Investment)
		markUsed(used, c.Jobs)
		markUsed(used, c.Stage)
		for _, m := range c.Members {
			used[m.Source.Ref] = true
		}
	}
	outlines, err := b.outlines(ctx, e.Written(), func(p *report.Page) bool { return p.Rich })
	if err != nil {
		return err
	}
	for _, o := range outlines {
		for _, c := range o.citations {
			used[c.ID] = true
		}
		for _, block := range o.charts {
			for _, ref := range block.spec.Sources {
				used[ref.Name] = true
			}
		}
	}
	return nil
}

func markUsed[V any](used map[string]bool, h report.History[V]) {
	for _, f := range h {
		used[f.Source.Ref] = true
	}
}

// outlines are those of the pages that are wanted, made now where they are not
// kept.
func (b *Builder) outlines(ctx context.Context, pages []*report.Page, wanted func(*report.Page) bool) ([]*outline, error) {
	pages = slices.DeleteFunc(pages, func(p *report.Page) bool { return !wanted(p) })
	out := make([]*outline, len(pages))
	err := inParallel(ctx, len(pages), func(i int) (err error) {
		if out[i] = b.texts[pages[i].File]; out[i] == nil {
			out[i], err = b.last.site.outline(pages[i])
		}
		return err
	})
	return out, err
}

// readTexts reviews every text that is shown.
func (s *Site) readTexts(ctx context.Context, subject *review.Subject) ([]diag.Diagnostic, error) {
	documents := slices.DeleteFunc(slices.Clone(s.documents()), func(d report.Document) bool { return !d.Base().Written() })
	found := make([][]diag.Diagnostic, len(documents))
	err := inParallel(ctx, len(documents), func(i int) error {
		p := documents[i].Base()
		text, err := s.text(p, s.revised.of(p), new(bytes.Buffer))
		if err == nil {
			found[i] = subject.Read(review.Text{File: text, Body: p.Body})
		}
		return err
	})
	return slices.Concat(found...), err
}
