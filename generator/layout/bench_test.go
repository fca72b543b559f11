package layout_test

import (
	"io"
	"testing"

	"example.org/svod/generator/layout"
)

// BenchmarkCluster is the page of which a site has most: two histories, members,
// sources, and no body.
func BenchmarkCluster(b *testing.B) {
	report := tomsk(b)
	site := open(b, "ru").Site(report, layout.Options{Now: now})
	c := report.Clusters[1]
	for b.Loop() {
		if err := site.Render(io.Discard, site.Cluster(c, layout.Body{})); err != nil {
			b.Fatal(err)
		}
	}
}
