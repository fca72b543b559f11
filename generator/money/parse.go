package money

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse reads an amount as people write it; see the package comment. A number
// without a currency is in def. The error is always a [*ParseError].
func Parse(s string, def Currency) (Amount, error) {
	p := parser{text: s}
	if err := p.scan(); err != nil {
		return Amount{}, err
	}
	return p.amount(def)
}

// A parser collects the parts of one amount.
type parser struct {
	text       string
	at         int // how far the text is read
	number     string
	numberAt   int
	negative   bool
	signed     bool
	unit       word
	money      word
	moneyAt    int
	moneyLen   int
	qualifier  word
	moneyFirst bool // the currency stands before the number
	hedges     bool // words such as «около» may stand there
	hedge      Hedge
}

// scan reads the text from left to right into the fields of the parser.
func (p *parser) scan() error {
	if !strings.ContainsAny(p.text, "0123456789") {
		return p.noNumber()
	}
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		var err error
		switch {
		case unicode.IsSpace(r):
			p.at += size
		case isDigit(r):
			err = p.readNumber()
		case isSign(r):
			err = p.readSign(r, size)
		case unicode.IsLetter(r):
			err = p.readWord()
		default:
			err = p.take(p.text[p.at : p.at+size])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) noNumber() error {
	trimmed := strings.TrimSpace(p.text)
	if trimmed == "" {
		return p.fail(Empty, 0, len(p.text))
	}
	return p.fail(NoNumber, strings.Index(p.text, trimmed), len(trimmed))
}

func (p *parser) readNumber() error {
	end := numberEnd(p.text, p.at)
	if p.number != "" {
		return p.fail(TwoNumbers, p.at, end-p.at)
	}
	p.number, p.numberAt = p.text[p.at:end], p.at
	p.at = end
	return nil
}

// readSign takes a sign before the number, with or without a currency between.
func (p *parser) readSign(r rune, size int) error {
	switch {
	case p.number != "":
		end := p.at + size
		for end < len(p.text) && p.text[end] == ' ' {
			end++
		}
		if end < len(p.text) && isDigit(rune(p.text[end])) {
			return p.fail(Range, p.at, numberEnd(p.text, end)-p.at)
		}
		if p.hedges && r == '+' { // 5+ млрд
			p.hedge = p.hedge.Add(AtLeast)
			p.at += size
			return nil
		}
		return p.fail(UnknownWord, p.at, size)
	case p.signed || p.unit.kind == unit:
		return p.fail(UnknownWord, p.at, size)
	}
	p.signed, p.negative = true, r != '+'
	p.at += size
	return nil
}

// readWord takes a run of letters, and the point of an abbreviation after it.
func (p *parser) readWord() error {
	rest := p.text[p.at:]
	if err := p.take(rest[:wordEnd(rest)]); err != nil {
		return err
	}
	if strings.HasPrefix(p.text[p.at:], ".") {
		p.at++
	}
	return nil
}

// wordEnd is the end of the word, a run of letters or else one sign, that a text
// begins with.
func wordEnd(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	switch {
	case end < 0:
		return len(s)
	case end == 0:
		_, end = utf8.DecodeRuneInString(s)
	}
	return end
}

// take files a word or sign that stands at p.at.
func (p *parser) take(s string) error {
	w, ok := lexicon[strings.ToLower(s)]
	if !ok {
		w, ok = code(s)
	}
	if !ok || w.kind == hedge {
		if h, length := hedgeAt(p.text[p.at:]); length > 0 {
			return p.takeHedge(h, length, len(s))
		}
	}
	switch {
	case !ok:
		return p.fail(UnknownWord, p.at, len(s))
	case w.kind == hedge:
		return p.fail(Approximate, p.at, len(s))
	case w.kind == unit && p.unit.kind == unit:
		return p.fail(TwoUnits, p.at, len(s))
	case w.kind == unit:
		p.unit = w
	case w.kind == money && p.money.kind == money,
		w.kind == qualifier && p.qualifier.kind == qualifier:
		return p.fail(TwoCurrencies, p.at, len(s))
	case w.kind == money:
		p.money, p.moneyAt, p.moneyLen, p.moneyFirst = w, p.at, len(s), p.number == ""
	default:
		p.qualifier = w
		if p.money.kind == unknown {
			p.moneyAt, p.moneyLen = p.at, len(s)
		}
	}
	p.at += len(s)
	return nil
}

// takeHedge files a hedge that stands at p.at. "From" is one unless "to" follows.
func (p *parser) takeHedge(h Hedge, length, first int) error {
	rest := strings.ToLower(p.text[p.at:])
	for _, pair := range [][2]string{{"от", " до "}, {"from", " to "}} {
		if rest[:min(first, len(rest))] == pair[0] && strings.Contains(rest, pair[1]) {
			return p.fail(Range, p.at, len(p.text)-p.at)
		}
	}
	if !p.hedges {
		return p.fail(Approximate, p.at, first)
	}
	p.hedge = p.hedge.Add(h)
	p.at += length
	return nil
}

// amount puts the parts together.
func (p *parser) amount(def Currency) (Amount, error) {
	currency, err := p.currency(def)
	if err != nil {
		return Amount{}, err
	}
	n, reason := readDigits(p.number, p.style())
	if reason != "" {
		return Amount{}, p.fail(reason, p.numberAt, len(p.number))
	}
	if n.magnitude()+int(p.unit.scale) > maxMagnitude {
		return Amount{}, p.fail(TooLarge, p.numberAt, len(p.number))
	}
	value := n.decimal(p.unit.scale)
	if p.negative {
		value = value.Neg()
	}
	return Amount{value, currency}, nil
}

// currency lets a qualifier choose among the currencies of one name: a rouble is
// Russian unless it is said to be Belarusian. It refuses qualifiers that do not
// go with the currency, or stand alone.
func (p *parser) currency(def Currency) (Currency, error) {
	switch {
	case p.money.kind == unknown && p.qualifier.kind == unknown:
		return def, nil
	case p.money.kind == unknown:
		return "", p.fail(UnknownWord, p.moneyAt, p.moneyLen)
	case p.qualifier.kind == unknown || p.qualifier.currency == p.money.currency:
		return p.money.currency, nil
	case p.money.currency == RUB && p.qualifier.currency == BYN:
		return BYN, nil
	}
	return "", p.fail(TwoCurrencies, p.moneyAt, p.moneyLen)
}

// style tells by the words around a number how a comma in it is meant.
func (p *parser) style() style {
	switch {
	case p.unit.kind == unit && p.unit.russian:
		return decimalComma
	case p.unit.kind == unit:
		return groupingComma
	case p.moneyFirst && !p.money.russian:
		return groupingByMoney
	}
	return undecided
}

func (p *parser) fail(r Reason, offset, length int) error {
	return &ParseError{Text: p.text, Offset: offset, Length: length, Reason: r}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isSign knows the plus, the hyphen, the minus of typography and the en dash
// that word processors put for it.
func isSign(r rune) bool { return r == '+' || r == '-' || r == '−' || r == '–' }

// maxMagnitude is the number of digits before the decimal mark that an amount
// may have. More than a quintillion of anything is a slip.
const maxMagnitude = 18
