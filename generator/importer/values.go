package importer

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// isUnit reports whether a text is a unit of money: "млрд руб.", "тыс.", "$mn".
func isUnit(s string) bool {
	_, err := money.Parse("1 "+s, money.RUB)
	return err == nil
}

// saysNothing reports whether a cell is empty or has only a mark in it.
func saysNothing(s string) bool {
	s = fold(s)
	return s == "" || s == "x" || s == "х" || money.SaysBlank(s)
}

// A readSum is a sum as a table gives it.
type readSum struct {
	amount money.Amount
	hedge  money.Hedge
	bare   bool // neither the cell nor the heading names a unit or a currency
}

// readAmount reads a sum: a cell with the unit of its heading, or with one of its
// own. The error is always a *money.ParseError.
func readAmount(c Cell, unit string, def money.Currency) (readSum, error) {
	if c.Number {
		return readNumber(c.Text, unit, def)
	}
	text := strings.Join(strings.Fields(c.Text), " ")
	number, _ := money.CutHedge(text)
	own := strings.ContainsFunc(number, func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) })
	whole := text
	if !own && unit != "" {
		whole += " " + unit
	}
	amount, hedge, err := money.ParseHedged(whole, def)
	var bad *money.ParseError
	if errors.As(err, &bad) { // the unit of the heading is not in the cell
		return readSum{}, &money.ParseError{Text: text, Offset: min(bad.Offset, len(text)), Length: min(bad.Length, max(len(text)-bad.Offset, 0)), Reason: bad.Reason}
	}
	return readSum{amount, hedge, !own && unit == ""}, nil
}

// mostDigits is how many digits a sum may have before the decimal mark, as in
// [money.Parse].
const mostDigits = 18

// readNumber reads the number of a workbook, whose point is never a separator of
// thousands.
func readNumber(number, unit string, def money.Currency) (readSum, error) {
	d, err := decimal.NewFromString(number)
	one, unitErr := money.Parse("1 "+unit, def)
	if err != nil || unitErr != nil {
		return readSum{}, &money.ParseError{Text: number, Length: len(number), Reason: money.NoNumber}
	}
	value := d.Mul(one.Decimal())
	if value.NumDigits()+int(value.Exponent()) > mostDigits {
		return readSum{}, &money.ParseError{Text: number, Length: len(number), Reason: money.TooLarge}
	}
	return readSum{amount: money.New(value, one.Currency()), bare: unit == ""}, nil
}

// readCount reads a number of jobs: "1 355", "около 1300", "1355 чел.".
func readCount(c Cell) (n int, hedge money.Hedge, ok bool) {
	text := strings.TrimRight(fold(c.Text), ". ")
	for _, unit := range counted {
		text = strings.TrimSpace(strings.TrimSuffix(text, " "+unit))
	}
	count, hedge, err := money.ParseHedged(text, "")
	jobs := count.Decimal()
	if err != nil || count.Currency() != "" || !jobs.IsInteger() || jobs.IsNegative() || jobs.GreaterThan(mostJobs) {
		return 0, money.Exact, false
	}
	return int(jobs.IntPart()), hedge, true
}

// mostJobs is as many as a large city has people: more is a sum of money in the
// wrong column.
var mostJobs = decimal.NewFromInt(10_000_000)

// Days that a workbook stores as numbers: 1954 to 2119. What is smaller is a
// year.
const firstSerial, lastSerial = 20_000, 80_000

// readDate reads a date as tables write it: 2025-02-11, 11.02.2025, 02.2025,
// 2025, "2026 год", "11 февраля 2025", or the number of a day in a workbook.
func readDate(c Cell) (report.Date, bool) {
	text := strings.TrimRight(fold(c.Text), ". ")
	for _, word := range []string{" год", " года", " г", " году"} {
		text = strings.TrimSuffix(text, word)
	}
	if c.Number {
		if serial, err := strconv.ParseFloat(text, 64); err == nil && serial >= firstSerial && serial < lastSerial {
			day, err := excelize.ExcelDateToTime(serial, false)
			return report.DateOf(day), err == nil
		}
	}
	return report.ReadDate(text)
}

// stageWords are the stages under the words of tables, those of the site first.
var stageWords = map[report.Stage][]string{
	report.Idea:        {"замысел", "idea", "идея", "прорабатывается", "проработка", "an idea"},
	report.Planned:     {"запланирован", "planned", "планируется", "план"},
	report.Forming:     {"формируется", "forming", "создается", "формирование"},
	report.Registering: {"на регистрации", "registering", "регистрируется", "регистрация", "документы поданы"},
	report.Registered:  {"в реестре", "registered", "включен в реестр", "зарегистрирован", "внесен в реестр"},
	report.Operating:   {"работает", "operating", "действует", "действующий", "функционирует"},
	report.Suspended:   {"приостановлен", "suspended", "заморожен"},
	report.Closed:      {"закрыт", "closed", "ликвидирован", "исключен из реестра"},
}

var kindWords = map[report.Kind][]string{
	report.Announced:  {"объявлено", "announced"},
	report.Contracted: {"по договорам", "contracted", "under contract"},
	report.Spent:      {"потрачено", "spent"},
}

var scopeWords = map[report.Scope][]string{
	report.WholeCluster: {"кластер целиком", "cluster", "whole cluster", "кластер"},
	report.Project:      {"отдельный проект", "project", "single project", "проект"},
	report.Subsidy:      {"субсидия", "subsidy"},
}

// readWord finds what a word of a closed list means.
func readWord[T ~string](c Cell, words map[T][]string) (T, bool) {
	for meaning, list := range words {
		if slices.Contains(list, fold(c.Text)) {
			return meaning, true
		}
	}
	return "", false
}

// wordMistake tells a word that is none of a list.
func wordMistake[T ~string](c Cell, words map[T][]string, order []T) diag.Diagnostic {
	var all, first []string
	for _, meaning := range order {
		all = append(all, words[meaning]...)
		first = append(first, words[meaning][0])
	}
	return diag.NewError(c.At, diag.ImportUnknownWord, diag.Args{
		"Value": c.Text, "Suggestion": diag.Suggest(fold(c.Text), all), "Known": strings.Join(first, ", "),
	})
}

// readHedge reads what a column says of how exact a figure is: by a word such as
// "более", or by a mere yes.
func readHedge(c Cell) money.Hedge {
	if h, ok := money.ParseHedge(fold(c.Text)); ok {
		return h
	}
	if slices.Contains([]string{"да", "yes", "true", "+", "1", "v"}, fold(c.Text)) {
		return money.About
	}
	return money.Exact
}

// readList parts the names of a cell: at semicolons or line ends where it has
// any, or else at the commas outside of quotes.
func readList(s string) []string {
	marks := ","
	if strings.ContainsAny(s, ";\n") {
		marks = ";\n"
	}
	quoted := 0
	names := strings.FieldsFunc(s, func(r rune) bool {
		switch r {
		case '«':
			quoted++
		case '»':
			quoted--
		}
		return strings.ContainsRune(marks, r) && (marks != "," || quoted <= 0)
	})
	var out []string
	for _, name := range names {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			out = append(out, name)
		}
	}
	return out
}
