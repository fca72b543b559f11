package site

import (
	"io"

	"example.org/svod/generator/export"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/output"
)

// hasData reports whether there is anything to put into files of data.
func (s *Site) hasData() bool { return len(s.Report.Clusters) > 0 }

// planData adds the files for spreadsheets and programs, and the page that says
// what they are.
func (s *Site) planData() {
	if !s.hasData() {
		return
	}
	words := s.dress.words
	clusters := func() export.Table { return export.Clusters(s.public(), words) }
	announcements := func() export.Table { return export.Announcements(s.public(), words) }
	add := func(name string, render func(io.Writer) error) { s.add(layout.DataPath+name, output.Data, render) }
	add("clusters.csv", func(w io.Writer) error { return export.CSV(w, clusters()) })
	add("clusters.xlsx", func(w io.Writer) error { return export.XLSX(w, clusters()) })
	add("announcements.csv", func(w io.Writer) error { return export.CSV(w, announcements()) })
	add("report.json", func(w io.Writer) error { return export.JSON(w, s.public()) })
	add("datapackage.json", func(w io.Writer) error {
		return export.DataPackage(w, s.public(), words, clusters(), announcements())
	})
	s.page(layout.DataPath, output.Index, func() (layout.View, error) { return s.pages.Data(s.public()), nil })
}
