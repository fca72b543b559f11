package chart_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
)

func csvOf(t *testing.T, c *chart.Chart) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), "\r\n", "\n"), "\u00a0", " ")
}

// Sums are plain numbers, in several currencies with a column that tells which;
// what is not known is empty, and what is about so much says so.
func TestCSVOfClusters(t *testing.T) {
	c := mustBind(t, "ru", "type: bar\ntitle: Инвестиции\ndata: clusters\nx: investment\ny: title\n")
	want := "\ufeff" + `Кластер;Регион;Стадия;Инвестиции;Инвестиции: валюта;Рабочие места;Рабочие места: приблизительно;Год запуска;Участники
Цветные металлы;Томская область;в реестре;47000000000;RUB;1355;около;2026;0
Химия;Томская область;запланирован;15600000000;RUB;;;2026;0
Лес и лесохимия;Томская область;работает;7900000000;RUB;200;около;2026;0
Литий;Томская область;замысел;60000000;USD;;;2026;0
Микроэлектроника;Томская область;формируется;;;;;2026;0
`
	if diff := cmp.Diff(want, csvOf(t, c)); diff != "" {
		t.Error(diff)
	}
}

// A file can be read back: it says what the table said, in both languages, and
// none of its texts is a formula.
func TestCSVCanBeReadBack(t *testing.T) {
	const block = `
type: column
title: Цены
unit: руб. за 1 м³
rows:
  - {name: '=СУММ(A1:A9)', value: '1,5'}
  - {name: '+7 900', value: '-2,25'}
  - {name: '@x; "y"', value: н/д}
  - {name: обычное, value: 1 200}
`
	for language, want := range map[string]string{
		"ru": "\ufeffname;value, руб. за 1 м³\n'=СУММ(A1:A9);1,5\n'+7 900;-2,25\n\"'@x; \"\"y\"\"\";\nобычное;1200\n",
		"en": "\ufeffname,\"value, руб. за 1 м³\"\n'=СУММ(A1:A9),1.5\n'+7 900,-2.25\n\"'@x; \"\"y\"\"\",\nобычное,1200\n",
	} {
		got := csvOf(t, mustBind(t, language, block))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", language, diff)
		}
		table, found := dataset.ReadCSV("x.csv", []byte(got))
		if len(found) > 0 || len(table.Rows) != 4 || table.Rows[3].Cells[1].Text != "1200" {
			t.Errorf("%s: %+v %+v", language, found, table)
		}
	}
}

// A program gets numbers as they are, and null for what is not known.
func TestDataOfChart(t *testing.T) {
	c := mustBind(t, "en", "type: bar\ntitle: Investment\ndata: clusters\nx: investment\ny: title\n")
	b, err := json.Marshal(c.Data().Rows)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`{"text":"₽47bn","value":47000000000,"currency":"RUB"}`, `{"text":"$60mn","value":60000000,"currency":"USD"}`,
		`{"text":"about 1,355","value":1355,"approximate":true,"hedge":"about"}`, `{"text":"not announced","value":null}`, `"value":"registered"`, `"value":"2026"`,
	} {
		if !strings.Contains(string(b), part) {
			t.Errorf("no %s in %s", part, b)
		}
	}
}

// A line in time tells how it begins and ends, and its heights between.
func TestSummaryOfTime(t *testing.T) {
	const block = "type: step\ntitle: Сумма\ndata: announcements\nx: date\ny: investment\n"
	for source, want := range map[string]string{
		"rows: [{date: 2025-02, value: 5}, {date: 2025-03-01, value: 9}, {date: 2025-04-01, value: 1}, {date: 2026, value: 6}]": "февраль 2025 — 5; 2026 — 6. Максимум — 9, 1 марта 2025. Минимум — 1, 1 апреля 2025.",
		"rows: [{date: 2025-02, value: 5}, {date: 2025-03-01, value: 9}]":                                                       "февраль 2025 — 5; 1 марта 2025 — 9.",
		"rows: [{date: 2025-02, value: 5}, {date: 2025-03-01, value: н/д}]":                                                     "февраль 2025: 5; значение не названо у 1 из 2.",
	} {
		c := mustBind(t, "ru", strings.Replace(block, "data: announcements\nx: date\ny: investment", source, 1))
		if got := strings.ReplaceAll(c.Summary(), "\u00a0", " "); got != want {
			t.Errorf("%s\n%s, want\n%s", source, got, want)
		}
	}
}

// A picture that stands alone says what it is, in its frame.
func TestPictureAlone(t *testing.T) {
	const title = "Очень длинное название диаграммы о <том>, сколько & кому обещали вложить в промышленные кластеры Сибири и Дальнего Востока"
	c := mustBind(t, "ru", "type: bar\ntitle: '"+title+"'\nunit: штук\ndata: clusters\nx: investment\ny: title\n")
	svg, err := drawer(t).Alone(c, "x", "Источник: Газета", "https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	d := xml.NewDecoder(bytes.NewReader(svg))
	named, style, x, width := "", typeset.Style{Size: 14, Weight: 400}, 0.0, 0.0
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			named = token.Name.Local
			if named != "text" && named != "svg" {
				continue
			}
			style = typeset.Style{Size: 14, Weight: 400}
			for _, a := range token.Attr {
				n, _ := strconv.ParseFloat(a.Value, 64)
				switch a.Name.Local {
				case "x":
					x = n
				case "width":
					width = n
				case "font-size":
					style.Size = n
				case "font-weight":
					style.Weight = int(n)
				}
			}
		case xml.EndElement:
			named = ""
		case xml.CharData:
			switch named {
			case "title":
				if string(token) != title {
					t.Errorf("the title is %q", token)
				}
			case "desc":
				if !strings.HasPrefix(string(token), "Больше всех") {
					t.Errorf("the description is %q", token)
				}
			case "text":
				texts = append(texts, string(token))
				if style.Size != 14 && x+golos(t).Width(string(token), style) > width {
					t.Errorf("%q leaves the frame", token)
				}
			}
		}
	}
	all := strings.Join(texts, " ")
	for _, part := range []string{title, "штук", "47 млрд ₽", "Источник: Газета", "https://example.org/"} {
		if !strings.Contains(strings.ReplaceAll(all, "\u00a0", " "), part) {
			t.Errorf("no %q in %q", part, all)
		}
	}
}

func TestMarkOfRow(t *testing.T) {
	const svg = `<text>class=&#34;row-1&#34;</text><path class="fill-1 row-1" d="M0"/><path class="row-10"/><path class="row-1 fill-1"/>`
	const want = `<text>class=&#34;row-1&#34;</text><path class="fill-1 row-1 this" d="M0"/><path class="row-10"/><path class="row-1 fill-1 this"/>`
	if diff := cmp.Diff(want, string(picture.Mark([]byte(svg), 1, "this"))); diff != "" {
		t.Error(diff)
	}
}
