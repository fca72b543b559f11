package dataset_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	table, _ := dataset.NewTables(&report.Report{Clusters: clusters}, russian(t)).Table("changes")
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

// russian are the words of charts in Russian.
func russian(t *testing.T) *dataset.Words {
	t.Helper()
	page, err := locale.New(os.DirFS("../../layouts"), "ru")
	if err != nil {
		t.Fatal(err)
	}
	words, err := dataset.NewWords(page)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// The changes are not surer than the sums between which they are; what they come
// to is what stands, whatever stood before.
func TestCourseOfHedgedSums(t *testing.T) {
	clusters := []*report.Cluster{
		cluster(t, "Лес", "2025-02-11", "около 7 млрд", "2025-02-17", "почти 8 млрд"),
		cluster(t, "Металлы", "2025-02-11", "47 млрд", "2025-07", "более 20 млрд", "2026-01", "более 50 млрд"),
		cluster(t, "Химия", "2026-02", "более 1 млрд", "2026-03", "более 30 млрд"),
		cluster(t, "Нефть", "2026-04", "почти 3 млрд"),
	}
	words := russian(t)
	table := (&dataset.Tables{Words: words}).Course(clusters[:1])
	if table.Whole == nil || *table.Whole != money.Almost {
		t.Errorf("the whole is %v", table.Whole)
	}
	var got []string
	for _, r := range (&dataset.Tables{Words: words}).Course(clusters).Rows {
		got = append(got, strings.ReplaceAll(words.Change(r.Cells[1], ""), dataset.NoBreak, " "))
	}
	want := []string{
		"+ около 7 млрд ₽", "+47 млрд ₽", "+ около 1 млрд ₽", "− около 27 млрд ₽", "+ около 30 млрд ₽",
		"+ более 1 млрд ₽", "+ около 29 млрд ₽", "+ почти 3 млрд ₽",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// cluster has sums, each after its day; the day may be empty.
func cluster(t *testing.T, title string, said ...string) *report.Cluster {
	t.Helper()
	c := &report.Cluster{Page: report.Page{Title: title}}
	for i := 0; i < len(said); i += 2 {
		f := report.Figure[money.Amount]{Scope: report.WholeCluster, Kind: report.Announced}
		f.Date, _ = report.ParseDate(said[i])
		sum, hedge, err := money.ParseHedged(said[i+1], money.RUB)
		f.Value, f.Hedge, f.Unknown = sum, hedge, err != nil
		c.Investment = append(c.Investment, f)
	}
	return c
}
