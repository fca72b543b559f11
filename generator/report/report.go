// Package report is the model of an investment report and its arithmetic.
//
// A [Report] holds regions, clusters, the organisations that are their members,
// news articles, plain pages and the sources that every figure is taken from.
// What a cluster is promised is not a number but a [History]: a list of
// [Figure] values, each of them said by somebody on some day. All that a reader
// is shown (the sum today, the sum on another day, what changed) is computed
// from histories, here.
//
// [Assemble] makes a report of entries that were read one by one: it resolves
// every [Link], merges the names of one organisation, leaves out what is not
// published at the given moment, and returns a diagnostic for everything that
// does not fit together. It is the only constructor of a Report. A report is
// read-only afterwards and may be shared between goroutines.
//
// The package knows no file format, no template, no network and no clock.
package report

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
)

// A Report is everything that the site tells, linked and in order.
type Report struct {
	Settings
	// Regions and Organizations are in order of title, Clusters in the order of
	// their size today, Articles from the newest, Pages by their place in the
	// menu, Sources by date from the newest.
	Regions       []*Region
	Clusters      []*Cluster
	Organizations []*Organization
	Articles      []*Article
	Pages         []*Page
	Sources       []*Source

	bySlug  map[string]Document
	byPath  map[string]Document // those whose slug is another's in bySlug
	sources map[string]*Source
	hidden  map[string]*Page // documents that exist and are not shown, by file, path, slug and title
	day     Date             // see Day
}

// Settings are the front matter of content/_index.md and the text under it.
type Settings struct {
	Page
	Language string // "ru" or "en"
	BaseURL  string // with a slash at the end; empty where none is given
	Currency money.Currency
	TimeZone *time.Location
	// AsOf is the day that the report describes; figures of later days are left
	// out of it. Zero means the day of the latest figure.
	AsOf     Date
	Authors  []string
	Contacts []Contact
	Share    []string // names of networks, in the order of the buttons
	Mirrors  []string
	Accent   string // a CSS colour, #rgb or #rrggbb; empty for the theme's own
	AccentAt diag.Position
}

// A Page is a content file with a page of its own. Every other kind embeds it.
type Page struct {
	Slug        string // Latin letters, digits, hyphens
	Title       string
	Key         string // what titles are compared by, see [TitleKey]
	Description string
	Aliases     []Alias
	Menu        int // place in the menu; 0 means none
	Draft       bool
	Publish     Moment // not before this moment; zero means always
	Expires     Moment // not from this moment on; zero means never

	// Off are the checks that the page is exempt from; those of the settings
	// hold for the whole report.
	Off []Exemption

	// File is the path of the Markdown file inside the source folder and Body the
	// byte offset at which its text begins. Both are zero for a page that
	// nobody wrote, such as that of an organisation known only as a member.
	File string
	Body int
	// Sum is the fingerprint of the file, to tell whether it has changed since.
	Sum uint64
	// Rich says that the text may hold more than plain Markdown: references,
	// citations, charts, pictures, or mistakes. It has to be converted once
	// before anything is published; any other text need not be.
	Rich bool
	// At is the place of the title, where mistakes about the whole page are told.
	At diag.Position
}

// An Exemption turns a check off.
type Exemption struct {
	Check  diag.Code
	Reason string // why, for whoever reads the file next
}

// An Alias is a path of the site that once led to a page, such as "old/les/".
type Alias struct {
	Path string
	At   diag.Position
}

// Written reports whether the page has a file of its own.
func (p *Page) Written() bool { return p.File != "" }

// Base returns the page itself; it makes every kind of page a [Document].
func (p *Page) Base() *Page { return p }

// A Document is any page that can be linked by its slug: *Region, *Cluster,
// *Organization, *Article or *Page.
type Document interface {
	Base() *Page
	// Path is where the document stands in the site, with a slash at its end and
	// none at its start: "clusters/les/".
	Path() string
}

// Path is the page's own folder at the top of the site.
func (p *Page) Path() string { return p.Slug + "/" }

// A Region is a part of the country that clusters lie in.
type Region struct {
	Page
	Contacts []Contact
	// Clusters, from the largest, and Articles, from the newest, are filled by
	// [Assemble].
	Clusters []*Cluster
	Articles []*Article
}

// Path is "regions/SLUG/".
func (r *Region) Path() string { return "regions/" + r.Slug + "/" }

// A Cluster is a group of organisations that a region has announced, with what
// it promises.
type Cluster struct {
	Page
	Region     Link[Region]
	Stage      History[Stage]
	Investment History[money.Amount]
	Jobs       History[int]
	Members    []Membership
	Products   []string
	Resource   string // the raw material that the cluster is built on
	Year       Date   // when it is to start working
	Photo      Photo
	Tags       []string
	// Articles about the cluster, from the newest; filled by [Assemble].
	Articles []*Article
}

// Path is "clusters/SLUG/".
func (c *Cluster) Path() string { return "clusters/" + c.Slug + "/" }

