package report

import "slices"

// MostSources is how many [Sources] are listed. A sum of ten thousand clusters may
// have as many, which nobody reads; the pages of the clusters name them all.
const MostSources = 50

// Sources are where several figures are from: each source once, in the order in
// which the figures stand.
type Sources struct {
	List []*Source // at most [MostSources]
	More bool      // there are others
}

// Add adds the sources that are not there yet; nil is none.
func (s *Sources) Add(sources ...*Source) {
	for _, source := range sources {
		switch {
		case source == nil || slices.Contains(s.List, source):
		case len(s.List) == MostSources:
			s.More = true
			return
		default:
			s.List = append(s.List, source)
		}
	}
}

// Join adds the sources of something else.
func (s *Sources) Join(other Sources) {
	s.Add(other.List...)
	s.More = s.More || other.More
}
