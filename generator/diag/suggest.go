package diag

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Suggest returns the candidate that somebody who wrote word most likely meant,
// or nothing where none is near: at most one slip in four letters, and at least
// one is always forgiven.
func Suggest(word string, candidates []string) string {
	best, distance := "", max(1, utf8.RuneCountInString(word)/4)+1
	folded := strings.ToLower(word)
	for _, c := range candidates {
		if d := levenshtein.ComputeDistance(folded, strings.ToLower(c)); d < distance {
			best, distance = c, d
		}
	}
	return best
}
