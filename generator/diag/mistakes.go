package diag

import (
	"errors"
	"strings"
)

// Mistakes are diagnostics on their way through a function that can only return
// an error, as the rendering of a page does. Whoever gets them tells them like all
// others.
type Mistakes []Diagnostic

// Error names the places and codes, for tests and logs; people are told by a
// [Printer].
func (m Mistakes) Error() string {
	told := make([]string, len(m))
	for i, d := range m {
		told[i] = d.Position.String() + ": " + string(d.Code)
	}
	return strings.Join(told, "; ")
}

// Err is nil where there are none.
func (m Mistakes) Err() error {
	if len(m) == 0 {
		return nil
	}
	return m
}

// Collect adds the mistakes that an error holds, and returns any other error.
func (m *Mistakes) Collect(err error) error {
	var more Mistakes
	if errors.As(err, &more) {
		*m = append(*m, more...)
		return nil
	}
	return err
}
