package dataset

import "example.org/svod/generator/report"

// promises has a row for each cluster: the sum that was announced for the whole of
// it at first, and the one that stands now.
func (t *Tables) promises(r *report.Report) *Table {
	out := &Table{Name: "promises", Columns: t.columns(
		Column{Name: "title", Type: Text}, Column{Name: "first", Type: Value}, Column{Name: "current", Type: Value},
	)}
	for _, c := range r.Clusters {
		row := Row{Link: c.Path(), Cells: []Cell{text(c.Title), {}, {}}}
		for _, f := range c.Investment {
			if f.Stands() && !f.Unknown {
				row.Cells[1] = amount(f)
				break
			}
		}
		if f, ok := c.Investment.Current(); ok {
			row.Cells[2] = amount(f)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// progress has a row for each stage that a cluster reached, with the day from which
// and, but for the last, the day until which it was in it. That somebody said the
// same again is no row.
func (t *Tables) progress(r *report.Report) *Table {
	out := &Table{Name: "progress", Columns: t.columns(
		Column{Name: "date", Type: Date}, Column{Name: "until", Type: Date},
		Column{Name: "title", Type: Text}, Column{Name: "stage", Type: Stage},
	)}
	for _, c := range r.Clusters {
		first := len(out.Rows)
		for _, f := range c.Stage.Cluster() {
			if f.Unknown || f.Date.IsZero() {
				continue
			}
			date := Cell{Known: true, Date: f.Date, Sources: of(f.Source)}
			if last := len(out.Rows) - 1; last >= first {
				before := out.Rows[last].Cells
				if before[3].Stage == f.Value {
					continue
				}
				before[1] = date
			}
			out.Rows = append(out.Rows, Row{Link: c.Path(), Cells: []Cell{
				date, {}, text(c.Title), t.stage(f),
			}})
		}
	}
	return out
}
