// Package xlsx reads tables from the workbooks of Excel and its kin.
//
// Cells are taken as they are stored: how Excel would show a sum depends on the
// machine. A number is rounded to the digits that Excel has, a day is told from a
// number by its format, a formula is what it came to when the workbook was saved.
// A position is the row and the column of a cell, plan.xlsx:12:3 for C12.
//
// A workbook is a ZIP of XML that others made. How much it may unpack to, and how
// large a sheet may be, is bounded before anything is read of it.
package xlsx

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"example.org/svod/generator/diag"
)

// MaxSize is how many bytes a workbook may have.
const MaxSize = 20 << 20

// Options say what is read.
type Options struct {
	// Sheet names the sheet, SheetAt is where the author named it. Without a name
	// it is the first that is not hidden.
	Sheet   string
	SheetAt diag.Position
	// Rows is how many rows the caller takes. One more is read, so that he can tell.
	Rows int
}

// A Sheet is a sheet of a workbook.
type Sheet struct {
	File string // as positions carry it
	// Rows are those in which there is anything, cut after their last cell.
	Rows [][]Cell
}

// A Cell is one cell of a sheet.
type Cell struct {
	// Text is what is stored: a number in the form of programs, 7.9, a day as
	// 2025-02-11, or as 2025-02 where the cell shows no more of it.
	Text   string
	Number bool
	// Percent says that the number was shown in per cent; 0.5 is the number 50.
	Percent bool
	// Unsaved says that the cell is a formula whose result was not saved.
	Unsaved bool
	At      diag.Position
}

// IsWorkbook reports whether a file, by its first bytes, is a workbook, or one
// that [Read] tells to be saved anew.
func IsWorkbook(file []byte) bool { return isZip(file) || isCompound(file) }

func isZip(file []byte) bool { return bytes.HasPrefix(file, []byte("PK\x03\x04")) }

// isCompound reports whether a file is in the format in which Office kept all its
// files before 2007, and keeps those under a password until today.
func isCompound(file []byte) bool { return bytes.HasPrefix(file, []byte("\xd0\xcf\x11\xe0")) }

// encrypted is the name of the part with what is under a password (Microsoft,
// [MS-OFFCRYPTO], "EncryptedPackage"), as it stands in the list of parts.
var encrypted = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// Read reads a sheet of a workbook. The sheet is nil where it cannot be read.
func Read(name string, file []byte, o Options) (*Sheet, []diag.Diagnostic) {
	refuse := func(code diag.Code) (*Sheet, []diag.Diagnostic) {
		return nil, []diag.Diagnostic{diag.NewError(diag.Position{File: name}, code, nil)}
	}
	switch {
	case isCompound(file) && bytes.Contains(file, encrypted):
		return refuse(diag.WorkbookLocked)
	case isCompound(file):
		return refuse(diag.WorkbookOld)
	case len(file) > MaxSize || unpacked(file) > maxUnpacked:
		return refuse(diag.WorkbookLarge)
	}
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked,
	})
	if err != nil {
		return refuse(diag.WorkbookBroken)
	}
	defer f.Close()
	if !bounded(f) {
		return refuse(diag.WorkbookLarge)
	}
	shown, all := sheets(f)
	if len(all) == 0 {
		return refuse(diag.WorkbookBroken)
	}
	title := cmp.Or(o.Sheet, shown[0])
	if i := slices.IndexFunc(all, func(s string) bool { return strings.EqualFold(s, title) }); i >= 0 {
		title = all[i]
	} else {
		return nil, []diag.Diagnostic{diag.NewError(o.SheetAt, diag.WorkbookSheet, diag.Args{
			"Sheet": o.Sheet, "Suggestion": diag.Suggest(o.Sheet, shown), "Known": strings.Join(shown, ", "),
		})}
	}
	r := reader{file: f, sheet: title, name: name, formats: map[int]format{}}
	rows, err := r.rows(o.Rows + 1)
	switch {
	case errors.Is(err, errWide):
		return refuse(diag.WorkbookLarge)
	case err != nil:
		return refuse(diag.WorkbookBroken)
	}
	return &Sheet{File: name, Rows: rows}, nil
}

// sheets are the names of the sheets that are shown, or of all where none is, and
// of all.
func sheets(f *excelize.File) (shown, all []string) {
	all = f.GetSheetList()
	for _, s := range all {
		if visible, err := f.GetSheetVisible(s); err == nil && visible {
			shown = append(shown, s)
		}
	}
	if len(shown) == 0 {
		shown = all
	}
	return shown, all
}

// Quote attaches to mistakes what stands in the cells that they are about.
func (s *Sheet) Quote(list []diag.Diagnostic) {
	for i := range list {
		d := &list[i]
		if d.File != s.File || d.Line == 0 {
			continue
		}
		for _, row := range s.Rows {
			if len(row) > 0 && row[0].At.Line == d.Line && d.Column > 0 && d.Column <= len(row) {
				d.Excerpt = row[d.Column-1].Text
			}
		}
	}
}
