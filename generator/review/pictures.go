package review

import (
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// photoWithoutCredit tells a photo in the front matter that nobody is named for.
// (That it has no description is told by every build.)
var photoWithoutCredit = Check{ID: diag.PhotoWithoutCredit, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	tell := func(p report.Photo) {
		if p.File != "" && p.Credit == "" {
			found = append(found, diag.NewWarning(p.At, diag.PhotoWithoutCredit, nil))
		}
	}
	for _, c := range s.Report.Clusters {
		tell(c.Photo)
	}
	for _, a := range s.Report.Articles {
		tell(a.Photo)
	}
	return found
}}

// pictureWithoutCredit tells a picture in a text that has no caption, the only
// place for its author. What a caption says is not judged.
var pictureWithoutCredit = Check{ID: diag.PictureWithoutCredit, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, p := range s.Pictures {
		if p.InText && p.Caption == "" {
			found = append(found, diag.NewWarning(p.At, diag.PictureWithoutCredit, diag.Args{"Path": p.Path}))
		}
	}
	return found
}}
