package money

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// A Reason is why an amount could not be read.
type Reason string

// Reasons. The comment gives an example with the part that a [ParseError] marks.
const (
	Empty         Reason = "empty"          // nothing but spaces
	NoNumber      Reason = "no-number"      // [семь миллиардов]
	BadNumber     Reason = "bad-number"     // [1 35] млн, [7..9]
	Ambiguous     Reason = "ambiguous"      // [1,355]: a thousand or one and a bit
	TwoNumbers    Reason = "two-numbers"    // 7 млрд [200] млн
	Range         Reason = "range"          // 5[–7] млрд
	Approximate   Reason = "approximate"    // [около] 8 млрд, where no hedge may stand; [не] 8 млрд
	UnknownWord   Reason = "unknown-word"   // 7,9 [мрд] ₽
	TwoUnits      Reason = "two-units"      // 5 тыс. [млн]
	TwoCurrencies Reason = "two-currencies" // $5 млн [руб]
	TooLarge      Reason = "too-large"      // [9999999999] трлн: 10^18 units or more
)

// A ParseError says which part of a text is not an amount, and why.
type ParseError struct {
	Text string
	// Offset and Length mark the unreadable part of Text, in bytes. They always
	// lie in Text and never divide a character.
	Offset, Length int
	Reason         Reason
}

// Part is the unreadable part of the text.
func (e *ParseError) Part() string { return e.Text[e.Offset : e.Offset+e.Length] }

// Error is for programmers; authors are told in their language by the caller.
func (e *ParseError) Error() string {
	return fmt.Sprintf("money: %s in %q at byte %d: %q", e.Reason, e.Text, e.Offset, e.Part())
}

// Suggestion returns what the author most likely meant instead of the unreadable
// part: a word of [Words] that is near, or a number written so that it has one
// meaning. It is empty where there is no good guess.
func (e *ParseError) Suggestion() string {
	switch e.Reason {
	case Ambiguous:
		return strings.NewReplacer(",", " ", ".", " ").Replace(e.Part())
	case UnknownWord:
		return nearest(strings.ToLower(e.Part()))
	}
	return ""
}

// longest bounds the work for a text that is no word at all. The longest word of
// the lexicon has 14 letters.
const longest = 20

// nearest finds the word at the smallest distance, if about one letter in four
// differs: further away lie other currencies, such as канадских by китайских. Of
// several it takes the one of equal length, for a letter is more often mistaken
// than lost at the end. Where two units are equally near, as млн and млрд are to
// млр, it names neither: whoever followed a wrong one would be a thousand times
// out.
func nearest(s string) string {
	letters := utf8.RuneCountInString(s)
	if letters < 3 || letters > longest {
		return ""
	}
	best, distance := "", max(1, letters/4)+1
	units := map[Scale]bool{} // at that distance
	for _, w := range Words() {
		d := levenshtein.ComputeDistance(s, w)
		if d == 0 || d > distance {
			continue
		}
		if d < distance {
			best, distance = w, d
			clear(units)
		} else if best != "" && utf8.RuneCountInString(w) == letters {
			best = w
		}
		if meaning := lexicon[w]; meaning.kind == unit {
			units[meaning.scale] = true
		}
	}
	if len(units) > 1 {
		return ""
	}
	return best
}
