package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// months begin so in Russian, in every case form, and in English.
var months = [12][2]string{
	{"янв", "jan"},
	{"фев", "feb"},
	{"мар", "mar"},
	{"апр", "apr"},
	{"ма", "may"},
	{"июн", "jun"},
	{"июл", "jul"},
	{"авг", "aug"},
	{"сен", "sep"},
	{"окт", "oct"},
	{"ноя", "nov"},
	{"дек", "dec"},
}

var (
	numericDate  = regexp.MustCompile(`^(\d{1,4})[-–—./](\d{1,2})(?:[-–—./](\d{1,4}))?$`)
	monthOfYear  = regexp.MustCompile(`^(\d{1,2})[./](\d{4})$`)
	lonelyYear   = regexp.MustCompile(`^\D*((?:19|20)\d\d)\D*$`)
	quarter      = regexp.MustCompile(`^([1-4]|[iv]+)(-й)? ?кв\pL*\.? `)
	writtenDate  = regexp.MustCompile(`^(?:(\d{1,2}) )?(\pL+) (\d{4})(?: ?(?:г\.?|года?))?$`)
	americanDate = regexp.MustCompile(`^(\pL+) (\d{1,2}),? (\d{4})$`)
	shortYear    = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{2})$`)
	timeOfDay    = regexp.MustCompile(`[ t]\d{1,2}[:.]\d{2}(:\d{2})?$`)
	aroundDashes = regexp.MustCompile(` *([-–—]) *`)
)

// seemDigits are letters, small ones, that are typed for digits.
var seemDigits = strings.NewReplacer("о", "0", "o", "0", "з", "3", "l", "1")

// MeantDate writes a date such as 11.02.2025, 2025-2-7 or 17 февраля 2025 года in
// the form that front matter wants. It tells a day that no calendar has.
func MeantDate(s string) (date string, noSuchDay bool) {
	s = aroundDashes.ReplaceAllString(strings.ToLower(strings.Join(strings.Fields(s), " ")), "$1")
	s = timeOfDay.ReplaceAllString(s, "")
	if digits := seemDigits.Replace(s); digits != s {
		if d, ok := ParseDate(digits); ok {
			return d.String(), false // 2О25, with a letter
		}
	}
	var year, month, day string
	if m := shortYear.FindStringSubmatch(s); m != nil {
		year, month, day = "20"+m[3], m[2], m[1]
	} else if m := numericDate.FindStringSubmatch(s); m != nil {
		switch {
		case len(m[1]) == 4:
			year, month, day = m[1], m[2], m[3]
		case m[3] == "" && len(m[1]) <= 2:
			return "", false // 11.02 of which year?
		default:
			year, month, day = m[3], m[2], m[1]
		}
	} else if m := monthOfYear.FindStringSubmatch(s); m != nil {
		year, month = m[2], m[1]
	} else if m := writtenDate.FindStringSubmatch(s); m != nil {
		year, month, day = m[3], monthOf(m[2]), m[1]
	} else if m := americanDate.FindStringSubmatch(s); m != nil {
		year, month, day = m[3], monthOf(m[1]), m[2]
	}
	if m := lonelyYear.FindStringSubmatch(quarter.ReplaceAllString(s, "")); month == "" && m != nil {
		return m[1], false // конец 2025, I квартал 2025: what is known for certain
	}
	if len(year) != 4 || month == "" {
		return "", false
	}
	if date, noSuchDay = calendar(year, month, day); noSuchDay && day != "" {
		if swapped, wrong := calendar(year, day, month); !wrong {
			return swapped, false // 2025-17-02
		}
	}
	return date, noSuchDay
}

func monthOf(word string) string {
	for i, begins := range months {
		if strings.HasPrefix(word, begins[0]) || strings.HasPrefix(word, begins[1]) {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

// calendar writes a date of numbers, if the calendar has it.
func calendar(year, month, day string) (date string, noSuchDay bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if day == "" {
		if m < 1 || m > 12 {
			return "", true
		}
		return fmt.Sprintf("%04d-%02d", y, m), false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return "", true
	}
	return t.Format(time.DateOnly), false
}
