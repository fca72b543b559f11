package review

import (
	"slices"
	"unicode"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// shortest is how many letters a name has to have to be compared: among shorter
// ones, abbreviations above all, one letter tells organisations apart.
const shortest = 5

// similarOrganizations tells two organisations whose names differ by one letter,
// hyphen or space, or by two letters that changed places.
//
// Comparing every name with every other would take a minute for ten thousand.
// Two names one letter apart are equal once the right letter is left out of one
// or of both, so each name is filed under itself and under all that are left of
// it without one letter (a deletion neighbourhood), and only names that meet
// under one entry are compared.
var similarOrganizations = Check{ID: diag.SimilarOrganizations, look: func(s *Subject) []diag.Diagnostic {
	filed := map[string][]*report.Organization{}
	var found []diag.Diagnostic
	for _, o := range s.Report.Organizations {
		name := []rune(nameKey(o))
		if len(name) < shortest {
			continue
		}
		told := map[*report.Organization]bool{}
		for _, entry := range neighbourhood(name) {
			for _, other := range filed[entry] {
				if told[other] || other == o || !differsByOne(name, []rune(nameKey(other))) || knownApart(o, other) {
					continue
				}
				told[other] = true
				found = append(found, similar(o, other))
			}
			filed[entry] = append(filed[entry], o)
		}
	}
	return found
}}

// similar tells a pair where its second name stands.
func similar(a, b *report.Organization) diag.Diagnostic {
	if placeOf(a).Compare(placeOf(b)) > 0 {
		a, b = b, a
	}
	return diag.NewWarning(placeOf(b), diag.SimilarOrganizations, diag.Args{
		"Name": b.Title, "Other": a.Title, "Place": placeOf(a).String(),
	})
}

// nameKey is what names are compared by: without legal form, quotes and case.
func nameKey(o *report.Organization) string {
	switch {
	case len(o.Names) > 0:
		return o.Names[0].Key
	case len(o.Memberships) > 0:
		return o.Memberships[0].Name.Key
	}
	return o.Key
}

// neighbourhood is a name with all that is left of it without one letter, each
// once.
func neighbourhood(name []rune) []string {
	out := make([]string, 0, len(name)+1)
	out = append(out, string(name))
	for i := range name {
		out = append(out, string(name[:i])+string(name[i+1:]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// differsByOne reports whether one slip turns a name into the other. Digits are
// no slips: plant 1 is not plant 2.
func differsByOne(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	start := 0
	for start < len(a) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(a)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	x, y := a[start:len(a)-end], b[start:len(b)-end]
	if slices.ContainsFunc(x, unicode.IsDigit) || slices.ContainsFunc(y, unicode.IsDigit) {
		return false
	}
	swapped := len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
	return swapped || len(x) <= 1 && len(y) == 1
}

// knownApart reports whether the register of legal entities has both.
func knownApart(a, b *report.Organization) bool {
	return a.INN != "" && b.INN != "" && a.INN != b.INN || a.OGRN != "" && b.OGRN != "" && a.OGRN != b.OGRN
}

// placeOf is where an organisation is first named: its page, or the list of the
// largest cluster that it is a member of.
func placeOf(o *report.Organization) diag.Position {
	if !o.Written() && len(o.Memberships) > 0 {
		return o.Memberships[0].At
	}
	return o.At
}
