package importer

import (
	"maps"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
)

// heads say where each column of a table stands.
type heads struct {
	row     int            // of the headings
	columns map[string]int // by name
	unit    string         // of the column of sums
}

// deepest is how many rows may stand above the headings.
const deepest = 20

// findHeads finds the row of headings: of the first rows the one in which most
// are known. It tells headings that are not known, with what they could be.
func findHeads(t *Table, o Options) (heads, []diag.Diagnostic) {
	if len(t.Rows) == 0 {
		return heads{}, []diag.Diagnostic{diag.NewError(diag.Position{File: t.Name}, diag.ImportEmpty, nil)}
	}
	mapped := map[string]string{}
	for heading, name := range o.Map {
		mapped[fold(heading)] = name
	}
	best, most := 0, 0
	for i, row := range t.Rows[:min(deepest, len(t.Rows))] {
		known := 0
		for _, c := range row {
			if _, ok := headOf(c.Text, mapped); ok && c.Text != "" {
				known++
			}
		}
		if known > most {
			best, most = i, known
		}
	}
	h := heads{row: best, columns: map[string]int{}}
	found := h.fill(t, mapped)
	for _, heading := range slices.Sorted(maps.Keys(o.Map)) {
		if !slices.ContainsFunc(t.Rows[best], func(c Cell) bool { return fold(c.Text) == fold(heading) }) {
			found = append(found, diag.NewError(t.Rows[best][0].At, diag.ImportMapUnused, diag.Args{
				"Heading": heading, "Suggestion": diag.Suggest(heading, texts(t.Rows[best])),
			}))
		}
	}
	if _, ok := h.columns[colTitle]; !ok {
		at := t.Rows[best][0].At
		at.Length = 0
		found = append(found, diag.NewError(at, diag.ImportNoTitles, diag.Args{"Known": strings.Join(texts(t.Rows[best]), ", ")}))
	}
	return h, found
}

func texts(row []Cell) []string {
	var out []string
	for _, c := range row {
		if c.Text != "" {
			out = append(out, strings.Join(strings.Fields(c.Text), " "))
		}
	}
	return out
}

// headOf reads a heading, first as the caller says it is meant.
func headOf(s string, mapped map[string]string) (head, bool) {
	if name, ok := mapped[fold(s)]; ok {
		return readMapping(name)
	}
	return readHeading(s)
}

// fill reads the row of headings.
func (h *heads) fill(t *Table, mapped map[string]string) []diag.Diagnostic {
	var found []diag.Diagnostic
	for i, c := range t.Rows[h.row] {
		if c.Text == "" {
			continue
		}
		head, ok := headOf(c.Text, mapped)
		switch first, again := h.columns[head.key]; {
		case !ok:
			found = append(found, diag.NewWarning(c.At, diag.ImportUnknownHeading, diag.Args{
				"Heading": strings.Join(strings.Fields(c.Text), " "), "Suggestion": likely(c.Text),
			}))
		case head.key == ignored:
		case again:
			found = append(found, diag.NewError(c.At, diag.ImportHeadingTwice, diag.Args{
				"Heading": c.Text, "First": t.Rows[h.row][first].Text,
			}))
		default:
			h.columns[head.key] = i
			if head.key == colInvestment {
				h.unit = head.unit
			}
		}
	}
	return found
}

// likely is the name of the column that a heading could be.
func likely(heading string) string {
	folded := fold(heading)
	if near := diag.Suggest(folded, slices.Sorted(maps.Keys(headingKeys))); near != "" && headingKeys[near] != ignored {
		return headingKeys[near]
	}
	// A long heading may hold a known one: "Планируемый объём инвестиций до 2030".
	best := ""
	for _, known := range slices.Sorted(maps.Keys(headingKeys)) {
		if headingKeys[known] != ignored && len(known) > len(best) && len(known) >= len("год") && containsWords(folded, known) {
			best = known
		}
	}
	return headingKeys[best]
}

// containsWords reports whether whole words stand in a text.
func containsWords(text, words string) bool {
	return strings.Contains(" "+strings.Map(unmarked, text)+" ", " "+words+" ")
}

func unmarked(r rune) rune {
	if strings.ContainsRune(",;:().", r) {
		return ' '
	}
	return r
}
