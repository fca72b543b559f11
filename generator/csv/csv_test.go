package csv_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/csv"
	"example.org/svod/generator/diag"
)

func read(content string) (rows []string, at []diag.Position, broken diag.Position, ok bool) {
	broken, ok = csv.Read(diag.NewText("t.csv", []byte(content)), func(fields []csv.Field) bool {
		var texts []string
		for _, f := range fields {
			texts = append(texts, f.Text)
			at = append(at, f.At)
		}
		rows = append(rows, strings.Join(texts, "|"))
		return true
	})
	return rows, at, broken, ok
}

// Fields are parted at what most lines have, whatever else is in them.
func TestSeparators(t *testing.T) {
	for content, want := range map[string]string{
		"а;б\nЛес, дерево, мебель;1,5\n":   "а|б Лес, дерево, мебель|1,5",
		"a,b\nwood; pulp,1.5\nsteel,2\n":   "a|b wood; pulp|1.5 steel|2",
		"а\tб\nЛес\t1,5\n":                 "а|б Лес|1,5",
		"Кластеры, 2025 год\nа;б\nЛес;1\n": "Кластеры, 2025 год а|б Лес|1",
		"\ufeffа; \"б; в\"\r\nЛес;1\r\n":   "а|б; в Лес|1",
		"один столбец\nЛес\n":              "один столбец Лес",
		"а;б;в\n1\n1;2;3;4\n":              "а|б|в 1 1|2|3|4",
	} {
		rows, _, _, ok := read(content)
		if got := strings.Join(rows, " "); !ok || got != want {
			t.Errorf("%q\n got %s\nwant %s", content, got, want)
		}
	}
}

// Places are counted in characters, after a byte-order mark as without.
func TestPlaces(t *testing.T) {
	_, at, _, _ := read("\ufeffа;б\r\nЛес;1,5\r\n")
	last := at[len(at)-1]
	if last.File != "t.csv" || last.Line != 2 || last.Column != 5 || last.Length != 3 {
		t.Errorf("%+v", last)
	}
	_, _, broken, ok := read("а;б\nЛес \"дерево\";1\n")
	if ok || broken.Line != 2 || broken.Column != 5 {
		t.Errorf("%+v %v", broken, ok)
	}
}

// What is written opens in a spreadsheet of the language, runs no formula, and
// reads back.
func TestWrite(t *testing.T) {
	for language, want := range map[string]string{
		"ru": "\ufeffа;'=1+1;-7,9\r\n",
		"en": "\ufeffа,'=1+1,-7.9\r\n",
	} {
		var b strings.Builder
		w, err := csv.NewWriter(&b, language)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write([]string{csv.Text("а"), csv.Text("=1+1"), csv.Number(decimal.RequireFromString("-7.9"), language)}); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil || b.String() != want {
			t.Errorf("%q, want %q, %v", b.String(), want, err)
		}
		if rows, _, _, ok := read(b.String()); !ok || len(rows) != 1 || !strings.HasPrefix(rows[0], "а|'=1+1|-7") {
			t.Errorf("reads back as %q", rows)
		}
	}
	for _, formula := range []string{"=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"} {
		if got := csv.Text(formula); got != "'"+formula {
			t.Errorf("%q is written %q", formula, got)
		}
	}
}
