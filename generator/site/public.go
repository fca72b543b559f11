package site

import (
	"sync"

	"example.org/svod/generator/report"
)

// preview finds what Site.Preview says.
func (s *Site) preview() bool {
	edition := s.builder.Edition.Public()
	for _, d := range s.timed {
		if !edition.Shows(d.Base(), s.Report.TimeZone) {
			return true
		}
	}
	return false
}

// tellPublic sets what the files for programs are made of. A page says of itself
// that it is a draft; a row of a table, an entry of a feed and a sum do not, and
// travel on without the page. So they tell what readers may know, also in a
// preview: another report is assembled for them there, once one is asked for.
func (s *Site) tellPublic(entries report.Entries) {
	s.Preview = s.preview()
	if !s.Preview {
		s.public = func() *report.Report { return s.Report }
		return
	}
	s.public = sync.OnceValue(func() *report.Report {
		r, _ := report.Assemble(entries, s.builder.Edition.Public()) // its mistakes are told of the preview
		r.BaseURL = s.Report.BaseURL
		return r
	})
}
