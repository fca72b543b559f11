package chart_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/report"
)

// A sum stands until the day of the report, and its line goes on to it; but nobody
// named it on that day: there is no point, no row and no word of it.
func TestSumsThatStandAreNotAnnounced(t *testing.T) {
	r := told(t)
	tables := dataset.NewTables(r, words(t, "ru"))
	until := report.Date{Year: 2026, Month: 2, Day: 24}
	spec := chart.Spec{Kind: chart.Steps, Title: "Сумма", X: []chart.Ref{{Name: "date"}}, Y: []chart.Ref{{Name: "investment"}}}
	d, err := chart.NewDrawer(picture.Options{Script: []byte("none is needed"), Fonts: goFonts(t)})
	if err != nil {
		t.Fatal(err)
	}
	for name, table := range map[string]*dataset.Table{
		"history": tables.History(r.Clusters[0], until), "promised": tables.Promised(r.Clusters, until),
	} {
		t.Run(name, func(t *testing.T) {
			c, found := spec.Of(table, tables.Words)
			if len(found) > 0 {
				t.Fatal(found)
			}
			want := []chart.Line{
				{Head: "11\u00a0февраля\u00a02025", Cells: []string{"47 млрд ₽"}}, {Head: "июль\u00a02025", Cells: []string{"6,1 млрд ₽"}},
			}
			if diff := cmp.Diff(want, ordinary(c.Rows())); diff != "" {
				t.Error(diff)
			}
			if got, want := strings.ReplaceAll(c.Summary(), "\u00a0", " "), "11 февраля 2025 — 47 млрд ₽; июль 2025 — 6,1 млрд ₽."; got != want {
				t.Errorf("the line is told as %q", got)
			}
			b, err := d.Live(c)
			if err != nil {
				t.Fatal(err)
			}
			type point struct {
				Value  [2]float64
				Symbol string
			}
			var live struct {
				Wide struct {
					Option struct {
						XAxis  []struct{ Max float64 }
						Series []struct{ Data []point }
					}
				}
				Spots [][][2]int
			}
			if err := json.Unmarshal(b, &live); err != nil {
				t.Fatal(err)
			}
			option := live.Wide.Option
			const february11, july1, february24 = 1739232000e3, 1751328000e3, 1771891200e3
			points := []point{{Value: [2]float64{february11, 47e9}}, {Value: [2]float64{july1, 6.1e9}}, {[2]float64{february24, 6.1e9}, "none"}}
			if diff := cmp.Diff(points, option.Series[0].Data); diff != "" {
				t.Error(diff)
			}
			if got := option.XAxis[0].Max; got != february24 {
				t.Errorf("the axis ends at %v", got)
			}
			// Who points at the end of the line is told what stands there, and since when.
			if diff := cmp.Diff([][][2]int{{{0, -1}, {1, -1}, {1, -1}}}, live.Spots); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A month of which the day is the last, and a day before the last announcement, are
// no time in which a sum stood.
func TestNothingStandsAfterTheLastDay(t *testing.T) {
	r := told(t)
	tables := dataset.NewTables(r, words(t, "ru"))
	for until, want := range map[report.Date]bool{
		{}:                              false,
		{Year: 2025, Month: 3}:          false,
		{Year: 2025, Month: 7, Day: 31}: false,
		{Year: 2025, Month: 8, Day: 1}:  true,
	} {
		for _, table := range []*dataset.Table{tables.History(r.Clusters[0], until), tables.Promised(r.Clusters, until)} {
			if got := !table.Until.IsZero(); got != want || len(table.Rows) != 2 {
				t.Errorf("%s until %v: it stands %v, with %d rows", table.Name, until, got, len(table.Rows))
			}
		}
	}
}
