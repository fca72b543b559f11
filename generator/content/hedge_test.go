package content_test

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"

	"example.org/svod/generator/money"
)

// The word beside a figure says what it is; approximate: true is for one without.
func TestHedgesOfFigures(t *testing.T) {
	for written, want := range map[string][2][]money.Hedge{ // of investment, of jobs
		"investment: более 7,9 млрд ₽\njobs: до 800":                                 {{money.MoreThan}, {money.AtMost}},
		"investment: 7,9 млрд ₽\njobs: около 1 355":                                  {{money.Exact}, {money.About}},
		"investment: {date: 2025, amount: 8 млрд, approximate: true}":                {{money.About}, nil},
		"investment: {date: 2025, approximate: true, amount: почти 8 млрд}":          {{money.Almost}, nil},
		"investment: {date: 2025, amount: не менее 8 млрд, approximate: false}":      {{money.AtLeast}, nil},
		"jobs: [{date: 2025, jobs: 30+}, {date: 2026, jobs: 40, approximate: true}]": {nil, {money.AtLeast, money.About}},
	} {
		files := fstest.MapFS{"content/clusters/les.md": {Data: []byte("---\ntitle: Лес\n" + written + "\n---\n")}}
		read, err := reader(files).Read(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		var got [2][]money.Hedge
		for _, f := range read.Entries.Clusters[0].Investment {
			got[0] = append(got[0], f.Hedge)
		}
		for _, f := range read.Entries.Clusters[0].Jobs {
			got[1] = append(got[1], f.Hedge)
			if f.Value == 0 {
				t.Errorf("%s: no number", written)
			}
		}
		if !slices.Equal(got[0], want[0]) || !slices.Equal(got[1], want[1]) {
			t.Errorf("%s: %q", written, got)
		}
	}
}
