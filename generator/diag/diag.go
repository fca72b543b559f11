// Package diag says what is wrong with the content of a report, and where.
//
// A [Diagnostic] is an author's mistake: a place in a file, a code, and the
// words that the message needs. It is data, not an error: every step of the
// program returns all the diagnostics it finds, and they are sorted and printed
// together. A failure of the machine (a full disk, a lost file) is an ordinary
// error and never becomes a diagnostic.
//
// Messages are written in Russian and English in the catalogues beside this
// file, ru.toml and en.toml. A code owns two entries there, its message and its
// remedy:
//
//	[unreadable-amount]
//	other = "сумма «{{.Value}}» не читается"
//	[unreadable-amount-remedy]
//	other = "напишите, например: 7,9 млрд ₽"
//
// Printed as text (see [Printer]), a diagnostic shows the line it is about:
//
//	content/clusters/les.md:7:13: ошибка: сумма «семь» не читается
//	   7 | investment: семь
//	     |             ^^^^
//	   напишите, например: 7,9 млрд ₽
package diag

import (
	"cmp"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A Position is a run of characters in a file of the content, or of the layouts.
type Position struct {
	// File is slash-separated and relative to the source folder, such as
	// "content/clusters/les.md". It is empty where no file is to blame.
	File string
	// Line counts from 1; it is 0 where the whole file is meant.
	Line int
	// Column counts from 1, in characters (not bytes). In a workbook, which has no
	// lines, Line and Column are the row and the column of a cell.
	Column int
	// Length is how many characters to mark on the line; 0 means one.
	Length int
}

// String gives the form that editors understand: file:line:column.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Cell is how a spreadsheet calls the place: C12. It is false for a file that has
// lines, and where the whole file is meant.
func (p Position) Cell() (string, bool) {
	if !strings.EqualFold(path.Ext(p.File), ".xlsx") || p.Line == 0 || p.Column == 0 {
		return "", false
	}
	letters := ""
	for n := p.Column; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.Itoa(p.Line), true
}

// Compare orders positions by file, line and column.
func (p Position) Compare(q Position) int {
	return cmp.Or(
		cmp.Compare(p.File, q.File),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Column, q.Column),
	)
}

// Severity tells whether a diagnostic stops the build.
type Severity int

// An Error stops the build; a Warning is told and the site is built; a Note is
// nothing wrong, only worth knowing.
const (
	Error Severity = iota
	Warning
	Note
)

// String is the word that programs read: "error", "warning", "note". They are
// also the levels of SARIF.
func (s Severity) String() string {
	switch s {
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	return "error"
}

// A Code names a kind of mistake. Codes are declared in codes.go, and each has
// its message and its remedy in every catalogue.
type Code string

// Args are the words that a message is filled with. Suggestion, where it is
// present and not empty, is the "did you mean".
type Args map[string]any

// A Diagnostic is one mistake in the content.
type Diagnostic struct {
	Position
	Severity Severity
	Code     Code
	Args     Args
	// Excerpt is the text of the line at Position, attached by [Quote], or that of
	// the cell of a workbook, attached by whoever read it. It is empty where there
	// is nothing to show.
	Excerpt string
}

// NewError reports a mistake that stops the build.
func NewError(at Position, code Code, args Args) Diagnostic {
	return Diagnostic{Position: at, Severity: Error, Code: code, Args: args}
}

// NewWarning reports something that the author should look at.
func NewWarning(at Position, code Code, args Args) Diagnostic {
	return Diagnostic{Position: at, Severity: Warning, Code: code, Args: args}
}

// NewNote reports something that may well be as it should be.
func NewNote(at Position, code Code, args Args) Diagnostic {
	return Diagnostic{Position: at, Severity: Note, Code: code, Args: args}
}

// Sort orders diagnostics by place, then by code, and removes repetitions of
// the same mistake at the same place.
func Sort(list []Diagnostic) []Diagnostic {
	slices.SortStableFunc(list, func(a, b Diagnostic) int {
		return cmp.Or(a.Position.Compare(b.Position), cmp.Compare(a.Code, b.Code))
	})
	return slices.CompactFunc(list, func(a, b Diagnostic) bool {
		return a.Position == b.Position && a.Code == b.Code && reflect.DeepEqual(a.Args, b.Args)
	})
}

// HasErrors reports whether any of the diagnostics stops the build.
func HasErrors(list []Diagnostic) bool {
	return slices.ContainsFunc(list, func(d Diagnostic) bool { return d.Severity == Error })
}
