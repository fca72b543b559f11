package report

// A slab holds copies of many short lists close together. To make room for each
// alone would take most of the time that linking a large report takes.
type slab[T any] struct{ room []T }

// The sizes of the pieces that a slab grows by, in items.
const (
	firstPiece   = 16
	largestPiece = 1024
)

// clone returns a copy of a list. To append to it makes another copy.
func (s *slab[T]) clone(list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return append(s.empty(len(list)), list...)
}

// copy returns a copy of one item.
func (s *slab[T]) copy(item *T) *T { return &append(s.empty(1), *item)[0] }

// empty returns an empty list with room for so many items.
func (s *slab[T]) empty(items int) []T {
	if cap(s.room)-len(s.room) < items {
		next := min(max(firstPiece, 2*cap(s.room)), largestPiece)
		s.room = make([]T, 0, max(next, items))
	}
	start := len(s.room)
	s.room = s.room[:start+items]
	return s.room[start : start : start+items]
}
