package importer

import (
	"slices"
	"strings"
)

// Names of columns, as [Options.Map] takes them.
const (
	colSlug             = "slug"
	colTitle            = "title"
	colRegion           = "region"
	colDate             = "date"
	colSource           = "source"
	colNote             = "note"
	colStage            = "stage"
	colStageDate        = "stage_date"
	colStageSource      = "stage_source"
	colInvestment       = "investment"
	colInvestmentText   = "investment_text"
	colCurrency         = "currency"
	colApproximate      = "approximate"
	colInvestmentDate   = "investment_date"
	colInvestmentSource = "investment_source"
	colKind             = "kind"
	colScope            = "scope"
	colMember           = "member"
	colProject          = "project"
	colJobs             = "jobs"
	colJobsApproximate  = "jobs_approximate"
	colJobsDate         = "jobs_date"
	colJobsSource       = "jobs_source"
	colMembers          = "members"
	colProducts         = "products"
	colResource         = "resource"
	colYear             = "year"

	// ignored is a column that is known and says nothing new.
	ignored = "-"
)

// headings are the columns under the headings that people give them, in lower
// case with е for ё, the ones that the site's own tables have first.
var headings = map[string][]string{
	colSlug:  {"слаг", "slug", "адрес страницы"},
	colTitle: {"кластер", "cluster", "название", "наименование", "название кластера", "наименование кластера", "промышленный кластер", "title", "name", "cluster name"},
	colRegion: {
		"регион", "region", "субъект", "субъект рф", "субъект федерации", "область", "территория",
	},
	colDate:   {"дата", "date", "дата объявления", "когда", "по состоянию на"},
	colSource: {"источник", "source", "source id", "откуда"},
	colNote:   {"примечание", "note", "примечания", "комментарий", "комментарии", "notes", "comment", "пояснение"},
	colStage:  {"стадия", "stage", "статус", "состояние", "этап", "status"},
	colStageDate: {
		"стадия: дата", "stage: date", "дата стадии", "stage date",
	},
	colStageSource: {"стадия: источник", "stage: source", "источник стадии", "stage source"},
	colInvestment: {
		"инвестиции", "investment", "сумма", "сумма инвестиций", "объем инвестиций", "инвестиции всего", "вложения",
		"общий объем инвестиций", "объем вложений", "стоимость", "стоимость проектов", "amount", "investments", "sum",
	},
	colInvestmentText:   {"инвестиции словами", "investment in words"},
	colCurrency:         {"валюта", "currency"},
	colApproximate:      {"приблизительно", "approximate"},
	colInvestmentDate:   {"инвестиции: дата", "investment: date", "дата суммы", "дата инвестиций", "investment date"},
	colInvestmentSource: {"инвестиции: источник", "investment: source", "источник суммы", "investment source"},
	colKind:             {"вид", "kind"},
	colScope:            {"охват", "scope"},
	colMember:           {"чей проект", "whose project", "member"},
	colProject:          {"проект", "project", "название проекта", "наименование проекта"},
	colJobs: {
		"рабочие места", "jobs", "число рабочих мест", "количество рабочих мест", "рабочих мест", "новые рабочие места",
		"создаваемые рабочие места", "количество мест", "число мест", "занятые", "численность", "численность работников",
	},
	colJobsApproximate: {"рабочие места: приблизительно", "jobs: approximate"},
	colJobsDate:        {"рабочие места: дата", "jobs: date"},
	colJobsSource:      {"рабочие места: источник", "jobs: source"},
	colMembers:         {"участники", "members", "участники кластера", "состав", "предприятия", "организации", "companies"},
	colProducts:        {"продукция", "products", "продукты", "выпускаемая продукция", "что выпускают"},
	colResource:        {"сырье", "resource", "ресурс", "ресурсы", "сырьевая база", "raw material"},
	colYear:            {"срок", "due", "год", "year", "год запуска", "срок запуска", "ввод", "год ввода", "срок ввода"},
	ignored: {
		"№", "n", "no", "#", "№ п/п", "п/п", "номер", "страница", "page", "адрес источника", "source address",
		"издание", "publisher", "заголовок источника", "source title",
	},
}

var headingKeys = func() map[string]string {
	m := map[string]string{}
	for key, list := range headings {
		for _, heading := range list {
			m[heading] = key
		}
	}
	return m
}()

// Columns are the names that a heading can be given, sorted.
func Columns() []string {
	var out []string
	for key := range headings {
		if key != ignored {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// The units that a heading may have after the name of a column of numbers,
// beside those of money.
var counted = []string{"ед", "чел", "человек", "шт", "единиц", "г", "год", "jobs", "people"}

// A head is what a heading says: which column stands under it, and the unit of
// its sums.
type head struct {
	key  string
	unit string // "млрд руб."; empty where it names none
}

// readHeading reads a heading with the unit at its end: "Инвестиции, млрд руб.",
// "Рабочие места (чел.)".
func readHeading(s string) (head, bool) {
	return splitHeading(s, func(name string) (string, bool) {
		key, ok := headingKeys[fold(name)]
		return key, ok
	})
}

// readMapping reads the right side of a --map: the name of a column with the
// unit after it.
func readMapping(s string) (head, bool) {
	if strings.TrimSpace(s) == "" {
		return head{key: ignored}, true
	}
	return splitHeading(s, func(name string) (string, bool) {
		_, ok := headings[name]
		return name, ok
	})
}

// splitHeading finds the longest beginning of a text that is a name, with only
// a unit after it.
func splitHeading(s string, name func(string) (string, bool)) (head, bool) {
	words := strings.Fields(s)
	for n := len(words); n > 0; n-- {
		key, ok := name(strings.Trim(strings.Join(words[:n], " "), ",;:(). "))
		unit := strings.Trim(strings.Join(words[n:], " "), ",;:()[] ")
		switch {
		case !ok:
			continue
		case unit == "":
			return head{key: key}, true
		case key == colInvestment && isUnit(unit):
			return head{key, unit}, true
		case slices.Contains(counted, strings.Trim(fold(unit), ".")):
			return head{key: key}, true
		}
	}
	return head{}, false
}

// fold makes headings comparable: in lower case, ё as е, one kind of space,
// without the abbreviation that is in every second table.
func fold(s string) string {
	return abbreviations.Replace(strings.ToLower(strings.Join(strings.Fields(s), " ")))
}

var abbreviations = strings.NewReplacer("ё", "е", "кол-во", "количество")

// IsColumn reports whether a text can stand on the right of a mapping in
// [Options.Map].
func IsColumn(s string) bool {
	_, ok := readMapping(s)
	return ok
}
