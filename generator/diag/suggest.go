package diag

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Suggest returns the candidate that somebody who wrote word most likely meant,
// or nothing where none is near. About one slip in three letters is forgiven:
// a letter too many, too few or another, or two that changed places. A candidate
// that only looks like the word comes before all others.
func Suggest(word string, candidates []string) string {
	for _, c := range candidates {
		if look(c) == look(word) {
			return c
		}
	}
	folded := []rune(strings.ToLower(word))
	best, distance := "", max(1, (len(folded)+1)/3)+1
	for _, c := range candidates {
		if abs(utf8.RuneCountInString(c)-len(folded)) >= distance {
			continue // so many letters more or less are too many slips already
		}
		if d := slips(folded, []rune(strings.ToLower(c))); d < distance {
			best, distance = c, d
		}
	}
	return best
}

// Names are the words of a closed list as [Suggest] and messages want them.
func Names[T ~string](words []T) []string {
	names := make([]string, len(words))
	for i, w := range words {
		names[i] = string(w)
	}
	return names
}

func abs(n int) int { return max(n, -n) }

// slips counts how far one word is from another. Two neighbours that changed
// places are one slip, the commonest of all, and two to the library.
func slips(a, b []rune) int {
	d := levenshtein.ComputeDistance(string(a), string(b))
	if d != 2 || len(a) != len(b) {
		return d
	}
	i := 0
	for a[i] == b[i] {
		i++
	}
	swapped := slices.Clone(a)
	if i+1 < len(a) {
		swapped[i], swapped[i+1] = a[i+1], a[i]
	}
	if slices.Equal(swapped, b) {
		return 1
	}
	return d
}
