package dataset_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/xlsx"
)

// cell is a text, or a number after a hash, in per cent before that sign; = is a
// formula without a result.
func cell(line, column int, text string) xlsx.Cell {
	c := xlsx.Cell{At: diag.Position{File: "plan.xlsx", Line: line, Column: column}}
	c.Text, c.Number = strings.CutPrefix(text, "#")
	c.Text, c.Percent = strings.CutSuffix(c.Text, "%")
	c.Unsaved = text == "="
	return c
}

// sheet is a sheet of lines, their cells parted by bars.
func sheet(lines ...string) *xlsx.Sheet {
	s := &xlsx.Sheet{File: "plan.xlsx"}
	for i, line := range lines {
		var row []xlsx.Cell
		for j, text := range strings.Split(line, "|") {
			row = append(row, cell(i+1, j+1, text))
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// A table may stand anywhere on its sheet. Numbers are written for readers, and
// are what is stored, whatever is written: a text 1.355 would not be read.
func TestReadSheet(t *testing.T) {
	for language, want := range map[string]string{"ru": "1,355", "en": "1.355"} {
		page, err := locale.New(os.DirFS("../../layouts"), language)
		if err != nil {
			t.Fatal(err)
		}
		words, err := dataset.NewWords(page)
		if err != nil {
			t.Fatal(err)
		}
		table, found := dataset.ReadSheet(sheet("|Планы области", "|кластер||сумма|доля|день", "|Лес||#1.355|#50%|2025-02-11", "|Химия||н/д"), words)
		if len(found) > 0 {
			t.Fatal(found)
		}
		if diff := cmp.Diff([]string{"кластер", "сумма", "доля", "день"}, table.ColumnNames()); diff != "" {
			t.Error(diff)
		}
		for column, kind := range []dataset.Type{dataset.Text, dataset.Value, dataset.Value, dataset.Date} {
			if table, found = table.Typed(column, kind); len(found) > 0 {
				t.Error(column, found)
			}
		}
		les, chemistry := table.Rows[0].Cells, table.Rows[1].Cells
		got := []string{les[1].Text, les[1].Value.String(), les[2].Text, les[2].Value.String(), les[3].Date.String(), les[3].At.String()}
		if diff := cmp.Diff([]string{want, "1.355", "50%", "50", "2025-02-11", "plan.xlsx:3:6"}, got); diff != "" {
			t.Error(diff)
		}
		if chemistry[1].Known || chemistry[3].Known {
			t.Errorf("what is not there is known: %+v", chemistry)
		}
	}
}

// A formula that nobody worked out is no empty cell.
func TestReadSheetWithFormulas(t *testing.T) {
	_, found := dataset.ReadSheet(sheet("кластер|сумма", "Лес|="), &dataset.Words{})
	want := diag.NewError(diag.Position{File: "plan.xlsx", Line: 2, Column: 2}, diag.WorkbookFormula, nil)
	if diff := cmp.Diff([]diag.Diagnostic{want}, found); diff != "" {
		t.Error(diff)
	}
}
