package report_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/report"
)

// A page may be hidden for several reasons, and each is known by itself; the
// edition shows it only where it shows all of them.
func TestWhyAPageIsHidden(t *testing.T) {
	noon := time.Date(2025, 2, 11, 12, 0, 0, 0, time.UTC)
	day := func(s string) report.Moment { return report.Moment{Date: date(t, s)} }
	for _, test := range []struct {
		page report.Page
		want []report.Hiding
	}{
		{report.Page{}, nil},
		{report.Page{Draft: true}, []report.Hiding{report.AsDraft}},
		{report.Page{Publish: day("2025-02-11")}, nil},
		{report.Page{Publish: day("2025-02-12")}, []report.Hiding{report.NotYet}},
		{report.Page{Expires: day("2025-02-12")}, nil},
		{report.Page{Expires: day("2025-02-11")}, []report.Hiding{report.NoLonger}},
		{report.Page{Draft: true, Publish: day("2026")}, []report.Hiding{report.AsDraft, report.NotYet}},
	} {
		e := report.Edition{Now: noon}
		if diff := cmp.Diff(test.want, e.Hides(&test.page, time.UTC)); diff != "" {
			t.Errorf("%+v: %s", test.page, diff)
		}
		if got := e.Shows(&test.page, time.UTC); got != (test.want == nil) {
			t.Errorf("%+v is shown: %v", test.page, got)
		}
		e.Drafts = true
		if got, want := e.Shows(&test.page, time.UTC), test.want == nil || len(test.want) == 1 && test.page.Draft; got != want {
			t.Errorf("%+v is shown among drafts: %v", test.page, got)
		}
	}
}

// What stands is the latest about the whole cluster, whatever was said of its
// parts later; it is stale from the last day that its date may mean. Nobody is
// asked for what is over, has no date or no value, or is a stage.
func TestStale(t *testing.T) {
	entries := tomsk(t)
	les, khimiya := entries.Clusters[2], entries.Clusters[1]
	les.Jobs = report.History[int]{{Value: 5, Date: date(t, "2024"), Scope: report.WholeCluster, Kind: report.Announced}}
	stage := func(s report.Stage) report.History[report.Stage] {
		return report.History[report.Stage]{{Value: s, Date: date(t, "2020"), Scope: report.WholeCluster, Kind: report.Announced}}
	}
	les.Stage, khimiya.Stage = stage(report.Registered), stage(report.Closed)
	entries.Clusters = append(entries.Clusters, cluster("undated", "Без даты", history(t, said{sum: 1})))
	r := assemble(t, entries)
	stale := func(since time.Time) (out []string) {
		for _, c := range r.Clusters {
			for _, s := range c.Stale(since) {
				out = append(out, c.Slug+" "+string(s.About)+" "+s.Date.String())
			}
		}
		return out
	}
	for _, test := range []struct {
		since string
		want  []string
	}{
		{"2024-12-31", nil},
		{"2025-02-17", []string{"les jobs 2024"}},
		{"2025-02-18", []string{"les investment 2025-02-17", "les jobs 2024"}},
		{"2025-07-31", []string{"les investment 2025-02-17", "les jobs 2024"}},
		{"2025-08-01", []string{"les investment 2025-02-17", "les jobs 2024", "metally investment 2025-07"}},
	} {
		since := date(t, test.since).Time(time.FixedZone("Tomsk", 7*60*60))
		if diff := cmp.Diff(test.want, stale(since)); diff != "" {
			t.Errorf("since %s: %s", test.since, diff)
		}
	}
}
