package diag

import (
	"slices"
	"strings"
)

// A Dictionary leads from the words in which authors think to those that their
// files have. Of several entries that fit, the first counts.
type Dictionary []struct {
	Begins string   // how the author's word begins, in small letters
	Words  []string // what may be meant, the likeliest first
}

// Suggest is the word of a list that somebody who wrote another one meant: by the
// dictionary, as its beginning, or as a slip (see the function [Suggest]). It is
// empty where that is not clear.
func (d Dictionary) Suggest(written string, known []string) string {
	const least = 3 // letters of a beginning
	folded := strings.ToLower(written)
	for _, e := range d {
		if !strings.HasPrefix(folded, e.Begins) {
			continue
		}
		for _, word := range e.Words {
			if slices.Contains(known, word) {
				return word
			}
		}
	}
	for _, word := range known {
		if len(written) >= least && strings.HasPrefix(word, folded) {
			return word
		}
	}
	return Suggest(written, known)
}
