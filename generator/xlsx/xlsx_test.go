package xlsx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/xlsx"
)

// saved is a workbook as Excel would save it.
func saved(t testing.TB, make func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	make(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// must is for steps of making a workbook that do not fail.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fill puts values into cells.
func fill(t testing.TB, f *excelize.File, sheet string, cells map[string]any) {
	t.Helper()
	for cell, v := range cells {
		must(t, f.SetCellValue(sheet, cell, v))
	}
}

// styled gives a cell a format, by its number or its code.
func styled(t testing.TB, f *excelize.File, cell string, number int, code string) {
	t.Helper()
	s := &excelize.Style{NumFmt: number}
	if code != "" {
		s.CustomNumFmt = &code
	}
	id, err := f.NewStyle(s)
	must(t, err)
	must(t, f.SetCellStyle("Sheet1", cell, cell, id))
}

// read is a sheet as text: its rows with the number of each, cells parted by
// bars, numbers in brackets; or else what is told.
func read(t testing.TB, file []byte, sheet string) string {
	t.Helper()
	s, found := xlsx.Read("plan.xlsx", file, xlsx.Options{Sheet: sheet, SheetAt: diag.Position{File: "page.md", Line: 4}, Rows: 100})
	var out strings.Builder
	for _, d := range found {
		fmt.Fprintf(&out, "%s %s %v\n", d.Position, d.Code, d.Args)
	}
	if s == nil {
		return out.String()
	}
	for _, row := range s.Rows {
		var texts []string
		for i, c := range row {
			if want := (diag.Position{File: "plan.xlsx", Line: row[0].At.Line, Column: i + 1}); c.At != want {
				t.Errorf("%q is at %v, not at %v", c.Text, c.At, want)
			}
			text := c.Text
			switch {
			case c.Percent:
				text = "[" + text + " %]"
			case c.Number:
				text = "[" + text + "]"
			case c.Unsaved:
				text = "unsaved"
			}
			texts = append(texts, text)
		}
		fmt.Fprintf(&out, "%d: %s\n", row[0].At.Line, strings.Join(texts, " | "))
	}
	return out.String()
}

func TestCells(t *testing.T) {
	file := saved(t, func(f *excelize.File) {
		fill(t, f, "Sheet1", map[string]any{
			"A1": "текст", "B1": "7,9", "C1": "1.355", "D1": "'=x",
			"A2": 0.1 + 0.2, "B2": 1.355, "C2": 47_000_000_000, "D2": -5,
			"A4": 0.5, "B4": 0.125, "C4": true,
			"A5": 45699, "B5": 45699, "C5": 45699, "D5": 45699.75, "E5": 0.75, "F5": 45699, "G5": 45699,
			"H5": time.Date(2025, 2, 11, 0, 0, 0, 0, time.UTC),
		})
		styled(t, f, "A4", 9, "")
		styled(t, f, "B4", 0, "0.0%")
		styled(t, f, "A5", 14, "")
		styled(t, f, "B5", 0, "dd\\.mm\\.yyyy;@")
		styled(t, f, "C5", 0, "mmmm yyyy")
		styled(t, f, "D5", 22, "")
		styled(t, f, "E5", 0, "h:mm")
		styled(t, f, "F5", 0, "yyyy")
		styled(t, f, "G5", 0, `#,##0.00\ "₽"`)
	})
	want := `1: текст | 7,9 | 1.355 | '=x
2: [0.3] | [1.355] | [47000000000] | [-5]
4: [50 %] | [12.5 %] | 1
5: 2025-02-11 | 2025-02-11 | 2025-02 | 2025-02-11 | [0.75] | 2025 | [45699] | 2025-02-11
`
	if diff := cmp.Diff(want, read(t, file, "")); diff != "" {
		t.Error(diff)
	}
}

// Days of a workbook that a Macintosh began are counted from another one.
func TestDaysSince1904(t *testing.T) {
	file := saved(t, func(f *excelize.File) {
		yes := true
		must(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
		fill(t, f, "Sheet1", map[string]any{"A1": 45699 - 1462})
		styled(t, f, "A1", 14, "")
	})
	if diff := cmp.Diff("1: 2025-02-11\n", read(t, file, "")); diff != "" {
		t.Error(diff)
	}
}

// A formula is what it came to; where nobody has worked it out, that is told and
// it is not taken for an empty cell.
func TestFormulas(t *testing.T) {
	file := sheet(t, `<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1" t="str"><f>IF(A1=3,"да","")</f><v>да</v></c>
		<c r="C1"><f>A1+2</f></c><c r="D1" t="str"><f>IF(A1=4,"да","")</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`)
	if diff := cmp.Diff("1: [3] | да | unsaved |  | #DIV/0!\n", read(t, file, "")); diff != "" {
		t.Error(diff)
	}
}

// What is merged downwards is said of all its rows, but for numbers.
func TestMerged(t *testing.T) {
	file := saved(t, func(f *excelize.File) {
		fill(t, f, "Sheet1", map[string]any{
			"A1": "Регион", "B1": "Кластер", "C1": "Сумма", "D1": "Примечание",
			"A2": "Томская область", "B2": "Лес", "C2": 5, "D2": "вместе",
			"B3": "Химия",
			"B5": "Металлы",
		})
		must(t, f.MergeCell("Sheet1", "A2", "A5"))
		must(t, f.MergeCell("Sheet1", "C2", "C3"))
		must(t, f.MergeCell("Sheet1", "D2", "D3"))
	})
	want := `1: Регион | Кластер | Сумма | Примечание
2: Томская область | Лес | [5] | вместе
3: Томская область | Химия |  | вместе
5: Томская область | Металлы
`
	if diff := cmp.Diff(want, read(t, file, "")); diff != "" {
		t.Error(diff)
	}
}

func TestSheets(t *testing.T) {
	file := saved(t, func(f *excelize.File) {
		for i, name := range []string{"Черновик", "План", "Факт"} {
			_, err := f.NewSheet(name)
			must(t, err)
			fill(t, f, name, map[string]any{"A1": i})
		}
		f.SetActiveSheet(2)
		must(t, f.DeleteSheet("Sheet1"))
		must(t, f.SetSheetVisible("Черновик", false))
	})
	for sheet, want := range map[string]string{
		"":         "1: [1]\n",
		"факт":     "1: [2]\n",
		"Черновик": "1: [0]\n",
		"Плам":     "page.md:4 workbook-sheet map[Known:План, Факт Sheet:Плам Suggestion:План]\n",
	} {
		if diff := cmp.Diff(want, read(t, file, sheet)); diff != "" {
			t.Errorf("%q: %s", sheet, diff)
		}
	}
}

// compound is the beginning of a file of old Office and some of what follows.
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

func TestRefused(t *testing.T) {
	locked := compound + strings.Repeat("\x00", 1024) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	for name, test := range map[string]struct{ file, code string }{
		"old":                {compound + "Workbook", "workbook-old"},
		"under a password":   {locked, "workbook-locked"},
		"cut":                {"PK\x03\x04", "workbook-broken"},
		"nothing":            {"", "workbook-broken"},
		"no workbook":        {string(archive(t, "a.txt", "a")), "workbook-broken"},
		"too long":           {"PK\x03\x04" + strings.Repeat("0", xlsx.MaxSize), "workbook-large"},
		"a bomb":             {string(bomb(t)), "workbook-large"},
		"far cells":          {string(farCells(t, `<row r="%[1]d"><c r="XFD%[1]d"/></row>`)), "workbook-large"},
		"a far value":        {string(sheet(t, `<row r="1"><c r="XFD1"><v>1</v></c></row>`)), "workbook-large"},
		"rows without cells": {string(sheet(t, `<row r="1"><c r="A1"><v>1</v></c></row><row r="100000" s="1"/>`)), "ok"},
		"merges":             {string(farCells(t, `</sheetData><mergeCells>`+strings.Repeat(`<mergeCell ref="A%[1]d:B%[1]d"/>`, 60)+`</mergeCells><sheetData>`)), "workbook-large"},
	} {
		t.Run(name, func(t *testing.T) {
			s, found := xlsx.Read("plan.xlsx", []byte(test.file), xlsx.Options{Rows: 10})
			switch {
			case test.code == "ok" && s != nil && len(found) == 0:
			case s != nil || len(found) != 1 || string(found[0].Code) != test.code || found[0].File != "plan.xlsx":
				t.Errorf("%v %v", s, found)
			}
		})
	}
}

// archive is a ZIP with one file.
func archive(t testing.TB, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	must(t, err)
	_, err = w.Write([]byte(content))
	must(t, err)
	must(t, z.Close())
	return b.Bytes()
}

// bomb is an archive that says of itself that it unpacks to more than is allowed.
func bomb(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, CompressedSize64: 1, UncompressedSize64: 101 << 20,
	})
	must(t, err)
	_, err = w.Write([]byte{0})
	must(t, err)
	must(t, z.Close())
	return b.Bytes()
}

// farCells is a workbook whose sheet has a hundred rows of the kind given.
func farCells(t testing.TB, row string) []byte {
	t.Helper()
	var rows strings.Builder
	for i := range 100 {
		rows.WriteString(strings.ReplaceAll(row, "%[1]d", fmt.Sprint(i+1)))
	}
	return sheet(t, rows.String())
}

// sheet is a workbook of one sheet, given by the XML of its rows.
func sheet(t testing.TB, rows string) []byte {
	t.Helper()
	return replaced(t, saved(t, func(*excelize.File) {}), "xl/worksheets/sheet1.xml",
		`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+rows+`</sheetData></worksheet>`)
}

// replaced is a workbook with another part in the place of one.
func replaced(t testing.TB, file []byte, name, content string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	must(t, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, part := range in.File {
		if part.Name != name {
			must(t, out.Copy(part))
		}
	}
	w, err := out.Create(name)
	must(t, err)
	_, err = w.Write([]byte(content))
	must(t, err)
	must(t, out.Close())
	return b.Bytes()
}

// What stands in a cell is shown beside what is wrong with it.
func TestQuote(t *testing.T) {
	file := saved(t, func(f *excelize.File) { fill(t, f, "Sheet1", map[string]any{"B3": "семь"}) })
	s, _ := xlsx.Read("plan.xlsx", file, xlsx.Options{Rows: 10})
	list := []diag.Diagnostic{
		diag.NewError(diag.Position{File: "plan.xlsx", Line: 3, Column: 2}, diag.ChartNotNumber, nil),
		diag.NewError(diag.Position{File: "page.md", Line: 3, Column: 2}, diag.ChartNotNumber, nil),
		diag.NewError(diag.Position{File: "plan.xlsx"}, diag.ChartCSVEmpty, nil),
	}
	s.Quote(list)
	if list[0].Excerpt != "семь" || list[1].Excerpt != "" || list[2].Excerpt != "" {
		t.Errorf("%+v", list)
	}
}

// Whatever the XML of a sheet holds, it is read or refused.
func FuzzSheet(f *testing.F) {
	const head = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	book := saved(f, func(book *excelize.File) {
		fill(f, book, "Sheet1", map[string]any{"A1": "текст", "A2": 45699})
		styled(f, book, "A2", 14, "")
	})
	f.Add(head + `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7.9000000000000004</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells></worksheet>`)
	f.Add(head + `<row><c s="1"><v>45699</v></c><c t="inlineStr"><is><t>а</t></is></c><c><f>A1+1</f></c></row><row r="3"><c r="XFD3" s="99"><v>1e9</v></c></row></sheetData></worksheet>`)
	f.Add(head + `<row r="0"><c r="0"/></row><row r="-1"/><c r="A0"/><row r="99999999"><c t="s"><v>-5</v></c></row></sheetData><mergeCells><mergeCell/><mergeCell ref="B2"/><mergeCell ref=":"/></mergeCells>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		s, found := xlsx.Read("plan.xlsx", replaced(t, book, "xl/worksheets/sheet1.xml", sheet), xlsx.Options{Rows: 100})
		if s == nil && len(found) == 0 {
			t.Error("nothing is read and nothing is told")
		}
	})
}

// Whatever the bytes are, a workbook is read or refused.
func FuzzRead(f *testing.F) {
	f.Add(saved(f, func(book *excelize.File) { fill(f, book, "Sheet1", map[string]any{"A1": "текст", "B2": 7.9}) }))
	f.Add([]byte(compound))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if s, found := xlsx.Read("plan.xlsx", file, xlsx.Options{Rows: 100}); s == nil && len(found) == 0 {
			t.Error("nothing is read and nothing is told")
		}
	})
}
