package layout

import (
	"slices"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// statesOf are the states of all figures of a history.
func statesOf[V any](h report.History[V], same func(a, b V) bool) []string {
	states := make([]string, len(h))
	standing := -1
	agree := true
	for i, f := range slices.Backward(h) {
		if !f.Stands() {
			states[i] = "part"
			continue
		}
		if standing < 0 {
			standing = i
			states[i] = "standing"
			continue
		}
		now := h[standing]
		if agree = agree && f.Unknown == now.Unknown && (f.Unknown || same(f.Value, now.Value)); agree {
			states[i] = "same"
		} else {
			states[i] = "past"
		}
	}
	return states
}

func sameAmount(a, b money.Amount) bool { return a.Currency() == b.Currency() && a.Cmp(b) == 0 }

// before is the last sum that was something else than the current one, such as
// 47 billion before 6.1. It is false where the first sum still stands.
func before(c *report.Cluster) (report.Figure[money.Amount], bool) {
	current, ok := c.Investment.Current()
	if !ok || current.Unknown {
		return report.Figure[money.Amount]{}, false
	}
	for _, f := range slices.Backward(c.Investment) {
		switch {
		case !f.Stands() || f.Unknown || sameAmount(f.Value, current.Value):
		case f.Value.Currency() != current.Value.Currency():
			return report.Figure[money.Amount]{}, false
		default:
			return f, true
		}
	}
	return report.Figure[money.Amount]{}, false
}
