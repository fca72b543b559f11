package content

import (
	"slices"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

func isUnnamed(v value) bool {
	s, ok := v.Scalar()
	return ok && money.SaysUnknown(s)
}

// figures reads a figure in its short form, one value, or its long form, a list
// of dated values. The key is that of the value in the long form, and read
// takes the value itself, with its hedge.
func figures[V any](v value, h *report.History[V], key string, read func(value, *report.Figure[V])) {
	if v.Null() {
		return
	}
	if !v.IsList() && !v.IsMapping() {
		f := report.Figure[V]{At: v.At(), Kind: report.Announced, Scope: report.WholeCluster}
		readValue(v, &f, read)
		*h = append(*h, f)
		return
	}
	v.list(func(item value) {
		f := report.Figure[V]{At: item.At(), Kind: report.Announced}
		if !item.IsMapping() {
			item.Error(diag.WantsFigure, diag.Args{"Key": key})
			return
		}
		told := len(item.d.found)
		var project value
		said := false // that no value was named can be said by naming none
		approximate := false
		item.mapping(fields{
			key:           func(v value) { said = true; f.At = v.At(); readValue(v, &f, read) },
			"date":        func(v value) { statedDate(v, &f.Date) },
			"source":      func(v value) { linkOne(v, &f.Source) },
			"note":        func(v value) { v.prose(&f.Note) },
			"kind":        func(v value) { oneOf(v, &f.Kind, report.Kinds) },
			"scope":       func(v value) { oneOf(v, &f.Scope, report.Scopes) },
			"member":      func(v value) { link(v, &f.Member) },
			"project":     func(v value) { project = v; v.prose(&f.Project) },
			"approximate": func(v value) { v.flag(&approximate) },
		}, "date")
		if len(item.d.found) > told && item.beginsWithDate() {
			item.d.found = item.d.found[:told] // each word is wrong for the same reason
			item.Error(diag.WantsFigure, diag.Args{"Key": key})
			return
		}
		if !said && !meantIn(item.d.found[told:], key) {
			item.Error(diag.MissingKey, diag.Args{"Key": key})
		}
		if approximate && f.Hedge == money.Exact { // the words of the value say more
			f.Hedge = money.About
		}
		if source, ok := item.misspelt(item.d.found[told:], "source"); ok {
			link(source, &f.Source) // that it has none would be told besides
		}
		scope(project, &f)
		*h = append(*h, f)
	})
}

// beginsWithDate reports whether the keys of a mapping are dates: "2025-02-11: 7,9
// млрд ₽".
func (v value) beginsWithDate() bool {
	pairs, _ := v.Pairs()
	if len(pairs) == 0 {
		return false
	}
	key, _ := pairs[0].Key.Scalar()
	_, ok := report.ParseDate(key)
	return ok
}

// meantIn reports whether a key was told to stand there in another form, or may have
// been lost with a comma.
func meantIn(found []diag.Diagnostic, key string) bool {
	return slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
		return d.Code == diag.UnknownKey && d.Args["Suggestion"] == key || d.Code == diag.YAMLNoComma
	})
}

// misspelt is the value of a key that was told to be a slip of the one given.
func (v value) misspelt(found []diag.Diagnostic, key string) (value, bool) {
	pairs, _ := v.Pairs()
	for _, d := range found {
		for _, pair := range pairs {
			written, _ := pair.Key.Scalar()
			if d.Code == diag.UnknownKey && d.Args["Suggestion"] == key && d.Args["Key"] == written {
				return v.d.value(pair.Value), true
			}
		}
	}
	return value{}, false
}

// scope decides what a figure pays for where nothing is said: a project where one
// is named, or else the whole cluster. That both are said is a mistake, which
// would put the sum of a plant into the totals.
func scope[V any](project value, f *report.Figure[V]) {
	switch {
	case f.Scope == report.WholeCluster && f.Project != "":
		project.Error(diag.ProjectOfCluster, diag.Args{"Project": f.Project})
	case f.Scope == "" && f.Project != "":
		f.Scope = report.Project
	case f.Scope == "":
		f.Scope = report.WholeCluster
	}
}

// statedDate reads the date of a figure or a source. That it is not known may be
// said, as of a figure that stood in the short form before it became the first of
// a history, and of a page without a year.
func statedDate(v value, d *report.Date) {
	if !isUnnamed(v) {
		v.date(d)
	}
}

func readValue[V any](v value, f *report.Figure[V], read func(value, *report.Figure[V])) {
	if f.Unknown = v.Null() || isUnnamed(v); !f.Unknown {
		read(v, f)
	}
}
