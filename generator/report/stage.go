package report

import "slices"

// A Stage is how far a cluster has come.
type Stage string

// Stages in the order in which a cluster passes them; the last two may follow
// any other.
const (
	Idea        Stage = "idea"
	Planned     Stage = "planned"
	Forming     Stage = "forming"
	Registering Stage = "registering"
	Registered  Stage = "registered"
	Operating   Stage = "operating"
	Suspended   Stage = "suspended"
	Closed      Stage = "closed"
)

// Stages are all of them, in order.
var Stages = []Stage{Idea, Planned, Forming, Registering, Registered, Operating, Suspended, Closed}

// ParseStage reads the English name that front matter uses.
func ParseStage(s string) (Stage, bool) {
	return Stage(s), slices.Contains(Stages, Stage(s))
}
