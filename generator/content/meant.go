package content

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// russian are the words in which a Russian thinks of what front matter has
// English ones for.
var russian = map[string]string{
	"идея": string(report.Idea), "замысел": string(report.Idea),
	"планируется": string(report.Planned), "запланирован": string(report.Planned), "план": string(report.Planned),
	"формируется": string(report.Forming), "создаётся": string(report.Forming), "создается": string(report.Forming),
	"регистрируется": string(report.Registering), "на регистрации": string(report.Registering),
	"зарегистрирован": string(report.Registered), "в реестре": string(report.Registered), "включён в реестр": string(report.Registered),
	"работает": string(report.Operating), "действует": string(report.Operating), "запущен": string(report.Operating),
	"приостановлен": string(report.Suspended), "заморожен": string(report.Suspended),
	"закрыт": string(report.Closed), "ликвидирован": string(report.Closed),

	"объявлено": string(report.Announced), "обещано": string(report.Announced),
	"законтрактовано": string(report.Contracted), "по договору": string(report.Contracted),
	"потрачено": string(report.Spent), "освоено": string(report.Spent), "вложено": string(report.Spent),

	"кластер": string(report.WholeCluster), "весь кластер": string(report.WholeCluster),
	"проект": string(report.Project), "субсидия": string(report.Subsidy),

	"русский": "ru", "английский": "en",
	"телеграм": "telegram", "вконтакте": "vk", "вк": "vk", "одноклассники": "ok", "вайбер": "viber", "ватсап": "whatsapp",
}

// meant is the word of a closed list that somebody who wrote another one meant;
// empty where that is not clear.
func meant(written string, known []string) string {
	if word := russian[strings.ToLower(written)]; slices.Contains(known, word) {
		return word
	}
	return diag.Suggest(written, known)
}

// months begin so in Russian, in every case form, and in English.
var months = [12][2]string{
	{"янв", "jan"}, {"фев", "feb"}, {"мар", "mar"}, {"апр", "apr"}, {"ма", "may"}, {"июн", "jun"},
	{"июл", "jul"}, {"авг", "aug"}, {"сен", "sep"}, {"окт", "oct"}, {"ноя", "nov"}, {"дек", "dec"},
}

var (
	numericDate = regexp.MustCompile(`^(\d{1,4})[-–—./](\d{1,2})(?:[-–—./](\d{1,4}))?$`)
	monthOfYear = regexp.MustCompile(`^(\d{1,2})[./](\d{4})$`)
	writtenDate = regexp.MustCompile(`^(?:(\d{1,2}) )?(\pL+) (\d{4})(?: ?(?:г\.?|года?))?$`)
	number      = regexp.MustCompile(`\d[\d \x{a0}\x{2009}\x{202f}]*`)
)

// isoDate writes a date such as 11.02.2025, 2025-2-7 or 17 февраля 2025 года in
// the form that front matter wants. It tells a day that no calendar has.
func isoDate(s string) (date string, noSuchDay bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	var year, month, day string
	if m := numericDate.FindStringSubmatch(s); m != nil {
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
	}
	if len(year) != 4 || month == "" {
		return "", false
	}
	return calendar(year, month, day)
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

// onlyNumber is the number in a text that has one and no other: 1355 of "1355
// человек".
func onlyNumber(s string) string {
	found := number.FindAllString(s, 2)
	if len(found) != 1 || strings.ContainsAny(s, "-–—,.") {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, found[0])
}

// about are words that make a number an approximate one.
var about = []string{"около", "порядка", "примерно", "приблизительно", "более", "больше", "свыше", "почти", "менее", "до", "не менее", "about", "over", "nearly"}

// saysAbout reports whether a text begins with such a word.
func saysAbout(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	return s != strings.TrimLeft(s, "~≈<>") ||
		slices.ContainsFunc(about, func(word string) bool { return strings.HasPrefix(s, word+" ") })
}
