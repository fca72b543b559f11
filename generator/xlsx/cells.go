package xlsx

import (
	"errors"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"example.org/svod/generator/diag"
)

// A reader reads one sheet.
type reader struct {
	file    *excelize.File
	sheet   string
	name    string // of the file, for positions
	formats map[int]format
	merged  []*merge // that begin below the row
	open    []*merge // that the row is in
	mac     bool     // days are counted since 1904, as on a Macintosh
}

// rows reads at most so many rows in which there is anything.
func (r *reader) rows(most int) ([][]Cell, error) {
	if p, err := r.file.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		r.mac = *p.Date1904
	}
	if err := r.findMerged(); err != nil {
		return nil, err
	}
	rows, err := r.file.Rows(r.sheet)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out [][]Cell
	for line := 1; len(out) < most && rows.Next(); line++ {
		values, err := rows.Columns()
		if err == nil && len(values) > widest {
			err = errWide
		}
		if err != nil {
			return nil, err
		}
		if row := r.row(line, values); row != nil {
			out = append(out, row)
		}
	}
	return out, rows.Error()
}

// errWide is told of a row that is longer than [widest].
var errWide = errors.New("a row is too long")

// row reads a row; nil where nothing is in it.
func (r *reader) row(line int, values []string) []Cell {
	r.reach(line)
	row := make([]Cell, len(values))
	for i, v := range values {
		row[i] = r.cell(line, i+1, v)
	}
	r.keep(line, row)
	empty := func(c Cell) bool { return strings.TrimSpace(c.Text) == "" && !c.Unsaved }
	if !slices.ContainsFunc(row, func(c Cell) bool { return !empty(c) }) {
		return nil
	}
	row = r.fill(line, row)
	for empty(row[len(row)-1]) {
		row = row[:len(row)-1]
	}
	return row
}

func (r *reader) cell(line, column int, stored string) Cell {
	c := Cell{Text: stored, At: diag.Position{File: r.name, Line: line, Column: column}}
	ref, err := excelize.CoordinatesToCellName(column, line)
	if err != nil {
		return c
	}
	if stored == "" {
		c.Unsaved = !r.isMerged(line, column) && r.isUnsaved(ref)
		return c
	}
	number, ok := readNumber(stored)
	if !ok {
		return c
	}
	// A number has no type; a text that looks like one has.
	kind, err := r.file.GetCellType(r.sheet, ref)
	if err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		return c
	}
	switch f := r.format(ref); {
	case f.day != "" && r.isDay(number):
		c.Text = r.day(number, f.day)
	case f.percent:
		c.Text, c.Number, c.Percent = number.Shift(2).String(), true, true
	default:
		c.Text, c.Number = number.String(), true
	}
	return c
}

// isUnsaved reports whether an empty cell is a formula that came to nothing
// because nobody has worked it out: programs that are no Excel save such. One that
// came to an empty text has a type.
func (r *reader) isUnsaved(ref string) bool {
	formula, err := r.file.GetCellFormula(r.sheet, ref)
	if err != nil || formula == "" {
		return false
	}
	kind, err := r.file.GetCellType(r.sheet, ref)
	return err == nil && kind == excelize.CellTypeUnset
}

// readNumber reads a number in the form in which workbooks store it. They store a
// binary fraction, 7.9000000000000004, and show fifteen digits of it.
func readNumber(s string) (decimal.Decimal, bool) {
	const shown = 15
	if s == "" || strings.Trim(s, "0123456789.+-eE") != "" {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(s)
	if err != nil || d.NumDigits() > 2*shown || d.Exponent() > 2*shown || d.Exponent() < -4*shown {
		return decimal.Decimal{}, false
	}
	return d.Round(int32(shown - d.NumDigits() - int(d.Exponent()))), true
}
