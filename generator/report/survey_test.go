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

// The statement that stands is the latest about the whole cluster, whatever was
// said of its parts later.
func TestStatementsTellWhichStands(t *testing.T) {
	r := assemble(t, tomsk(t))
	var standing []string
	for _, c := range r.Clusters {
		for _, s := range c.Statements() {
			if s.Current {
				standing = append(standing, c.Slug+" "+string(s.About)+" "+s.Date.String())
			}
		}
	}
	want := []string{"khimiya investment 2025-02-11", "les investment 2025-02-17", "metally investment 2025-07", "elektronika investment 2025-02-11"}
	if diff := cmp.Diff(want, standing); diff != "" {
		t.Error(diff)
	}
}
