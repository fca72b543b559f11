package layout_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/report"
)

// A table has no column in which nothing stands, and a cell without anything has a
// dash, which is read aloud as a word.
func TestColumnsAreThoseThatSaySomething(t *testing.T) {
	bare := reportOf(t, "2 млрд ₽", "")
	site := open(t, "ru").Site(bare, layout.Options{Now: now})
	page := show(t, site, site.ClusterList(1))
	if diff := cmp.Diff([]string{"Кластер", "Инвестиции"}, texts(all(first(page, "thead"), "th"))); diff != "" {
		t.Error(diff)
	}

	dated := reportOf(t, "2 млрд ₽", "1 млрд ₽")
	dated.Clusters[0].Year = report.Date{Year: 2031}
	site = open(t, "ru").Site(dated, layout.Options{Now: now})
	page = show(t, site, site.ClusterList(1))
	if diff := cmp.Diff([]string{"Кластер", "Инвестиции", "Срок"}, texts(all(first(page, "thead"), "th"))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"2 млрд ₽", "2031", "1 млрд ₽", "—нет"}, texts(all(first(page, "tbody"), "td"))); diff != "" {
		t.Error(diff)
	}
	if hidden := attr(first(first(page, "td.gap"), "span"), "aria-hidden"); hidden != "true" {
		t.Errorf("the dash is read aloud: %q", hidden)
	}
}

// The ledger has a column of changes where there is one.
func TestLedgerWithoutChanges(t *testing.T) {
	r := reportOf(t, "2 млрд ₽", "1 млрд ₽")
	for i, c := range r.Clusters {
		c.Investment[0].Date = report.Date{Year: 2024 + i}
	}
	site := open(t, "ru").Site(r, layout.Options{Now: now})
	page := show(t, site, site.Ledger(1))
	if diff := cmp.Diff([]string{"Дата", "Сумма", "Кластер", "Источник"}, texts(all(first(page, "thead"), "th"))); diff != "" {
		t.Error(diff)
	}
	r.Clusters[0].Investment = append(r.Clusters[0].Investment, r.Clusters[1].Investment[0])
	site = open(t, "ru").Site(r, layout.Options{Now: now})
	page = show(t, site, site.Ledger(1))
	if diff := cmp.Diff([]string{"Дата", "Сумма", "Кластер", "Изменение", "Источник"}, texts(all(first(page, "thead"), "th"))); diff != "" {
		t.Error(diff)
	}
}
