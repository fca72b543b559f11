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
	type cluster = *report.Cluster
	investment := func(c cluster) sum {
		f, ok := c.Investment.Current()
		return sum{f, ok}
	}
	jobs := func(c cluster) report.Figure[int] {
		f, _ := c.Jobs.Current()
		return f
	}
	stage := func(c cluster) report.Figure[report.Stage] {
		f, _ := c.Stage.Current()
		return f
	}
	return makeTable("clusters", words, r.Clusters, []column[cluster]{
		{"slug", isText, func(c cluster) cell { return text(c.Slug) }},
		{"title", isText, func(c cluster) cell { return text(c.Title) }},
		{"region", isText, func(c cluster) cell { return regionOf(c) }},
		{"stage", isText, func(c cluster) cell {
			if s := stage(c).Value; s != "" {
				return text(words.Stage(s))
			}
			return cell{}
		}},
		{"stage_date", isText, func(c cluster) cell { return date(stage(c).Date) }},
		{"stage_source", isText, func(c cluster) cell { return text(stage(c).Source.Ref) }},
		{"investment", isNumber, func(c cluster) cell { return investment(c).number() }},
		{"currency", isText, func(c cluster) cell { return investment(c).currency() }},
		{"investment_text", isText, func(c cluster) cell { return investment(c).written(words) }},
		{"approximate", isText, func(c cluster) cell { return yes(words, investment(c).Approximate) }},
		{"investment_date", isText, func(c cluster) cell { return date(investment(c).Date) }},
		{"investment_source", isText, func(c cluster) cell { return text(investment(c).Source.Ref) }},
		{"source_url", isText, func(c cluster) cell { return sourceAddress(investment(c).Source) }},
		{"jobs", isInteger, func(c cluster) cell {
			if f := jobs(c); f.Value > 0 {
				return number(decimal.NewFromInt(int64(f.Value)))
			}
			return cell{}
		}},
		{"jobs_approximate", isText, func(c cluster) cell { return yes(words, jobs(c).Approximate) }},
		{"jobs_date", isText, func(c cluster) cell { return date(jobs(c).Date) }},
		{"jobs_source", isText, func(c cluster) cell { return text(jobs(c).Source.Ref) }},
		{"members", isText, func(c cluster) cell { return text(presentMembers(c)) }},
		{"products", isText, func(c cluster) cell { return text(strings.Join(c.Products, "; ")) }},
		{"resource", isText, func(c cluster) cell { return text(c.Resource) }},
		{"year", isText, func(c cluster) cell { return date(c.Year) }},
		{"page", isText, func(c cluster) cell { return text(address(r, c.Path())) }},
	})
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
