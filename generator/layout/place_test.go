package layout_test

import (
	"fmt"
	"testing"
	"time"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// reportOf is a report of clusters with the sums given, named by their places in the list; an
// empty one was not announced.
func reportOf(t *testing.T, sums ...string) *report.Report {
	t.Helper()
	e := report.Entries{Settings: &report.Settings{Page: report.Page{Title: "Свод"}, Language: "ru", Currency: "RUB", TimeZone: time.UTC}}
	for i, sum := range sums {
		c := &report.Cluster{Page: report.Page{Slug: fmt.Sprint(i), Title: fmt.Sprint("Кластер ", i)}}
		if sum != "" {
			amount, err := money.Parse(sum, "RUB")
			if err != nil {
				t.Fatal(err)
			}
			c.Investment = report.History[money.Amount]{{Value: amount, Scope: report.WholeCluster, Kind: report.Announced}}
		}
		e.Clusters = append(e.Clusters, c)
	}
	r, _ := report.Assemble(e, report.Edition{Now: now})
	return r
}

// The page of a cluster says in words where its sum stands among all.
func TestPlaceInWords(t *testing.T) {
	many := make([]string, 40)
	for i := range many {
		many[i] = fmt.Sprint(41-i, " млрд ₽")
	}
	for _, test := range []struct {
		name   string
		sums   []string
		of     string
		ru, en string
	}{
		{
			"second",
			[]string{"3 млрд ₽", "2 млрд ₽", "1 млрд ₽"},
			"1",
			"Второе место из трёх по объявленной сумме.",
			"Second of three by announced sum.",
		},
		{
			"shared",
			[]string{"3 млрд ₽", "2 млрд ₽", "2 млрд ₽", ""},
			"2",
			"Делит 2–3-е места из трёх по объявленной сумме. Ещё у 1 кластера сумма не объявлена.",
			"Shares places 2–3 of three by announced sum. 1 more cluster has no announced sum.",
		},
		{
			"among others",
			[]string{"3 млрд ₽", "2 млрд ₽", "$5bn", "$6bn", "1 млрд ₽"},
			"0",
			"Первое место из трёх по объявленной сумме. Ещё 2 суммы названы в других валютах и в сравнение не входят.",
			"First of three by announced sum. 2 more sums were named in other currencies and are not compared.",
		},
		{
			"in another currency",
			[]string{"3 млрд ₽", "2 млрд ₽", "$5bn"},
			"2",
			"Сумма названа не в той валюте, что у большинства кластеров, поэтому места нет.",
			"The sum was named in another currency than those of most clusters, so it has no place.",
		},
		{
			"unknown",
			[]string{"3 млрд ₽", "2 млрд ₽", ""},
			"2",
			"Сумма не объявлена, поэтому места нет.",
			"No sum was announced, so it has no place.",
		},
		{"far down", many, "20", "21-е место из 40 по объявленной сумме.", "No. 21 of 40 by announced sum."},
		{"alone", []string{"3 млрд ₽", "$2bn"}, "0", "", ""},
	} {
		for lang, want := range map[string]string{"ru": test.ru, "en": test.en} {
			t.Run(test.name+", "+lang, func(t *testing.T) {
				r := reportOf(t, test.sums...)
				site := open(t, lang).Site(r, layout.Options{Now: now})
				for _, c := range r.Clusters {
					if c.Slug != test.of {
						continue
					}
					page := show(t, site, site.Cluster(c, layout.Body{}))
					if got := text(first(page, "p.standing")); got != want {
						t.Errorf("%q, not %q", got, want)
					}
				}
			})
		}
	}
}
