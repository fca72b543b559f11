package chart

import (
	"strings"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/locale"
)

// summary tells how a line in time begins and ends, and how far up and down it
// went between.
func (l *lines) summary() string {
	if !l.dated {
		return l.matrix.summary()
	}
	var parts []string
	for i, s := range l.series {
		told := l.story(i)
		if told == "" {
			continue
		}
		if len(l.series) > 1 {
			told = s.name + ": " + told
		}
		parts = append(parts, told)
	}
	if len(parts) == 0 {
		return l.matrix.summary()
	}
	return strings.Join(parts, " ")
}

// story tells of one series; it is empty where that has fewer than two values.
func (l *lines) story(series int) string {
	cells := l.series[series].cells
	first, last, most, least := -1, -1, -1, -1
	for j, c := range cells {
		if !c.Known {
			continue
		}
		if first < 0 {
			first, most, least = j, j, j
		}
		last = j
		if c.Value.Cmp(cells[most].Value) > 0 {
			most = j
		}
		if c.Value.Cmp(cells[least].Value) < 0 {
			least = j
		}
	}
	if first == last {
		return ""
	}
	value := func(j int) string { return l.words.Cell(dataset.Value, cells[j], l.unit) }
	args := locale.Args{
		"First": l.names[first], "FirstValue": value(first), "Last": l.names[last], "LastValue": value(last),
		"Most": l.names[most], "MostValue": value(most), "Least": l.names[least], "LeastValue": value(least),
	}
	told := l.words.Text("summary-time", args)
	if !cells[most].Value.Equal(cells[first].Value) && !cells[most].Value.Equal(cells[last].Value) {
		told += " " + l.words.Text("summary-time-most", args)
	}
	if !cells[least].Value.Equal(cells[first].Value) && !cells[least].Value.Equal(cells[last].Value) {
		told += " " + l.words.Text("summary-time-least", args)
	}
	return told
}
