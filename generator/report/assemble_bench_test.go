package report_test

import (
	"fmt"
	"testing"
	"time"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// BenchmarkAssemble links a report of ten thousand clusters, as every edit of
// front matter does.
func BenchmarkAssemble(b *testing.B) {
	e := report.Entries{Settings: &report.Settings{Language: "ru", Currency: "RUB", TimeZone: time.UTC}}
	region := &report.Region{Page: report.Page{Slug: "tomskaya-oblast", Title: "Томская область", File: "tomskaya-oblast.md"}}
	e.Regions = append(e.Regions, region)
	names := make([]report.Name, 6000)
	for i := range names {
		names[i] = report.MakeName(fmt.Sprintf("ООО «Участник %d»", i))
	}
	for i := range 10_000 {
		title := fmt.Sprintf("Кластер %d", i)
		c := cluster(fmt.Sprintf("cluster-%d", i), title, report.History[money.Amount]{
			{Value: bn(float64(1 + i*37%900)), Scope: report.WholeCluster, Kind: report.Announced},
		})
		c.Key, c.File, c.Region.Ref = report.TitleKey(title), c.Slug+".md", region.Slug
		for n := range 5 {
			c.Members = append(c.Members, report.Membership{Member: &report.Member{Name: names[(i*7+n*37)%len(names)]}})
		}
		e.Clusters = append(e.Clusters, c)
	}
	b.ReportAllocs()
	for b.Loop() {
		report.Assemble(e, report.Edition{Now: time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC)})
	}
}
