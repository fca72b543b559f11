package diag

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Suggest returns the candidate that somebody who wrote word most likely meant,
// or nothing where none is near: about one slip in three letters is forgiven, so
// that two letters that changed places (two slips) are still seen in "titel".
func Suggest(word string, candidates []string) string {
	best, distance := "", max(1, (utf8.RuneCountInString(word)+1)/3)+1
	folded := strings.ToLower(word)
	for _, c := range candidates {
		if d := levenshtein.ComputeDistance(folded, strings.ToLower(c)); d < distance {
			best, distance = c, d
		}
	}
	return best
}
