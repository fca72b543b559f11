package money

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Hedge is how far a number is vouched for: the word beside it that says it is
// not exactly so much. The empty one is that of an exact number.
type Hedge string

// Hedges, under the names that files for programs give them. "Almost" is a hedge
// of its own: it keeps below its number, as "less than" does, but close to it, so
// neither «до 8» nor «около 8» says what «почти 8» does.
const (
	Exact    Hedge = ""
	About    Hedge = "about"     // около, примерно, порядка, ~
	Almost   Hedge = "almost"    // почти
	MoreThan Hedge = "more-than" // более, свыше, с лишним
	AtLeast  Hedge = "at-least"  // не менее, от, 30+
	LessThan Hedge = "less-than" // менее
	AtMost   Hedge = "at-most"   // до, не более
)

// Hedges are all but Exact.
var Hedges = []Hedge{About, Almost, MoreThan, AtLeast, LessThan, AtMost}

// Side tells whether the true number lies above (+1) or below (-1) the one named.
// It is 0 where that is not said.
func (h Hedge) Side() int {
	switch h {
	case MoreThan, AtLeast:
		return +1
	case Almost, LessThan, AtMost:
		return -1
	}
	return 0
}

// Add is the hedge of a sum. What is exact changes nothing. Two that keep to the
// same side make a bound of it, a strict one where they differ. Of any other two
// the sum is about so much.
func (h Hedge) Add(other Hedge) Hedge {
	switch {
	case other == Exact || h == other:
		return h
	case h == Exact:
		return other
	case h.Side() == 0 || h.Side() != other.Side():
		return About
	case h.Side() > 0:
		return MoreThan
	}
	return LessThan
}

// Term is the hedge of a number of some sign where it is added to others. A bound
// of one below nought is said of its size, so that "−5 and more" keeps below −5
// and would bound the sum from the other side than it says: the sum is about so
// much.
func (h Hedge) Term(sign int) Hedge {
	if sign < 0 && h != Exact {
		return About
	}
	return h
}

// Sub is the hedge of the difference of two numbers: less than so much is taken
// away where more than so much remains. Sign is that of the difference: below
// nought a bound would be read as its opposite, "more than −5" as a larger loss,
// so the difference is about so much. So is that of a number that is almost
// reached, which may be far from almost in proportion.
func (h Hedge) Sub(other Hedge, sign int) Hedge {
	if other == Exact && h == Exact {
		return Exact
	}
	if sign < 0 || h == Almost || other == Almost {
		return About
	}
	if turned, ok := opposite[other]; ok {
		other = turned
	}
	return h.Add(other)
}

// Of is the hedge of what a number is of a whole, such as a share in per cent. A
// bound stays one only of a whole that is exact. Almost reached is about so much,
// for the reason of [Hedge.Sub].
func (h Hedge) Of(whole Hedge) Hedge {
	switch {
	case h == Exact && whole == Exact:
		return Exact
	case whole != Exact || h == Almost:
		return About
	}
	return h
}

var opposite = map[Hedge]Hedge{MoreThan: LessThan, AtLeast: AtMost, LessThan: MoreThan, AtMost: AtLeast}

// Round rounds a sum of several numbers that has more digits than a hedge leaves
// any sense in: to no more than two decimals of its largest unit, or one from a
// hundred of them. "More than 521 200,5 млн" is more than 521,2 млрд. A bound
// stays true, so that what is at least so much is rounded down, and what is at
// most so much up. Exact sums, those below a million and those that are written
// shortly as they are stay what they are.
func (h Hedge) Round(a Amount) Amount {
	d := digitsOf(a.value)
	largest := ScaleOf(a)
	if h == Exact || largest < Million || d.unit() == largest {
		return a
	}
	decimals := int32(2)
	if len(d.digits)+d.exponent-int(largest) > 2 {
		decimals = 1
	}
	places := decimals - int32(largest)
	switch h.Side() {
	case +1:
		a.value = a.value.RoundFloor(places)
	case -1:
		a.value = a.value.RoundCeil(places)
	default:
		a.value = a.value.Round(places)
	}
	return a
}

// CompareHedged puts numbers in order: of two that are as large, "more than 20"
// comes after 20, and "almost 20" before it.
func CompareHedged(a Amount, h Hedge, b Amount, other Hedge) int {
	return cmp.Or(a.Cmp(b), cmp.Compare(h.Side(), other.Side()))
}

// Word is how the hedge is said before a number, in Russian where lang is "ru" and
// in English otherwise; empty for Exact. [ParseHedged] reads it as the same.
func (h Hedge) Word(lang string) string {
	if lang == "ru" {
		return russianHedges[h]
	}
	return englishHedges[h]
}

