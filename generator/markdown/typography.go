package markdown

import "sync"

// A Typographer puts right what a keyboard cannot type. It works in Russian and
// English; the zero Typographer changes nothing.
//
// In Russian:
//
//   - straight quotes become «ёлочки», inside others „лапки“;
//   - a hyphen, two or an en dash between spaces become an em dash, which a
//     no-break space ties to the word before it; 2024-2026 gets an en dash;
//   - three points become …;
//   - no-break spaces stand after prepositions, conjunctions and other short
//     words, before же, ли and бы, between initials and surname, inside 1 355 000,
//     and between a number and what it counts: 7,9 млрд ₽, 47 %, 11 февраля, № 5.
//
// In English: “curly” and ‘inner’ quotes, apostrophes, the same dashes, and
// no-break spaces in numbers with units and between initials and surname.
//
// A quote without its pair stays straight, and text that is already right stays
// as it is.
type Typographer struct{ rules *rules }

// NewTypographer returns the rules for "ru" or "en"; any other language has
// none.
func NewTypographer(language string) Typographer {
	switch language {
	case "ru":
		return Typographer{&russian}
	case "en":
		return Typographer{&english}
	}
	return Typographer{}
}

// Text sets plain text, such as a title: there is no markup in it to spare.
func (t Typographer) Text(s string) string {
	if t.rules == nil || s == "" {
		return s
	}
	set := typesetters.Get().(*typesetter)
	defer typesetters.Put(set)
	set.rules = t.rules
	return set.text(s)
}

var typesetters = sync.Pool{New: func() any { return new(typesetter) }}

// rules are what differs from language to language.
type rules struct {
	// quotes are the outer and the inner pair.
	quotes [2][2]string
	// single tells whether ' is a quote too, not only an apostrophe.
	single bool
	// binds tells whether a word may not be parted from the text after it.
	binds func(word, rest []byte) bool
}

const (
	noBreak = "\u00a0"
	emDash  = "—"
	enDash  = "–"
)
