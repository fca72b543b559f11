package chart_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
)

// TestMistakesAreToldWhereTheyAre reads testdata/mistakes.txt: blocks with
// mistakes, parted by lines of dashes. A comment that begins with an
// exclamation mark holds, on the very line, what must be told there: the message
// and, after a dash, the remedy. At the head of a block it stands for a mistake
// of the block as a whole.
func TestMistakesAreToldWhereTheyAre(t *testing.T) {
	file, err := os.ReadFile("testdata/mistakes.txt")
	if err != nil {
		t.Fatal(err)
	}
	printer := diag.NewPrinter("ru")
	for source := range strings.SplitSeq(string(file), "\n----\n") {
		var want []string
		for i, line := range strings.Split(source, "\n") {
			if _, message, ok := strings.Cut(line, "#! "); ok {
				if strings.HasPrefix(line, "#!") {
					i = -1
				}
				want = append(want, fmt.Sprint(i+1, ": ", message))
			}
		}
		_, found := bound(t, "ru", remarks.ReplaceAllString(source, ""), files)
		var got []string
		for _, d := range diag.Sort(found) {
			message := fmt.Sprint(d.Line, ": ", printer.Message(d), " — ", printer.Remedy(d))
			if d.File != "page.md" && d.File != "" {
				message = "0: " + fmt.Sprint(d.Position, ": ", printer.Message(d), " — ", printer.Remedy(d))
			}
			got = append(got, message)
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s", source, diff)
		}
	}
}

// remarks are what is expected, which no author writes.
var remarks = regexp.MustCompile(`(?m) *#!.*$`)

// files stand beside the page of the blocks in testdata/mistakes.txt.
var files = map[string]string{
	"good.csv":     "Кластер;Сумма;Валюта\nЛес;7,9 млрд ₽;RUB\nХимия;н/д;RUB\n",
	"bad.csv":      "Кластер;Сумма\nЛес;семь\nХимия;15,6\nМёд;1,355\n",
	"twice.csv":    "Кластер,Сумма,Сумма\nЛес,1,2\n",
	"long.csv":     "a;b\n1;2;3\n",
	"quote.csv":    "a;b\nООО \"Лес\";2\n\"не закрыта;3\n",
	"empty.csv":    "\n\n",
	"head.csv":     "Кластер;Сумма\n",
	"windows.csv":  "\xcb\xe5\xf1;1\n",
	"mixed.csv":    "a;b\nx;1 млрд ₽\ny;5\n",
	"book.xlsx":    "PK\x03\x04",
	"renamed.csv":  "PK\x03\x04",
	"unnamed.csv":  "a;;c\n1;2;3\n",
	"dates.csv":    "дата;производства\n24.05.2025;13\n22.10.24;17\nитого;20\n31.02.2025;5\n3/4/2025;6\n",
	"sums.csv":     "год;кластер;сумма\n2025;Лес;1\n2025;Химия;2\n",
	"unknowns.csv": "a;b\nx;не объявлено\ny;—\n",
}

func TestPositionsAreThoseOfThePage(t *testing.T) {
	const page = "---\ntitle: Лес\n---\n\nТекст.\n\n```chart\ntype: bar\ntitle: Суммы\nrows:\n  Лес: семь\n```\n"
	text := diag.NewText("content/les.md", []byte(page))
	begin := strings.Index(page, "type:")
	source := page[begin:strings.LastIndex(page, "```")]
	spec, found := chart.ParseSpec(chart.Block{
		Source: []byte(source),
		At:     func(offset, length int) diag.Position { return text.At(begin+offset, length) },
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	_, found, err := spec.Bind(dataset.NewTables(nil, words(t, "ru")), nil)
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	want := diag.Position{File: "content/les.md", Line: 11, Column: 8, Length: 4}
	if diff := cmp.Diff(want, found[0].Position); diff != "" {
		t.Error(diff)
	}
}
