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
	if len(l.series) > mostTold {
		return l.inTheEnd()
	}
	if _, before := l.last(0); len(l.series) == 1 && before < 0 { // one value has no story
		return l.matrix.summary()
	}
	var parts []string
	for i, s := range l.series {
		told := l.story(i)
		if len(l.series) > 1 {
			told = locale.Capitalized(s.name) + ": " + told
		}
		parts = append(parts, told)
	}
	return strings.Join(parts, " ")
}

// inTheEnd compares what the series come to, where they are too many to tell the
// story of each.
func (l *lines) inTheEnd() string {
	f := finding{words: l.words, unit: l.unit, all: len(l.series), money: l.currency != ""}
	for i, s := range l.series {
		if last, _ := l.last(i); last >= 0 {
			f.add(s.name, s.cells[last])
		} else {
			f.unknown++
		}
	}
	return l.words.Text("summary-time-end", locale.Args{"Told": lowerFirst(f.String())})
}

// story tells of one series: its ends, how far up and down it went, and how often
// the value was not known.
func (l *lines) story(series int) string {
	cells := l.series[series].cells
	first, last, most, least := -1, -1, -1, -1
	unknown, places := 0, l.places(series)
	for _, j := range places {
		c := cells[j]
		if !c.Known {
			unknown++
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
	if first < 0 {
		return l.words.Text("unknown", nil) + "."
	}
	value := func(j int) string { return l.words.Cell(dataset.Value, cells[j], l.unit) }
	args := locale.Args{
		"First": l.names[first], "FirstValue": value(first), "Last": l.names[last], "LastValue": value(last),
		"Most": l.names[most], "MostValue": value(most), "Least": l.names[least], "LeastValue": value(least),
	}
	id := "summary-time"
	if first == last {
		id = "summary-time-one"
	}
	told := l.words.Text(id, args)
	if !cells[most].Value.Equal(cells[first].Value) && !cells[most].Value.Equal(cells[last].Value) {
		told += " " + l.words.Text("summary-time-most", args)
	}
	if !cells[least].Value.Equal(cells[first].Value) && !cells[least].Value.Equal(cells[last].Value) {
		told += " " + l.words.Text("summary-time-least", args)
	}
	if unknown > 0 {
		told += " " + locale.Capitalized(unknownSaid(l.words, l.currency != "", unknown, len(places))) + "."
	}
	return told
}
