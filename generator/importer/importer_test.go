package importer_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/importer"
	"example.org/svod/generator/report"
)

// current is a report of one cluster.
func current(t testing.TB, les string) importer.Report {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"_index.md":          "---\ntitle: Отчёт\n---\n",
		"sources.yaml":       "press: {title: Перечень кластеров, publisher: Газета, url: https://example.org/1, date: 2025-02-11}\n",
		"regions/oblast.md":  "---\ntitle: Томская область\n---\n",
		"clusters/les.md":    les,
		"clusters/README.md": "не страница",
	} {
		files["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	read, err := content.NewReader(files, content.Options{}).Read(context.Background())
	if err != nil || diag.HasErrors(read.Diagnostics) {
		t.Fatal(read.Diagnostics, err)
	}
	return importer.Report{Entries: read.Entries, Files: files}
}

const les = `---
title: Лес
members: [ООО «Альянс»]
investment:
  - date: 2025-02-11
    amount: 7,9 млрд ₽
    source: press
---
`

var byPress = importer.Options{Source: "press", Date: report.Date{Year: 2026, Month: 3, Day: 1}}

// outcome imports a table and tells what comes of it in a line for each cluster.
func outcome(t testing.TB, r importer.Report, file []byte, o importer.Options) string {
	t.Helper()
	table, mistakes := importer.Read("t", file)
	var b strings.Builder
	if table != nil {
		plan, more, err := importer.Make(table, r, o)
		if err != nil {
			t.Fatal(err)
		}
		mistakes = more
		for _, res := range plan.Results {
			b.WriteString(string(res.Outcome) + " " + res.Title)
			for _, e := range res.Added {
				b.WriteString("; " + e.Key + " " + e.Value + " " + e.Date.String() + " " + e.Source)
				if e.Note != "" {
					b.WriteString(" (" + e.Note + ")")
				}
			}
			for _, reason := range res.Reasons {
				b.WriteString("; " + string(reason.Why))
			}
			b.WriteString("\n")
		}
	}
	for _, d := range mistakes {
		b.WriteString(d.Position.String() + " " + string(d.Code) + "\n")
	}
	return b.String()
}

// Tables as people send them, each with what comes of it.
func TestTables(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			"a unit in brackets, a total, rows that number the columns",
			"Наименование (полное);Сумма (млн руб.)\n1;2\nКамень;12,5\nВСЕГО:;12,5\n",
			"t:1:1 import-unknown-heading\nt:1:1 import-no-titles\n",
		},
		{
			"the same with a heading that is known",
			"Наименование;Сумма (млн руб.)\n1;2\nКамень;12,5\nВСЕГО:;12,5\n",
			"created Камень; investment 12,5 млн ₽ 2026-03-01 press\nskipped ВСЕГО:; footer\n",
		},
		{
			"words beside a sum stay with it",
			"Кластер;Инвестиции, млрд руб.;Примечание\nКамень;более 20;без НДС\nПесок;20+;\nГлина;до $3 млрд;\n",
			"created Камень; investment более 20 млрд ₽ 2026-03-01 press (без НДС)\n" +
				"created Песок; investment не менее 20 млрд ₽ 2026-03-01 press\ncreated Глина; investment до 3 млрд $ 2026-03-01 press\n",
		},
		{
			"a column says how exact a sum is, unless its cell does",
			"Кластер;Инвестиции, млрд руб.;Приблизительно\nКамень;20;да\nПесок;20;более\nГлина;почти 20;да\nРуда;20;\n",
			"created Камень; investment около 20 млрд ₽ 2026-03-01 press\ncreated Песок; investment более 20 млрд ₽ 2026-03-01 press\n" +
				"created Глина; investment почти 20 млрд ₽ 2026-03-01 press\ncreated Руда; investment 20 млрд ₽ 2026-03-01 press\n",
		},
		{
			"a cell with a unit of its own, in another currency",
			"Cluster,Amount\nStone,$3bn\nSand,\"1,355 million euros\"\n",
			"created Stone; investment 3 млрд $ 2026-03-01 press\ncreated Sand; investment 1 355 млн € 2026-03-01 press\n",
		},
		{
			"a currency in a column",
			"Кластер;Сумма;Валюта\nКамень;7,9;CNY\nПесок;1;тугрик\n",
			"created Камень; investment 7,9 юаня 2026-03-01 press\ncreated Песок\nt:3:9 unknown-currency\n",
		},
		{
			"nothing is no sum, and to name none is said",
			"Кластер;Сумма, млрд руб.;Рабочие места\nКамень;—;н/д\nПесок;не объявлено;\nЛес;не объявлено;\n",
			"created Камень\ncreated Песок; investment не объявлено 2026-03-01 press\nskipped Лес; unnamed\n",
		},
		{
			"several rows are one history, whatever their order",
			"Кластер;Сумма, млрд руб.;Дата;Источник\nКамень;3;01.02.2026;press\nКамень;2;январь 2026;Перечень кластеров\nКамень;3;2026-02-01;press\n",
			"created Камень; investment 2 млрд ₽ 2026-01 press; investment 3 млрд ₽ 2026-02-01 press\n",
		},
		{
			"months in English",
			"Cluster;Amount, bn RUB;Date\nStone;3;February 1, 2026\nStone;2;Jan 2026\n",
			"created Stone; investment 2 млрд ₽ 2026-01 press; investment 3 млрд ₽ 2026-02-01 press\n",
		},
		{
			"a project is no sum of the whole cluster, and must be a member's",
			"Кластер;Сумма, млрд руб.;Охват;Чей проект\nЛес;0,2;отдельный проект;«АЛЬЯНС»\nЛес;0,3;отдельный проект;ООО «Алянс»\n",
			"extended Лес; investment 200 млн ₽ 2026-03-01 press\nt:3:26 unknown-organization\n",
		},
		{
			"two projects of one member are two sums of one day",
			"Кластер;Сумма, млрд руб.;Чей проект;Проект\nЛес;0,2;«Альянс»;Цех плит\nЛес;0,3;«Альянс»;Цех клея\nЛес;0,2;«Альянс»;цех плит\n",
			"extended Лес; investment 200 млн ₽ 2026-03-01 press; investment 300 млн ₽ 2026-03-01 press\n",
		},
		{
			"how exact a sum is, is a part of what is said",
			"Кластер;Сумма, млрд руб.;Дата\nКамень;20;2026-02-01\nКамень;более 20;2026-03-01\nПесок;20;2026-02-01\nПесок;около 20;2026-02-01\n",
			"created Камень; investment 20 млрд ₽ 2026-02-01 press; investment более 20 млрд ₽ 2026-03-01 press\n" +
				"created Песок; investment 20 млрд ₽ 2026-02-01 press\nt:5:7 import-contradiction\n",
		},
		{
			"a sum that is less sure than the one that stands is news",
			"Кластер;Сумма, млрд руб.;Дата\nЛес;почти 7,9;2026-03-01\n",
			"extended Лес; investment почти 7,9 млрд ₽ 2026-03-01 press\n",
		},
		{
			"the figure that stands is not repeated",
			"Кластер;Сумма, млрд руб.\n«лес»;7,9\n",
			"unchanged Лес; same-value\n",
		},
		{
			"the first sum on a day stands, a second is a mistake",
			"Кластер;Сумма, млрд руб.\nКамень;7\nкамень;8\n",
			"created Камень; investment 7 млрд ₽ 2026-03-01 press\nt:3:8 import-contradiction\n",
		},
		{
			"jobs in words",
			"Кластер;Число рабочих мест, чел.\nКамень;около 1 300 чел.\nПесок;много\nГлина;не менее 1,3 тыс. человек\nРуда;1,3 млрд руб.\n",
			"created Камень; jobs около 1300 2026-03-01 press\ncreated Песок\n" +
				"created Глина; jobs не менее 1300 2026-03-01 press\ncreated Руда\n" +
				"t:3:7 wants-number\nt:5:6 wants-number\n",
		},
		{
			"two columns of one kind",
			"Кластер;Сумма, млрд руб.;Объём инвестиций, млн руб.\nКамень;1;1000\n",
			"t:1:26 import-heading-twice\n",
		},
		{"a row without a name", "Кластер;Сумма, млрд руб.\n;5\n", "skipped 5; no-title\n"},
		{"a name without letters", "Кластер;Сумма, млрд руб.\n???;5\n", "t:2:1 import-no-slug\n"},
		{"only titles", "Кластеры области\n", "t:1:1 import-unknown-heading\nt:1:1 import-no-titles\n"},
		{"a workbook of an old Excel", "\xd0\xcf\x11\xe0...", "t workbook-old\n"},
		{"a broken workbook", "PK\x03\x04...", "t workbook-broken\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outcome(t, current(t, les), []byte(test.table), byPress)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A date and a source are asked only of a figure that would be added; where the
// table has no column for them, once.
func TestNothingIsMadeUp(t *testing.T) {
	table := "Кластер;Сумма, млрд руб.;Источник\nЛес;7,9;\nКамень;1;press\nПесок;2;\n"
	want := "unchanged Лес; same-value\ncreated Камень\ncreated Песок\nt:3:8 import-no-date\nt:4:7 import-no-source\n"
	if diff := cmp.Diff(want, outcome(t, current(t, les), []byte(table), importer.Options{})); diff != "" {
		t.Error(diff)
	}
}

// A workbook stores numbers as binary fractions and days as numbers; titles
// above its headings are merged cells.
func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for cell, v := range map[string]any{
		"A1": "Перечень кластеров", "A3": "Кластер", "B3": "Объём инвестиций,\nмлрд руб.", "C3": "Дата", "D3": "Срок", "E3": "Рабочие места",
		"A4": "Камень", "B4": 0.1 + 0.2, "C4": 46082, "D4": 2027, "E4": 1355.0,
		"A5": "Песок", "B5": "1.355", "C5": "не дата",
		"A6": "Глина", "B6": 1.355, "C6": "2026-02",
		"A7": "Итого", "B7": "=SUM(B4:B6)",
	} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "A1", "E1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	const want = `created Камень; investment 300 млн ₽ 2026-03-01 press; jobs 1355 2026-03-01 press
created Песок
created Глина; investment 1 355 млн ₽ 2026-02 press
skipped Итого; footer
t:5:3 import-unreadable-date
`
	if diff := cmp.Diff(want, outcome(t, current(t, les), b.Bytes(), byPress)); diff != "" {
		t.Error(diff)
	}
}

// A file that is written in a way that only its author can add to is left alone.
func TestNotEditable(t *testing.T) {
	r := current(t, "---\ntitle: Лес\ninvestment: [{date: 2025, amount: 5 млн ₽, source: press}]\n---\n")
	got := outcome(t, r, []byte("Кластер;Сумма, млрд руб.\nЛес;5\n"), byPress)
	if want := "skipped Лес; not-editable\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Files are put in place whole, and not over what has changed meanwhile.
func TestApply(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	plan := importer.Plan{Files: []importer.File{
		{Path: "content/clusters/kamen.md", New: []byte("new")},
		{Path: "content/clusters/les.md", Old: []byte("old"), New: []byte("newer")},
	}}
	if err := root.MkdirAll("content/clusters", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, changed := range []string{"", "changed"} {
		if changed != "" {
			if err := root.WriteFile("content/clusters/les.md", []byte(changed), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if plan.Apply(root) == nil {
			t.Error("a file that is not what it was is written")
		}
		if _, err := root.Stat("content/clusters/kamen.md"); err == nil {
			t.Error("another file was written all the same")
		}
	}
	if err := root.WriteFile("content/clusters/les.md", []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := plan.Apply(root); err != nil {
		t.Fatal(err)
	}
	if got, _ := root.ReadFile("content/clusters/les.md"); string(got) != "newer" {
		t.Errorf("les.md is %q", got)
	}
	if info, _ := root.Stat("content/clusters/les.md"); info.Mode().Perm() != 0o600 {
		t.Errorf("les.md is %v", info.Mode())
	}
	if names, _ := os.ReadDir(dir + "/content/clusters"); len(names) != 2 {
		t.Errorf("something is left behind: %v", names)
	}
}

// Whatever a table holds, it is read or refused, and what is planned reads back.
func FuzzRead(f *testing.F) {
	f.Add([]byte("Кластер;Сумма, млрд руб.\n\"Ка\nмень\";5\n"))
	f.Add([]byte("Cluster,Amount\n'=x,$3bn\n"))
	f.Add([]byte("\xff\xfeC\x00;\x00"))
	f.Add([]byte("\xca\xeb\xe0\xf1\xf2\xe5\xf0;\n\xcb\xe5\xf1;"))
	r := current(f, les)
	f.Fuzz(func(t *testing.T, file []byte) {
		table, _ := importer.Read("t", file)
		if table == nil {
			return
		}
		if _, _, err := importer.Make(table, r, byPress); err != nil {
			t.Fatal(err)
		}
	})
}
