package chart_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
)

// payments is a long table: a row for each payment.
var payments = map[string]string{"payments.csv": `кластер;год;сумма;людей;источник
Лес;2025;1 млрд ₽;10;press-1
Лес;2025;около 2,5 млрд ₽;5;press-2
Химия;2025;4 млрд ₽;;press-1
Лес;2026;не объявлено;1;press-1
Химия;2026;1 млрд ₽;2;press-1
Химия;2026;н/д;2;press-3
Химия;2026;500 млн ₽;;press-1
`}

// summed is a chart of payments with its rows, as "head: cells".
func summed(t *testing.T, block string) (*chart.Chart, string) {
	t.Helper()
	c, found := bound(t, "ru", "title: Суммы\n"+block+"\n", payments)
	if len(found) > 0 {
		t.Fatalf("%+v\n%s", found, block)
	}
	var lines []string
	for _, r := range ordinary(c.Rows()) {
		line := strings.ReplaceAll(r.Head, "\u00a0", " ") + ": " + strings.Join(r.Cells, ", ")
		if r.Link != "" {
			line += " → " + r.Link
		}
		lines = append(lines, line)
	}
	return c, strings.Join(lines, "\n")
}

// Rows that say the same are one, with what they come to; what is not known is
// missing and told, what is about so much stays so.
func TestSum(t *testing.T) {
	const file = "data: payments.csv\n"
	for _, test := range []struct{ name, block, want string }{
		{
			"what names the rows need not be said again", "type: bar\n" + file + "x: сумма\nsum: кластер",
			"Химия: 5,5 млрд ₽ (по 3 из 4)\nЛес: около 3,5 млрд ₽ (по 2 из 3)",
		},
		{
			"or is said", "type: bar\n" + file + "x: сумма\ny: кластер\nsum: [кластер]",
			"Химия: 5,5 млрд ₽ (по 3 из 4)\nЛес: около 3,5 млрд ₽ (по 2 из 3)",
		},
		{
			"group parts the rows as ever", "type: column\n" + file + "x: год\ny: сумма\ngroup: кластер\nsum: год",
			"2025: около 3,5 млрд ₽, 4 млрд ₽\n2026: не объявлено, 1,5 млрд ₽ (по 2 из 3)",
		},
		{
			"of two columns the second parts the first", "type: column\n" + file + "y: сумма\nsum: [год, кластер]",
			"2025: около 3,5 млрд ₽, 4 млрд ₽\n2026: не объявлено, 1,5 млрд ₽ (по 2 из 3)",
		},
		{
			"in bars as well", "type: bar\n" + file + "x: сумма\nsum: [год, кластер]",
			"2025: около 3,5 млрд ₽, 4 млрд ₽\n2026: не объявлено, 1,5 млрд ₽ (по 2 из 3)",
		},
		{
			"several columns are added up", "type: column\n" + file + "x: год\ny: [людей, count]\nsum: год",
			"2025: 15 (по 2 из 3), 3\n2026: 5 (по 3 из 4), 4",
		},
		{
			"a filter comes before", "type: bar\n" + file + "x: сумма\nsum: кластер\nfilter: {год: 2025}",
			"Химия: 4 млрд ₽\nЛес: около 3,5 млрд ₽",
		},
		{
			"limit and sort come after", "type: bar\n" + file + "x: count\nsum: [кластер, год]\ny: год\nsort: none\nlimit: 2",
			"2025: 2\n2025: 1\nЕщё 2: 4",
		},
		{
			"a table of two columns", "type: pie\nsum: name\nrows: [{name: Лес, value: 1}, {name: Химия, value: 6}, {name: Лес, value: 2}]",
			"Химия: 6, 67 %\nЛес: 3, 33 %",
		},
		{
			"the built-in table: currencies stay apart, as in totals", "type: bar\ndata: clusters\nx: investment\nsum: region",
			"Томская область: 70,5 млрд ₽ (по 3 из 5)",
		},
		{
			"rows that lead to one page lead there", "type: bar\ndata: announcements\nx: count\nsum: cluster\nsort: name\nlimit: 2\nfilter: {cluster: [Химия, Литий]}",
			"Литий: 1 → clusters/lithium/\nХимия: 1 → clusters/chemistry/",
		},
		{
			"points", "type: scatter\n" + file + "x: людей\ny: сумма\nsum: кластер",
			"Лес: 16, около 3,5 млрд ₽ (по 2 из 3)\nХимия: 4 (по 2 из 4), 5,5 млрд ₽ (по 3 из 4)",
		},
		{
			"parts in groups", "type: treemap\n" + file + "x: сумма\ny: год\ngroup: кластер\nsum: год\nfilter: {год: 2025}",
			"2025: Химия, 4 млрд ₽, 53 %\n2025: Лес, около 3,5 млрд ₽, 47 %",
		},
		{
			"flows", "type: sankey\n" + file + "x: сумма\nsum: [кластер, год]\nfilter: {год: 2025}",
			"Химия: 2025, 4 млрд ₽\nЛес: 2025, около 3,5 млрд ₽",
		},
		{
			"changes", "type: waterfall\n" + file + "x: сумма\nsum: кластер",
			"Лес: + около 3,5 млрд ₽ (по 2 из 3)\nХимия: +5,5 млрд ₽ (по 3 из 4)\nИтого: около 9 млрд ₽",
		},
		{
			"fields", "type: heatmap\n" + file + "x: сумма\ny: кластер\ngroup: год\nsum: кластер",
			"Лес: около 3,5 млрд ₽, не объявлено\nХимия: 4 млрд ₽, 1,5 млрд ₽ (по 2 из 3)",
		},
		{
			"stages", "type: funnel\ndata: clusters\nx: count\nsum: stage\nlimit: 2",
			"в реестре: 1 → clusters/metals/\nзапланирован: 1 → clusters/chemistry/\nЕщё 3: 3",
		},
		{
			"a share", "type: gauge\n" + file + "x: сумма\nsum: кластер\nof: 10 млрд ₽\nfilter: {кластер: Химия}",
			"Химия: 5,5 млрд ₽ (по 3 из 4), 55 %\nЦелое: 10 млрд ₽, 100 %",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, got := summed(t, test.block); got != test.want {
				t.Error(cmp.Diff(test.want, got))
			}
		})
	}
}

