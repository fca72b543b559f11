package chart

import (
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
)

// A part of a whole, as the summary tells of it.
type part struct {
	name  string
	value money.Amount
	rest  bool // it stands for all that have no part of their own
}

// wholeSaid is the beginning of a summary: what all parts come to, as it is
// written, and which is the largest of those that have a name, unless there is
// another as large or none beside it. Per cent say so themselves, and of one row
// there is no more to tell than the row.
func wholeSaid(w *dataset.Words, written string, whole money.Amount, unit string, parts []part, rows int) string {
	if unit == percent || rows < 2 {
		return ""
	}
	var largest part
	alone := false
	for _, p := range parts {
		switch {
		case p.rest:
		case largest.name == "" || p.value.Cmp(largest.value) > 0:
			largest, alone = p, true
		case p.value.Cmp(largest.value) == 0:
			alone = false
		}
	}
	id, args := "summary-whole", locale.Args{"Total": written}
	if alone && len(parts) > 1 {
		id = "summary-share"
		args["Name"], args["Share"] = w.Names([]string{largest.name}), w.Share(largest.value, whole, money.Exact)
	}
	return w.Text(id, args) + " "
}
