package layout

import (
	"html/template"

	"example.org/svod/generator/report"
)

// RegionsPath is the list of all regions.
const RegionsPath = "regions/"

// Region is the page of a region.
type Region struct {
	Page     Page
	Total    Total
	Charts   []template.HTML
	Table    ClusterTable
	Stages   []StageRow
	News     []NewsRow
	Contacts []Contact
	Body     template.HTML
	Sources  []SourceEntry
}

// A RegionList is a page of the list of all regions.
type RegionList struct {
	Page  Page
	Rows  []RegionRow
	Pager Pager
}

// A RegionRow is a region in the list.
type RegionRow struct {
	Link
	Clusters string // "4 кластера"
	Amount   string
	Coverage string // what the sum covers, where that is not all
}

func (*Region) template() string     { return "region.html" }
func (v *Region) page() *Page        { return &v.Page }
func (*RegionList) template() string { return "regions.html" }
func (v *RegionList) page() *Page    { return &v.Page }

// Region shows a region with its clusters. Charts are rendered by [Site.Chart].
func (s *Site) Region(r *report.Region, body Body, charts ...template.HTML) *Region {
	page := s.document(&r.Page, r.Path(), RegionsPath, body.Description)
	root := page.Root
	v := &Region{
		Page:     page,
		Total:    s.total(root, report.TotalNow(r.Clusters)),
		Charts:   charts,
		Table:    s.table(root, r.Clusters, s.text("region-caption", "Region", r.Title)),
		Stages:   s.pipeline(root, r.Clusters),
		News:     s.news(root, r.Articles),
		Contacts: contacts(r.Contacts),
		Body:     body.HTML,
		Sources:  s.entries(body.Citations),
	}
	if len(s.report.Regions) > 1 {
		v.Page.Trail = []Link{{Text: s.layout.word("regions"), Href: root + RegionsPath}}
	}
	return v
}

// RegionList shows a page of the list of regions, in order of title.
func (s *Site) RegionList(number int) *RegionList {
	pager := s.pager(RegionsPath, number, len(s.report.Regions))
	v := &RegionList{
		Page: s.page(pager.path(number), RegionsPath,
			s.layout.word("regions"), s.layout.word("regions-description")),
		Pager: pager,
	}
	for _, r := range s.report.Regions[pager.from:pager.to] {
		total := s.total(v.Page.Root, report.TotalNow(r.Clusters))
		row := RegionRow{
			Link:     link(v.Page.Root, r),
			Clusters: s.layout.words.Count("cluster-count", len(r.Clusters), nil),
			Amount:   total.Hedge + total.Amount,
		}
		if total.Known && len(total.Missing)+len(total.Others) > 0 {
			row.Coverage = total.Coverage
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}
