package locale

import (
	"fmt"
	"time"

	"example.org/svod/generator/report"
)

// Month names, because golang.org/x/text has no dates. Russian needs two cases:
// "11 февраля 2025" and "февраль 2025".
var (
	ruMonthsOf = [...]string{
		"января", "февраля", "марта", "апреля", "мая", "июня",
		"июля", "августа", "сентября", "октября", "ноября", "декабря",
	}
	ruMonths = [...]string{
		"январь", "февраль", "март", "апрель", "май", "июнь",
		"июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
	}
)

const noBreak = "\u00a0"

// Date writes a date as exactly as it is known: "11 февраля 2025", "февраль
// 2025", "2025"; in English "11 February 2025". Parts are held together by
// no-break spaces. The zero date is written as nothing.
func (l *Locale) Date(d report.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprint(l.month(d.Month), noBreak, d.Year)
	}
	return fmt.Sprint(l.DayMonth(d), noBreak, d.Year)
}

// DayMonth writes a full date without its year: "11 февраля".
func (l *Locale) DayMonth(d report.Date) string {
	month := time.Month(d.Month).String()
	if l.language == "ru" {
		month = ruMonthsOf[d.Month-1]
	}
	return fmt.Sprint(d.Day, noBreak, month)
}

// ShortDate writes a date for narrow places: 11.02.2025, 02.2025, 2025; in
// English the form of ISO 8601, which no reader can mistake.
func (l *Locale) ShortDate(d report.Date) string {
	switch {
	case l.language != "ru" || d.Month == 0:
		return d.String()
	case d.Day == 0:
		return fmt.Sprintf("%02d.%d", d.Month, d.Year)
	}
	return fmt.Sprintf("%02d.%02d.%d", d.Day, d.Month, d.Year)
}

func (l *Locale) month(n int) string {
	if l.language == "ru" {
		return ruMonths[n-1]
	}
	return time.Month(n).String()
}
