package layout_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// tomsk is a small report with one of everything: a sum that fell, one that was
// never named, a member who left, a project apart, an article with a photo.
func tomsk(t testing.TB) *report.Report {
	t.Helper()
	zone, err := time.LoadLocation("Asia/Tomsk")
	if err != nil {
		t.Fatal(err)
	}
	r, found := report.Assemble(report.Entries{
		Settings: &report.Settings{
			Page:     report.Page{Title: "Промышленные кластеры Томской области", Description: "Кто, когда и сколько обещал вложить в томские промышленные кластеры. Каждая цифра — с датой и источником."},
			Language: "ru", BaseURL: "https://svod.example.org/tomsk/", Currency: "RUB", TimeZone: zone,
			AsOf:     day("2026-02-24"),
			Authors:  []string{"Редакция «Свода»"},
			Contacts: []report.Contact{{Name: "Дежурный редактор", Role: "ошибки и поправки", Email: "popravki@example.org", Phone: "+7 3822 00-00-00", Telegram: "@svod_link_bot"}},
			Share:    []string{"telegram", "vk", "ok", "viber", "whatsapp", "x"},
			Mirrors:  []string{"https://mirror.example.net/tomsk/"},
		},
		Regions: []*report.Region{
			{Page: page("tomskaya-oblast", "Томская область")},
			{Page: page("omskaya-oblast", "Омская область")},
		},
		Clusters: clusters(),
		Organizations: []*report.Organization{{
			Page: page("alyans", "ООО «Альянс»"), INN: "7017000000", OGRN: "1027000000000", URL: "https://alyans.example.org/",
			Names: []report.Name{report.MakeName("ООО «Альянс»")},
		}},
		Articles: []*report.Article{{
			Page: page("chetyre-klastera", "Четыре промышленных кластера планируется создать в Томской области"),
			Date: day("2025-02-11"), Updated: day("2025-02-12"),
			Authors:    []string{"Алёна Штерн"},
			Lead:       "Заместитель губернатора Василий Потёмкин назвал участников и суммы.",
			Correction: "В первой версии ошибочно говорилось о пяти кластерах.",
			Photo:      report.Photo{File: "photo.jpg", Alt: "Томск, вид с Лагерного сада", Credit: "из альбома «Томск»", Caption: "Томск."},
			Clusters:   []report.Link[report.Cluster]{{Ref: "les"}, {Ref: "metally"}},
			Regions:    []report.Link[report.Region]{{Ref: "tomskaya-oblast"}},
			Tags:       []string{"реестр"},
		}, {
			Page: page("kredit", "Снимок без файла"), Date: day("2025-03"),
			Photo: report.Photo{Credit: "архив редакции"},
		}},
		Pages: []*report.Page{{Slug: "about", Title: "О методе", Menu: 1, File: "about.md"}},
		Sources: []*report.Source{
			{ID: "babr", Title: "Четыре промышленных кластера", Publisher: "Бабр", Author: "Алёна Штерн", URL: "https://babr.example.org/1?a=1&b=2", ArchiveURL: "https://archive.example.org/1", Date: day("2025-02-11"), Accessed: day("2026-02-20")},
			{ID: "tomskru", Title: "Создан первый промышленный кластер", Publisher: "Tomsk.ru", URL: "https://tomsk.example.org/2", Date: day("2025-02-17")},
			{ID: "babr-july", Title: "Зарегистрирован второй кластер", Publisher: "Бабр", URL: "https://babr.example.org/3", Date: day("2025-07"), Note: "дата по сообщению «Коммерсанта»"},
		},
	}, report.Edition{Now: now})
	for _, d := range found {
		if d.Severity == diag.Error {
			t.Fatal(d)
		}
	}
	return r
}

