package content

import (
	"slices"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// A Kind is a kind of file that has keys: one front matter for each kind of
// page, and sources.yaml.
type Kind string

// Kinds of file.
const (
	ReportFile       Kind = "report" // _index.md
	RegionFile       Kind = "region"
	ClusterFile      Kind = "cluster"
	OrganizationFile Kind = "organization"
	ArticleFile      Kind = "article"
	PageFile         Kind = "page"
	SourcesFile      Kind = "sources" // sources.yaml; its keys are those of one source
)

// FileKinds are all of them.
var FileKinds = []Kind{
	ReportFile, RegionFile, ClusterFile, OrganizationFile, ArticleFile, PageFile, SourcesFile,
}

// A Shape is what a plain value must look like.
type Shape string

// Shapes of a plain value. The last ones name something else of the report.
const (
	Text     Shape = "text"  // one line
	Prose    Shape = "prose" // a sentence or more, that readers see
	YesNo    Shape = "yes-no"
	Number   Shape = "number" // whole, not negative
	Count    Shape = "count"  // a Number that may be hedged: "более 800"
	Amount   Shape = "amount" // may be hedged, too
	Day      Shape = "day"    // a day, a month or a year
	Stated   Shape = "stated" // the Day of a figure or a source; that it is not known may be said
	Moment   Shape = "moment" // a Day that may have an hour
	Word     Shape = "word"   // one of Key.Words
	Slug     Shape = "slug"
	Address  Shape = "address" // absolute, of the web
	Base     Shape = "base"    // the Address of the site, which may lack its scheme
	Currency Shape = "currency"
	Zone     Shape = "zone"
	Color    Shape = "color"
	Picture  Shape = "picture" // a file beside the page

	ToRegion       Shape = "to-region"
	ToCluster      Shape = "to-cluster"
	ToOrganization Shape = "to-organization"
	ToSource       Shape = "to-source"
)

// A Form is how many values a key has.
type Form int

// Forms of a key.
const (
	One     Form = iota
	List         // a list, or its only item without the list
	History      // a plain value, or a list of dated mappings
)

// A Key is a line of front matter: what editors have to know of it to help with
// writing it. The tests of this package hold it against what the Reader reads.
type Key struct {
	Name     string
	Form     Form
	Shape    Shape    // of a plain value; empty where it must be a mapping
	Words    []string // that a Word can be
	Required bool
	// Keys are those of a mapping; empty where the value must be plain. Group
	// names them.
	Keys  []Key
	Group string
}

// Keys are the keys of a kind of file, in the order in which people write them.
func Keys(k Kind) []Key {
	title, description := Key{Name: "title", Shape: Prose, Required: true}, Key{Name: "description", Shape: Prose}
	aliases := Key{Name: "aliases", Shape: Text, Form: List}
	head := []Key{title, description}
	tail := []Key{
		{Name: "draft", Shape: YesNo},
		{Name: "publish", Shape: Moment},
		{Name: "expires", Shape: Moment},
		{Name: "slug", Shape: Slug},
		aliases,
		checksKey,
	}
	switch k {
	case ReportFile:
		return slices.Concat(head, reportKeys, []Key{aliases, checksKey})
	case RegionFile:
		return slices.Concat(head, []Key{contactsKey}, tail)
	case ClusterFile:
		return slices.Concat(head, clusterKeys, tail)
	case OrganizationFile:
		return slices.Concat(head, organizationKeys, tail)
	case ArticleFile:
		return slices.Concat(head, articleKeys, tail)
	case PageFile:
		return slices.Concat(head, []Key{{Name: "nav", Shape: Number}}, tail)
	case SourcesFile:
		return slices.Clone(sourceKeys)
	}
	return nil
}

// The declarations, which nobody changes.
var (
	tagsKey     = Key{Name: "tags", Shape: Prose, Form: List}
	authorsKey  = Key{Name: "authors", Shape: Prose, Form: List}
	contactsKey = Key{Name: "contacts", Form: List, Group: "contact", Keys: []Key{
		{Name: "name", Shape: Text},
		{Name: "role", Shape: Prose},
		{Name: "email", Shape: Text},
		{Name: "telegram", Shape: Text},
		{Name: "phone", Shape: Text},
		{Name: "url", Shape: Address},
	}}
	checksKey = Key{Name: "checks", Group: "checks", Keys: []Key{
		{Name: "off", Form: List, Group: "exemption", Keys: []Key{
			{Name: "id", Shape: Text, Required: true},
			{Name: "reason", Shape: Text, Required: true},
		}},
	}}
	photoKey = Key{Name: "photo", Shape: Picture, Group: "photo", Keys: []Key{
		{Name: "file", Shape: Picture},
		{Name: "alt", Shape: Prose},
		{Name: "credit", Shape: Prose},
		{Name: "caption", Shape: Prose},
	}}
	reportKeys = []Key{
		{Name: "language", Shape: Word, Words: languages},
		{Name: "base_url", Shape: Base},
		{Name: "currency", Shape: Currency},
		{Name: "time_zone", Shape: Zone},
		{Name: "as_of", Shape: Day},
		authorsKey,
		contactsKey,
		{Name: "share", Shape: Word, Words: networks, Form: List},
		{Name: "mirrors", Shape: Address, Form: List},
		{Name: "theme", Group: "theme", Keys: []Key{{Name: "accent", Shape: Color}}},
	}
	clusterKeys = []Key{
		{Name: "region", Shape: ToRegion},
		historyOf(Key{Name: "stage", Shape: Word, Words: diag.Names(report.Stages)}, "stage"),
		historyOf(Key{Name: "investment", Shape: Amount}, "amount"),
		historyOf(Key{Name: "jobs", Shape: Count}, "jobs"),
		{Name: "members", Shape: ToOrganization, Form: List, Group: "member", Keys: []Key{
			{Name: "name", Shape: ToOrganization, Required: true},
			{Name: "since", Shape: Day},
			{Name: "until", Shape: Day},
			{Name: "source", Shape: ToSource},
			{Name: "note", Shape: Prose},
		}},
		{Name: "products", Shape: Prose, Form: List},
		{Name: "resource", Shape: Prose},
		{Name: "year", Shape: Day},
		photoKey,
		tagsKey,
	}
	organizationKeys = []Key{
		{Name: "inn", Shape: Text},
		{Name: "ogrn", Shape: Text},
		{Name: "url", Shape: Address},
	}
	articleKeys = []Key{
		{Name: "date", Shape: Day, Required: true},
		{Name: "updated", Shape: Day},
		authorsKey,
		{Name: "lead", Shape: Prose},
		{Name: "correction", Shape: Prose},
		photoKey,
		{Name: "clusters", Shape: ToCluster, Form: List},
		{Name: "regions", Shape: ToRegion, Form: List},
		tagsKey,
	}
	sourceKeys = []Key{
		{Name: "title", Shape: Prose, Required: true},
		{Name: "publisher", Shape: Prose, Required: true},
		{Name: "author", Shape: Text},
		{Name: "url", Shape: Address, Required: true},
		{Name: "archive_url", Shape: Address},
		{Name: "date", Shape: Stated, Required: true},
		{Name: "accessed", Shape: Day},
		{Name: "note", Shape: Prose},
	}
)

// historyOf makes the key of figures out of that of one figure, which has another
// name in the long form.
func historyOf(k Key, inside string) Key {
	k.Form, k.Group = History, "figure"
	k.Keys = []Key{
		{Name: "date", Shape: Stated, Required: true},
		{Name: inside, Shape: k.Shape, Words: k.Words, Required: true},
		{Name: "source", Shape: ToSource},
		{Name: "kind", Shape: Word, Words: diag.Names(report.Kinds)},
		{Name: "scope", Shape: Word, Words: diag.Names(report.Scopes)},
		{Name: "member", Shape: ToOrganization},
		{Name: "project", Shape: Prose},
		{Name: "approximate", Shape: YesNo},
		{Name: "note", Shape: Prose},
	}
	return k
}

// Unnamed are the ways of saying that the value of a figure was not named.
func Unnamed() []string { return money.UnknownWords() }
