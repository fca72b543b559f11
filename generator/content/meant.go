package content

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// russian are beginnings of the words in which a Russian thinks of what front
// matter has English ones for.
var russian = diag.Dictionary{
	{"зарегистр", []string{string(report.Registered)}},
	{"в реестр", []string{string(report.Registered)}},
	{"включ", []string{string(report.Registered)}},
	{"регистр", []string{string(report.Registering)}},
	{"на регистр", []string{string(report.Registering)}},
	{"иде", []string{string(report.Idea)}},
	{"замыс", []string{string(report.Idea)}},
	{"обсужд", []string{string(report.Idea)}},
	{"прораб", []string{string(report.Idea)}},
	{"концепц", []string{string(report.Idea)}},
	{"план", []string{string(report.Planned)}},
	{"заплан", []string{string(report.Planned)}},
	{"формир", []string{string(report.Forming)}},
	{"созда", []string{string(report.Forming)}},
	{"строи", []string{string(report.Forming)}},
	{"идёт строи", []string{string(report.Forming)}},
	{"идет строи", []string{string(report.Forming)}},
	{"в стадии строи", []string{string(report.Forming)}},
	{"работ", []string{string(report.Operating)}},
	{"действ", []string{string(report.Operating)}},
	{"запущ", []string{string(report.Operating)}},
	{"постро", []string{string(report.Operating)}},
	{"введ", []string{string(report.Operating)}},
	{"приостан", []string{string(report.Suspended)}},
	{"останов", []string{string(report.Suspended)}},
	{"заморож", []string{string(report.Suspended)}},
	{"отлож", []string{string(report.Suspended)}},
	{"закры", []string{string(report.Closed)}},
	{"ликвид", []string{string(report.Closed)}},
	{"отмен", []string{string(report.Closed)}},

	{"объявл", []string{string(report.Announced)}},
	{"обещ", []string{string(report.Announced)}},
	{"контракт", []string{string(report.Contracted)}},
	{"договор", []string{string(report.Contracted)}},
	{"потра", []string{string(report.Spent)}},
	{"освое", []string{string(report.Spent)}},
	{"вложено", []string{string(report.Spent)}},

	{"кластер", []string{string(report.WholeCluster), "clusters"}},
	{"весь", []string{string(report.WholeCluster)}},
	{"проект", []string{string(report.Project), string(report.Idea)}},
	{"завод", []string{string(report.Project)}},
	{"субсид", []string{string(report.Subsidy)}},

	{"from", []string{"since"}},
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
	{"новост", []string{"news"}},
	{"организац", []string{"organizations"}},
	{"лид", []string{"lead"}},
	{"поправк", []string{"correction"}},
	{"почт", []string{"email"}},
	{"телефон", []string{"phone"}},
	{"должност", []string{"role"}},
}

// meant is the word of a list that somebody who wrote another one meant; empty
// where that is not clear.
func meant(written string, known []string) string { return russian.Suggest(written, known) }

// ofFigures are keys of a dated figure, which nobody wants beside it.
var ofFigures = []string{"amount", "date", "source", "note", "kind", "scope", "approximate"}

// valuesOfFigures are keys of the value of a figure; each history has one of them.
var valuesOfFigures = []string{"amount", "jobs", "stage", "value", "sum", "investment"}

// meantKey is meant for keys. It does not take a key that is right elsewhere for
// a slip of one that only looks like it.
func meantKey(written string, known []string) string {
	if slices.Contains(valuesOfFigures, written) && slices.Contains(known, "approximate") {
		return known[slices.IndexFunc(known, func(k string) bool { return slices.Contains(valuesOfFigures, k) })]
	}
	if slices.Contains(ofFigures, written) {
		return ""
	}
	return meant(written, known)
}

var (
	grouped   = regexp.MustCompile(`^\d{1,3}([.,]\d{3})+$`)
	severally = regexp.MustCompile(`\d\s*[-–—]\s*\d`)
	people    = regexp.MustCompile(`(?i)\s*(чел(\.|овек[аи]?)?|(рабочих )?мест[ао]?|сотрудник(ов|а)?|people|jobs)$`)
	number    = regexp.MustCompile(`\d[\d \x{a0}\x{2009}\x{202f}]*`)
)

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

// meantNumber is what somebody meant who wrote a number with words: 1355 of "1355
// человек", 1300 of "1,3 тыс.".
func meantNumber(s string) string {
	s = people.ReplaceAllString(s, "")
	if n := onlyNumber(s); n != "" {
		return n
	}
	a, err := money.Parse(s, "RUB")
	if n := a.Decimal(); err == nil && n.IsInteger() && n.IsPositive() && n.LessThan(decimal.NewFromInt(1_000_000)) {
		return n.String()
	}
	return ""
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// saysRange reports whether a text has two numbers with a dash between them.
func saysRange(s string) bool { return severally.MatchString(s) }
