package chart

import (
	"encoding/json"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/money"
)

// Data is a chart for programs: everything that its picture was made of.
type Data struct {
	Title   string       `json:"title"`
	Kind    Kind         `json:"kind"`
	Summary string       `json:"summary"`
	Unit    string       `json:"unit,omitempty"`
	Note    string       `json:"note,omitempty"`
	Columns []DataColumn `json:"columns"`
	// Rows have a cell for each column.
	Rows [][]DataCell `json:"rows"`
}

// A DataColumn is a column of the table of a chart.
type DataColumn struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Type  string `json:"type"` // text, value, date or stage
}

// A DataCell is a cell as readers see it and, where there is more to it than the
// text, as a program wants it: a number as it is, without rounding, a date as
// ISO 8601, a stage by its key. Value is null where nothing is known.
type DataCell struct {
	Text        string `json:"text"`
	Value       any    `json:"value"`
	Currency    string `json:"currency,omitempty"`
	Approximate bool   `json:"approximate,omitempty"`
	// Hedge says how the value is approximate: about, almost, more-than, at-least,
	// less-than or at-most.
	Hedge money.Hedge `json:"hedge,omitempty"`
	// Known and All say of how many figures a sum is made, and of how many it
	// should be; they are left out where it is whole.
	Known int `json:"known,omitempty"`
	All   int `json:"all,omitempty"`
}

var typeNames = map[dataset.Type]string{dataset.Raw: "text", dataset.Text: "text", dataset.Value: "value", dataset.Date: "date", dataset.Stage: "stage"}

// Data returns what the picture was made of.
func (c *Chart) Data() Data {
	d := Data{Title: c.Title, Kind: c.Kind, Summary: c.Summary(), Unit: c.Unit, Note: c.Note}
	for _, column := range c.Table.Columns {
		d.Columns = append(d.Columns, DataColumn{column.Name, column.Title, typeNames[column.Type]})
	}
	for _, row := range c.Table.Rows {
		cells := make([]DataCell, len(row.Cells))
		for i, cell := range row.Cells {
			cells[i] = c.dataCell(i, cell)
		}
		d.Rows = append(d.Rows, cells)
	}
	return d
}

func (c *Chart) dataCell(column int, cell dataset.Cell) DataCell {
	t := c.Table.Columns[column].Type
	unit := ""
	if cell.At.Line > 0 {
		unit = c.Unit
	}
	d := DataCell{Text: c.words.Cell(t, cell, unit), Approximate: cell.Hedge != money.Exact, Hedge: cell.Hedge}
	if !cell.Known {
		return d
	}
	d.Known, d.All = cell.Coverage.Known, cell.Coverage.All
	switch t {
	case dataset.Value:
		d.Value, d.Currency = json.Number(cell.Value.Decimal().String()), string(cell.Value.Currency())
	case dataset.Date:
		d.Value = cell.Date.String()
	case dataset.Stage:
		d.Value = string(cell.Stage)
	default:
		d.Value = cell.Text
	}
	return d
}
