package review

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// Hold parts a list of diagnostics into those to tell and those that an author
// has turned off, for the whole report or for the page whose file they are in,
// whether or not that page is shown. An error is always told.
func Hold(e report.Entries, list []diag.Diagnostic) (told, held []diag.Diagnostic) {
	if len(list) == 0 {
		return nil, nil
	}
	off := exemptions(e)
	if len(off) == 0 {
		return list, nil
	}
	for _, d := range list {
		if d.Severity != diag.Error && (off[exemption{"", d.Code}] || off[exemption{d.File, d.Code}]) {
			held = append(held, d)
		} else {
			told = append(told, d)
		}
	}
	return told, held
}

// An exemption is a check that is off in a file, or, where file is empty,
// everywhere.
type exemption struct {
	file  string
	check diag.Code
}

func exemptions(e report.Entries) map[exemption]bool {
	off := map[exemption]bool{}
	for _, p := range e.Written() {
		file := p.File
		if p == &e.Settings.Page {
			file = ""
		}
		for _, o := range p.Off {
			off[exemption{file, o.Check}] = true
		}
	}
	return off
}
