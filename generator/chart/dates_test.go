package chart_test

import (
	"strings"
	"testing"
)

// Dates as people in Russia write them are places in time, in whatever order the
// rows stand; a chart that calls its bars by them knows which is earlier.
func TestDatesOfTables(t *testing.T) {
	files := map[string]string{"dates.csv": "дата;производства\n24.05.2025;13\n22.10.2024;17\n1.01.2024;20\n3 марта 2025;15\n"}
	const rows = "rows:\n  24.05.2025: 13\n  22.10.2024: 17\n  1.01.2024: 20\n  3 марта 2025: 15\n"
	const want = "1 января 2024: 20; 22 октября 2024: 17; 3 марта 2025: 15; 24 мая 2025: 13"
	for _, block := range []string{
		"type: line\ndata: dates.csv\n", "type: area\ndata: dates.csv\n", "type: step\ndata: dates.csv\n",
		"type: line\n" + rows, "type: bar\nsort: name\n" + rows,
	} {
		c, found := bound(t, "ru", "title: Производства\n"+block, files)
		if len(found) > 0 {
			t.Errorf("%s\n%+v", block, found)
			continue
		}
		var got []string
		for _, r := range ordinary(c.Rows()) {
			got = append(got, strings.ReplaceAll(r.Head, "\u00a0", " ")+": "+strings.Join(r.Cells, ", "))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s\n%s\nwant %s", block, got, want)
		}
	}
}
