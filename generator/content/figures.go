package content

import (
	"slices"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// unnamed are the ways of saying on the record that no value was named.
var unnamed = []string{
	"не объявлено", "не объявлена", "не объявлен", "не названо", "не названа", "не назван",
	"неизвестно", "неизвестна", "not announced", "not named", "unknown",
}

// SaysUnnamed reports whether a text says that no value was named, as "не
// объявлено" does.
func SaysUnnamed(text string) bool {
	return slices.Contains(unnamed, strings.ToLower(strings.Join(strings.Fields(text), " ")))
}

func isUnnamed(v value) bool {
	s, ok := v.scalar()
	return ok && SaysUnnamed(s)
}

// figures reads a figure in its short form, one value, or its long form, a list
// of dated values. The key is that of the value in the long form, and read
// takes the value itself.
func figures[V any](v value, h *report.History[V], key string, read func(value, *V)) {
	if v.null() {
		return
	}
	if !v.isList() && !v.isMapping() {
		f := report.Figure[V]{At: v.at(), Kind: report.Announced, Scope: report.WholeCluster}
		readValue(v, &f, read)
		*h = append(*h, f)
		return
	}
	v.list(func(item value) {
		f := report.Figure[V]{At: item.at(), Kind: report.Announced, Scope: report.WholeCluster}
		if !item.isMapping() {
			item.d.error(item.at(), diag.WantsFigure, diag.Args{"Key": key})
			return
		}
		said := false // that no value was named can be said by naming none
		item.mapping(fields{
			key:           func(v value) { said = true; f.At = v.at(); readValue(v, &f, read) },
			"date":        func(v value) { figureDate(v, &f.Date) },
			"source":      func(v value) { link(v, &f.Source) },
			"note":        func(v value) { v.prose(&f.Note) },
			"kind":        func(v value) { oneOf(v, &f.Kind, report.Kinds) },
			"scope":       func(v value) { oneOf(v, &f.Scope, report.Scopes) },
			"member":      func(v value) { link(v, &f.Member) },
			"approximate": func(v value) { v.flag(&f.Approximate) },
		}, "date")
		if !said {
			item.d.error(item.at(), diag.MissingKey, diag.Args{"Key": key})
		}
		*h = append(*h, f)
	})
}

// figureDate reads the date of a figure. That it is not known may be said, as of
// a figure that stood in the short form before it became the first of a history.
func figureDate(v value, d *report.Date) {
	if !isUnnamed(v) {
		v.date(d)
	}
}

func readValue[V any](v value, f *report.Figure[V], read func(value, *V)) {
	if f.Unknown = v.null() || isUnnamed(v); !f.Unknown {
		read(v, &f.Value)
	}
}
