package layout

import (
	"html/template"

	"example.org/svod/generator/report"
)

// OrganizationsPath is the list of all organisations.
const OrganizationsPath = "organizations/"

// Organization is the page of a member of clusters.
type Organization struct {
	Page        Page
	Facts       []Fact
	Memberships []MembershipRow
	Projects    []Project // sums that were named for its part of a cluster
	Body        template.HTML
	Sources     []SourceEntry
}

// A MembershipRow is a cluster that names the organisation.
type MembershipRow struct {
	Cluster      ClusterRow
	As           string // how the cluster's list writes the name, where it differs
	Since, Until string
	Former       bool
	Source       *SourceLink
	Note         string
}

// A Project is a sum that was named for a part of a cluster.
type Project struct {
	Cluster Link
	Figure  Figure
}

// An OrganizationList is a page of the list of all organisations.
type OrganizationList struct {
	Page  Page
	Rows  []OrganizationRow
	Pager Pager
}

// An OrganizationRow is an organisation in the list.
type OrganizationRow struct {
	Link
	Clusters []ListedCluster
}

// A ListedCluster is a cluster of an organisation in the list.
type ListedCluster struct {
	Link
	Former bool // it no longer names the organisation
}

func (*Organization) template() string     { return "organization.html" }
func (v *Organization) page() *Page        { return &v.Page }
func (*OrganizationList) template() string { return "organizations.html" }
func (v *OrganizationList) page() *Page    { return &v.Page }

// Organization shows an organisation, whether or not somebody wrote its page.
func (s *Site) Organization(o *report.Organization, body Body) *Organization {
	page := s.document(&o.Page, o.Path(), OrganizationsPath, body.Description)
	root := page.Root
	v := &Organization{Page: page, Body: body.HTML, Facts: s.register(o)}
	v.Page.Trail = []Link{{Text: s.layout.word("organizations"), Href: root + OrganizationsPath}}
	v.Memberships = make([]MembershipRow, 0, len(o.Memberships))
	var further []*report.Source
	for _, m := range o.Memberships {
		v.Memberships = append(v.Memberships, s.membership(root, o, m))
		further = append(further, m.Source.To)
		for _, a := range m.Cluster.Announcements() {
			if a.Figure.Member.To != o {
				continue
			}
			f := s.announcement(root, a)
			f.Member = nil
			v.Projects = append(v.Projects, Project{Cluster: link(root, m.Cluster), Figure: f})
			further = append(further, a.Figure.Source.To)
		}
	}
	if v.Page.Description == "" && len(o.Memberships) > 0 {
		v.Page.Description = s.text("organization-description", "Cluster", o.Memberships[0].Cluster.Title)
	}
	v.Sources = s.entries(body.Citations, further...)
	return v
}

func (s *Site) membership(root string, o *report.Organization, m report.ClusterMembership) MembershipRow {
	row := MembershipRow{
		Cluster: s.row(root, m.Cluster),
		Former:  m.Former(),
		Source:  s.sourceLink(m.Source.To),
		Note:    m.Note,
	}
	if m.Name.Written != o.Title {
		row.As = m.Name.Written
	}
	if !m.Since.IsZero() {
		row.Since = s.text("member-since", "Date", s.layout.words.Date(m.Since))
	}
	if m.Former() {
		row.Until = s.text("member-until", "Date", s.layout.words.Date(m.Until))
	}
	return row
}

// register are the numbers by which an organisation is found in state registers.
func (s *Site) register(o *report.Organization) []Fact {
	var facts []Fact
	if o.INN != "" {
		facts = append(facts, Fact{Term: s.layout.word("inn"), Value: o.INN})
	}
	if o.OGRN != "" {
		facts = append(facts, Fact{Term: s.layout.word("ogrn"), Value: o.OGRN})
	}
	if o.URL != "" {
		facts = append(facts, Fact{Term: s.layout.word("website"), Value: host(o.URL), Href: o.URL})
	}
	return facts
}

// OrganizationList shows a page of the list of organisations, in order of title.
func (s *Site) OrganizationList(number int) *OrganizationList {
	pager := s.pager(OrganizationsPath, number, len(s.report.Organizations))
	v := &OrganizationList{
		Page: s.page(pager.path(number), OrganizationsPath,
			s.layout.word("organizations"), s.layout.word("organizations-description")),
		Pager: pager,
	}
	for _, o := range s.report.Organizations[pager.from:pager.to] {
		row := OrganizationRow{Link: link(v.Page.Root, o)}
		for _, m := range o.Memberships {
			row.Clusters = append(row.Clusters, ListedCluster{link(v.Page.Root, m.Cluster), m.Former()})
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}
