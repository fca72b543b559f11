package typeset

import (
	"strings"
	"unicode/utf8"
)

// hyphen stands at the end of a line that ends inside a word.
const hyphen = "-"

// leastPart is how many letters of a word stand on a line at least.
const leastPart = 2

// broken divides a word that is wider than a line. A Russian word is broken
// between syllables, with a hyphen; others, and where not even a syllable fits,
// after the last letter that does.
func (f *Family) broken(word string, s Style, width float64) (line, rest string) {
	for _, end := range syllables(word) {
		part := word[:end] + hyphen
		if f.Width(part, s) > width {
			break
		}
		line, rest = part, word[end:]
	}
	if line == "" {
		n := f.fitting(word, s, width)
		line, rest = word[:n], word[n:]
	}
	return line, rest
}

// The sorts of Russian letters that decide where a word may be broken.
const (
	vowels     = "аеёиоуыэюя"
	consonants = "бвгджзклмнпрстфхцчшщ"
	silent     = "йьъ" // stays with what is before it
)

// breaksBetween are what stands before and after a place where a word may be
// broken, by the sorts of the letters: v is a vowel, c a consonant, s one that
// stays with the letter before it, and x any of them. It is the set of rules by
// which P. Khristov divides words, known from Russian typesetting programs: a
// break leaves a vowel on both sides and divides no syllable that has a
// consonant before its vowel.
var breaksBetween = [][2]string{
	{"s", "xx"}, {"v", "vx"}, {"vc", "cv"}, {"cv", "cv"}, {"vc", "ccv"}, {"vcc", "ccv"},
}

// syllables are the places, in bytes, at which a Russian word may be broken.
func syllables(word string) []int {
	var sorts strings.Builder
	var ends []int // of the letters
	end := 0
	for _, r := range strings.ToLower(word) {
		switch {
		case strings.ContainsRune(vowels, r):
			sorts.WriteByte('v')
		case strings.ContainsRune(consonants, r):
			sorts.WriteByte('c')
		case strings.ContainsRune(silent, r):
			sorts.WriteByte('s')
		default:
			sorts.WriteByte(' ')
		}
		end += utf8.RuneLen(r)
		ends = append(ends, end)
	}
	if end != len(word) { // a letter that is longer in lower case: no Russian word
		return nil
	}
	var places []int
	all := sorts.String()
	for i := leastPart; i <= len(all)-leastPart; i++ {
		if isBreak(all[:i], all[i:]) {
			places = append(places, ends[i-1])
		}
	}
	return places
}

// isBreak reports whether a word may be broken between two parts, given as the
// sorts of their letters.
func isBreak(before, after string) bool {
	if !strings.Contains(before, "v") || !strings.Contains(after, "v") || strings.Contains(before[len(before)-leastPart:]+after[:leastPart], " ") {
		return false
	}
	for _, rule := range breaksBetween {
		if matches(before[max(0, len(before)-len(rule[0])):], rule[0]) && matches(after[:min(len(after), len(rule[1]))], rule[1]) {
			return true
		}
	}
	return false
}

func matches(sorts, rule string) bool {
	if len(sorts) != len(rule) {
		return false
	}
	for i := range rule {
		if rule[i] != 'x' && rule[i] != sorts[i] {
			return false
		}
	}
	return true
}
