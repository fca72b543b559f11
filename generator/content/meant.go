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

// russian are beginnings of the words in which a Russian thinks of what front
// matter has English ones for. Of several that fit, the first counts.
var russian = []struct {
	begins string
	words  []string
}{
	{"зарегистр", []string{string(report.Registered)}},
	{"в реестр", []string{string(report.Registered)}},
	{"включ", []string{string(report.Registered)}},
	{"регистр", []string{string(report.Registering)}},
	{"на регистр", []string{string(report.Registering)}},
	{"иде", []string{string(report.Idea)}},
	{"замыс", []string{string(report.Idea)}},
	{"план", []string{string(report.Planned)}},
	{"заплан", []string{string(report.Planned)}},
	{"формир", []string{string(report.Forming)}},
	{"созда", []string{string(report.Forming)}},
	{"работ", []string{string(report.Operating)}},
	{"действ", []string{string(report.Operating)}},
	{"запущ", []string{string(report.Operating)}},
	{"приостан", []string{string(report.Suspended)}},
	{"заморож", []string{string(report.Suspended)}},
	{"закры", []string{string(report.Closed)}},
	{"ликвид", []string{string(report.Closed)}},

	{"объявл", []string{string(report.Announced)}},
	{"обещ", []string{string(report.Announced)}},
	{"контракт", []string{string(report.Contracted)}},
	{"договор", []string{string(report.Contracted)}},
	{"потра", []string{string(report.Spent)}},
	{"освое", []string{string(report.Spent)}},
	{"вложено", []string{string(report.Spent)}},

	{"кластер", []string{string(report.WholeCluster), "clusters"}},
	{"весь", []string{string(report.WholeCluster)}},
	{"проект", []string{string(report.Project)}},
	{"завод", []string{string(report.Project)}},
	{"субсид", []string{string(report.Subsidy)}},

	{"рус", []string{"ru"}},
	{"англ", []string{"en"}},
	{"телегр", []string{"telegram"}},
	{"вк", []string{"vk"}},
	{"однокл", []string{"ok"}},
	{"вайбер", []string{"viber"}},
	{"ватсап", []string{"whatsapp"}},

	{"заголов", []string{"title"}},
	{"назван", []string{"title", "name"}},
	{"имя", []string{"name", "title"}},
	{"описан", []string{"description", "alt"}},
	{"регион", []string{"region", "regions"}},
	{"область", []string{"region", "regions"}},
	{"стади", []string{"stage"}},
	{"инвест", []string{"investment", "amount"}},
	{"вложен", []string{"investment", "amount"}},
	{"сумм", []string{"amount", "investment"}},
	{"рабоч", []string{"jobs"}},
	{"участник", []string{"members", "member"}},
	{"продук", []string{"products"}},
	{"сырь", []string{"resource"}},
	{"год", []string{"year"}},
	{"фото", []string{"photo"}},
	{"метк", []string{"tags"}},
	{"дата", []string{"date"}},
	{"источник", []string{"source"}},
	{"примеч", []string{"note"}},
	{"автор", []string{"authors", "author", "credit"}},
	{"издани", []string{"publisher"}},
	{"адрес", []string{"url", "slug"}},
	{"ссылк", []string{"url"}},
	{"черновик", []string{"draft"}},
	{"подпис", []string{"caption", "credit"}},
	{"файл", []string{"file"}},
	{"лид", []string{"lead"}},
	{"поправк", []string{"correction"}},
	{"почт", []string{"email"}},
	{"телефон", []string{"phone"}},
	{"должност", []string{"role"}},
}

// meant is the word of a list that somebody who wrote another one meant; empty
// where that is not clear.
func meant(written string, known []string) string {
	folded := strings.ToLower(written)
	for _, r := range russian {
		if !strings.HasPrefix(folded, r.begins) {
			continue
		}
		for _, word := range r.words {
			if slices.Contains(known, word) {
				return word
			}
		}
	}
	for _, word := range known {
		if len(written) >= 3 && strings.HasPrefix(word, folded) {
			return word
		}
	}
	return diag.Suggest(written, known)
}

// ofFigures are keys of a dated figure, which nobody wants beside it.
var ofFigures = []string{"amount", "date", "source", "note", "kind", "scope", "approximate"}

// meantKey is meant for keys. It does not take a key that is right elsewhere for
// a slip of one that only looks like it.
func meantKey(written string, known []string) string {
	if slices.Contains(ofFigures, written) {
		return ""
	}
	return meant(written, known)
}

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
	numericDate = regexp.MustCompile(`^(\d{1,4})[-–—./](\d{1,2})(?:[-–—./](\d{1,4}))?$`)
	monthOfYear = regexp.MustCompile(`^(\d{1,2})[./](\d{4})$`)
	lonelyYear  = regexp.MustCompile(`^\D*((?:19|20)\d\d)\D*$`)
	quarter     = regexp.MustCompile(`^([1-4]|[iv]+)(-й)? ?кв\pL*\.? `)
	writtenDate = regexp.MustCompile(`^(?:(\d{1,2}) )?(\pL+) (\d{4})(?: ?(?:г\.?|года?))?$`)
	grouped     = regexp.MustCompile(`^\d{1,3}([.,]\d{3})+$`)
	severally   = regexp.MustCompile(`\d\s*[-–—]\s*\d`)
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
	if m := lonelyYear.FindStringSubmatch(quarter.ReplaceAllString(s, "")); month == "" && m != nil {
		return m[1], false // конец 2025, I квартал 2025: what is known for certain
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
	if grouped.MatchString(s) {
		return strings.NewReplacer(".", "", ",", "").Replace(s)
	}
	found := number.FindAllString(s, 2)
	if len(found) != 1 || strings.ContainsAny(s, "-–—,.") {
		return ""
	}
	return strings.Join(strings.FieldsFunc(found[0], func(r rune) bool { return !isDigit(r) }), "")
}

// about are words that make a number an approximate one.
var about = []string{"около", "порядка", "примерно", "приблизительно", "более", "больше", "свыше", "почти", "менее", "до", "не менее", "about", "over", "nearly"}

// saysAbout reports whether a text begins with such a word.
func saysAbout(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	return s != strings.TrimLeft(s, "~≈<>") ||
		slices.ContainsFunc(about, func(word string) bool { return strings.HasPrefix(s, word+" ") })
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// saysRange reports whether a text has two numbers with a dash between them.
func saysRange(s string) bool { return severally.MatchString(s) }
