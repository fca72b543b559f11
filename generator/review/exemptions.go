package review

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// Hold parts a list of diagnostics into those to tell and those that an author
// has turned off, for the whole report or for the page whose file they are in.
// An error is always told.
func Hold(r *report.Report, list []diag.Diagnostic) (told, held []diag.Diagnostic) {
	if len(list) == 0 {
		return nil, nil
	}
	everywhere := off(&r.Page)
	byFile := map[string]map[diag.Code]bool{}
	for _, d := range r.Documents() {
		if p := d.Base(); len(p.Off) > 0 {
			byFile[p.File] = off(p)
		}
	}
	if len(everywhere) == 0 && len(byFile) == 0 {
		return list, nil
	}
	for _, d := range list {
		if d.Severity != diag.Error && (everywhere[d.Code] || byFile[d.File][d.Code]) {
			held = append(held, d)
		} else {
			told = append(told, d)
		}
	}
	return told, held
}

func off(p *report.Page) map[diag.Code]bool {
	codes := map[diag.Code]bool{}
	for _, e := range p.Off {
		codes[e.Check] = true
	}
	return codes
}
