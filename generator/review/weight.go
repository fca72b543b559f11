package review

import (
	"example.org/svod/generator/diag"
)

// mostMegabytes is what a picture may weigh. A photo of 1600 pixels weighs less
// than half of one.
const mostMegabytes = 4

// pictureTooLarge tells a picture that a phone on a slow line waits for.
var pictureTooLarge = Check{ID: diag.PictureTooLarge, look: func(s *Subject) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, p := range s.Pictures {
		if p.Bytes > mostMegabytes<<20 {
			found = append(found, diag.NewWarning(p.At, diag.PictureTooLarge, diag.Args{
				"MB": (p.Bytes + 1<<20 - 1) >> 20, "Most": mostMegabytes,
			}))
		}
	}
	return found
}}
