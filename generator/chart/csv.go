package chart

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"example.org/svod/generator/diag"
)

// maxRows is how many rows a file may have: more than a hundred can be seen in no
// chart, but a table may be longer than what is drawn of it.
const maxRows = 20_000

// ReadCSV reads a table from a CSV file as spreadsheets save it: in UTF-8, with
// or without a byte-order mark, columns parted by semicolons, commas or tabs,
// whichever the first line has most of. The first line names the columns. Lines
// with nothing in them are left out.
//
// Mistakes have positions in the file, under the name given.
func ReadCSV(name string, content []byte) (*Table, []diag.Diagnostic) {
	f := &csvFile{text: diag.NewText(name, content), table: &Table{Name: name}}
	if !utf8.Valid(content) {
		f.error(diag.Position{File: name}, diag.NotUTF8, nil)
		return f.table, f.found
	}
	f.read(content)
	return f.table, f.found
}

type csvFile struct {
	text  *diag.Text
	lines []int // byte offset of the start of each line
	table *Table
	found []diag.Diagnostic
}

func (f *csvFile) error(at diag.Position, code diag.Code, args diag.Args) {
	f.found = append(f.found, diag.NewError(at, code, args))
}

func (f *csvFile) read(content []byte) {
	body := bytes.TrimPrefix(content, []byte("\ufeff"))
	f.lines = []int{len(content) - len(body)}
	for i, c := range content {
		if c == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	r := csv.NewReader(bytes.NewReader(body))
	r.Comma = separator(body)
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = r.Comma != '\t'
	for {
		record, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			if f.table.Columns == nil {
				f.error(diag.Position{File: f.text.File()}, diag.ChartCSVEmpty, nil)
			}
			return
		case errors.As(err, &bad):
			f.error(f.at(bad.Line, bad.Column, 1), diag.ChartCSVQuote, nil)
			return
		case err != nil: // a reader of bytes in memory gives no other
			return
		}
		if blank(record) {
			continue
		}
		cells := f.cells(r, record)
		if f.table.Columns == nil {
			f.header(cells)
			continue
		}
		if len(f.table.Rows) == maxRows {
			f.error(cells[0].At, diag.ChartCSVLong, diag.Args{"Most": maxRows})
			return
		}
		f.row(cells)
	}
}

// separator is what stands most often in the first line, outside of quotes.
func separator(body []byte) rune {
	line, _, _ := bytes.Cut(body, []byte("\n"))
	counts := map[rune]int{}
	quoted := false
	for _, c := range string(line) {
		if c == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[c]++
		}
	}
	best := ';'
	for _, c := range ",\t" {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

func blank(record []string) bool {
	return strings.TrimSpace(strings.Join(record, "")) == ""
}

// cells are the fields of the line that was read last, with their places.
func (f *csvFile) cells(r *csv.Reader, record []string) []Cell {
	out := make([]Cell, len(record))
	for i, field := range record {
		line, column := r.FieldPos(i)
		s := clean(field)
		out[i] = Cell{Text: s, Known: !saysUnknown(s), At: f.at(line, column, len(field))}
		if letters := utf8.RuneCountInString(s); letters > maxText {
			f.error(out[i].At, diag.ChartTextLong, diag.Args{"Count": letters, "Most": maxText})
		}
	}
	return out
}

// at turns the line and the column in bytes of encoding/csv into a position.
func (f *csvFile) at(line, column, length int) diag.Position {
	return f.text.At(f.lines[min(line, len(f.lines))-1]+column-1, length)
}

func (f *csvFile) header(cells []Cell) {
	for i, c := range cells {
		if c.Text == "" && i == len(cells)-1 {
			continue // a separator at the end of the line
		}
		if c.Text == "" {
			f.error(c.At, diag.ChartColumnUnnamed, nil)
		}
		if _, taken := f.table.column(c.Text); taken && c.Text != "" {
			f.error(c.At, diag.ChartColumnTwice, diag.Args{"Column": c.Text})
		}
		f.table.Columns = append(f.table.Columns, Column{Name: c.Text, Title: c.Text})
	}
}

func (f *csvFile) row(cells []Cell) {
	n := len(f.table.Columns)
	for _, extra := range cells[min(n, len(cells)):] {
		if extra.Text != "" {
			f.error(extra.At, diag.ChartRowLong, diag.Args{"Columns": n, "Cells": len(cells)})
			break
		}
	}
	row := Row{Cells: make([]Cell, n)}
	for i := range row.Cells {
		row.Cells[i].At = cells[min(i, len(cells)-1)].At
	}
	copy(row.Cells, cells[:min(n, len(cells))])
	f.table.Rows = append(f.table.Rows, row)
}
