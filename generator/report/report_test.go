package report_test

import (
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

func bn(n float64) money.Amount { return money.New(decimal.NewFromFloat(n).Shift(9), "RUB") }

func date(t *testing.T, s string) report.Date {
	t.Helper()
	d, ok := report.ParseDate(s)
	if !ok {
		t.Fatalf("bad date %q", s)
	}
	return d
}

// A said is one figure of a history, in short: a day and a sum in billions.
type said struct {
	day     string
	sum     float64
	unknown bool
	scope   report.Scope
	kind    report.Kind
	project string
}

func history(t *testing.T, list ...said) report.History[money.Amount] {
	t.Helper()
	var h report.History[money.Amount]
	for _, s := range list {
		f := report.Figure[money.Amount]{Value: bn(s.sum), Unknown: s.unknown, Scope: s.scope, Kind: s.kind, Project: s.project}
		if s.day != "" {
			f.Date = date(t, s.day)
		}
		if f.Scope == "" {
			f.Scope = report.WholeCluster
		}
		if f.Kind == "" {
			f.Kind = report.Announced
		}
		h = append(h, f)
	}
	return h
}

func cluster(slug, title string, h report.History[money.Amount]) *report.Cluster {
	return &report.Cluster{Page: report.Page{Slug: slug, Title: title, File: "content/clusters/" + slug + ".md"}, Investment: h}
}

// tomsk is the report that the project began with, as it stood in July 2025.
func tomsk(t *testing.T) report.Entries {
	return report.Entries{
		Settings: &report.Settings{Currency: "RUB", TimeZone: time.UTC},
		Clusters: []*report.Cluster{
			cluster("elektronika", "Электроника", history(t, said{day: "2025-02-11", unknown: true})),
			cluster("khimiya", "Химия", history(t, said{day: "2025-02-11", sum: 15.6})),
			cluster("les", "Лес", history(t, said{day: "2025-02-11", sum: 7.9}, said{day: "2025-02-17", sum: 8})),
			cluster("metally", "Металлы", history(t,
				said{day: "2025-02-11", sum: 47},
				said{day: "2025-02-12", sum: 20, scope: report.Project},
				said{day: "2025-02-13", sum: 2, kind: report.Spent},
				said{day: "2025-07", sum: 6.1})),
		},
	}
}

func assemble(t *testing.T, e report.Entries) *report.Report {
	t.Helper()
	r, found := report.Assemble(e, report.Edition{})
	for _, d := range found {
		if d.Severity == diag.Error {
			t.Errorf("%+v", d)
		}
	}
	return r
}

func TestTotalNamesWhatItCovers(t *testing.T) {
	r := assemble(t, tomsk(t))
	total := report.TotalNow(r.Clusters)
	if len(total.Sums) != 1 || total.Sums[0].Amount.Cmp(bn(29.7)) != 0 || total.Sums[0].Clusters != 3 {
		t.Errorf("sums are %+v, want 29.7 billion of 3 clusters", total.Sums)
	}
	if total.All != 4 || len(total.Unknown) != 1 || total.Unknown[0].Slug != "elektronika" || total.Complete() {
		t.Errorf("coverage is %+v", total)
	}
}

func TestTotalOnADayOfThePast(t *testing.T) {
	r := assemble(t, tomsk(t))
	for _, test := range []struct {
		day  string
		want float64
	}{
		{"2025-02-10", 0},
		{"2025-02-11", 70.5},
		{"2025-02-17", 70.6},
		{"2025-07-30", 70.6}, // "July" is not over: 6.1 may have been said on the 31st
		{"2025-07-31", 29.7},
		{"2025", 29.7},
	} {
		total := report.TotalOn(r.Clusters, date(t, test.day))
		got := bn(0)
		if len(total.Sums) > 0 {
			got = total.Sums[0].Amount
		}
		if got.Cmp(bn(test.want)) != 0 {
			t.Errorf("on %s: %v, want %v", test.day, got, test.want)
		}
	}
}

func TestCurrenciesAreNeverAdded(t *testing.T) {
	e := tomsk(t)
	dollars := cluster("dollary", "Доллары", nil)
	dollars.Investment = report.History[money.Amount]{{
		Value: money.New(decimal.New(6, 7), "USD"), Scope: report.WholeCluster, Kind: report.Announced,
	}}
	e.Clusters = append(e.Clusters, dollars)
	r := assemble(t, e)
	total := report.TotalNow(r.Clusters)
	if len(total.Sums) != 2 || total.Sums[0].Amount.Currency() != "RUB" || total.Sums[1].Amount.Currency() != "USD" || total.Complete() {
		t.Errorf("%+v", total.Sums)
	}
	// What cannot be compared comes after what can, what nobody named comes last.
	var order []string
	for _, c := range r.Clusters {
		order = append(order, c.Slug)
	}
	if diff := cmp.Diff([]string{"khimiya", "les", "metally", "dollary", "elektronika"}, order); diff != "" {
		t.Error(diff)
	}
}

func TestLedgerTellsWhatStoodBefore(t *testing.T) {
	r := assemble(t, tomsk(t))
	var got []string
	for _, a := range r.Ledger() {
		line := a.Figure.Date.String() + " " + a.Cluster.Slug
		if change, ok := a.Change(); ok {
			line += " " + change.By.Decimal().Shift(-9).String() + " " + decimal.NewFromFloat(change.Times).Round(2).String()
		}
		got = append(got, line)
	}
	want := []string{
		"2025-02-11 khimiya", "2025-02-11 les", "2025-02-11 metally", "2025-02-11 elektronika",
		"2025-02-12 metally", // a project is no change of the cluster's sum
		"2025-02-13 metally", // nor is what was spent
		"2025-02-17 les 0.1 1.01",
		"2025-07 metally -40.9 0.13",
	}
	// Of one day, in order of the clusters.
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Two plants of one member have a history each, however their names are written;
// what names no plant follows neither.
func TestLedgerKeepsProjectsApart(t *testing.T) {
	plant := func(day string, sum float64, name string) said {
		return said{day: day, sum: sum, scope: report.Project, project: name}
	}
	r := assemble(t, report.Entries{
		Settings: &report.Settings{Currency: "RUB", TimeZone: time.UTC},
		Clusters: []*report.Cluster{cluster("metally", "Металлы", history(t,
			plant("2019-02", 9, "весь комбинат"),
			plant("2019-04", 2, "«Первая очередь»"),
			plant("2020", 7, ""),
			plant("2021", 3, "первая очередь"),
			plant("2022", 12, "Весь комбинат"),
		))},
	})
	var got []string
	for _, a := range r.Ledger() {
		line := a.Figure.Date.String()
		if change, ok := a.Change(); ok {
			line += " " + change.By.Decimal().Shift(-9).String()
		}
		got = append(got, line)
	}
	if diff := cmp.Diff([]string{"2019-02", "2019-04", "2020", "2021 1", "2022 3"}, got); diff != "" {
		t.Error(diff)
	}
}

// An assembled report shares nothing with its entries that linking writes to,
// so that another can be assembled while the first is being read.
func TestAssembleLeavesEntriesAlone(t *testing.T) {
	e := tomsk(t)
	e.Sources = []*report.Source{{ID: "press"}}
	les := e.Clusters[2]
	les.Investment[0].Source.Ref = "press"
	les.Members = []report.Membership{{Member: &report.Member{Name: report.MakeName("ООО «Альянс»"), Source: report.Link[report.Source]{Ref: "press"}}}}
	first := assemble(t, e)
	if les.Investment[0].Source.To != nil || les.Members[0].Organization != nil || les.Members[0].Source.To != nil {
		t.Error("entries were linked")
	}
	second := assemble(t, e)
	if len(first.Organizations) != 1 || len(second.Organizations) != 1 || first.Organizations[0] == second.Organizations[0] {
		t.Error("two reports share an organisation")
	}
	if d, ok := first.Document("les"); !ok || d.Path() != "clusters/les/" {
		t.Errorf("Document(les) = %v, %v", d, ok)
	}
}

func TestOrganizationsOfOneNameAreOne(t *testing.T) {
	same := []string{
		"ООО «Монолит-Строй»", "ООО \"Монолит-Строй\"", "Монолит-Строй", "монолит-строй",
		"Общество с ограниченной ответственностью «Монолит–Строй»", "«МОНОЛИТ-СТРОЙ», ООО",
	}
	for _, s := range same {
		if got := report.MakeName(s); got.Key != "монолит-строй" || got.Slug != "monolit-stroi" {
			t.Errorf("MakeName(%s) = %+v", s, got)
		}
	}
	for _, s := range []string{"ООО «Монолит»", "ООО «Строй»", "ООО «Монолит-Строй-2»"} {
		if got := report.MakeName(s); got.Key == "монолит-строй" {
			t.Errorf("MakeName(%s) is taken for another", s)
		}
	}
	for written, key := range map[string]string{
		"АО «ТГОК «Ильменит»": "тгок ильменит",
		"ИП Гагалинский С.П.": "гагалинский с.п",
		"Ёлка":                "елка",
		"ООО":                 "ооо", // a name all the same
		"АО «НПФ «Микран»":    "нпф микран",
		"Альянс LLC":          "альянс",
		"ООО «ЗКПД ТДСК»":     "зкпд тдск",
	} {
		if got := report.MakeName(written).Key; got != key {
			t.Errorf("MakeName(%s).Key = %q, want %q", written, got, key)
		}
	}
}

// A page of its own moves no organisation out of the order of names.
func TestOrganizationsAreInOrderOfNames(t *testing.T) {
	e := tomsk(t)
	for i, name := range []string{"ООО «Вега»", "Альянс", "АО «Бор»"} {
		e.Clusters[i].Members = []report.Membership{{Member: &report.Member{Name: report.MakeName(name)}}}
	}
	written := report.MakeName("ООО «Вега»")
	e.Organizations = []*report.Organization{{
		Page:  report.Page{Slug: "vega", Title: written.Written, Key: report.TitleKey(written.Written), File: "vega.md"},
		Names: []report.Name{written},
	}}
	var got []string
	for _, o := range assemble(t, e).Organizations {
		got = append(got, o.Title)
	}
	if i, j, k := slices.Index(got, "Альянс"), slices.Index(got, "АО «Бор»"), slices.Index(got, "ООО «Вега»"); i < 0 || i > j || j > k {
		t.Errorf("%q", got)
	}
}

// Names that come out alike in Latin letters get an address each.
func TestAddressesOfOrganizationsAreDistinct(t *testing.T) {
	e := tomsk(t)
	for i, name := range []string{"Елка", "Йолка", "Иолка", "!!!"} {
		e.Clusters[i].Members = []report.Membership{{Member: &report.Member{Name: report.MakeName(name)}}}
	}
	seen := map[string]bool{}
	for _, o := range assemble(t, e).Organizations {
		if o.Slug == "" || seen[o.Slug] {
			t.Errorf("%s has the address %q", o.Title, o.Slug)
		}
		seen[o.Slug] = true
	}
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]report.Date{
		"2025-02-11": {Year: 2025, Month: 2, Day: 11},
		"2025-02":    {Year: 2025, Month: 2},
		"2025":       {Year: 2025},
		"2024-02-29": {Year: 2024, Month: 2, Day: 29},
	} {
		got, ok := report.ParseDate(text)
		if !ok || got != want || got.String() != text {
			t.Errorf("ParseDate(%s) = %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "2025-02-30", "2025-13", "11.02.2025", "0000", "25", "2025-2-1", "вчера"} {
		if d, ok := report.ParseDate(text); ok {
			t.Errorf("ParseDate(%q) = %v", text, d)
		}
	}
	for text, last := range map[string]string{"2025": "2025-12-31", "2024-02": "2024-02-29", "2025-02-11": "2025-02-11"} {
		if got := date(t, text).Last(); got != date(t, last) {
			t.Errorf("the last day of %s is %v", text, got)
		}
	}
}

// Whatever a name is, its address can be one.
func FuzzMakeName(f *testing.F) {
	f.Add("ООО «Монолит-Строй»")
	f.Add("--- ... «»")
	address := regexp.MustCompile(`^[a-z0-9_-]*$`)
	f.Fuzz(func(t *testing.T, s string) {
		if n := report.MakeName(s); !address.MatchString(n.Slug) {
			t.Errorf("MakeName(%q).Slug = %q", s, n.Slug)
		}
	})
}
