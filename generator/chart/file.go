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
func (b *binding) read(file File) (*dataset.Table, error) {
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
	var table *dataset.Table
	var found []diag.Diagnostic
	switch {
	case isWorkbook(at.Name):
		table, found = b.readSheet(name, content)
	case xlsx.IsWorkbook(content):
		b.error(at.At, diag.ChartFileKind, diag.Args{"File": at.Name})
		return nil, nil
	default:
		table, found = dataset.ReadCSV(name, content)
	}
	b.found = append(b.found, found...)
	if diag.HasErrors(found) {
		return nil, nil
	}
	return table, nil
}

func (b *binding) readSheet(name string, content []byte) (*dataset.Table, []diag.Diagnostic) {
	sheet, found := xlsx.Read(name, content, xlsx.Options{
		Sheet: b.spec.Sheet.Name, SheetAt: b.spec.Sheet.At, Rows: dataset.MaxRows,
	})
	if b.sheet = sheet; sheet == nil {
		return nil, found
	}
	return dataset.ReadSheet(sheet, b.words)
}
