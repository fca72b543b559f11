package main

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/site"
	"example.org/svod/generator/weblinks"
)

// checkOutside asks other sites for the pages that the report links to, and tells
// those that are gone, have moved or do not answer. What was learned is kept in
// .svod-cache for a day, also where somebody has interrupted the check.
func (p *program) checkOutside(ctx context.Context, b *site.Builder) (told []diag.Diagnostic, held int, err error) {
	links, err := b.OutsideLinks(ctx)
	if err != nil {
		return nil, 0, err
	}
	cache := weblinks.Cache{Path: filepath.Join(p.flags.source, ".svod-cache", "links.json")}
	known := cache.Load(time.Now())
	var ask []string
	for _, l := range links {
		if _, ok := known[l.URL]; !ok {
			ask = append(ask, l.URL)
		}
	}
	slices.Sort(ask)
	ask = slices.Compact(ask) // many pages link to one
	if len(ask) > 0 && p.chatty() {
		fmt.Fprintln(p.err, p.count("asking-sites", len(ask), words{"Count": len(ask)}))
	}
	learned, err := weblinks.Checker{Agent: "Svod/" + version + " (link check)"}.Check(ctx, ask)
	maps.Copy(known, learned)
	_ = cache.Save(known) // where it cannot be written, sites are asked again
	if err != nil {
		return nil, 0, err
	}
	var found []diag.Diagnostic
	for _, l := range links {
		if d, wrong := outsideMistake(l, known[l.URL]); wrong {
			found = append(found, d)
		}
	}
	told, held = b.Hold(found)
	return told, held, nil
}

// outsideMistake says what is wrong with a link, if anything is.
func outsideMistake(l site.OutsideLink, r weblinks.Result) (diag.Diagnostic, bool) {
	args := diag.Args{
		"URL": l.URL, "Status": r.Status, "Target": r.Target, "Reason": string(r.Reason),
		"Archive": l.Archive, "Source": l.Source,
	}
	switch r.State {
	case weblinks.Dead:
		return diag.NewWarning(l.At, diag.LinkDead, args), true
	case weblinks.Moved:
		return diag.NewWarning(l.At, diag.LinkMoved, args), true
	case weblinks.Unreachable:
		return diag.NewWarning(l.At, diag.LinkUnreachable, args), true
	}
	return diag.Diagnostic{}, false
}
