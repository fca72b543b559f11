// Package review looks for what can be read and built and is most likely wrong
// all the same: figures that nobody has renewed, two names for one organisation,
// a sum in a text that the data contradict.
//
// A [Check] is one such thing to look for. Its id is a diag.Code, under which an
// author turns it off (see [Hold]) and has it explained (diag.Printer.Explain):
// title and explanation stand in the catalogues of diag, in Russian and English.
// Some checks look at the report as a whole, some read every text of it:
//
//	subject := review.NewSubject(r)
//	found := subject.Look()
//	for each text { found = append(found, subject.Read(text)...) }
//	told, held := review.Hold(r, found)
//
// A false alarm costs more than a slip that goes unnoticed: whoever is warned
// three times for nothing reads no fourth warning. A check that cannot be sure
// says nothing.
//
// The package is pure: it reads no file and no clock, and what it is not told in
// a [Subject] it does not look at. Every finding is a warning or a note; what
// must not be published at all is told by the packages that read it.
package review

import (
	"time"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// A Subject is what is reviewed: the report and what the site knows beside it.
// It is read-only while it is reviewed.
type Subject struct {
	Report *report.Report
	// StaleDays is the age in days from which a figure is called old, counted
	// back from Now. Zero means that none is.
	StaleDays int
	// Now is the moment for which the report is reviewed, in its time zone. It is
	// not the day that the report describes: one that nobody renews has to grow old.
	Now time.Time
	// Pictures are all that pages show, Charts all blocks of texts.
	Pictures []Picture
	Charts   []Chart
	// Used are the ids of sources that anything refers to, on whatever page.
	Used map[string]bool
	// Accent is what becomes of the colour of the theme; nil where it has none
	// of its own.
	Accent *Accent

	names names
}

// A Picture is shown by a page.
type Picture struct {
	Path    string // as its author wrote it
	Bytes   int64  // 0 where there is no such file
	Caption string
	// InText tells a picture in a text from the photo of a page, whose credit
	// the front matter gives.
	InText bool
	At     diag.Position
}

// A Chart is a block of a text.
type Chart struct {
	// Sourced says that the block or its rows name a source, or that the figures
	// are those of the report, which have theirs.
	Sourced bool
	At      diag.Position
}

// An Accent is a colour of the theme on light paper.
type Accent struct {
	Contrast float64 // of the colour as its author wrote it, by WCAG 2.2
	Written  string  // #rrggbb
	Light    string  // what the site shows in its place
}

// NewSubject returns the subject of a report.
func NewSubject(r *report.Report) *Subject {
	return &Subject{Report: r, Used: map[string]bool{}, names: namesOf(r.Clusters)}
}

// A Check looks for one kind of slip.
type Check struct {
	ID   diag.Code
	look func(*Subject) []diag.Diagnostic           // at the report; may be nil
	read func(*Subject, sentence) []diag.Diagnostic // a sentence with a sum; may be nil
}

// Checks are all of them, in the order of their ids.
func Checks() []Check {
	return []Check{
		chartWithoutSource,
		figureAfterSource,
		figureJump,
		sameDay,
		organizationInClusters,
		photoWithoutCredit,
		pictureTooLarge,
		pictureWithoutCredit,
		proseContradicts,
		proseSum,
		similarOrganizations,
		sourceUnused,
		staleFigure,
		themeContrast,
	}
}

// Look returns what the checks find in the report as a whole.
func (s *Subject) Look() []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, c := range Checks() {
		if c.look != nil {
			found = append(found, c.look(s)...)
		}
	}
	return found
}

// Read returns what the checks find in one text. It may be called from several
// goroutines.
func (s *Subject) Read(t Text) []diag.Diagnostic {
	if !mentionsSum(string(t.File.Bytes()[t.Body:])) {
		return nil
	}
	var found []diag.Diagnostic
	checks := Checks()
	for _, sentence := range sentences(t) {
		if !mentionsSum(sentence.words) {
			continue
		}
		for _, c := range checks {
			if c.read != nil {
				found = append(found, c.read(s, sentence)...)
			}
		}
	}
	return found
}
