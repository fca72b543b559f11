package importer

import (
	"bytes"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"example.org/svod/generator/diag"
)

// readWorkbook reads the first sheet of a workbook. Its cells are taken as they
// are stored: how Excel would show a date or a sum depends on the machine.
func readWorkbook(name string, file []byte) (*Table, []diag.Diagnostic) {
	at := diag.Position{File: name}
	unreadable := []diag.Diagnostic{diag.NewError(at, diag.ImportUnreadable, nil)}
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{
		RawCellValue: true,
		// A few kilobytes of ZIP can hold gigabytes.
		UnzipSizeLimit: 10 * MaxSize, UnzipXMLSizeLimit: 10 * MaxSize,
	})
	if err != nil {
		return nil, unreadable
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if len(sheets) == 0 {
		return nil, unreadable
	}
	rows, err := f.Rows(sheets[0])
	if err != nil {
		return nil, unreadable
	}
	defer rows.Close()
	t := &Table{Name: name}
	for line := 1; rows.Next(); line++ {
		values, err := rows.Columns()
		if err != nil {
			return nil, unreadable
		}
		if len(t.Rows) == maxRows {
			at.Line = line
			return nil, []diag.Diagnostic{diag.NewError(at, diag.ImportLong, diag.Args{"Most": maxRows})}
		}
		if row := workbookRow(f, sheets[0], name, line, values); !blank(row) {
			t.Rows = append(t.Rows, row)
		}
	}
	return t, nil
}

func workbookRow(f *excelize.File, sheet, name string, line int, values []string) []Cell {
	row := make([]Cell, len(values))
	for i, v := range values {
		row[i] = Cell{Text: clean(v), At: diag.Position{File: name, Line: line, Column: i + 1}}
		number, ok := stored(v)
		if !ok {
			continue
		}
		ref, err := excelize.CoordinatesToCellName(i+1, line)
		if err != nil {
			continue
		}
		// A number has no type; a text that looks like one has.
		if kind, err := f.GetCellType(sheet, ref); err == nil && (kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber) {
			row[i].Text, row[i].Number = number, true
		}
	}
	return row
}

// stored reads a number in the form in which workbooks store it. They store a
// binary fraction, 7.9000000000000004, and show fifteen digits of it.
func stored(s string) (string, bool) {
	const shown = 15
	if s == "" || strings.Trim(s, "0123456789.+-eE") != "" {
		return "", false
	}
	d, err := decimal.NewFromString(s)
	if err != nil || d.NumDigits() > 2*shown || d.Exponent() > 2*shown || d.Exponent() < -4*shown {
		return "", false
	}
	return d.Round(int32(shown - d.NumDigits() - int(d.Exponent()))).String(), true
}
