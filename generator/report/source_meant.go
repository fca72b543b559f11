package report

import (
	"maps"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
)

// MeantSource is the id of the source that somebody most likely meant who wrote
// something else: its address, its title, or an id with a slip in it. It is empty
// where none is near.
func (r *Report) MeantSource(written string) string {
	ids := slices.Sorted(maps.Keys(r.sources))
	for _, id := range ids {
		s := r.sources[id]
		if strings.EqualFold(s.Title, written) || strings.TrimSuffix(s.URL, "/") == strings.TrimSuffix(written, "/") {
			return id
		}
	}
	return diag.Suggest(strings.Trim(written, "@[] "), ids)
}
