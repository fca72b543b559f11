package report

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
)

// Entries are what was read from the content, unlinked: every Link has its Ref
// and no target. They are not changed by [Assemble] and may be kept to assemble
// another report after some of them are read again.
type Entries struct {
	Settings      *Settings
	Regions       []*Region
	Clusters      []*Cluster
	Organizations []*Organization
	Articles      []*Article
	Pages         []*Page
	Sources       []*Source
}

// An Edition says which pages of the content are shown.
type Edition struct {
	Now time.Time
	// Wall says that only the hands of Now count: they are those of a clock in
	// the report's own time zone.
	Wall    bool
	Drafts  bool // show pages marked as drafts
	Future  bool // show pages whose time has not come
	Expired bool // show pages whose time is over
}

// Time is the moment of the edition of a report in the given zone.
func (e Edition) Time(zone *time.Location) time.Time {
	if !e.Wall {
		return e.Now
	}
	y, m, d := e.Now.Date()
	return time.Date(y, m, d, e.Now.Hour(), e.Now.Minute(), e.Now.Second(), 0, zone)
}

// day is the day of the edition where a report is made; zero where nobody has
// said what time it is.
func (e Edition) day(zone *time.Location) Date {
	if e.Now.IsZero() {
		return Date{}
	}
	return DateOf(e.Time(zone).In(zone))
}

// Assemble links entries to a report and tells everything that does not fit
// together. The report is complete but for the links that could not be resolved,
// so that later steps can look for further mistakes; it must not be published
// where a diagnostic is an error.
func Assemble(e Entries, edition Edition) (*Report, []diag.Diagnostic) {
	a := &assembly{
		edition: edition,
		report: &Report{
			Settings: *e.Settings,
			sources:  map[string]*Source{},
			hidden:   map[string]*Page{},
		},
		named:      map[string]*Organization{},
		regionRefs: map[string]*Region{},
	}
	r := a.report
	a.today = edition.day(r.TimeZone)
	r.Regions = published(a, e.Regions)
	r.Clusters = published(a, e.Clusters)
	r.Organizations = published(a, e.Organizations)
	r.Articles = published(a, e.Articles)
	r.Pages = published(a, e.Pages)

	a.addSources(e.Sources)
	a.nameOrganizations()
	for _, c := range r.Clusters {
		a.linkCluster(c)
		if d := c.Changed(); r.day.Compare(d) < 0 {
			r.day = d
		}
	}
	if !r.AsOf.IsZero() {
		r.day = r.AsOf
	}
	a.order()
	var back sync.WaitGroup
	back.Go(a.collectClusters) // writes what the next two do not look at
	a.index()
	a.checkPages()
	back.Wait()
	a.checkMembers()
	for _, article := range r.Articles {
		a.linkArticle(article)
	}
	return r, diag.Sort(a.found)
}

type assembly struct {
	edition Edition
	report  *Report
	today   Date                     // zero where nobody has said what time it is
	named   map[string]*Organization // by Name.Key
	regions map[string]*Region       // by slug and by title
	// regionRefs are those of them that were asked for, as they were written.
	regionRefs map[string]*Region
	found      []diag.Diagnostic

	// Room for what is copied of clusters, and for what leads back to them.
	members     slab[Member]
	memberships slab[Membership]
	mentions    slab[ClusterMembership]
	investments slab[Figure[money.Amount]]
	jobs        slab[Figure[int]]
	stages      slab[Figure[Stage]]
}

func (a *assembly) error(at diag.Position, code diag.Code, args diag.Args) {
	a.found = append(a.found, diag.NewError(at, code, args))
}

func (a *assembly) warn(at diag.Position, code diag.Code, args diag.Args) {
	a.found = append(a.found, diag.NewWarning(at, code, args))
}

// published copies the entries of one kind that the edition shows. Only the top
// of each is copied: what linking writes to is copied where it is linked.
func published[T any, D interface {
	*T
	Document
}](a *assembly, entries []*T,
) []*T {
	out := make([]*T, 0, len(entries))
	copies := make([]T, 0, len(entries)) // at once, for there may be many
	for _, entry := range entries {
		page := D(entry).Base()
		if !a.edition.Shows(page, a.report.TimeZone) {
			path := strings.Trim(D(entry).Path(), "/")
			title := strings.TrimSuffix(path, page.Slug) + TitleKey(page.Title)
			for _, name := range []string{page.File, path, title, page.Slug} {
				a.report.hidden[name] = page
			}
			continue
		}
		copies = append(copies, *entry)
		shown := &copies[len(copies)-1]
		if page := D(shown).Base(); page.Key == "" {
			page.Key = TitleKey(page.Title)
		}
		out = append(out, shown)
	}
	return out
}

func (a *assembly) addSources(sources []*Source) {
	for _, s := range sources {
		a.report.sources[s.ID] = s
		a.report.Sources = append(a.report.Sources, s)
	}
	slices.SortStableFunc(a.report.Sources, func(x, y *Source) int {
		return cmp.Or(y.Date.Compare(x.Date), cmp.Compare(x.ID, y.ID))
	})
}

func (a *assembly) linkCluster(c *Cluster) {
	a.regionOf(&c.Region)
	a.linkMembers(c)
	c.Investment = linkHistory(a, c, c.Investment, &a.investments, true)
	c.Jobs = linkHistory(a, c, c.Jobs, &a.jobs, true)
	c.Stage = linkHistory(a, c, c.Stage, &a.stages, len(c.Stage) > 1)
}

// linkMembers finds the organisations that a cluster names. An entry of its list
// that names no source stays that of the file.
func (a *assembly) linkMembers(c *Cluster) {
	c.Members = a.memberships.clone(c.Members)
	for i := range c.Members {
		m := &c.Members[i]
		m.Organization = a.organization(m.Name)
		m.Organization.mentions++
		if m.Source.Ref != "" {
			m.Member = a.members.copy(m.Member)
			a.source(&m.Source)
		}
	}
}