var now = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func clusters() []*report.Cluster {
	alyans := report.MakeName("ООО «АЛЬЯНС»")
	return []*report.Cluster{{
		Page:   page("les", "Лес, лесопереработка и лесохимия"),
		Region: report.Link[report.Region]{Ref: "tomskaya-oblast"},
		Stage: report.History[report.Stage]{
			{Value: report.Registering, Date: day("2025-02-11"), Source: said("babr"), Kind: report.Announced, Scope: report.WholeCluster},
			{Value: report.Registered, Date: day("2025-02-17"), Source: said("tomskru"), Kind: report.Announced, Scope: report.WholeCluster, Note: "первый в области"},
		},
		Investment: report.History[money.Amount]{
			{Value: rub("7.9"), Date: day("2025-02-11"), Source: said("babr"), Kind: report.Announced, Scope: report.WholeCluster},
			{Value: rub("8"), Hedge: money.About, Date: day("2025-02-17"), Source: said("tomskru"), Kind: report.Announced, Scope: report.WholeCluster, Note: "при включении в реестр"},
			{Value: rub("4"), Date: day("2025-02"), Source: said("babr"), Kind: report.Announced, Scope: report.Project, Member: report.Link[report.Organization]{Ref: "ООО «Альянс»"}},
		},
		Jobs: report.History[int]{{Value: 1355, Date: day("2025-02-17"), Source: said("tomskru"), Kind: report.Announced, Scope: report.WholeCluster}},
		Members: []report.Membership{
			{Member: &report.Member{Name: report.MakeName("ООО «Монолит-Строй»"), Source: said("babr")}},
			{Member: &report.Member{Name: alyans, Since: day("2025-02-17"), Source: said("tomskru"), Note: "плиты и фасады"}},
		},
		Products: []string{"деревянные домокомплекты", "плиты ОСП-3"},
		Year:     day("2028"),
	}, {
		Page:   page("metally", "Цветные и редкоземельные металлы"),
		Region: report.Link[report.Region]{Ref: "tomskaya-oblast"},
		Investment: report.History[money.Amount]{
			{Value: rub("47"), Date: day("2025-02-11"), Source: said("babr"), Kind: report.Announced, Scope: report.WholeCluster, Note: "названо до регистрации"},
			{Value: rub("6.1"), Date: day("2025-07"), Source: said("babr-july"), Kind: report.Announced, Scope: report.WholeCluster},
			{Value: rub("0.244"), Date: day("2025-08"), Source: said("babr-july"), Kind: report.Contracted, Scope: report.Subsidy},
		},
		Stage: report.History[report.Stage]{{Value: report.Registered, Date: day("2025-07"), Source: said("babr-july"), Kind: report.Announced, Scope: report.WholeCluster}},
		Jobs: report.History[int]{
			{Value: 580, Date: day("2023-01"), Source: said("babr"), Kind: report.Announced, Scope: report.WholeCluster},
			{Value: 1829, Date: day("2025-07"), Source: said("babr-july"), Kind: report.Announced, Scope: report.WholeCluster},
		},
		Resource: "ТГОК «Ильменит»",
		Members: []report.Membership{
			{Member: &report.Member{Name: report.MakeName("ООО «ЭНГРА»"), Source: said("babr")}},
			{Member: &report.Member{Name: report.MakeName("ООО «Форт Верный»"), Until: day("2025-07"), Source: said("babr-july")}},
		},
	}, {
		Page:       page("khimiya", "Химический кластер"),
		Region:     report.Link[report.Region]{Ref: "omskaya-oblast"},
		Stage:      report.History[report.Stage]{{Value: report.Planned, Date: day("2025-02-11"), Source: said("babr"), Kind: report.Announced, Scope: report.WholeCluster}},
		Investment: report.History[money.Amount]{{Value: rub("15.6"), Date: day("2025-02-11"), Source: said("babr"), Kind: report.Announced, Scope: report.WholeCluster}},
	}, {
		Page:       page("mikro", "Микроэлектроника"),
		Region:     report.Link[report.Region]{Ref: "tomskaya-oblast"},
		Investment: report.History[money.Amount]{{Unknown: true, Date: day("2025-02-11"), Source: said("babr"), Kind: report.Announced, Scope: report.WholeCluster}},
	}}
}

func page(slug, title string) report.Page {
	return report.Page{Slug: slug, Title: title, File: slug + ".md"}
}

func day(s string) report.Date {
	d, _ := report.ParseDate(s)
	return d
}

func said(id string) report.Link[report.Source] { return report.Link[report.Source]{Ref: id} }

// rub is so many billion roubles.
func rub(billions string) money.Amount {
	return money.New(decimal.RequireFromString(billions).Shift(9), "RUB")
}

// many is a report of n clusters alike but for their numbers, each with a
// member of its own.
func many(t testing.TB, n int) *report.Report {
	t.Helper()
	e := report.Entries{Settings: &report.Settings{
		Page: report.Page{Title: "Свод"}, Language: "ru", Currency: "RUB", TimeZone: time.UTC,
	}}
	for i := range n {
		number := strconv.Itoa(i + 1)
		e.Clusters = append(e.Clusters, &report.Cluster{
			Page:       page("k"+number, "Кластер "+number),
			Stage:      report.History[report.Stage]{{Value: report.Planned, Scope: report.WholeCluster, Kind: report.Announced}},
			Investment: report.History[money.Amount]{{Value: rub("1"), Date: day("2025"), Scope: report.WholeCluster, Kind: report.Announced}},
			Members:    []report.Membership{{Member: &report.Member{Name: report.MakeName("ООО «Участник " + number + "»")}}},
		})
	}
	r, found := report.Assemble(e, report.Edition{Now: now})
	for _, d := range found {
		if d.Severity == diag.Error {
			t.Fatal(d)
		}
	}
	return r
}
