package report_test

import (
	"testing"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// Ten thousand pages ask for the announcements of their clusters.
func BenchmarkAnnouncements(b *testing.B) {
	c := cluster("metally", "Металлы", report.History[money.Amount]{{Value: bn(47)}, {Value: bn(6.1)}, {Value: bn(2), Scope: report.Project}})
	b.ReportAllocs()
	for b.Loop() {
		for range c.Announcements() {
		}
	}
}