// linkHistory resolves the sources and members of figures and tells those out
// of order. Where sourced is set, a figure without a source is told too. What it
// changes, it changes in a copy for which there is room; a history that has no
// links and is not cut stays that of the entry, as short forms do.
func linkHistory[V any](a *assembly, c *Cluster, h History[V], room *slab[Figure[V]], sourced bool) History[V] {
	day, today, latest := a.report.AsOf, a.today, Date{}
	if !day.IsZero() || h.linked() {
		h = room.clone(h)
	}
	for i := range h {
		f := &h[i]
		a.source(&f.Source)
		if f.Source.Ref == "" && sourced {
			a.warn(f.At, diag.FigureWithoutSource, diag.Args{"Dated": !f.Date.IsZero()})
		}
		if f.Member.Ref != "" {
			a.member(c, &f.Member)
		}
		if !today.IsZero() && f.Date.Compare(today) > 0 {
			a.warn(f.At, diag.FigureFromFuture, diag.Args{"Date": f.Date.String(), "Day": today.String()})
		}
		if !f.Date.IsZero() && f.Date.Last().Compare(latest) < 0 {
			a.error(f.At, diag.HistoryOutOfOrder, diag.Args{"Date": f.Date.String(), "Before": latest.String()})
		}
		if latest.Compare(f.Date) < 0 {
			latest = f.Date
		}
	}
	if !day.IsZero() {
		h = slices.DeleteFunc(h, func(f Figure[V]) bool { return f.Date.Compare(day.Last()) > 0 })
	}
	return h
}

func (a *assembly) linkArticle(article *Article) {
	a.checkDate(article)
	article.Clusters = slices.Clone(article.Clusters)
	for i := range article.Clusters {
		l := &article.Clusters[i]
		if a.cluster(l); l.To != nil {
			l.To.Articles = append(l.To.Articles, article)
		}
	}
	article.Regions = slices.Clone(article.Regions)
	for i := range article.Regions {
		l := &article.Regions[i]
		if a.regionOf(l); l.To != nil {
			l.To.Articles = append(l.To.Articles, article)
		}
	}
}

func (a *assembly) source(l *Link[Source]) {
	if l.Ref == "" {
		return
	}
	if l.To = a.report.sources[l.Ref]; l.To == nil {
		a.error(l.At, diag.UnknownSource, diag.Args{
			"ID":         l.Ref,
			"Suggestion": a.report.MeantSource(l.Ref),
			"Address":    strings.Contains(l.Ref, "/"),
			"Several":    strings.ContainsAny(l.Ref, ",;") && !strings.Contains(l.Ref, "/"),
		})
	}
}

func (a *assembly) regionOf(l *Link[Region]) {
	if l.Ref == "" {
		return
	}
	if a.regions == nil {
		a.regions = map[string]*Region{}
		for _, r := range a.report.Regions {
			a.regions[r.Key] = r
			a.regions[r.Slug] = r
		}
	}
	to, known := a.regionRefs[l.Ref]
	if !known { // in a large report, the same few are named again and again
		to = a.regions[TitleKey(l.Ref)]
		a.regionRefs[l.Ref] = to
	}
	if l.To = to; to != nil {
		return
	}
	names := make([]string, 0, 2*len(a.report.Regions))
	for _, r := range a.report.Regions {
		names = append(names, r.Slug, r.Title)
	}
	a.unresolved(l.At, diag.UnknownRegion, "regions/", l.Ref, names)
}

func (a *assembly) cluster(l *Link[Cluster]) {
	if l.To, _ = a.report.bySlug[l.Ref].(*Cluster); l.To != nil { // no other kind comes before
		return
	}
	titled := func(c *Cluster) bool { return c.Key != "" && c.Key == TitleKey(l.Ref) }
	if i := slices.IndexFunc(a.report.Clusters, titled); i >= 0 {
		a.error(l.At, diag.UnknownCluster, diag.Args{"Ref": l.Ref, "Suggestion": a.report.Clusters[i].Slug})
		return
	}
	slugs := make([]string, 0, len(a.report.Clusters))
	for _, c := range a.report.Clusters {
		slugs = append(slugs, c.Slug)
	}
	slices.Sort(slugs)
	a.unresolved(l.At, diag.UnknownCluster, "clusters/", l.Ref, slices.Compact(slugs))
}

// unresolved tells a link to nothing; a link to a page that is only not shown
// yet is a warning, for the author may well have meant it.
func (a *assembly) unresolved(at diag.Position, code diag.Code, folder, ref string, known []string) {
	if a.report.hidden[folder+ref] != nil || a.report.hidden[folder+TitleKey(ref)] != nil {
		a.warn(at, diag.LinkToUnpublished, diag.Args{"Ref": ref})
		return
	}
	a.error(at, code, diag.Args{"Ref": ref, "Suggestion": meantPage(ref, known)})
}

// meantPage is the page that somebody meant who wrote a name that none has: as a
// file (regions/tomskaya.md), as the words that its address is made of, or with a
// slip.
func meantPage(ref string, known []string) string {
	if slug := MakeSlug(strings.TrimSuffix(path.Base(ref), ".md")); slices.Contains(known, slug) {
		return slug
	}
	suggestion := diag.Suggest(ref, known)
	if word, _, many := strings.Cut(ref, " "); many {
		// Томская область is no slip of Кемеровская область.
		if first, _, _ := strings.Cut(suggestion, " "); diag.Suggest(word, []string{first}) == "" {
			return ""
		}
	}
	return suggestion
}
