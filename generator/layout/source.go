package layout

import (
	"html/template"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// SourcesPath is the page of all sources; each has its id as an anchor there.
const SourcesPath = "sources/"

// A SourceLink names a source in a word or two beside a figure.
type SourceLink struct {
	Publisher, Title, URL string
	Date                  string // empty beside a figure, which has its own
}

// A SourceEntry is a source in full, as the foot of a page lists it.
type SourceEntry struct {
	ID                       string         // of its element
	Places                   []template.URL // "#cite:1", the places in the text that cite it
	Title, Publisher, Author string
	Date, ISO                string
	URL, ArchiveURL          string
	Accessed, AccessedISO    string
	Note                     string
}

// Sources is the page of all sources of the report.
type Sources struct {
	Page    Page
	Entries []SourceEntry
	Pager   Pager
}

func (*Sources) template() string { return "sources.html" }
func (v *Sources) page() *Page    { return &v.Page }

// Sources shows a page of the list of sources, from the newest. The first page
// is number 1.
func (s *Site) Sources(number int) *Sources {
	pager := s.pager(SourcesPath, number, len(s.report.Sources))
	v := &Sources{
		Page:  s.page(pager.path(number), SourcesPath, s.layout.word("sources"), s.layout.word("sources-description")),
		Pager: pager,
	}
	for _, source := range s.report.Sources[pager.from:pager.to] {
		v.Entries = append(v.Entries, s.sources[source])
	}
	return v
}

// namedBeside is how many sources stand beside a chart: more would be longer than
// its words.
const namedBeside = 5

// SourceLinks names the first sources of a chart beside it, with the days on which
// they said it. Where there are others, further leads to the list at an address; it
// is nil where all are named.
func (s *Site) SourceLinks(sources report.Sources, list string) (named []SourceLink, further *Link) {
	for _, source := range sources.List[:min(namedBeside, len(sources.List))] {
		link := *s.sourceLink(source)
		link.Date = s.layout.words.Date(source.Date)
		named = append(named, link)
	}
	switch count := len(sources.List) - namedBeside; {
	case sources.More:
		further = &Link{Text: s.layout.word("sources-others"), Href: list}
	case count > 0:
		further = &Link{Text: s.layout.words.Text("sources-further", locale.Args{"Count": count}), Href: list}
	}
	return named, further
}

func (s *Site) sourceLink(source *report.Source) *SourceLink {
	if source == nil {
		return nil
	}
	return &SourceLink{Publisher: source.Publisher, Title: source.Title, URL: source.URL}
}

func (s *Site) entry(source *report.Source) SourceEntry {
	date := s.layout.words.Date
	return SourceEntry{
		ID:          source.ID,
		Title:       source.Title,
		Publisher:   source.Publisher,
		Author:      source.Author,
		Date:        date(source.Date),
		ISO:         source.Date.String(),
		URL:         source.URL,
		ArchiveURL:  source.ArchiveURL,
		Accessed:    date(source.Accessed),
		AccessedISO: source.Accessed.String(),
		Note:        source.Note,
	}
}

// entries lists the sources at the foot of a page: those cited in the text
// under their numbers, then those that only figures name.
func (s *Site) entries(cited []Citation, further ...*report.Source) []SourceEntry {
	var out []SourceEntry
	seen := make(map[*report.Source]bool, len(cited)+len(further))
	for _, c := range cited {
		seen[c.Source] = true
		entry := s.sources[c.Source]
		entry.ID = c.Anchor
		for _, id := range c.Places {
			entry.Places = append(entry.Places, template.URL("#"+id))
		}
		out = append(out, entry)
	}
	for _, source := range further {
		if source != nil && !seen[source] {
			seen[source] = true
			out = append(out, s.sources[source])
		}
	}
	return out
}

// sourcesOf are the sources of all figures and memberships of a cluster.
func sourcesOf(c *report.Cluster) []*report.Source {
	var out []*report.Source
	for i := range c.Investment {
		out = append(out, c.Investment[i].Source.To)
	}
	for i := range c.Stage {
		out = append(out, c.Stage[i].Source.To)
	}
	for i := range c.Jobs {
		out = append(out, c.Jobs[i].Source.To)
	}
	for i := range c.Members {
		out = append(out, c.Members[i].Source.To)
	}
	return out
}
