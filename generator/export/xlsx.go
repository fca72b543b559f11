package export

import (
	"io"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// XLSX writes a table as a workbook of one sheet, whose first row, the headings,
// stays in sight and filters the others. Texts are texts, whatever they begin
// with; amounts are numbers.
func XLSX(w io.Writer, t Table) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	// The library would name itself as the author and a day of 2006 as the date.
	// No clock may be read here: the same report gives the same bytes.
	err = f.SetDocProps(&excelize.DocProperties{
		Title: t.Title, Creator: "Svod", LastModifiedBy: "Svod", Language: t.language,
		Created: epoch, Modified: epoch,
	})
	if err != nil {
		return err
	}
	sheet := sheetName(t.Title)
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	s, err := newSheet(f, sheet, t)
	if err != nil {
		return err
	}
	line := 1
	for row := range t.rows {
		line++
		if err := s.row(line, row); err != nil {
			return err
		}
	}
	last, err := excelize.CoordinatesToCellName(len(t.Columns), line)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(sheet, "A1:"+last, nil); err != nil {
		return err
	}
	if err := s.out.Flush(); err != nil {
		return err
	}
	_, err = f.WriteTo(w)
	return err
}

// epoch is the earliest day that the ZIP format can tell, a usual date for files
// that must not depend on when they were made.
const epoch = "1980-01-01T00:00:00Z"

// A sheet is a table while it is streamed into a workbook.
type sheet struct {
	out      *excelize.StreamWriter
	values   []any
	whole    int // style of numbers without decimals, thousands parted
	fraction int
}

func newSheet(f *excelize.File, name string, t Table) (*sheet, error) {
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	s := &sheet{values: make([]any, len(t.Columns))}
	// Formats 3 and 4 of every workbook: #,##0 and #,##0.00.
	if s.whole, err = f.NewStyle(&excelize.Style{NumFmt: 3}); err != nil {
		return nil, err
	}
	if s.fraction, err = f.NewStyle(&excelize.Style{NumFmt: 4}); err != nil {
		return nil, err
	}
	if s.out, err = f.NewStreamWriter(name); err != nil {
		return nil, err
	}
	for i, c := range t.Columns {
		if err := s.out.SetColWidth(i+1, i+1, width(c)); err != nil {
			return nil, err
		}
		s.values[i] = c.Title
	}
	if err := s.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	return s, s.out.SetRow("A1", s.values, excelize.RowOpts{StyleID: bold})
}

func (s *sheet) row(line int, row []cell) error {
	for i, c := range row {
		switch {
		case c.number.Valid:
			s.values[i] = s.number(c.number.Decimal)
		case c.text == "":
			s.values[i] = nil
		default:
			s.values[i] = c.text
		}
	}
	name, err := excelize.CoordinatesToCellName(1, line)
	if err != nil {
		return err
	}
	return s.out.SetRow(name, s.values)
}

// mostDigits is how many digits of a number a spreadsheet keeps.
const mostDigits = 15

// number is a number as a cell, or as a text where a spreadsheet would round it.
func (s *sheet) number(d decimal.Decimal) any {
	switch {
	case d.NumDigits() > mostDigits:
		return d.String()
	case d.IsInteger():
		return excelize.Cell{StyleID: s.whole, Value: d.IntPart()}
	}
	return excelize.Cell{StyleID: s.fraction, Value: d.InexactFloat64()}
}

// sheetName cuts a title to what a sheet may be called.
func sheetName(title string) string {
	letters := []rune(title)
	return string(letters[:min(len(letters), excelize.MaxSheetNameLength)])
}

// width is that of a column, in letters: of its heading, and of what most texts
// in it need.
func width(c Column) float64 {
	const margin, name, least = 3, 44, 12
	if c.Key == "title" || c.Key == "members" || c.Key == "products" || c.Key == "note" {
		return name
	}
	return float64(max(least, utf8.RuneCountInString(c.Title)+margin))
}
