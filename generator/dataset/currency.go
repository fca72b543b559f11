package dataset

import (
	"regexp"
	"slices"
	"strings"

	"example.org/svod/generator/money"
)

// inUnits names a column whose numbers are not written out: 7.9 under "млрд".
var inUnits = regexp.MustCompile(`(?i)тыс|млн|млрд|трлн|mln|bln|\bbn\b|million|billion|thousand`)

// InCurrency returns the table with a column of numbers as sums, where the next
// column is called currency or валюта and says of what, as in the tables that the
// site offers. Cells that have a currency, or beside which none can be read, stay.
func (t *Table) InCurrency(column int) *Table {
	next := column + 1
	if t.Columns[column].Type != Value || next == len(t.Columns) || inUnits.MatchString(t.Columns[column].Name) {
		return t
	}
	if name := strings.ToLower(t.Columns[next].Name); name != "валюта" && name != "currency" {
		return t
	}
	out := *t
	out.Rows = slices.Clone(t.Rows)
	for i, row := range t.Rows {
		c, said := row.Cells[column], row.Cells[next]
		one, err := money.Parse("1 "+said.Text, "")
		if !c.Known || c.Percent || c.Value.Currency() != "" || err != nil {
			continue
		}
		c.Value = money.New(c.Value.Decimal(), one.Currency())
		out.Rows[i].Cells = slices.Clone(row.Cells)
		out.Rows[i].Cells[column] = c
	}
	return &out
}
