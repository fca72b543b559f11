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
	if cap(s.room)-len(s.room) < len(list) {
		next := min(max(firstPiece, 2*cap(s.room)), largestPiece)
		s.room = make([]T, 0, max(next, len(list)))
	}
	start := len(s.room)
	s.room = append(s.room, list...)
	return s.room[start:len(s.room):len(s.room)]
}
