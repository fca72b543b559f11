package layout

import (
	"example.org/svod/generator/report"
)

// ClustersPath is the list of all clusters.
const ClustersPath = "clusters/"

// A ClusterRow is a cluster in a table.
type ClusterRow struct {
	Title, Href string
	Region      string
	Stage       string // "включён в реестр"; empty where unknown
	StageKey    string // "registered", for the stylesheet
	Before      string // the sum that stood before, to be struck through; may be empty
	Amount      string
	Known       bool // somebody has named a sum
	Jobs, Year  string
}

// A ClusterTable shows clusters in rows. A column that would be empty or the
// same in all rows is not shown.
type ClusterTable struct {
	Caption                      string
	Rows                         []ClusterRow
	Stages, Regions, Jobs, Years bool // the columns to show
}

// A ClusterList is a page of the list of all clusters.
type ClusterList struct {
	Page  Page
	Total Total
	Table ClusterTable
	Pager Pager
}

func (*ClusterList) template() string { return "clusters.html" }
func (v *ClusterList) page() *Page    { return &v.Page }

// ClusterList shows a page of the list of clusters, from the largest. The first
// page is number 1, the last [PageCount] of the clusters.
func (s *Site) ClusterList(number int) *ClusterList {
	clusters := s.report.Clusters
	pager := s.pager(ClustersPath, number, len(clusters))
	page := s.page(pager.path(number), ClustersPath, s.layout.word("clusters"), s.layout.word("clusters-description"))
	return &ClusterList{
		Page:  page,
		Total: s.total(page.Root, s.sum()),
		Table: s.table(page.Root, clusters[pager.from:pager.to], s.layout.word("clusters-caption")),
		Pager: pager,
	}
}

func (s *Site) table(root string, clusters []*report.Cluster, caption string) ClusterTable {
	t := ClusterTable{Caption: caption, Rows: make([]ClusterRow, len(clusters))}
	for i, c := range clusters {
		row := s.row(root, c)
		t.Rows[i] = row
		t.Regions = t.Regions || row.Region != t.Rows[0].Region
		t.Stages = t.Stages || row.Stage != ""
		t.Jobs = t.Jobs || row.Jobs != ""
		t.Years = t.Years || row.Year != ""
	}
	return t
}

func (s *Site) row(root string, c *report.Cluster) ClusterRow {
	row := ClusterRow{
		Title:  c.Title,
		Href:   root + c.Path(),
		Amount: s.unknown,
		Year:   s.layout.words.Date(c.Year),
	}
	if region := c.Region.To; region != nil {
		row.Region = region.Title
	}
	if f, ok := c.Stage.Current(); ok {
		row.Stage, row.StageKey = s.stage(f), string(f.Value)
	}
	if f, ok := c.Investment.Current(); ok {
		row.Amount, row.Known = s.amount(f), !f.Unknown
	}
	if f, ok := before(c); ok {
		row.Before = s.amount(f)
	}
	if f, ok := c.Jobs.Current(); ok && !f.Unknown {
		row.Jobs = s.count(f)
	}
	return row
}
