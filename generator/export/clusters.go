package export

import (
	"strings"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// Clusters lists the clusters from the largest, each with the figures that stand
// today. Sources are named by their ids; report.json has all of them.
func Clusters(r *report.Report, words *locale.Locale) Table {
	type line = clusterLine
	return makeTable("clusters", words, r.Clusters, lineOf, []column[line]{
		{"slug", isText, func(l line) cell { return text(l.Slug) }},
		{"title", isText, func(l line) cell { return text(l.Title) }},
		{"region", isText, func(l line) cell { return regionOf(l.Cluster) }},
		{"stage", isText, func(l line) cell {
			if s := l.stage.Value; s != "" {
				return text(words.Stage(s))
			}
			return cell{}
		}},
		{"stage_date", isText, func(l line) cell { return date(l.stage.Date) }},
		{"stage_source", isText, func(l line) cell { return text(l.stage.Source.Ref) }},
		{"investment", isNumber, func(l line) cell { return l.investment.number() }},
		{"currency", isText, func(l line) cell { return l.investment.currency() }},
		{"investment_text", isText, func(l line) cell { return l.investment.written(words) }},
		{"approximate", isText, func(l line) cell { return hedge(words, l.investment.Hedge) }},
		{"investment_date", isText, func(l line) cell { return date(l.investment.Date) }},
		{"investment_source", isText, func(l line) cell { return text(l.investment.Source.Ref) }},
		{"source_url", isText, func(l line) cell { return sourceAddress(l.investment.Source) }},
		{"jobs", isInteger, func(l line) cell {
			if l.jobs.Value > 0 {
				return number(decimal.NewFromInt(int64(l.jobs.Value)))
			}
			return cell{}
		}},
		{"jobs_approximate", isText, func(l line) cell { return hedge(words, l.jobs.Hedge) }},
		{"jobs_date", isText, func(l line) cell { return date(l.jobs.Date) }},
		{"jobs_source", isText, func(l line) cell { return text(l.jobs.Source.Ref) }},
		{"members", isText, func(l line) cell { return text(presentMembers(l.Cluster)) }},
		{"products", isText, func(l line) cell { return text(strings.Join(l.Products, "; ")) }},
		{"resource", isText, func(l line) cell { return text(l.Resource) }},
		{"year", isText, func(l line) cell { return date(l.Year) }},
		{"page", isText, func(l line) cell { return text(address(r, l.Path())) }},
	})
}

// A clusterLine is a cluster with the figures that stand today.
type clusterLine struct {
	*report.Cluster
	investment sum
	jobs       report.Figure[int]
	stage      report.Figure[report.Stage]
}

func lineOf(c *report.Cluster) clusterLine {
	l := clusterLine{Cluster: c}
	l.investment.Figure, l.investment.known = c.Investment.Current()
	l.jobs, _ = c.Jobs.Current()
	l.stage, _ = c.Stage.Current()
	return l
}

func regionOf(c *report.Cluster) cell {
	if c.Region.To == nil {
		return cell{}
	}
	return text(c.Region.To.Title)
}

func sourceAddress(l report.Link[report.Source]) cell {
	if l.To == nil {
		return cell{}
	}
	return text(l.To.URL)
}

// presentMembers names the members of the latest list.
func presentMembers(c *report.Cluster) string {
	var names []string
	for _, m := range c.Members {
		if !m.Former() {
			names = append(names, m.Name.Written)
		}
	}
	return strings.Join(names, "; ")
}