// A Membership says that an organisation was named a member of a cluster.
type Membership struct {
	*Member                    // what the cluster's own list says; never nil
	Organization *Organization // set by [Assemble]
}

// A Member is an entry of a cluster's list of its members.
type Member struct {
	Name   Name
	Source Link[Source]
	Ref    string        // the name letter by letter
	At     diag.Position // of the name
	Since  Date          // zero where nobody said
	Until  Date          // the first day on which a list no longer names it
	Note   string
}

// Former reports whether a later list of members no longer names the organisation.
func (m *Member) Former() bool { return !m.Until.IsZero() }

// An Organization is a member of clusters. It has a page whether or not
// somebody wrote one.
type Organization struct {
	Page
	INN, OGRN string
	URL       string
	// Names are the title and every further spelling under which the
	// organisation may be named as a member; empty for one nobody wrote a page for.
	Names []Name
	// Memberships in order of the clusters' size; filled by [Assemble].
	Memberships []ClusterMembership

	mentions int // in the lists of clusters, while the report is assembled
}

// nameKey is what the name is compared by, without its legal form, whether or not
// somebody wrote a page.
func (o *Organization) nameKey() string {
	if len(o.Names) > 0 {
		return o.Names[0].Key
	}
	return o.Key
}

// Path is "organizations/SLUG/".
func (o *Organization) Path() string { return "organizations/" + o.Slug + "/" }

// A ClusterMembership is a membership seen from the organisation.
type ClusterMembership struct {
	Cluster *Cluster
	*Member
}

// An Article is a dated piece of news.
type Article struct {
	Page
	Date       Date
	DateAt     diag.Position
	Updated    Date
	Authors    []string
	Lead       string
	Correction string
	Photo      Photo
	Clusters   []Link[Cluster]
	Regions    []Link[Region]
	Tags       []string
}

// Path is "news/SLUG/".
func (a *Article) Path() string { return "news/" + a.Slug + "/" }

// A Source is where a figure was published.
type Source struct {
	ID         string
	Title      string
	Publisher  string
	Author     string
	URL        string
	ArchiveURL string
	Date       Date
	Accessed   Date
	Note       string
	At         diag.Position
}

// A Photo is a picture with its credit. It is absent where both File and
// Credit are empty.
type Photo struct {
	File    string // inside the folder of the page
	Alt     string
	Credit  string
	Caption string
	At      diag.Position
}

// A Contact is somebody whom readers may write to.
type Contact struct {
	Name, Role, Email, Telegram, Phone, URL string
}

// A Link is a reference to a T by slug, id or name. Assemble sets To, or tells
// that there is no such T.
type Link[T any] struct {
	Ref string
	At  diag.Position
	To  *T
}

// BaseAddress reads the address of a site: of the web, without anything that
// would stand in the way of paths after it. It gives it a slash at its end.
func BaseAddress(s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || strings.ContainsAny(s, " \t") {
		return "", false
	}
	return strings.TrimSuffix(s, "/") + "/", true
}

// Document returns the page with the given slug. Where several kinds share a
// slug, "clusters/les" names one of them.
func (r *Report) Document(ref string) (Document, bool) {
	ref = strings.Trim(ref, "/")
	if d, ok := r.bySlug[ref]; ok {
		return d, true
	}
	return r.at(ref)
}

// Hidden returns the page that ref names, as for [Report.Document] or by its
// file, if it exists and is not published in this edition.
func (r *Report) Hidden(ref string) (*Page, bool) {
	p, ok := r.hidden[strings.Trim(ref, "/")]
	return p, ok
}

// References are all names that may be meant by a reference: those that
// [Report.Document] knows, slugs before paths, and the slugs of pages that are not
// published yet.
func (r *Report) References() []string {
	paths := slices.Collect(maps.Keys(r.byPath))
	for _, d := range r.bySlug {
		paths = append(paths, strings.Trim(d.Path(), "/"))
	}
	slices.Sort(paths)
	names := append(slices.Sorted(maps.Keys(r.bySlug)), paths...)
	shown := len(names)
	for name, page := range r.hidden {
		if name == page.Slug {
			names = append(names, name)
		}
	}
	slices.Sort(names[shown:])
	return names
}

// Source returns the source with the given id.
func (r *Report) Source(id string) (*Source, bool) {
	s, ok := r.sources[id]
	return s, ok
}

// Day is the day that the report describes: as_of, or else the day of the
// latest figure. It is zero for a report without figures.
func (r *Report) Day() Date { return r.day }

// Changed is the date of the latest figure about the cluster; zero where none
// has a date.
func (c *Cluster) Changed() Date {
	day := c.Investment.last()
	for _, other := range [...]Date{c.Jobs.last(), c.Stage.last()} {
		if day.Compare(other) < 0 {
			day = other
		}
	}
	return day
}

// Present counts the members that the latest list names.
func (c *Cluster) Present() int {
	n := 0
	for _, m := range c.Members {
		if !m.Former() {
			n++
		}
	}
	return n
}
