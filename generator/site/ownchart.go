package site

import (
	"fmt"
	"sync"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/locale"
)

// MostHistories is how many clusters a report may have for each to get charts on
// its own page. A chart for each of ten thousand would take longer than all else.
// A report that grows beyond it loses files of charts, not addresses of pages:
// see planFormer.
const MostHistories = 200

// An ownChart is a chart that a page draws by itself, where its table has enough
// to show.
type ownChart struct {
	spec  chart.Spec
	worth bool // there is enough to show

	// words adds to the spec what takes long to find, when the chart is made; it
	// may be nil.
	words func(*chart.Spec)
	table func() *dataset.Table
}

// findOwnDrawings adds the charts that pages draw by themselves.
func (s *Site) findOwnDrawings(names chartNames) {
	r := s.Report
	home := layout.ChartPlace{Page: r.Title, Of: &r.Page}
	if x := s.ownDrawing(names, home, "clusters", s.clustersChart("chart-clusters", nil, r.Clusters)); x != nil {
		s.drawings.clusters = x
		s.drawings.all = append(s.drawings.all, x)
	}
	s.drawings.addPage(s.ownDrawing(names, home, "promised", s.promisedChart()))
	s.drawings.addPage(s.ownDrawing(names, home, "stages", s.stagesChart()))
	ledger := layout.ChartPlace{Page: s.dress.words.Text("ledger", nil), Path: layout.LedgerPath}
	s.drawings.addPage(s.ownDrawing(names, ledger, "course", s.courseChart()))
	for _, region := range r.Regions {
		at := layout.ChartPlace{Page: region.Title, Path: region.Path(), Of: &region.Page}
		title := locale.Args{"Region": region.Title}
		s.drawings.addPage(s.ownDrawing(names, at, "region-"+region.Slug, s.clustersChart("chart-region", title, region.Clusters)))
	}
	if len(r.Clusters) > MostHistories {
		return
	}
	for _, c := range r.Clusters {
		at := layout.ChartPlace{Page: c.Title, Path: c.Path(), Of: &c.Page}
		s.drawings.addPage(s.ownDrawing(names, at, historyName(c), s.historyChart(c)))
	}
}

// ownDrawing is the drawing of a chart of a page's own; nil where there is not
// enough to show.
func (s *Site) ownDrawing(names chartNames, at layout.ChartPlace, name string, own ownChart) *drawing {
	if !own.worth {
		return nil
	}
	at.ID = names.make(name)
	at.Anchor, at.Title = "chart-"+at.ID, own.spec.Title
	return &drawing{at, sync.OnceValues(func() (*chart.Chart, error) {
		c := s.makeOwn(own)
		if c == nil {
			return nil, fmt.Errorf("site: the chart %s has nothing to show", at.ID)
		}
		return c, nil
	})}
}

func (s *Site) makeOwn(own ownChart) *chart.Chart {
	spec := own.spec
	if own.words != nil {
		own.words(&spec)
	}
	c, _ := spec.Of(own.table(), s.dress.chartWords)
	return c
}
