package report

import (
	"slices"
	"strings"

	"example.org/svod/generator/diag"
)

// reserved are the names at the top of the site that belong to Svod's own
// pages, so that no page of the author's may take them.
var reserved = []string{
	"clusters", "organizations", "regions", "news", "archive", "charts", "ledger",
	"sources", "data", "search", "assets", "404", "index",
}

// index files every document under its slug or, where a document of a kind that
// comes before has it, under its path.
func (a *assembly) index() {
	a.distinguish()
	r := a.report
	documents := r.Documents()
	r.bySlug = make(map[string]Document, len(documents))
	r.byPath = map[string]Document{}
	for _, d := range documents {
		p := d.Base()
		if p.Slug == "" {
			continue
		}
		if _, taken := r.bySlug[p.Slug]; !taken {
			r.bySlug[p.Slug] = d
			continue
		}
		path := strings.Trim(d.Path(), "/")
		if other, taken := r.at(path); taken {
			a.error(p.At, diag.DuplicateSlug, diag.Args{"Slug": p.Slug, "File": other.Base().At.File})
			continue
		}
		r.byPath[path] = d
	}
}

// at returns the page at a path of the site, without slashes at its ends.
func (r *Report) at(path string) (Document, bool) {
	if d, ok := r.bySlug[path[strings.LastIndexByte(path, '/')+1:]]; ok && strings.Trim(d.Path(), "/") == path {
		return d, true
	}
	d, ok := r.byPath[path]
	return d, ok
}

// Documents lists every page of the report but the report's own, in the order
// in which a bare slug is looked up.
func (r *Report) Documents() []Document {
	out := make([]Document, 0, len(r.Clusters)+len(r.Regions)+len(r.Organizations)+len(r.Articles)+len(r.Pages))
	out = appendDocuments(out, r.Clusters)
	out = appendDocuments(out, r.Regions)
	out = appendDocuments(out, r.Organizations)
	out = appendDocuments(out, r.Articles)
	return appendDocuments(out, r.Pages)
}

func appendDocuments[D Document](out []Document, list []D) []Document {
	for _, d := range list {
		out = append(out, d)
	}
	return out
}

// checkPages tells titles that readers could not tell apart, addresses that are
// taken, and aliases that lead to two pages.
func (a *assembly) checkPages() {
	if !a.report.sharesNames() {
		return
	}
	documents := slices.DeleteFunc(a.report.Documents(), func(d Document) bool { return !d.Base().Written() })
	titles := map[string]*Page{}
	aliases := map[string]*Page{}
	slices.SortFunc(documents, func(x, y Document) int { return x.Base().At.Compare(y.Base().At) })
	for _, d := range documents {
		p := d.Base()
		kind := kindOf(d)
		if kind == "" && slices.Contains(reserved, p.Slug) {
			a.error(p.At, diag.ReservedSlug, diag.Args{"Slug": p.Slug})
		}
		key := kind + "/" + p.Key
		if other, taken := titles[key]; taken && p.Key != "" { // what has none is told already
			a.error(p.At, diag.DuplicateTitle, diag.Args{"Title": p.Title, "File": other.At.File})
		} else {
			titles[key] = p
		}
		a.checkAliases(p, aliases)
	}
}

// sharesNames reports whether there can be anything for checkPages to tell: most
// reports have no two names alike, and putting ten thousand pages in order to say
// so would take longer than most of an edit.
func (r *Report) sharesNames() bool {
	reservedSlug := func(p *Page) bool { return slices.Contains(reserved, p.Slug) }
	return shareNames(r.Regions) || shareNames(r.Clusters) || shareNames(r.Organizations) || shareNames(r.Articles) ||
		shareNames(r.Pages) || slices.ContainsFunc(r.Pages, reservedSlug)
}

// shareNames reports whether two written pages of a kind have one name, or one of
// them has had other addresses.
func shareNames[D Document](list []D) bool {
	titles := make(map[string]bool, len(list))
	for _, d := range list {
		p := d.Base()
		if !p.Written() {
			continue
		}
		if p.Key != "" && titles[p.Key] || len(p.Aliases) > 0 {
			return true
		}
		titles[p.Key] = true
	}
	return false
}

// kindOf is the folder of a document's kind; empty for a plain page.
func kindOf(d Document) string {
	switch d.(type) {
	case *Region:
		return "regions"
	case *Cluster:
		return "clusters"
	case *Organization:
		return "organizations"
	case *Article:
		return "news"
	}
	return ""
}

func (a *assembly) checkAliases(p *Page, aliases map[string]*Page) {
	for _, alias := range p.Aliases {
		other, taken := aliases[alias.Path]
		if d, ok := a.report.at(strings.Trim(alias.Path, "/")); ok && d.Path() == alias.Path {
			other, taken = d.Base(), true
		}
		if taken {
			a.error(alias.At, diag.DuplicateAlias, diag.Args{"Alias": alias.Path, "File": other.At.File})
			continue
		}
		aliases[alias.Path] = p
	}
}
