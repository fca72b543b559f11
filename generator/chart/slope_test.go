package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// told is a report of one cluster that was promised 47 milliard and later 6.1, and
// of which somebody said twice that it was being formed.
func told(t *testing.T) *report.Report {
	t.Helper()
	c := &report.Cluster{Page: report.Page{Slug: "metals", Title: "Цветные металлы"}}
	for _, f := range []struct {
		sum   string
		scope report.Scope
		date  report.Date
	}{
		{"9 млрд", report.Project, report.Date{Year: 2019}},
		{"47 млрд", report.WholeCluster, report.Date{Year: 2025, Month: 2, Day: 11}},
		{"6,1 млрд", report.WholeCluster, report.Date{Year: 2025, Month: 7}},
		{"20 млрд", report.Project, report.Date{Year: 2026}},
	} {
		amount, err := money.Parse(f.sum, money.RUB)
		if err != nil {
			t.Fatal(err)
		}
		c.Investment = append(c.Investment, report.Figure[money.Amount]{
			Value: amount, Kind: report.Announced, Scope: f.scope, Date: f.date,
		})
	}
	for _, f := range []struct {
		stage report.Stage
		date  report.Date
	}{
		{report.Idea, report.Date{Year: 2023, Month: 1, Day: 27}},
		{report.Forming, report.Date{Year: 2023, Month: 12}},
		{report.Forming, report.Date{Year: 2025, Month: 2, Day: 11}},
		{report.Registered, report.Date{Year: 2025, Month: 7}},
	} {
		c.Stage = append(c.Stage, report.Figure[report.Stage]{
			Value: f.stage, Kind: report.Announced, Scope: report.WholeCluster, Date: f.date,
		})
	}
	return &report.Report{Clusters: []*report.Cluster{c}}
}

func TestPromisesAndProgress(t *testing.T) {
	tables := dataset.NewTables(told(t), words(t, "ru"))
	for source, want := range map[string][]chart.Line{
		"type: slope\ntitle: Суммы\ndata: promises\nx: [first, current]\ny: title\n": {
			{Head: "Цветные металлы", Cells: []string{"47 млрд ₽", "6,1 млрд ₽"}, Link: "clusters/metals/"},
		},
		"type: timeline\ntitle: Стадии\ndata: progress\nx: [date, until]\ny: title\n": {
			{Head: "Цветные металлы", Cells: []string{"27 января 2023", "декабрь 2023"}, Link: "clusters/metals/"},
			{Head: "Цветные металлы", Cells: []string{"декабрь 2023", "июль 2025"}, Link: "clusters/metals/"},
			{Head: "Цветные металлы", Cells: []string{"июль 2025", "—"}, Link: "clusters/metals/"},
		},
	} {
		spec, found := chart.ParseSpec(block(source))
		c, more, err := spec.Bind(tables, nil)
		if err != nil || len(found)+len(more) > 0 {
			t.Fatal(err, found, more)
		}
		if diff := cmp.Diff(want, ordinary(c.Rows())); diff != "" {
			t.Errorf("%s\n%s", source, diff)
		}
	}
}

func TestNewKindsTellWhatIsToBeSeen(t *testing.T) {
	for source, want := range map[string]string{
		"type: funnel\nrows: {Заявки: 12, Отбор: 5, Работают: 1}": "Ступени по порядку: от «Заявки» (12) до «Работают» (1). " +
			"Больше всех — «Заявки», 12; меньше всех — «Работают», 1.",
		"type: gauge\nof: 47 млрд ₽\nrows: {Металлы: 6,1 млрд ₽}": "«Металлы»: 6,1 млрд ₽ из 47 млрд ₽, это 13 %.",
		"type: gauge\nrows: {Создано: 1355, Обещано: 1200}":       "«Создано»: 1 355 при целом в 1 200, это 113 % — больше целого на 155.",
		"type: gauge\nof: 1000\nrows: {Почти всё: 999}":           "«Почти всё»: 999 из 1 000, это больше 99 %.",
		"type: gauge\nof: 1000\nrows: {Чуть больше: 1001}":        "«Чуть больше»: 1 001 при целом в 1 000, это больше 100 % — больше целого на 1.",
		"type: slope\nx: [a, b]\ny: n\nrows: [{n: Лес, a: 8, b: 8}, {n: Металлы, a: 47, b: 6}, {n: Химия, a: 15, b: н/д}]": "A → b. " +
			"Сильнее всего изменилось — «Металлы»: 47 → 6. Стало меньше: 1, без изменений: 1. " +
			"Нет на диаграмме, потому что известно не всё: 1 из 3.",
		"type: slope\nx: [a, b]\ny: n\nrows: [{n: Лес, a: 8, b: 8}]": "A → b. Ни у кого ничего не изменилось.",
		"type: slope\ndata: promises\nx: [first, current]\ny: title": "Сначала → Сейчас. Ни у кого ничего не изменилось. " +
			"В другой валюте, не сравнивается: Литий, 60 млн $ → 60 млн $. Нет на диаграмме, потому что известно не всё: 1 из 5.",
		"type: timeline\nx: d\ny: n\ngroup: g\nrows: [{n: Лес, d: 2025-02-17, g: реестр}, {n: Металлы, d: 2023, g: идея}, {n: Химия, d: н/д, g: идея}]": "" +
			"Первая отметка — «Металлы» (идея), 2023. Последняя — «Лес» (реестр), 17 февраля 2025. " +
			"Нет на диаграмме, потому что дата не названа: 1 из 3.",
	} {
		got := strings.ReplaceAll(mustBind(t, "ru", source+"\ntitle: Суммы\n").Summary(), "\u00a0", " ")
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", source, got, want)
		}
	}
}

// Twelve lines that all end in nearly the same place have twenty-four texts; a
// picture whose texts lie over each other does not pass inspect.
func TestTextsOfASlopeAreApart(t *testing.T) {
	var rows strings.Builder
	for i := range 12 {
		fmt.Fprintf(&rows, "  - {имя: Кластер глубокой переработки %d, было: %d млрд ₽, стало: %d млн ₽}\n", i, 40+i%2, 40_000+i)
	}
	c := mustBind(t, "ru", "type: slope\ntitle: Суммы\nx: [было, стало]\ny: имя\nrows:\n"+rows.String())
	p, err := drawer(t).Draw(c, "sample")
	if err != nil {
		t.Fatal(err)
	}
	for _, svg := range [][]byte{p.Wide, p.Narrow} {
		if amounts := strings.Count(fmt.Sprint(inspect(t, svg, c)), "₽"); amounts != 24 {
			t.Errorf("%d amounts", amounts)
		}
	}
}
