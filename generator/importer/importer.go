// Package importer makes cluster files of a table, such as a ministry's press
// office sends.
//
//	table, mistakes := importer.Read("klastery.xlsx", bytes)
//	plan, mistakes, err := importer.Make(table, report, importer.Options{…})
//	err = plan.Apply(root)
//
// A row is a cluster, or one announcement about it. Columns are told by their
// headings, Russian or English, with the unit in the heading where it stands
// there ("Инвестиции, млрд руб."); [Options.Map] names the others. Titles above
// the headings, a row that numbers the columns and totals at the foot are passed
// over.
//
// A cluster that the report does not have becomes a file. To one that it has,
// by its slug, its title or an old address, a figure is added that its file does
// not tell yet: at the end of the history, every other byte as it was. Nothing
// else of an existing cluster is changed, so a table that is imported twice
// changes nothing the second time.
//
// A figure needs a date and a source. Neither is ever made up: they come from
// the table or from [Options], and a figure that lacks one is a mistake with a
// position in the table. Where there is a mistake, nothing is written.
//
// Making a plan is pure: it reads the content and writes nothing. Every file of
// a plan has been read back as the content would read it, and says what the old
// one said and the new figures.
package importer

import (
	"io/fs"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// Options are what the table does not tell.
type Options struct {
	// Map leads from a heading of the table to the name of a column (see
	// [Columns]), with the unit of a sum after it: "investment, млрд руб.". An
	// empty name leaves the column out.
	Map map[string]string
	// Date and Source are those of figures that have none in the table.
	Date   report.Date
	Source string
}

// A Report is the content that the table is compared with.
type Report struct {
	Entries report.Entries
	// Files is the source folder, from which cluster files are read again.
	Files fs.FS
	// Broken are files of the content with mistakes, which are not touched.
	Broken map[string]bool
}

// Outcome is what becomes of a cluster of the table.
type Outcome string

// Outcomes. What is unchanged has nothing new in the table; what is skipped has,
// and was left for the reasons given.
const (
	Created   Outcome = "created"
	Extended  Outcome = "extended"
	Unchanged Outcome = "unchanged"
	Skipped   Outcome = "skipped"
)

// A Result tells what becomes of one cluster of the table.
type Result struct {
	Outcome Outcome
	Title   string
	File    string // inside the source folder; empty where there is none
	Added   []content.Addition
	Reasons []Reason
	At      diag.Position // in the table
}

// A Reason is why something of the table was not taken, or what to look at.
type Reason struct {
	Why Why
	At  diag.Position // in the table
	// Value is what the table says; Other what stands in the content.
	Value, Other string
}

// Why tells reasons apart.
type Why string

// Reasons.
const (
	Earlier     Why = "earlier"      // the history already has a later record than that of Other
	SameValue   Why = "same-value"   // the figure that stands is the same
	Unnamed     Why = "unnamed"      // the table names no sum where one was named before
	NotEditable Why = "not-editable" // the history is in a form that only its author can add to
	FileBroken  Why = "file-broken"  // the file has mistakes of its own
	SlugTaken   Why = "slug-taken"   // there is a file at the address of a new cluster
	Similar     Why = "similar"      // a new cluster has nearly the title of Other
	OtherTitle  Why = "other-title"  // the cluster is called Other in its file, and was found by its address
	Footer      Why = "footer"       // the row is a total
	NoTitle     Why = "no-title"     // the row names no cluster
)

// leaves reports whether something new in the table was left out, rather than
// known already.
func (r Reason) leaves() bool { return r.Why == Earlier || r.Why == Unnamed }

// A File is a file to be written.
type File struct {
	Path string // inside the source folder, slash-separated
	Old  []byte // nil for a new file
	New  []byte
}

// A Plan is what a table changes.
type Plan struct {
	Files   []File
	Results []Result // in the order of the table
}

// Make plans what becomes of a table. The plan must not be applied where a
// diagnostic is an error. The error is one of the machine.
func Make(t *Table, r Report, o Options) (*Plan, []diag.Diagnostic, error) {
	heads, mistakes := findHeads(t, o)
	if diag.HasErrors(mistakes) {
		return &Plan{}, t.quote(mistakes), nil
	}
	m := newMaker(t, heads, r, o)
	m.found = mistakes
	for row := heads.row + 1; row < len(t.Rows); row++ {
		m.readRow(row)
	}
	if err := m.finish(); err != nil {
		return nil, nil, err
	}
	return &m.plan, t.quote(diag.Sort(m.found)), nil
}
