package dataset

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// Own are the columns without those that say where the figures are from: those
// that a chart can be made of. In a table that has but two columns both are.
func (t *Table) Own() []int {
	sources := t.sources(nil, nil)
	var out []int
	for i := range t.Columns {
		if len(t.Columns) == 2 || !slices.Contains(sources, i) {
			out = append(out, i)
		}
	}
	return out
}

// sources are the columns that say where the figures are from and are not used
// for anything else.
func (t *Table) sources(by, of []int) []int {
	var out []int
	for i, c := range t.Columns {
		if slices.Contains(sourceColumns, strings.ToLower(c.Name)) && !slices.Contains(by, i) && !slices.Contains(of, i) {
			out = append(out, i)
		}
	}
	return out
}

// sourceColumns are what a column of sources is called. Money has sources, too:
// «источник финансирования» is none of them.
var sourceColumns = []string{
	"source", "sources", "источник", "источники", "источник данных", "источники данных", "источник информации", "источник сведений",
}

// of makes the sources of one figure.
func of(l report.Link[report.Source]) (s report.Sources) {
	s.Add(l.To)
	return s
}

// joint are the sources of one column of rows.
func joint(rows []Row, column int) (s report.Sources) {
	for _, r := range rows {
		s.Join(r.Cells[column].Sources)
	}
	return s
}

// standing are the sources of the sums that stand for clusters at the end of a day.
func standing(clusters []*report.Cluster, day report.Date) report.Sources {
	return gather(clusters, func(c *report.Cluster) (report.Figure[money.Amount], bool) { return c.Investment.On(day) })
}

// current are the sources of what stands for clusters today.
func current[V any](clusters []*report.Cluster, history func(*report.Cluster) report.History[V]) report.Sources {
	return gather(clusters, func(c *report.Cluster) (report.Figure[V], bool) { return history(c).Current() })
}

func gather[V any](clusters []*report.Cluster, figure func(*report.Cluster) (report.Figure[V], bool)) (s report.Sources) {
	for _, c := range clusters {
		if f, ok := figure(c); ok {
			s.Add(f.Source.To)
		}
		if s.More {
			break
		}
	}
	return s
}

// Sourced returns the table of a file or a block with the sources that its rows
// name: by id, several with semicolons or commas between them, in a column of
// sources. What is no id of a source is a remark of the author's; what looks like an
// id or an address all the same is told where it stands first.
func (t *Tables) Sourced(table *Table) (*Table, []diag.Diagnostic) {
	columns := table.sources(nil, nil)
	if len(columns) == 0 {
		return table, nil
	}
	out := *table
	out.Rows = slices.Clone(table.Rows)
	var found []diag.Diagnostic
	looked := map[string]bool{}
	for i, row := range table.Rows {
		var named report.Sources
		for _, column := range columns {
			cell := row.Cells[column]
			for _, written := range strings.FieldsFunc(cell.Text, func(r rune) bool { return r == ';' || r == ',' }) {
				written = strings.TrimSpace(written)
				if s, ok := t.Source(written); ok {
					named.Add(s)
				} else if !looked[written] && len(looked) < mostLooked {
					looked[written] = true
					if d, ok := t.unknownSource(written, cell.At); ok {
						found = append(found, d)
					}
				}
			}
		}
		if len(named.List) == 0 {
			continue
		}
		out.Rows[i].Cells = slices.Clone(row.Cells)
		for c := range out.Rows[i].Cells {
			out.Rows[i].Cells[c].Sources = named
		}
	}
	return &out, found
}

// unknownSource tells what names no source, if it was meant to: what looks like an
// id or an address, and a word that is nearly an id.
func (t *Tables) unknownSource(written string, at diag.Position) (diag.Diagnostic, bool) {
	if strings.ContainsFunc(written, unicode.IsSpace) {
		return diag.Diagnostic{}, false
	}
	suggestion := t.meant(written)
	return diag.NewWarning(at, diag.ChartCellSource, diag.Args{
		"ID": written, "Suggestion": suggestion, "Address": strings.Contains(written, "/"),
	}), suggestion != "" || likeSource.MatchString(written)
}

// likeSource is what nobody writes but to name a source: an address, a word cited
// as in a text, such as [@press], a Latin one with a hyphen or any with a digit.
var likeSource = regexp.MustCompile(`^(https?://\S+|\[?@[\pL\pN._-]+\]?|\w[\w.]*-[\w.-]+|\pL[\pL._-]*\pN[\pL\pN._-]*)$`)

// mostLooked is how many words of a table are looked at for slips. Whoever has so
// many of them has one mistake, or none.
const mostLooked = 100
