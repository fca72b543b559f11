package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// months are so called in Russian, but for the endings of the cases, and in English.
var months = [12][2]string{
	{"январ", "january"},
	{"феврал", "february"},
	{"март", "march"},
	{"апрел", "april"},
	{"ма", "may"},
	{"июн", "june"},
	{"июл", "july"},
	{"август", "august"},
	{"сентябр", "september"},
	{"октябр", "october"},
	{"ноябр", "november"},
	{"декабр", "december"},
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
	anyWord      = regexp.MustCompile(`\pL{2,}`)
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

// monthOf is the number of a month, by what its name begins with: the rest may
// be mistyped.
func monthOf(word string) string {
	for i, names := range months {
		if strings.HasPrefix(word, beginning(names[0])) || strings.HasPrefix(word, beginning(names[1])) {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

// beginning is the first three letters of a name.
func beginning(name string) string {
	letters := []rune(name)
	return string(letters[:min(3, len(letters))])
}

// isMonth reports whether a word is the name of a month, maybe shortened.
func isMonth(word string) bool {
	for _, names := range months {
		if strings.HasPrefix(word, beginning(names[0])) && strings.HasPrefix(names[0], word) ||
			strings.HasPrefix(word, names[0]) && utf8.RuneCountInString(word) <= utf8.RuneCountInString(names[0])+1 ||
			strings.HasPrefix(word, beginning(names[1])) && strings.HasPrefix(names[1], word) {
			return true
		}
	}
	return false
}

// ReadDate reads a date as tables have it, where it can mean only one: 11.02.2025,
// 02.2025, 11 февраля 2025 г., Feb 2025. It takes less than [MeantDate] for one: no
// year among words that may say more of it, and no year of two digits.
func ReadDate(s string) (Date, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for _, word := range anyWord.FindAllString(s, -1) {
		if word != "год" && word != "года" && !isMonth(word) {
			return Date{}, false
		}
	}
	date, noSuchDay := MeantDate(s)
	d, ok := ParseDate(date)
	return d, ok && !noSuchDay && (d.Month > 0 || d.String() == s) && !shortYear.MatchString(s)
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
