package site

import (
	"maps"
	"slices"
	"sync"

	"example.org/svod/generator/attachment"
	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/report"
)

// An outcome is what Build returned last, with what it takes to follow an edit of
// texts alone: such an edit leaves the report as it is, and with it every path,
// link and sum of the site, and need not cost more in a large one.
type outcome struct {
	site *Site
	// entries are what the report was assembled of, pages that are not shown
	// included.
	entries report.Entries
	others  []diag.Diagnostic            // not of texts
	texts   map[string][]diag.Diagnostic // by file
	// noSources means that the list of sources cannot be read.
	noSources bool
}

// mistakes are all of them.
func (o *outcome) mistakes() []diag.Diagnostic {
	all := slices.Clone(o.others)
	for _, found := range o.texts {
		all = append(all, found...)
	}
	if o.noSources { // the cause is told, and its consequences would bury it
		all = slices.DeleteFunc(all, func(d diag.Diagnostic) bool { return d.Code == diag.UnknownSource })
	}
	return diag.Sort(all)
}

// overtakes reports whether the time that has passed since a build makes another
// report of what it was made of: a day has begun, or a page is due, or over.
func (b *Builder) overtakes(last *outcome) bool {
	before, now, zone := last.site.builder.Edition, b.options.Edition, last.site.Report.TimeZone
	if report.DateOf(before.Time(zone).In(zone)) != report.DateOf(now.Time(zone).In(zone)) {
		return true
	}
	return slices.ContainsFunc(last.entries.Written(), func(p *report.Page) bool {
		return p.Timed() && !slices.Equal(before.Hides(p, zone), now.Hides(p, zone))
	})
}

// retell checks texts that have changed, and makes the last plan follow them. It
// reports false where the plan is another one then: it does if a text shows
// other files than before, or has other charts.
func (b *Builder) retell(last *outcome, read content.Content) (bool, error) {
	s := *last.site
	for _, p := range read.Texts {
		d := s.byFile()[p.File]
		if d == nil {
			continue // not shown in this edition
		}
		before, after := b.texts[p.File], (*outline)(nil)
		if p.Rich {
			var err error
			if after, err = s.outline(p); err != nil {
				return false, err
			}
		}
		if !maps.Equal(s.shown(d, before), s.shown(d, after)) || !slices.EqualFunc(before.blocks(), after.blocks(), block.sameName) {
			return false, nil
		}
		found, err := s.check(d, after)
		if err != nil {
			return false, err
		}
		b.texts[p.File] = after
		last.texts[p.File] = found
		if !diag.HasErrors(found) {
			s.revised.Store(p.File, revision{p.Sum, after.blocks()})
		}
	}
	var err error
	if s.Inputs, err = b.inputs(&s, read.Sum); err != nil {
		return false, err
	}
	last.entries = read.Entries
	last.site = &s
	return true, nil
}

// shown are the files beside the page that a text shows or links to.
func (s *Site) shown(d report.Document, o *outline) map[string]bool {
	files := map[string]bool{}
	if o == nil {
		return files
	}
	for _, targets := range [][]markdown.Target{o.links, o.pictures} {
		for _, t := range targets {
			if file := beside(d, t.Path); s.isAttachment(file) && attachment.Publishable(file) {
				files[file] = true
			}
		}
	}
	return files
}

// A revisions is what texts hold that have been checked again since the site was
// planned, by file. All sites of one plan share it, and its zero value is ready
// for use.
type revisions struct{ sync.Map }

// A revision is the sum of a text and its charts.
type revision struct {
	sum    uint64
	charts []block
}

// of is the sum that a page's text had when it was checked last.
func (r *revisions) of(p *report.Page) uint64 {
	if last, ok := r.Load(p.File); ok {
		return last.(revision).sum
	}
	return p.Sum
}

// chart is the n-th chart of a text as it was checked last.
func (r *revisions) chart(file string, n int, planned block) block {
	if last, ok := r.Load(file); ok {
		return last.(revision).charts[n]
	}
	return planned
}
