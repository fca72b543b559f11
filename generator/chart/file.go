package chart

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/xlsx"
)

func isCSV(name string) bool { return strings.EqualFold(path.Ext(name), ".csv") }

// isWorkbook reports whether a name is that of a workbook, also of one that is too
// old to be read, so that the author is told how to save it.
func isWorkbook(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".xlsx" || ext == ".xls"
}

// read reads the table from a file beside the page; nil where it is told that it
// cannot be read. What a file is, its first bytes tell as well: a workbook does
// not become a CSV file by its name.
func (b *binding) read(t *dataset.Tables, file File) (*dataset.Table, error) {
	at := b.spec.Data
	if !isCSV(at.Name) && !isWorkbook(at.Name) {
		b.error(at.At, diag.ChartFileKind, diag.Args{"File": at.Name})
		return nil, nil
	}
	name, content, err := file(at.Name)
	if errors.Is(err, fs.ErrNotExist) {
		b.error(at.At, diag.ChartFileMissing, diag.Args{"File": at.Name})
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if isCSV(at.Name) && xlsx.IsWorkbook(content) {
		b.error(at.At, diag.ChartFileKind, diag.Args{"File": at.Name})
		return nil, nil
	}
	sheet := b.spec.Sheet
	key := name + "\x00" + sheet.Name + "\x00" + sheet.At.String()
	table, found := t.Read(key, content, func() (*dataset.Table, []diag.Diagnostic) {
		if isCSV(at.Name) {
			return dataset.ReadCSV(name, content)
		}
		return readSheet(name, content, sheet, t.Words)
	})
	b.found = append(b.found, found...)
	if diag.HasErrors(found) {
		return nil, nil
	}
	return table, nil
}

func readSheet(name string, content []byte, named Ref, w *dataset.Words) (*dataset.Table, []diag.Diagnostic) {
	sheet, found := xlsx.Read(name, content, xlsx.Options{Sheet: named.Name, SheetAt: named.At, Rows: dataset.MaxRows})
	if sheet == nil {
		return nil, found
	}
	table, found := dataset.ReadSheet(sheet, w)
	sheet.Quote(found)
	return table, found
}
