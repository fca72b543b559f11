package content

import (
	"regexp"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
	"example.org/svod/generator/yaml"
)

// sourceID is what a source can be called by.
var sourceID = regexp.MustCompile(`^[\pL\pN][\pL\pN._-]*$`)

// sourceExample is how a source is written in one line.
const sourceExample = "press-2025: {title: …, publisher: …, url: …, date: …}"

// sources reads sources.yaml: a mapping from ids to what is known of a source. It
// is false where the file is something else. A source of which nothing can be
// read is in the list all the same, so that whoever names it is left alone.
func sources(v value, list *[]*report.Source) bool {
	pairs, ok := v.Pairs()
	if !ok {
		v.Error(diag.WantsMapping, diag.Args{"Example": sourceExample})
		return false
	}
	seen := map[string]diag.Position{}
	for i, pair := range pairs {
		key := v.d.value(pair.Key)
		s := &report.Source{At: key.At()}
		if key.text(&s.ID); !sourceID.MatchString(s.ID) {
			key.Error(diag.BadSourceID, diag.Args{"ID": s.ID})
			continue
		}
		if first, again := seen[s.ID]; again {
			key.Error(diag.DuplicateKey, diag.Args{"Key": s.ID, "Line": first.Line})
			continue
		}
		seen[s.ID] = key.At()
		*list = append(*list, s)
		body := v.d.value(pair.Value)
		if !body.IsMapping() {
			if body.Null() && i+1 < len(pairs) && sourceKey(pairs[i+1].Key) {
				next := v.d.value(pairs[i+1].Key)
				word, _ := next.Scalar()
				next.Error(diag.YAMLIndent, diag.Args{"Key": word, "Above": s.ID})
				return true // so do all the others
			}
			key.Error(diag.WantsMapping, diag.Args{"Example": s.ID + sourceExample[strings.IndexByte(sourceExample, ':'):]})
			continue
		}
		body.mapping(fields{
			"title":       func(v value) { v.prose(&s.Title) },
			"publisher":   func(v value) { v.prose(&s.Publisher) },
			"author":      func(v value) { v.text(&s.Author) },
			"url":         func(v value) { v.address(&s.URL) },
			"archive_url": func(v value) { v.address(&s.ArchiveURL) },
			"date":        func(v value) { statedDate(v, &s.Date); v.inOrder("date", s.Date, "accessed", s.Accessed) },
			"accessed":    func(v value) { v.date(&s.Accessed); v.inOrder("date", s.Date, "accessed", s.Accessed) },
			"note":        func(v value) { v.prose(&s.Note) },
		}, "title", "publisher", "url", "date")
	}
	return true
}

// sourceKey reports whether the name of a source is a word for what is known of
// one: it has slid to the margin.
func sourceKey(key yaml.Value) bool {
	word, _ := key.Scalar()
	return slices.ContainsFunc(sourceKeys, func(k Key) bool { return k.Name == word })
}
