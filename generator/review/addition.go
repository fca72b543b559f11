package review

import (
	"regexp"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
)

// proseSum tells a list of sums that do not make the total that follows them, or
// comes before them:
//
//	7,9, 47 и 15,6 миллиарда рублей, всего 71,5 миллиарда
//	всего 71,5 миллиарда рублей: 7,9, 47 и 15,6 миллиарда
//
// It adds up only where nothing else can be meant: all numbers of the sentence
// belong to the list, in one currency; between them stand a comma or "и", and
// perhaps what each is for; nothing is "about" or "of which". What rounding can
// explain is right.
var proseSum = Check{ID: diag.ProseSum, read: func(s *Subject, text sentence) []diag.Diagnostic {
	if !totalWord.MatchString(text.words) || unsure.MatchString(text.words) {
		return nil
	}
	sums, sure := text.sums()
	if !sure || len(sums) < 3 {
		return nil
	}
	whole, parts, ok := text.addition(sums)
	if !ok || !whole.large() {
		return nil
	}
	total, slack, ok := whole.amount("", s.Report.Currency)
	if !ok {
		return nil
	}
	var added money.Amount
	unit := ""
	for i := len(parts) - 1; i >= 0; i-- { // "7,9, 47 и 15,6 млрд": the last names the unit for all
		if parts[i].unit != "" {
			unit = parts[i].unit
		}
		part, rounded, ok := parts[i].amount(unit, total.Currency())
		if !ok || unit == "" || part.Currency() != total.Currency() {
			return nil
		}
		added, slack = added.Add(part), slack.Add(rounded)
	}
	if added.Sub(total).Abs().Decimal().LessThanOrEqual(decimal.Max(slack, decimal.Zero)) {
		return nil
	}
	return []diag.Diagnostic{diag.NewWarning(text.at(whole.start, whole.end), diag.ProseSum, diag.Args{
		"Sum": money.Format(added, s.Report.Language), "Written": text.written(whole),
	})}
}}

var (
	totalWord = regexp.MustCompile(`(?i)всего|итого|вместе|в сумме|в общей сложности|in all|in total|a total of|altogether`)
	// beforeTotal stands between the last part and the total.
	beforeTotal = regexp.MustCompile(`(?i)^[^\d,;:—–-]{0,60}[\s,;:—–-]+(?:а\s+)?(?:всего|итого|вместе|в сумме|в общей сложности|in all|in total|a total of|altogether)[\s,:—–-]*(?:(?:это|дают|дадут|составляют|составят|that is)\s)?\s*$`)
	// totalFirst stands between a total and its parts, that is before them.
	totalFirst = regexp.MustCompile(`^[^\d,;:—–-]{0,60}:\s*(?:\p{L}+\s+){0,2}(?:[—–]\s+)?$`)
	afterTotal = regexp.MustCompile(`(?i)^\s*(?:in all|in total|altogether)`)
	comma      = regexp.MustCompile(`^[^\d,;:—–-]{0,60}[,;]\s*$`)
	// between stands between two parts, with a word or two for what each is,
	// tight between two of one unit.
	between = regexp.MustCompile(`(?i)^[^\d,;:—–-]{0,60}(?:[,;]\s*(?:(?:и|and)\s+)?|\s(?:и|and)\s+)(?:\p{L}+\s+){0,2}(?:[—–]\s+)?$`)
	tight   = regexp.MustCompile(`(?i)^(?:,\s*(?:and\s+)?|\s(?:и|and)\s+)$`)
	unsure  = regexp.MustCompile(`(?i)почти|около|примерно|порядка|приблизительно|более|больше|свыше|менее|меньше|из них|том числе|вместо|(?:^|\s)без\s|минус|кроме|` +
		`уч[её]т|включ|прежн|ранее|раньше|получ|кредит|налог|субсид|разниц|процент|%|(?:^|\s)или\s|либо|вычет|сначала|потом|затем|ещ[её]|(?:^|\s)не\s|всего лишь|всего-навсего|` +
		`about|nearly|almost|over|around|more|less|of which|includ|instead|without|minus|except|differ|per cent|percent|\bor\b|then|another|\bnot\b`)
)

// addition parts the sums of a sentence into a total and what it is made of, where it
// is said that it is.
func (s sentence) addition(sums []sum) (whole sum, parts []sum, ok bool) {
	first, last := 0, len(sums)-1
	switch {
	case s.isTotal(sums):
		whole, parts = sums[last], sums[:last]
	case totalWord.MatchString(s.words[:sums[first].start]) && totalFirst.MatchString(s.words[sums[first].end:sums[first+1].start]):
		whole, parts = sums[first], sums[first+1:]
	}
	return whole, parts, parts != nil && s.isList(parts)
}

// isTotal reports whether the last sum is said to be the total of the others.
func (s sentence) isTotal(sums []sum) bool {
	last, before := sums[len(sums)-1], sums[len(sums)-2]
	gap := s.words[before.end:last.start]
	return beforeTotal.MatchString(gap) || comma.MatchString(gap) && afterTotal.MatchString(s.words[last.end:])
}

// isList reports whether sums are parts of one list.
func (s sentence) isList(parts []sum) bool {
	for i := 1; i < len(parts); i++ {
		gap, form := s.words[parts[i-1].end:parts[i].start], between
		if parts[i-1].unit == "" {
			form = tight
		}
		if !form.MatchString(gap) {
			return false
		}
	}
	return true
}
