package importer

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/xlsx"
)

// readWorkbook reads the first sheet of a workbook that is not hidden.
func readWorkbook(name string, file []byte) (*Table, []diag.Diagnostic) {
	sheet, found := xlsx.Read(name, file, xlsx.Options{Rows: maxRows})
	if sheet == nil {
		return nil, found
	}
	if len(sheet.Rows) > maxRows {
		at := sheet.Rows[maxRows][0].At
		return nil, []diag.Diagnostic{diag.NewError(at, diag.ImportLong, diag.Args{"Most": maxRows})}
	}
	t := &Table{Name: name, sheet: sheet}
	for _, cells := range sheet.Rows {
		row := make([]Cell, len(cells))
		for i, c := range cells {
			row[i] = Cell{Text: clean(c.Text), Number: c.Number, At: c.At}
		}
		if !blank(row) {
			t.Rows = append(t.Rows, row)
		}
	}
	return t, nil
}
