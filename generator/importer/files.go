package importer

import (
	"errors"
	"io/fs"
	"path"
	"reflect"
	"slices"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// create plans the file of a cluster that the report does not have.
func (m *maker) create(g *group) error {
	first := g.rows[0]
	res := Result{Outcome: Created, Title: first.title, File: g.file, At: first.at}
	draft := content.ClusterDraft{Title: first.title, Region: m.region(g), Members: g.newMembers()}
	for _, r := range g.rows {
		if len(draft.Products) == 0 {
			draft.Products = r.products
		}
		if draft.Resource == "" {
			draft.Resource = r.resource
		}
		if !r.year.IsZero() {
			draft.Year = r.year.String()
		}
	}
	draft.Stage, draft.Money, draft.Jobs = m.news(g, &res)
	res.Added = slices.Concat(draft.Stage, draft.Money, draft.Jobs)
	if m.taken(g.file) {
		res.Outcome = Skipped
		res.Reasons = []Reason{{Why: SlugTaken, At: first.at, Value: g.file}}
		res.Added = nil
		m.plan.Results = append(m.plan.Results, res)
		return nil
	}
	if near := m.similar(first.title); near != "" {
		res.Reasons = append(res.Reasons, Reason{Why: Similar, At: first.at, Value: first.title, Other: near})
	}
	file, err := content.ComposeCluster(draft, m.report.Entries.Settings.Language)
	if err != nil {
		return err
	}
	if _, mistakes := m.read(g.file, file); diag.HasErrors(mistakes) {
		return &UnreadableError{g.file}
	}
	m.plan.Results = append(m.plan.Results, res)
	m.plan.Files = append(m.plan.Files, File{Path: g.file, New: file})
	return nil
}

// taken reports whether there is something at the place of a new file: a cluster
// may also be a folder.
func (m *maker) taken(file string) bool {
	for _, name := range []string{file, file[:len(file)-len(path.Ext(file))]} {
		if _, err := fs.Stat(m.report.Files, name); err == nil {
			return true
		}
	}
	return false
}

// similar is the title of a cluster that the report has and that is nearly the
// same.
func (m *maker) similar(title string) string {
	var titles []string
	for _, c := range m.report.Entries.Clusters {
		titles = append(titles, c.Title)
	}
	return diag.Suggest(title, titles)
}

// region finds the region of a new cluster by its slug or title.
func (m *maker) region(g *group) string {
	for _, r := range g.rows {
		c := r.region
		if saysNothing(c.Text) {
			continue
		}
		var titles []string
		for _, region := range m.report.Entries.Regions {
			if region.Slug == c.Text || report.TitleKey(region.Title) == report.TitleKey(c.Text) {
				return region.Slug
			}
			titles = append(titles, region.Title)
		}
		m.error(c.At, diag.UnknownRegion, diag.Args{"Ref": c.Text, "Suggestion": diag.Suggest(c.Text, titles)})
		return ""
	}
	return ""
}

// extend plans what is added to the file of a cluster that the report has.
func (m *maker) extend(g *group) error {
	res := Result{Title: g.was.Title, File: g.file, At: g.rows[0].at}
	stage, investment, jobs := m.news(g, &res)
	added := slices.Concat(stage, investment, jobs)
	if named := g.rows[0]; named.slug != g.was.Slug && named.title != g.was.Slug && titleKey(named.title) != titleKey(g.was.Title) {
		res.Reasons = append(res.Reasons, Reason{Why: OtherTitle, At: named.at, Value: named.title, Other: g.was.Title})
	}
	switch {
	case len(added) == 0 && slices.ContainsFunc(res.Reasons, Reason.leaves):
		res.Outcome = Skipped
	case len(added) == 0:
		res.Outcome = Unchanged
	case m.report.Broken[g.file]:
		res.Outcome = Skipped
		res.Reasons = append(res.Reasons, Reason{Why: FileBroken, At: res.At, Value: g.file})
	default:
		was, err := fs.ReadFile(m.report.Files, g.file)
		if err != nil {
			return err
		}
		is, err := m.append(g, was, added)
		switch {
		case errors.Is(err, content.ErrNotEditable):
			res.Outcome = Skipped
			res.Reasons = append(res.Reasons, Reason{Why: NotEditable, At: res.At, Value: g.file})
		case err != nil:
			return err
		default:
			res.Outcome, res.Added = Extended, added
			m.plan.Files = append(m.plan.Files, File{Path: g.file, Old: was, New: is})
		}
	}
	m.plan.Results = append(m.plan.Results, res)
	return nil
}

// append adds figures to a file and reads it back: it must say what it said
// before, and the figures.
func (m *maker) append(g *group, file []byte, added []content.Addition) ([]byte, error) {
	before, mistakes := m.read(g.file, file)
	if diag.HasErrors(mistakes) || before == nil {
		return nil, content.ErrNotEditable // it has changed since the report was read
	}
	edited := file
	var err error
	for _, e := range added {
		if edited, err = content.AppendFigure(edited, e, m.report.Entries.Settings.Language); err != nil {
			return nil, err
		}
	}
	after, mistakes := m.read(g.file, edited)
	if diag.HasErrors(mistakes) || after == nil || !onlyAdded(before, after, added) {
		return nil, content.ErrNotEditable
	}
	return edited, nil
}

func (m *maker) read(name string, file []byte) (*report.Cluster, []diag.Diagnostic) {
	s := m.report.Entries.Settings
	return content.ReadCluster(name, file, s.Language, s.Currency)
}

// onlyAdded reports whether a cluster says what it said before, with further
// figures at the ends of its histories.
func onlyAdded(before, after *report.Cluster, added []content.Addition) bool {
	more := map[string]int{}
	for _, e := range added {
		more[e.Key]++
	}
	if len(after.Stage) != len(before.Stage)+more["stage"] ||
		len(after.Investment) != len(before.Investment)+more["investment"] ||
		len(after.Jobs) != len(before.Jobs)+more["jobs"] {
		return false
	}
	b, a := *before, *after
	b.Stage, a.Stage = beginning(b.Stage, len(b.Stage)), beginning(a.Stage, len(b.Stage))
	b.Investment, a.Investment = beginning(b.Investment, len(b.Investment)), beginning(a.Investment, len(b.Investment))
	b.Jobs, a.Jobs = beginning(b.Jobs, len(b.Jobs)), beginning(a.Jobs, len(b.Jobs))
	// The text moves down in the file, and everything below the figures with it.
	a.Body, a.Sum = b.Body, b.Sum
	forgetPlaces(reflect.ValueOf(&a))
	forgetPlaces(reflect.ValueOf(&b))
	return reflect.DeepEqual(a, b)
}

// beginning is the first figures of a history, copied; nil for none.
func beginning[V any](h report.History[V], n int) report.History[V] {
	return append(report.History[V](nil), h[:n]...)
}

// forgetPlaces clears every position in a value, so that two readings can be
// compared.
func forgetPlaces(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			forgetPlaces(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			forgetPlaces(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[diag.Position]() {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				forgetPlaces(f)
			}
		}
	}
}

// An UnreadableError means that a file that was made is not one that the content
// would read. It is a defect of the program.
type UnreadableError struct{ File string }

// Error names the file.
func (e *UnreadableError) Error() string { return "importer: " + e.File + " would not be read" }
