package layout_test

import (
	"html/template"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

func tomskSite(t testing.TB) (*report.Report, *layout.Site) {
	t.Helper()
	r := tomsk(t)
	return r, open(t, "ru").Site(r, layout.Options{
		Now:   now,
		Feeds: []layout.Feed{{Path: "feed.xml", Type: "application/atom+xml", Title: "Новости"}},
	})
}

// The sum on the first page says what it covers and names what it does not.
func TestHome(t *testing.T) {
	_, site := tomskSite(t)
	chart, err := site.Chart(layout.Chart{ID: "c", Title: "Инвестиции", Wide: "<svg></svg>", Narrow: "<svg></svg>"})
	if err != nil {
		t.Fatal(err)
	}
	main := first(show(t, site, site.Home(layout.Body{HTML: "<p>Что произошло.</p>"}, chart)), "main")
	total := first(main, "section.total")
	want := []string{"около 29,7 млрд ₽", "по 3 из 4 кластеров", "Сумма не объявлена: Микроэлектроника"}
	got := texts([]*node{first(total, ".sum"), first(total, ".coverage"), first(total, ".missing")})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(all(main, "figure.chart")) != 1 {
		t.Error("the chart is not on the page")
	}
	rows := all(first(main, "table.clusters"), "tr")
	if got, want := len(rows), 5; got != want {
		t.Fatalf("the table has %d rows, not %d", got, want)
	}
	metals := all(rows[3], "td")[0]
	if got, want := text(metals), "прежде 47 млрд ₽ 6,1 млрд ₽"; got != want {
		t.Errorf("the metals are %q, not %q", got, want)
	}
	if got := text(first(metals, "s")); !strings.HasSuffix(got, "47 млрд ₽") {
		t.Errorf("%q is struck through", got)
	}
	if got, want := texts(all(first(main, ".stages"), "h3")), []string{"запланирован", "в реестре", "стадия не указана"}; !cmp.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}

// A cluster's page tells the whole history of its sum, struck through where it
// holds no longer, and keeps the sums of its parts away from it.
func TestCluster(t *testing.T) {
	r, site := tomskSite(t)
	main := first(show(t, site, site.Cluster(find(t, r.Clusters, "metally"), layout.Body{})), "main")

	history := section(main, "Как менялась сумма")
	var got [][]string
	for _, li := range all(history, "li") {
		got = append(got, []string{attr(li, "class"), text(first(li, "time")), text(first(li, ".said")), text(first(li, "cite"))})
	}
	want := [][]string{
		{"past", "11 февраля 2025", "47 млрд ₽", "Бабр"},
		{"standing", "июль 2025", "6,1 млрд ₽ −40,9 млрд ₽ (−87 %)", "Бабр"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s := all(history, "s"); len(s) != 1 || text(s[0]) != "47 млрд ₽" {
		t.Errorf("struck through: %q", texts(s))
	}
	parts := section(main, "Отдельные проекты и субсидии")
	if got, want := text(first(parts, ".said")), "244 млн ₽ субсидия, по договорам"; got != want {
		t.Errorf("the part is %q, not %q", got, want)
	}
	members := section(main, "Участники")
	lists := all(members, "ul")
	if len(lists) != 2 || !strings.Contains(text(lists[1]), "Форт Верный") || strings.Contains(text(lists[0]), "Форт Верный") {
		t.Errorf("present and former members are not apart: %q", texts(lists))
	}
	if got, want := text(first(members, ".count")), "1 участник по последнему списку"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	jobs := section(main, "Как менялось число рабочих мест")
	if got, want := text(all(jobs, ".said")[1]), "1 829 +1 249 (в 3,2 раза)"; got != want {
		t.Errorf("the jobs are %q, not %q", got, want)
	}
	if got := len(all(section(main, "Источники"), "li")); got != 2 {
		t.Errorf("%d sources, not 2", got)
	}
	if got := len(all(section(main, "Новости по теме"), "li")); got != 1 {
		t.Errorf("%d articles, not 1", got)
	}
}

// What is struck through is what somebody took back, not what a later figure
// said again.
func TestWhatHoldsNoLonger(t *testing.T) {
	type figure = report.Figure[money.Amount]
	said := func(billions string) figure {
		return figure{Value: rub(billions), Kind: report.Announced, Scope: report.WholeCluster}
	}
	silent := figure{Unknown: true, Kind: report.Announced, Scope: report.WholeCluster}
	spent := said("3")
	spent.Kind = report.Spent
	for _, test := range []struct {
		name    string
		history report.History[money.Amount]
		want    []string
		before  string
	}{
		{"a fall", report.History[money.Amount]{said("47"), said("6.1")}, []string{"past", "standing"}, "прежде 47 млрд ₽"},
		{"said again", report.History[money.Amount]{said("7.9"), said("8"), said("8")}, []string{"past", "same", "standing"}, "прежде 7,9 млрд ₽"},
		{"back and forth", report.History[money.Amount]{said("8"), said("9"), said("8")}, []string{"past", "past", "standing"}, "прежде 9 млрд ₽"},
		{"named at last", report.History[money.Amount]{silent, said("1")}, []string{"past", "standing"}, ""},
		{"spending", report.History[money.Amount]{said("8"), spent}, []string{"standing", "part"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, site := tomskSite(t)
			c := find(t, r.Clusters, "metally")
			c.Investment = test.history
			main := first(show(t, site, site.Cluster(c, layout.Body{})), "main")
			var got []string
			for _, li := range all(first(main, ".history"), "li") {
				got = append(got, attr(li, "class"))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if got := text(first(first(main, ".sum"), "s")); got != test.before {
				t.Errorf("struck through at the top: %q, not %q", got, test.before)
			}
		})
	}
}

// A sum that nobody named is never a zero.
func TestClusterWithoutSum(t *testing.T) {
	r, site := tomskSite(t)
	main := first(show(t, site, site.Cluster(find(t, r.Clusters, "mikro"), layout.Body{})), "main")
	if got, want := text(first(main, ".sum")), "не объявлено"; got != want {
		t.Errorf("the sum is %q, not %q", got, want)
	}
}

// A stage that is confirmed later began when it was reached, and says so with the
// note of that day.
func TestStageLastsFromItsFirstDay(t *testing.T) {
	r, site := tomskSite(t)
	c := *find(t, r.Clusters, "les")
	c.Stage = report.History[report.Stage]{
		{Value: report.Planned, Date: day("2025-02-11")},
		{Value: report.Registered, Date: day("2025-02-17"), Note: "запись в реестре"},
		{Value: report.Registered, Date: day("2025-06-25"), Note: "подтверждено"},
	}
	for i := range c.Stage {
		c.Stage[i].Scope, c.Stage[i].Kind = report.WholeCluster, report.Announced
	}
	facts := text(first(first(show(t, site, site.Cluster(&c, layout.Body{})), "main"), ".facts"))
	if !strings.Contains(facts, "в реестре") || !strings.Contains(facts, "запись в реестре") || strings.Contains(facts, "подтверждено") {
		t.Errorf("%q", facts)
	}
}

func TestOrganization(t *testing.T) {
	r, site := tomskSite(t)
	main := first(show(t, site, site.Organization(find(t, r.Organizations, "alyans"), layout.Body{})), "main")
	if got, want := text(first(main, ".memberships")), "Лес, лесопереработка и лесохимия Томская область · около 8 млрд ₽ · в реестре В списке: ООО «АЛЬЯНС» в списке: 17 февраля 2025 плиты и фасады Tomsk.ru"; got != want {
		t.Errorf("%q, not\n%q", got, want)
	}
	if got, want := text(first(section(main, "Суммы по проектам участника"), ".said")), "4 млрд ₽ отдельный проект"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestArticle(t *testing.T) {
	r, site := tomskSite(t)
	article := find(t, r.Articles, "chetyre-klastera")
	doc := show(t, site, site.Article(article, layout.Body{
		HTML:      `<p>Текст<sup><a id="cite:1" href="#source:1">1</a></sup>.</p>`,
		Citations: []layout.Citation{{Source: r.Sources[2], Anchor: "source:1", Places: []string{"cite:1"}}},
		Photo:     layout.Picture{Src: "photo.1200.jpg", Width: 1200, Height: 700},
	}))
	main := first(doc, "main")
	if got, want := text(first(main, ".byline")), "11 февраля 2025 Алёна Штерн обновлено 12 февраля 2025"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if got, want := text(first(main, ".correction")), "Исправлено. В первой версии ошибочно говорилось о пяти кластерах."; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if got, want := text(first(first(main, "aside"), ".explanation")), "По данным на 24 февраля 2026"; got != want {
		t.Errorf("the sums beside the text are of %q, not %q", got, want)
	}
	img := first(main, "img")
	if attr(img, "src") != "photo.1200.jpg" || attr(img, "width") != "1200" || attr(img, "alt") != "Томск, вид с Лагерного сада" {
		t.Errorf("the picture is %v", img.Attr)
	}
	if got, want := text(first(main, "figcaption")), "Томск. Фото: из альбома «Томск»"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	entry := first(first(main, ".sources"), "li")
	if attr(entry, "id") != "source:1" || attr(first(entry, "a.back"), "href") != "#cite:1" {
		t.Error("the source does not lead back to the text")
	}
	if got := attr(first(doc, "a.viber"), "href"); !strings.HasPrefix(got, "viber://forward?text=%D0%A7") || strings.Contains(got, "+") {
		t.Errorf("Viber gets %q", got)
	}
	if got := len(all(first(main, ".share"), "a")); got != 6 {
		t.Errorf("%d networks, not 6", got)
	}
}

// A credit may stand without a picture.
func TestCreditWithoutPhoto(t *testing.T) {
	r, site := tomskSite(t)
	main := first(show(t, site, site.Article(find(t, r.Articles, "kredit"), layout.Body{})), "main")
	if got, want := text(first(main, ".credit")), "Фото: архив редакции"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if first(main, "img") != nil {
		t.Error("there is a picture")
	}
}

func TestLedger(t *testing.T) {
	_, site := tomskSite(t)
	main := first(show(t, site, site.Ledger(1)), "main")
	rows := all(first(main, "table"), "tr")[1:]
	if got, want := len(rows), site.LedgerRows(); got != want {
		t.Fatalf("%d rows of %d", got, want)
	}
	if got, want := text(rows[1]), "07.2025прежде 47 млрд ₽ 6,1 млрд ₽Цветные и редкоземельные металлы−40,9 млрд ₽ −87 %Бабр"; got != want {
		t.Errorf("%q, not\n%q", got, want)
	}
}

func TestDraftAndScheduled(t *testing.T) {
	r, site := tomskSite(t)
	article := *find(t, r.Articles, "kredit")
	article.Draft = true
	doc := show(t, site, site.Article(&article, layout.Body{}))
	if first(doc, ".mark") == nil {
		t.Error("the draft does not say so")
	}
	article.Draft, article.Publish = false, report.Moment{Date: day("2026-03-08")}
	if got, want := text(first(show(t, site, site.Article(&article, layout.Body{})), ".mark")), "Страница выйдет 8 марта 2026."; got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestRedirect(t *testing.T) {
	r, site := tomskSite(t)
	doc := show(t, site, site.Redirect("old/les/", find(t, r.Clusters, "les")))
	for _, meta := range all(doc, "meta") {
		if attr(meta, "http-equiv") == "refresh" && attr(meta, "content") == "0; url=../../clusters/les/" {
			return
		}
	}
	t.Error("the browser is not sent to ../../clusters/les/")
}

// The page of a text has a table of contents once it is long.
func TestContents(t *testing.T) {
	r, site := tomskSite(t)
	headings := []layout.Heading{{2, "a", "Раз"}, {2, "b", "Два"}, {3, "v", "Три"}, {2, "g", "Четыре"}}
	page := r.Pages[0]
	if first(show(t, site, site.Text(page, layout.Body{Headings: headings[:3]})), "nav.contents") != nil {
		t.Error("a short text has contents")
	}
	doc := show(t, site, site.Text(page, layout.Body{HTML: template.HTML("<h2 id=a>Раз</h2>"), Headings: headings}))
	if got := len(all(first(doc, "nav.contents"), "a")); got != 4 {
		t.Errorf("%d lines, not 4", got)
	}
}
