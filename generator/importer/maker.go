package importer

import (
	"cmp"
	"path"
	"slices"
	"strconv"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// A maker makes a plan of a table.
type maker struct {
	table   *Table
	heads   heads
	report  Report
	options Options
	plan    Plan
	found   []diag.Diagnostic

	lacking map[diag.Code]bool // what no figure has, and has been told

	clusters map[string]*report.Cluster // by every name
	sources  map[string]string          // ids by every name
	rows     map[string]*group          // by the file of the cluster
	order    []*group
}

// A group is all that a table says about one cluster.
type group struct {
	file string
	was  *report.Cluster // nil for a new one
	rows []row
}

func newMaker(t *Table, h heads, r Report, o Options) *maker {
	m := &maker{table: t, heads: h, report: r, options: o, lacking: map[diag.Code]bool{}, clusters: map[string]*report.Cluster{}, sources: map[string]string{}, rows: map[string]*group{}}
	for _, s := range r.Entries.Sources {
		m.sources[titleKey(s.Title)] = s.ID
	}
	for _, s := range r.Entries.Sources {
		m.sources[s.URL] = s.ID
	}
	for _, s := range r.Entries.Sources {
		m.sources[s.ID] = s.ID
	}
	// A name that several clusters have had is that of the one whose it is now.
	for _, c := range r.Entries.Clusters {
		for _, alias := range c.Aliases {
			m.clusters[path.Base(alias.Path)] = c
		}
	}
	for _, c := range r.Entries.Clusters {
		m.clusters[c.Slug] = c
		m.clusters[titleKey(c.Title)] = c
	}
	return m
}

// titleKey keeps titles apart from slugs.
func titleKey(title string) string { return " " + report.TitleKey(title) }

// cluster finds the cluster of a row among those that the report has.
func (m *maker) cluster(r row) *report.Cluster {
	for _, name := range []string{r.slug, titleKey(r.title), report.MakeSlug(r.title)} {
		if c, ok := m.clusters[name]; ok && name != "" {
			return c
		}
	}
	return nil
}

// file puts a row to those about the same cluster.
func (m *maker) file(r row) {
	was := m.cluster(r)
	file := ""
	if was != nil {
		file = was.File
	} else {
		slug := cmp.Or(r.slug, report.MakeSlug(r.title))
		if !content.IsSlug(slug) {
			m.error(r.at, diag.ImportNoSlug, diag.Args{"Title": r.title})
			return
		}
		file = content.Folder + "/clusters/" + slug + ".md"
	}
	g, ok := m.rows[file]
	if !ok {
		g = &group{file: file, was: was}
		m.rows[file] = g
		m.order = append(m.order, g)
	}
	g.rows = append(g.rows, r)
}

// finish makes the results and files of all clusters.
func (m *maker) finish() error {
	for _, g := range m.order {
		var err error
		if g.was == nil {
			err = m.create(g)
		} else {
			err = m.extend(g)
		}
		if err != nil {
			return err
		}
	}
	slices.SortStableFunc(m.plan.Results, func(a, b Result) int { return a.At.Compare(b.At) })
	return nil
}

// figures are the news of one history: what a table adds to it.
func figures[V any](m *maker, g *group, res *Result, key string, of func(row) []figure[V], was report.History[V],
	same func(a, b V) bool, write func(V) string,
) []content.Addition {
	var told []figure[V]
	for _, r := range g.rows {
		told = append(told, of(r)...)
	}
	slices.SortStableFunc(told, func(a, b figure[V]) int { return a.Date.Compare(b.Date) })
	j := judge[V]{was: was, same: same, write: write, unnamed: "not announced", language: m.report.Entries.Settings.Language}
	if j.language == "ru" {
		j.unnamed = "не объявлено"
	}
	var out []content.Addition
	for _, f := range told {
		switch v := j.judge(f.Figure); {
		case v == contradiction:
			m.error(f.At, diag.ImportContradiction, diag.Args{
				"Date": f.Date.String(), "Source": f.Source.Ref, "New": j.text(f.Figure), "Old": j.text(j.other), "File": g.file,
			})
		case v == known:
		case !g.hasMember(f.Member.Ref):
			m.error(f.Member.At, diag.UnknownOrganization, diag.Args{"Ref": f.Member.Ref, "Suggestion": diag.Suggest(f.Member.Ref, g.members())})
		case v != "":
			res.Reasons = append(res.Reasons, Reason{Why: v, At: f.At, Value: j.text(f.Figure), Other: j.otherText(v)})
		case m.lacks(f.At, f.written, key, f.Date.IsZero(), f.Source.Ref == ""):
		default:
			j.added = append(j.added, f.Figure)
			out = append(out, content.Addition{
				Key: key, Value: j.text(f.Figure), Date: f.Date, Source: f.Source.Ref, Note: f.Note,
				Kind: f.Kind, Scope: f.Scope, Member: f.Member.Ref, Project: f.Project,
			})
		}
	}
	return out
}

// lacks tells that a figure to be added has no date or no source. Where the table
// has no column for them, that is told of the first such figure alone.
func (m *maker) lacks(at diag.Position, written, key string, date, source bool) bool {
	for _, lack := range []struct {
		is     bool
		code   diag.Code
		column string
	}{{date, diag.ImportNoDate, colDate}, {source, diag.ImportNoSource, colSource}} {
		_, general := m.heads.columns[lack.column]
		_, own := m.heads.columns[key+"_"+lack.column]
		column := general || own
		if lack.is && (column || !m.lacking[lack.code]) {
			m.lacking[lack.code] = m.lacking[lack.code] || !column
			m.error(at, lack.code, diag.Args{"Value": written})
		}
	}
	return date || source
}

// news are the figures that a table adds to a cluster, of all histories.
func (m *maker) news(g *group, res *Result) (stage, investment, jobs []content.Addition) {
	was := g.was
	if was == nil {
		was = new(report.Cluster)
	}
	lang := m.report.Entries.Settings.Language
	stage = figures(m, g, res, "stage", func(r row) []figure[report.Stage] { return r.stage }, was.Stage,
		func(a, b report.Stage) bool { return a == b }, func(s report.Stage) string { return string(s) })
	investment = figures(m, g, res, "investment", func(r row) []figure[money.Amount] { return r.investment }, was.Investment,
		money.Amount.Equal, func(a money.Amount) string { return money.Format(a, lang) })
	jobs = figures(m, g, res, "jobs", func(r row) []figure[int] { return r.jobs }, was.Jobs,
		func(a, b int) bool { return a == b }, strconv.Itoa)
	return stage, investment, jobs
}

// members are the names of those that the file of the cluster names, or will.
func (g *group) members() []string {
	var names []string
	if g.was == nil {
		return g.newMembers()
	}
	for _, m := range g.was.Members {
		names = append(names, m.Name.Written)
	}
	return names
}

// newMembers are those that the rows of a new cluster name, each once.
func (g *group) newMembers() []string {
	var names []string
	seen := map[string]bool{}
	for _, r := range g.rows {
		for _, name := range r.members {
			if key := report.MakeName(name).Key; !seen[key] {
				seen[key] = true
				names = append(names, name)
			}
		}
	}
	return names
}

func (g *group) hasMember(ref string) bool {
	key := report.MakeName(ref).Key
	return ref == "" || slices.ContainsFunc(g.members(), func(name string) bool { return report.MakeName(name).Key == key })
}
