package layout

import (
	"html/template"
	"slices"

	"example.org/svod/generator/report"
)

// Cluster is the page of a cluster.
type Cluster struct {
	Page Page
	// Amount is the current sum and Before the one that stood before it, to be
	// struck through; Said is the line of the history that it is taken from, with
	// the change from the line before. Hedge is the word before Amount, with the space
	// after it.
	Amount, Before string
	Known          bool
	Hedge          string
	Said           *Figure
	Facts          []Fact
	Photo          *Photo
	Body           template.HTML
	Chart          template.HTML // of the sum over time; may be empty
	Standing       string        // the place among all clusters in words; may be empty
	Place          template.HTML // the chart of all clusters, with this one marked; may be empty
	Investment     *History      // of the sum; nil where it is one figure without a note
	Histories      []History     // the same of the stage and of the jobs
	Parts          []Figure      // sums of single projects and subsidies
	Present        []Member
	PresentCount   string // "5 участников"
	Former         []Member
	News           []NewsRow
	Sources        []SourceEntry
}

// A Fact is one line of the panel beside the text.
type Fact struct {
	Term      string
	Value     string
	Href      string // of the value; may be empty
	Items     []string
	Date, ISO string
	Source    *SourceLink
	Note      string
}

// A Member is an organisation in the list of a cluster.
type Member struct {
	Name, Href   string
	Since, Until string // as words: "с февраля 2025"; empty where nobody said
	Source       *SourceLink
	Note         string
}

func (*Cluster) template() string { return "cluster.html" }
func (v *Cluster) page() *Page    { return &v.Page }

// Cluster shows a cluster.
func (s *Site) Cluster(c *report.Cluster, body Body) *Cluster {
	page := s.document(&c.Page, c.Path(), ClustersPath, body.Description)
	root := page.Root
	v := &Cluster{
		Page:     page,
		Amount:   s.unknown,
		Photo:    s.photo(c.Photo, body.Photo),
		Body:     body.HTML,
		Chart:    body.Lead,
		Place:    body.Place,
		Standing: s.place(c),
		News:     s.news(root, c.Articles),
		Sources:  s.entries(body.Citations, sourcesOf(c)...),
	}
	v.Page.Trail = s.trail(root, c)
	if v.Photo != nil {
		v.Page.Image = s.absolute(v.Page.Path, v.Photo.Src)
	}
	whole, parts := s.investment(root, c)
	v.Parts = parts
	for i := range whole {
		if whole[i].State == "standing" {
			v.Said = &whole[i]
		}
	}
	if f, ok := c.Investment.Current(); ok && !f.Unknown {
		v.Amount, v.Known, v.Hedge = s.layout.words.Amount(f.Value), true, s.word(f.Hedge)
	}
	if f, ok := before(c); ok {
		v.Before = s.amount(f)
	}
	stages, jobs := s.progress(root, c.Stage), s.jobs(root, c.Jobs)
	v.Facts = s.facts(root, c, stages, jobs)
	v.Investment = s.story("investment", whole)
	for _, h := range []*History{s.story("stage", stages), s.story("jobs", jobs)} {
		if h != nil {
			v.Histories = append(v.Histories, *h)
		}
	}
	s.addMembers(v, c)
	return v
}

// story is the history of something, under a title that promises no change
// where there was none; nil where it says no more than the panel of facts does.
func (s *Site) story(of string, figures []Figure) *History {
	switch {
	case len(figures) > 1:
		return &History{"history-" + of, s.layout.word("history-" + of), figures}
	case len(figures) == 1 && figures[0].Note != "":
		return &History{"history-" + of, s.layout.word(of), figures}
	}
	return nil
}

func (s *Site) addMembers(v *Cluster, c *report.Cluster) {
	for _, m := range c.Members {
		member := Member{
			Name:   m.Name.Written,
			Source: s.sourceLink(m.Source.To),
			Note:   m.Note,
		}
		if o := m.Organization; o != nil {
			member.Href = v.Page.Root + o.Path()
		}
		if !m.Since.IsZero() {
			member.Since = s.text("member-since", "Date", s.layout.words.Date(m.Since))
		}
		if m.Former() {
			member.Until = s.text("member-until", "Date", s.layout.words.Date(m.Until))
			v.Former = append(v.Former, member)
			continue
		}
		v.Present = append(v.Present, member)
	}
	v.PresentCount = s.layout.words.Count("member-count", len(v.Present), nil)
}

// facts are the lines of the panel, those that are not known left out.
func (s *Site) facts(root string, c *report.Cluster, stages, jobs []Figure) []Fact {
	var facts []Fact
	add := func(word string, f Fact) {
		if f.Value != "" || len(f.Items) > 0 {
			f.Term = s.layout.word(word)
			facts = append(facts, f)
		}
	}
	add("stage", standing(sinceFirst(stages)))
	if region := c.Region.To; region != nil {
		add("region", Fact{Value: region.Title, Href: root + region.Path()})
	}
	add("jobs", standing(jobs))
	add("year", Fact{Value: s.layout.words.Date(c.Year)})
	add("resource", Fact{Value: c.Resource})
	add("products", Fact{Items: c.Products})
	return facts
}

// standing is the fact that holds today.
func standing(figures []Figure) Fact {
	for _, f := range figures {
		if f.State == "standing" {
			return Fact{Value: f.Value, Date: f.Date, ISO: f.ISO, Source: f.Source, Note: f.Note}
		}
	}
	return Fact{}
}

// sinceFirst is a history in which the figure that holds today is the one that
// said so first: a stage lasts from the day on which it was reached, however often
// it is confirmed.
func sinceFirst(figures []Figure) []Figure {
	out := slices.Clone(figures)
	for i := len(out) - 1; i > 0; i-- {
		if out[i].State == "standing" && out[i-1].State == "same" {
			out[i-1].State, out[i].State = "standing", "same"
		}
	}
	return out
}

// trail leads from the top of the site to a cluster, through its region where
// there are several.
func (s *Site) trail(root string, c *report.Cluster) []Link {
	trail := []Link{{Text: s.layout.word("clusters"), Href: root + ClustersPath}}
	if region := c.Region.To; region != nil && len(s.report.Regions) > 1 {
		trail = append(trail, link(root, region))
	}
	return trail
}
