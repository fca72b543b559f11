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
	s.reserve(len(list))
	start := len(s.room)
	s.room = append(s.room, list...)
	return s.room[start:len(s.room):len(s.room)]
}

// copy returns a copy of one item.
func (s *slab[T]) copy(item *T) *T {
	s.reserve(1)
	s.room = append(s.room, *item)
	return &s.room[len(s.room)-1]
}

// reserve makes room for so many items, side by side.
func (s *slab[T]) reserve(items int) {
	if cap(s.room)-len(s.room) < items {
		next := min(max(firstPiece, 2*cap(s.room)), largestPiece)
		s.room = make([]T, 0, max(next, items))
	}
}
