package review

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// proseContradicts tells a sum beside the name of a cluster that the cluster's
// history has never had.
//
// It speaks only of what it understands completely: a sentence that names one
// cluster, by link or by its title in whatever case form, and nobody and nothing else; that has one sum and
// no year; that speaks of investment as such, not of somebody who invests; and
// that has none of the words by which a sum is of a part, of something made or of
// something that is denied.
var proseContradicts = Check{ID: diag.ProseContradicts, read: func(s *Subject, text sentence) []diag.Diagnostic {
	if !invested.MatchString(text.words) || another.MatchString(text.words) {
		return nil
	}
	c, unnamed := s.onlyCluster(text)
	if c == nil {
		return nil
	}
	sums, sure := text.sums()
	sums = announced(sums, text)
	if !sure || len(sums) != 1 || changeWord.MatchString(text.words[:sums[0].start]) || namesSomebody(unnamed, sums[0]) {
		return nil
	}
	said, rounded, ok := sums[0].amount("", s.Report.Currency)
	if !ok {
		return nil
	}
	if hedged.MatchString(text.words[:sums[0].start]) {
		rounded = decimal.Max(rounded, said.Decimal().Mul(decimal.NewFromFloat(0.15)))
	}
	known, contradicted := contradicts(c.Investment, said, rounded)
	if !contradicted {
		return nil
	}
	return []diag.Diagnostic{diag.NewWarning(text.at(sums[0].start, sums[0].end), diag.ProseContradicts, diag.Args{
		"Cluster": c.Title, "Slug": s.slugOf(c),
		"Written": text.written(sums[0]), "Known": money.Format(known, s.Report.Language),
	})}
}}

var (
	invested = regexp.MustCompile(`(?i)инвестиц|вложени|обойд[её]тся|investment`)
	// another are words of a sum that is not the whole promise to a cluster.
	another = regexp.MustCompile(`(?i)продукц|выпус|произв[ео]д|выруч|налог|субсид|бюджет|грант|кредит|за[её]м|отгру|экспорт|импорт|зарплат|` +
		`завод|предприят|проект|компани|резидент|участник|очеред|лини[яийю]|корпус|объект|фонд|област|регион|госпрограмм|` +
		`из них|том числе|част[ьи]|половин|треть|четверт|дол[яюией]\s|ещ[её]|дополн|сверх|вместо|против|прежн|прежде|раньше|ранее|сначала|` +
		`(?:^|[\s,(«])не\s|(?:^|\s)без\s|(?:^|\s)бы\s|был[аои]?\s|ежегод|в год|за год|в месяц|освоен|потрач|средн|кажд|процент|%|опроверг|слух|ошиб|прогноз|гипотез|` +
		`(?:^|\D)(?:19|20)\d\d(?:\D|$)|этап|квартал|уже|собственн|частн|иностран|зарубеж|китайск|государств|строительств|реконструкц|модернизац|оборудован|инфраструктур|рабоч|минимум|максимум|` +
		`если|больше чем|меньше чем|разниц|превы|сравн|` +
		`product|output|revenue|\btax|subsid|budget|grant|loan|export|plant|factor|enterpris|project|compan|resident|member|phase|region|` +
		`already|private|foreign|chinese|equipment|building|stage|minimum|maximum|` +
		`of which|includ|\bpart\b|half|third|quarter|share|another|additional|instead|\bnot\b|earlier|previous|once|annual|a year|per year|spent|average|\beach\b|per cent|percent|forecast|if\s|differ|exceed`)
	hedged = regexp.MustCompile(`(?i)(?:почти|около|примерно|порядка|приблизительно|более|больше|свыше|менее|меньше|about|nearly|almost|over|around|some|than|least|~|≈)\s*(?:чем\s*)?$`)
	// changeWord stands before a sum that is a change, a bound or one of two.
	changeWord = regexp.MustCompile(`(?i)(?:^|\s)(?:на|до|от|по|by|from|to)\s*$|\d[\s,]*(?:и|или|либо|and|or)?\s*$`)
	capital    = regexp.MustCompile(`[^\p{L}]\p{Lu}`)
	quotation  = regexp.MustCompile(`«([^«»]*)»|“([^“”]*)”|„([^„“]*)“`)
)

// namesSomebody reports whether a word inside a sentence begins with a capital
// letter: whose sum it is, is another question then. Names in quotes are looked at
// elsewhere.
func namesSomebody(words string, q sum) bool {
	words = words[:q.start] + strings.Repeat(" ", q.end-q.start) + words[q.end:]
	words = quotation.ReplaceAllString(words, " ")
	words = strings.TrimLeftFunc(words, func(r rune) bool { return !unicode.IsLetter(r) })
	return capital.MatchString(words)
}

// announced keeps the sums that are surely of money: with a currency, or in
// millions and at the end of what is said ("47 миллиардов, названа").
func announced(all []sum, text sentence) []sum {
	var out []sum
	for _, q := range all {
		after := strings.TrimLeft(text.words[q.end:], " \u00a0*_»")
		if q.money != "" || q.large() && (after == "" || strings.ContainsAny(after[:1], ",.;:)!?")) {
			out = append(out, q)
		} else if q.large() {
			return nil // of what, nobody knows
		}
	}
	return out
}

// onlyCluster is the cluster that a sentence names, where it names nothing else, and
// the words of the sentence without its names.
func (s *Subject) onlyCluster(text sentence) (only *report.Cluster, unnamed string) {
	words := []byte(text.words)
	for _, ref := range text.references {
		d, ok := s.Report.Document(ref.target)
		c, isCluster := d.(*report.Cluster)
		if !ok || !isCluster || ref.key != "" || only != nil && only != c {
			return nil, ""
		}
		only = c
		blank(words[ref.start:ref.end])
	}
	for _, m := range s.names.mentions(string(words)) {
		if only != nil && only != m.cluster {
			return nil, ""
		}
		only = m.cluster
		blank(words[m.start:m.end])
	}
	for _, m := range quotation.FindAllString(string(words), -1) {
		if only != nil && strings.Trim(m, "«»“”„ ") == "" {
			continue // around a name
		}
		c := s.names.quoted(m)
		if c == nil || only != nil && only != c {
			return nil, ""
		}
		only = c
	}
	return only, string(words)
}

// contradicts compares a sum with every figure of a history. Known is the last
// of them, to show. Where none is in the same currency, nothing can be said.
func contradicts(h report.History[money.Amount], said money.Amount, rounded decimal.Decimal) (known money.Amount, yes bool) {
	for _, f := range h {
		if f.Unknown || f.Value.Currency() != said.Currency() {
			continue
		}
		slack := rounded
		if f.Hedge != money.Exact {
			slack = decimal.Max(slack, f.Value.Decimal().Mul(decimal.NewFromFloat(0.1)))
		}
		if f.Value.Decimal().Sub(said.Decimal()).Abs().LessThanOrEqual(slack) {
			return known, false
		}
		if f.Stands() {
			known, yes = f.Value, true
		}
	}
	return known, yes
}

// slugOf is how [[…]] names a cluster.
func (s *Subject) slugOf(c *report.Cluster) string {
	if d, ok := s.Report.Document(c.Slug); ok && d == report.Document(c) {
		return c.Slug
	}
	return strings.Trim(c.Path(), "/")
}
