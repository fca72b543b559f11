package xlsx

import (
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"github.com/xuri/nfp"
)

// A format is what the format of a cell says that its number is.
type format struct {
	day     string // how much of a day is shown, as a layout of package time; empty where none is
	percent bool
}

// Layouts of days, as a chart reads them.
const (
	wholeDay = "2006-01-02"
	month    = "2006-01"
	year     = "2006"
)

// builtin are the formats that every workbook has without saying what they are
// (ECMA-376, part 1, 18.8.30).
func builtin(id int) format {
	switch {
	case id == 9 || id == 10:
		return format{percent: true}
	case id == 17:
		return format{day: month} // mmm-yy
	case id >= 14 && id <= 16, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57 || id == 58:
		return format{day: wholeDay}
	}
	return format{}
}

// format is that of a cell.
func (r *reader) format(ref string) format {
	style, err := r.file.GetCellStyle(r.sheet, ref)
	if err != nil {
		return format{}
	}
	f, known := r.formats[style]
	if !known {
		f = r.formatOf(style)
		r.formats[style] = f
	}
	return f
}

func (r *reader) formatOf(style int) format {
	s := r.file.Styles
	if s == nil || s.CellXfs == nil || style < 0 || style >= len(s.CellXfs.Xf) || s.CellXfs.Xf[style].NumFmtID == nil {
		return format{}
	}
	id := *s.CellXfs.Xf[style].NumFmtID
	if s.NumFmts != nil {
		for _, n := range s.NumFmts.NumFmt {
			if n != nil && n.NumFmtID == id {
				return readFormat(n.FormatCode)
			}
		}
	}
	return builtin(id)
}

// readFormat reads the code of a format, such as dd.mm.yyyy or 0.0%: what it does
// with a positive number.
func readFormat(code string) format {
	parser := nfp.NumberFormatParser()
	sections := parser.Parse(code)
	if len(sections) == 0 {
		return format{}
	}
	var f format
	shows := func(letter string) bool {
		return slices.ContainsFunc(sections[0].Items, func(t nfp.Token) bool {
			return t.TType == nfp.TokenTypeDateTimes && strings.HasPrefix(strings.ToLower(t.TValue), letter)
		})
	}
	switch {
	case shows("d"):
		f.day = wholeDay
	case shows("y") && shows("m"):
		f.day = month
	case shows("y"):
		f.day = year
	}
	f.percent = slices.ContainsFunc(sections[0].Items, func(t nfp.Token) bool { return t.TType == nfp.TokenTypePercent })
	return f
}

// isDay reports whether a number can be a day: what is less is a time of day.
func (r *reader) isDay(number decimal.Decimal) bool {
	const lastDay = 2_958_465 // 31 December 9999
	return number.GreaterThanOrEqual(decimal.NewFromInt(1)) && number.LessThanOrEqual(decimal.NewFromInt(lastDay))
}

func (r *reader) day(number decimal.Decimal, layout string) string {
	day, err := excelize.ExcelDateToTime(number.InexactFloat64(), r.mac)
	if err != nil {
		return number.String()
	}
	return day.Round(time.Second).Format(layout)
}
