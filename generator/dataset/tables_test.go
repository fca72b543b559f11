package dataset_test

import (
	"os"
	"testing"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// All changes together are the total of today, those of which nobody knows the
// day, and those that went back to nothing, with them.
func TestChangesAreTheTotal(t *testing.T) {
	clusters := []*report.Cluster{
		cluster(t, "Лес", "", "5 млрд", "2025-02-11", "7,9 млрд", "", "8 млрд"),
		cluster(t, "Химия", "", "15,6 млрд"),
		cluster(t, "Металлы", "2025-02-11", "47 млрд", "2025-07", "неизвестно"),
		cluster(t, "Нефть", "2025-03", "3 млрд $"),
	}
	page, err := locale.New(os.DirFS("../../layouts"), "ru")
	if err != nil {
		t.Fatal(err)
	}
	words, err := dataset.NewWords(page)
	if err != nil {
		t.Fatal(err)
	}
	table, _ := dataset.NewTables(&report.Report{Clusters: clusters}, words).Table("changes")
	var sum money.Amount
	dated := 0
	for _, r := range table.Rows {
		sum = r.Cells[2].Value.Add(sum)
		if r.Cells[0].Known {
			dated++
		}
	}
	total := report.TotalNow(clusters).Sums[0].Amount
	if sum.Cmp(total) != 0 || len(table.Rows) != 6 || dated != 4 {
		t.Errorf("%d changes, %d of them dated, come to %v, not to %v", len(table.Rows), dated, sum, total)
	}
}

// cluster has sums, each after its day; the day may be empty.
func cluster(t *testing.T, title string, said ...string) *report.Cluster {
	t.Helper()
	c := &report.Cluster{Page: report.Page{Title: title}}
	for i := 0; i < len(said); i += 2 {
		f := report.Figure[money.Amount]{Scope: report.WholeCluster, Kind: report.Announced}
		f.Date, _ = report.ParseDate(said[i])
		sum, err := money.Parse(said[i+1], money.RUB)
		f.Value, f.Unknown = sum, err != nil
		c.Investment = append(c.Investment, f)
	}
	return c
}
