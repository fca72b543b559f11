package content

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// checks reads which checks a page is exempt from, each with a reason:
//
//	checks:
//	  off:
//	    - id: stale-figure
//	      reason: ведомство не отвечает на запросы
func checks(v value, list *[]report.Exemption) {
	v.mapping(fields{"off": func(v value) {
		v.list(func(item value) {
			var e report.Exemption
			item.record("- {id: stale-figure, reason: …}", fields{
				"id":     func(v value) { v.check(&e.Check) },
				"reason": func(v value) { v.text(&e.Reason) },
			}, "id", "reason")
			if e.Check != "" && e.Reason != "" {
				*list = append(*list, e)
			}
		})
	}})
}

// check reads the name of a check that may be turned off.
func (v value) check(code *diag.Code) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	if diag.Code(s).Optional() {
		*code = diag.Code(s)
		return
	}
	known := make([]string, 0, len(diag.Optional()))
	for _, c := range diag.Optional() {
		known = append(known, string(c))
	}
	if diag.Known(diag.Code(s)) {
		v.Error(diag.CheckNeeded, diag.Args{"ID": s})
		return
	}
	v.Error(diag.CheckUnknown, diag.Args{"ID": s, "Suggestion": diag.Suggest(s, known)})
}
