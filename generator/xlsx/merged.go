package xlsx

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"example.org/svod/generator/diag"
)

// A merge is a run of cells below each other that are merged with the first. What
// stands there is said of all their rows: a region over its clusters. A number is
// not, for then there would be as many of it as there are rows; and cells beside
// each other are titles.
type merge struct {
	column, first, last int
	text                string // of the first
}

// findMerged finds what is merged in the sheet.
func (r *reader) findMerged() error {
	list, err := r.file.GetMergeCells(r.sheet, true)
	if err != nil {
		return err
	}
	for _, m := range list {
		column, first, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			continue
		}
		_, last, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err == nil && last > first && column <= widest {
			r.merged = append(r.merged, &merge{column: column, first: first, last: last})
		}
	}
	slices.SortStableFunc(r.merged, func(a, b *merge) int { return cmp.Compare(a.first, b.first) })
	return nil
}

// reach brings the merges that a row is in to hand. Rows are read from the top.
func (r *reader) reach(line int) {
	r.open = slices.DeleteFunc(r.open, func(m *merge) bool { return m.last < line })
	for len(r.merged) > 0 && r.merged[0].first <= line {
		r.open, r.merged = append(r.open, r.merged[0]), r.merged[1:]
	}
}

// isMerged reports whether a cell is part of another one above it.
func (r *reader) isMerged(line, column int) bool {
	return slices.ContainsFunc(r.open, func(m *merge) bool { return m.column == column && m.first < line })
}

// keep takes down what stands in the first cells of what is merged.
func (r *reader) keep(line int, row []Cell) {
	for _, m := range r.open {
		if m.first == line && m.column <= len(row) && !row[m.column-1].Number {
			m.text = row[m.column-1].Text
		}
	}
}

// fill puts it into the others. A row is longer where it ended before.
func (r *reader) fill(line int, row []Cell) []Cell {
	for _, m := range r.open {
		if m.first == line || strings.TrimSpace(m.text) == "" {
			continue
		}
		for i := len(row); i < m.column; i++ {
			row = append(row, Cell{At: diag.Position{File: r.name, Line: line, Column: i + 1}})
		}
		if row[m.column-1].Text == "" {
			row[m.column-1].Text = m.text
		}
	}
	return row
}
