package layout

import (
	"cmp"
	"html/template"
	"slices"

	"example.org/svod/generator/report"
)

// Home is the first page of the site: the report itself.
type Home struct {
	Page        Page
	Total       Total
	Lead        template.HTML // the chart that stands right below the sum; may be empty
	Charts      []template.HTML
	Table       ClusterTable
	AllClusters *Link // where the table does not hold all of them
	Stages      []StageRow
	News        []NewsRow
	AllNews     *Link
	Body        template.HTML
	Sources     []SourceEntry
}

// A StageRow tells which clusters have come how far.
type StageRow struct {
	Stage    string
	Key      string // "registered", for the stylesheet
	Count    string // "2 кластера"
	Clusters []Link
	More     string // "и ещё 12 кластеров"; empty where all are listed
}

// Rows that the home page shows of lists that have pages of their own. The
// charts of many clusters show as many bars.
const (
	homeClusters = 20
	homeNews     = 6
	homeStage    = 6
)

func (*Home) template() string { return "home.html" }
func (v *Home) page() *Page    { return &v.Page }

// Home shows the report. The further charts are rendered by [Site.Chart].
func (s *Site) Home(body Body, charts ...template.HTML) *Home {
	r := s.report
	v := &Home{
		Page:    s.page("", "", r.Title, r.Description),
		Total:   s.total("", s.sum()),
		Lead:    body.Lead,
		Charts:  charts,
		Stages:  s.pipeline("", r.Clusters),
		News:    s.news("", r.Articles[:min(homeNews, len(r.Articles))]),
		Body:    body.HTML,
		Sources: s.entries(body.Citations),
	}
	v.Page.WindowTitle = r.Title
	v.Page.Summary = cmp.Or(r.Description, body.Description)
	v.Page.Linked = s.linkedReport(&v.Page)
	shown := r.Clusters[:min(homeClusters, len(r.Clusters))]
	v.Table = s.table("", shown, s.layout.word("clusters-caption"))
	if len(shown) < len(r.Clusters) {
		v.Table.Caption = s.layout.words.Count("largest-caption", len(shown), nil)
		v.AllClusters = &Link{Text: s.layout.words.Count("all-clusters", len(r.Clusters), nil), Href: ClustersPath}
	}
	if len(r.Articles) > homeNews {
		v.AllNews = &Link{Text: s.layout.word("all-news"), Href: NewsPath}
	}
	return v
}

// pipeline files clusters by their current stage, in the order of stages, and last
// those of which no stage is known, so that the counts come to all clusters. There
// is nothing to file where none has a stage.
func (s *Site) pipeline(root string, clusters []*report.Cluster) []StageRow {
	at := map[report.Stage][]*report.Cluster{}
	for _, c := range clusters {
		if f, ok := c.Stage.Current(); ok && !f.Unknown {
			at[f.Value] = append(at[f.Value], c)
		}
	}
	if len(at) == 0 {
		return nil
	}
	for _, c := range clusters {
		if f, ok := c.Stage.Current(); !ok || f.Unknown {
			at[""] = append(at[""], c)
		}
	}
	var rows []StageRow
	for _, stage := range append(slices.Clone(report.Stages), "") {
		if len(at[stage]) == 0 {
			continue
		}
		name, key := s.stages[stage], string(stage)
		if stage == "" {
			name, key = s.layout.word("stage-unknown"), "unknown"
		}
		row := StageRow{
			Stage: name,
			Key:   key,
			Count: s.layout.words.Count("cluster-count", len(at[stage]), nil),
		}
		for i, c := range at[stage] {
			if i == homeStage {
				row.More = s.layout.words.Count("more-clusters", len(at[stage])-i, nil)
				break
			}
			row.Clusters = append(row.Clusters, link(root, c))
		}
		rows = append(rows, row)
	}
	return rows
}
