package site

import (
	"context"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// An OutsideLink is a page of another site that the report relies on.
type OutsideLink struct {
	URL string
	At  diag.Position
	// Source tells the address of a source from a link in a text; Archive is the
	// copy that the source names, if it does.
	Source  bool
	Archive string
}

// OutsideLinks are the addresses of all sources and of all links to other sites
// in the texts of what [Builder.Build] returned last, in no order that matters.
// Copies in archives are not among them. Every text is converted.
func (b *Builder) OutsideLinks(ctx context.Context) ([]OutsideLink, error) {
	var links []OutsideLink
	for _, s := range b.last.site.Report.Sources {
		if s.URL != "" {
			links = append(links, OutsideLink{URL: s.URL, At: s.At, Source: true, Archive: s.ArchiveURL})
		}
	}
	var pages []*report.Page
	for _, d := range b.last.site.documents() {
		pages = append(pages, d.Base())
	}
	outlines, err := b.outlines(ctx, pages, (*report.Page).Written)
	if err != nil {
		return nil, err
	}
	for _, o := range outlines {
		for _, t := range o.outside {
			links = append(links, OutsideLink{URL: t.Path, At: t.At})
		}
	}
	return links, nil
}