// Write puts the word before a number that is written already. No line ends with
// «до» or «не».
func (h Hedge) Write(number, lang string) string {
	if h == Exact {
		return number
	}
	var b strings.Builder
	for w := range strings.FieldsSeq(h.Word(lang)) {
		b.WriteString(w)
		if utf8.RuneCountInString(w) <= 2 {
			b.WriteString(noBreak)
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String() + number
}

var (
	russianHedges = map[Hedge]string{
		About: "около", Almost: "почти", MoreThan: "более", AtLeast: "не менее", LessThan: "менее", AtMost: "до",
	}
	englishHedges = map[Hedge]string{
		About: "about", Almost: "almost", MoreThan: "more than", AtLeast: "at least", LessThan: "less than", AtMost: "up to",
	}
)

// A phrase is one way of saying a hedge: its words, in small letters.
type phrase struct {
	words []string
	hedge Hedge
}

// phrases are all ways by their first word, the longest first. It is never
// changed.
var phrases = func() map[string][]phrase {
	ways := map[Hedge]string{
		About:  "около, примерно, приблизительно, порядка, ориентировочно, в районе, ок, ~, ≈, about, around, approximately, approx, roughly, some, circa",
		Almost: "почти, без малого, чуть менее, чуть меньше, немногим менее, немногим меньше, almost, nearly, close to, just under",
		MoreThan: "более, более чем, больше, больше чем, свыше, выше, с лишним, чуть более, чуть больше, немногим более, немногим больше, >, " +
			"more than, over, above, in excess of, just over, slightly more than",
		AtLeast: "не менее, не менее чем, не меньше, не меньше чем, не ниже, от, как минимум, минимум, и более, и больше, или более, или больше, ≥, " +
			"at least, no less than, not less than, no fewer than, not fewer than, a minimum of, from, and more, or more",
		LessThan: "менее, менее чем, меньше, меньше чем, ниже, <, less than, fewer than, under, below",
		AtMost: "до, не более, не более чем, не больше, не больше чем, не свыше, не выше, максимум, ≤, " +
			"up to, at most, no more than, not more than, a maximum of",
	}
	all := map[string][]phrase{}
	for hedge, list := range ways {
		for way := range strings.SplitSeq(list, ", ") {
			words := strings.Fields(way)
			all[words[0]] = append(all[words[0]], phrase{words, hedge})
		}
	}
	for _, list := range all {
		slices.SortFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return all
}()

// length is how much of the beginning of a text the phrase is; 0 if it is not
// there.
func (p phrase) length(s string) int {
	rest := s
	for _, w := range p.words {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		end := wordEnd(rest)
		if !strings.EqualFold(rest[:end], w) {
			return 0
		}
		rest = rest[end:]
	}
	return len(s) - len(rest)
}

// hedgeAt reads the hedge that a text begins with; its length is 0 where there is
// none.
func hedgeAt(s string) (h Hedge, length int) {
	for _, p := range phrases[strings.ToLower(s[:wordEnd(s)])] {
		if n := p.length(s); n > 0 {
			return p.hedge, n
		}
	}
	return Exact, 0
}

// HedgePhrases are all ways of saying a hedge that are read, in small letters and
// sorted.
func HedgePhrases() []string {
	var all []string
	for _, list := range phrases {
		for _, p := range list {
			all = append(all, strings.Join(p.words, " "))
		}
	}
	slices.Sort(all)
	return all
}

// ParseHedge reads a text that is a hedge and nothing else, in words or as files
// for programs name it.
func ParseHedge(s string) (Hedge, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), "-", " ")
	h, n := hedgeAt(s)
	return h, n > 0 && n == len(s)
}

// ParseHedged is [Parse] for a number that may be hedged, by words before it or
// behind it. One hedge beside another is read as in a sum: «около 5 млрд с лишним»
// is about so much.
func ParseHedged(s string, def Currency) (Amount, Hedge, error) {
	p := parser{text: s, hedges: true}
	if err := p.scan(); err != nil {
		return Amount{}, Exact, err
	}
	a, err := p.amount(def)
	return a, p.hedge, err
}

// CutHedge takes the hedges off both ends of a text, for what is no amount of
// money: "1300" is left of «не менее 1300» and of "1300+".
func CutHedge(s string) (rest string, h Hedge) {
	rest = strings.TrimSpace(s)
	for {
		more, n := hedgeAt(rest)
		if n == 0 {
			break
		}
		rest, h = strings.TrimSpace(rest[n:]), h.Add(more)
	}
	if number, plus := strings.CutSuffix(rest, "+"); plus {
		return strings.TrimSpace(number), h.Add(AtLeast)
	}
	for at, r := range rest {
		end := strings.TrimLeftFunc(rest[at:], unicode.IsSpace)
		if more, n := hedgeAt(end); unicode.IsSpace(r) && n > 0 && n == len(end) {
			return rest[:at], h.Add(more)
		}
	}
	return rest, h
}