// A sum of which something is missing says so to those who do not see the picture.
func TestSummaryOfSums(t *testing.T) {
	for block, want := range map[string]string{
		"type: bar\ndata: payments.csv\nx: сумма\nsum: кластер": "Больше всех — «Химия», 5,5 млрд ₽ (по 3 из 4); меньше всех — «Лес», около 3,5 млрд ₽ (по 2 из 3). " +
			"Сложено не всё, остальное не объявлено: «Лес» — по 2 из 3, «Химия» — по 3 из 4.",
		"type: bar\ndata: clusters\nx: investment\nsum: region": "«Томская область»: 70,5 млрд ₽ (по 3 из 5). " +
			"Сложено не всё, остальное не объявлено или в другой валюте: «Томская область» — по 3 из 5.",
		"type: ring\ndata: payments.csv\nx: сумма\nsum: кластер\nfilter: {год: 2025}": "Всего около 7,5 млрд ₽, из них 53 % — «Химия». " +
			"Больше всех — «Химия», 4 млрд ₽; меньше всех — «Лес», около 3,5 млрд ₽.",
		"type: bar\ndata: payments.csv\nx: count\nsum: кластер": "Больше всех — «Химия», 4; меньше всех — «Лес», 3.",
	} {
		c, _ := summed(t, block)
		if got := strings.ReplaceAll(c.Summary(), "\u00a0", " "); got != want {
			t.Errorf("%s\n got %s\nwant %s", block, got, want)
		}
	}
}

// The files of a chart have the sums, of how many rows they are, and where from.
func TestFilesOfSums(t *testing.T) {
	c, _ := summed(t, "type: bar\ndata: payments.csv\nx: сумма\nsum: кластер")
	want := "\ufeff" + `кластер;сумма, ₽;сумма: по скольким строкам;сумма: приблизительно;источник
Лес;3500000000;по 2 из 3;около;press-1; press-2
Химия;5500000000;по 3 из 4;;press-1; press-3
`
	want = strings.ReplaceAll(strings.ReplaceAll(want, "press-1; press-2", `"press-1; press-2"`), "press-1; press-3", `"press-1; press-3"`)
	if diff := cmp.Diff(want, csvOf(t, c)); diff != "" {
		t.Error(diff)
	}
	cell, err := json.Marshal(c.Data().Rows[0][1])
	if err != nil {
		t.Fatal(err)
	}
	const wantCell = `{"text":"около 3,5 млрд ₽ (по 2 из 3)","value":3500000000,"currency":"RUB","approximate":true,"hedge":"about","known":2,"all":3}`
	if got := strings.ReplaceAll(string(cell), "\u00a0", " "); got != wantCell {
		t.Errorf("got %s", got)
	}
}

// A loss of more than five leaves less than was there, however it is added up: no
// sum is bound from the side on which it is not.
func TestHedgedLosses(t *testing.T) {
	const rows = `rows:
  - {name: Лес, year: "2025", value: 10 млрд ₽}
  - {name: Лес, year: "2026", value: −5 млрд ₽ с лишним}
  - {name: Руда, year: "2025", value: 2 млрд ₽}
`
	_, got := summed(t, "type: bar\nx: value\nsum: name\n"+rows)
	if want := "Лес: около 5 млрд ₽\nРуда: 2 млрд ₽"; got != want {
		t.Errorf("summed:\n%s", got)
	}
	_, got = summed(t, "type: bar\nx: value\ny: year\nlimit: 1\n"+rows)
	if want := "2025: 10 млрд ₽\nЕщё 2: около −3 млрд ₽"; got != want {
		t.Errorf("gathered:\n%s", got)
	}
	c, _ := summed(t, "type: waterfall\nx: value\ny: year\n"+rows)
	if said := strings.ReplaceAll(c.Summary(), "\u00a0", " "); !strings.Contains(said, "около 7 млрд ₽") {
		t.Errorf("waterfall: %s", said)
	}
}

// Bars stand in the order in which the words below them name the largest.
func TestBarsOfHedgedSums(t *testing.T) {
	c, got := summed(t, "type: bar\nrows:\n  - {name: А, value: почти 20 млрд ₽}\n  - {name: Б, value: 20 млрд ₽}\n  - {name: В, value: более 20 млрд ₽}\n")
	if want := "В: более 20 млрд ₽\nБ: 20 млрд ₽\nА: почти 20 млрд ₽"; got != want {
		t.Errorf("%s\n%s", got, c.Summary())
	}
}
