package site

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/report"
)

// relative is the address of a path of the site as seen from a page.
func relative(from, to string) string {
	to = (&url.URL{Path: to}).EscapedPath() // names of files may hold anything
	address := strings.Repeat("../", strings.Count(from, "/")) + to
	if address == "" {
		return "./"
	}
	return address
}

// reference answers [[…]] on the page at a path of the site.
func (s *Site) reference(from string, ref markdown.Reference) (markdown.Link, []diag.Diagnostic) {
	if text, ok := s.computed(ref); ok {
		return markdown.Link{Text: text}, nil
	}
	d, ok := s.Report.Document(ref.Target)
	if !ok {
		return s.unresolved(ref)
	}
	if ref.Key == "md" { // the name of a file, not a figure
		return markdown.Link{}, []diag.Diagnostic{diag.NewError(ref.At, diag.UnknownReference, diag.Args{
			"Ref": ref.Target + ".md", "Suggestion": ref.Target,
		})}
	}
	link := markdown.Link{Text: d.Base().Title, Href: relative(from, d.Path())}
	if d.Path() == from {
		link.Href = ""
	}
	if ref.Key == "" {
		return link, nil
	}
	c, ok := d.(*report.Cluster)
	if !ok {
		return markdown.Link{}, unknownFigure(ref, nil)
	}
	if link.Text, ok = s.figure(c, ref.Key); !ok {
		return markdown.Link{}, unknownFigure(ref, figureKeys)
	}
	return link, nil
}

// unknownFigure tells a figure that is not among the known ones. Its beginning is
// enough to know what was meant.
func unknownFigure(ref markdown.Reference, known []string) []diag.Diagnostic {
	suggestion := diag.Dictionary(nil).Suggest(ref.Key, known)
	return []diag.Diagnostic{diag.NewError(ref.At, diag.UnknownFigure, diag.Args{
		"Ref": ref.Target, "Key": ref.Key, "Suggestion": suggestion, "Known": strings.Join(known, ", "),
	})}
}

var figureKeys = []string{"investment", "jobs", "stage"}

func (s *Site) unresolved(ref markdown.Reference) (markdown.Link, []diag.Diagnostic) {
	if page, ok := s.Report.Hidden(ref.Target); ok {
		if slices.Contains(figureKeys, ref.Key) { // a title in place of a sum would make nonsense of the sentence
			return markdown.Link{}, []diag.Diagnostic{
				diag.NewError(ref.At, diag.FigureUnpublished, diag.Args{"Ref": ref.Target, "Key": ref.Key}),
			}
		}
		return markdown.Link{Text: page.Title}, []diag.Diagnostic{
			diag.NewWarning(ref.At, diag.LinkToUnpublished, diag.Args{"Ref": ref.Target}),
		}
	}
	if known := computedKeys[ref.Target]; known != nil {
		return markdown.Link{}, unknownFigure(ref, known)
	}
	id := strings.TrimPrefix(ref.Target, "@")
	if _, ok := s.Report.Source(id); ok && ref.Key == "" {
		return markdown.Link{}, []diag.Diagnostic{diag.NewError(ref.At, diag.UnknownReference, diag.Args{
			"Ref": ref.Target, "Citation": id,
		})}
	}
	suggestion := s.titled(ref.Target)
	if suggestion == "" {
		suggestion = diag.Suggest(ref.Target, s.Report.References())
	}
	return markdown.Link{}, []diag.Diagnostic{diag.NewError(ref.At, diag.UnknownReference, diag.Args{
		"Ref": ref.Target, "Suggestion": suggestion,
	})}
}

// titled is the slug of the page that has a title, which is what people write who
// forget the name of the file.
func (s *Site) titled(title string) string {
	key := report.TitleKey(title)
	for _, d := range s.Report.Documents() {
		if p := d.Base(); p.Key == key && key != "" {
			return p.Slug
		}
	}
	return ""
}

// computedKeys are the keys of what belongs to no page.
var computedKeys = map[string][]string{
	"total": {"investment"},
	"count": {"clusters", "organizations", "regions", "news"},
}

// computed writes what belongs to no page: [[total.investment]],
// [[count.clusters]].
func (s *Site) computed(ref markdown.Reference) (string, bool) {
	words := s.dress.words
	switch ref.Target + "." + ref.Key {
	case "total.investment":
		return s.total(report.TotalNow(s.Report.Clusters)), true
	case "count.clusters":
		return words.Count("cluster-count", len(s.Report.Clusters), nil), true
	case "count.organizations":
		return words.Count("organization-count", len(s.Report.Organizations), nil), true
	case "count.regions":
		return words.Count("region-count", len(s.Report.Regions), nil), true
	case "count.news":
		return words.Count("article-count", len(s.Report.Articles), nil), true
	}
	return "", false
}

// total writes a sum for the middle of a sentence: "70,5 млрд ₽", with what it
// covers where it does not cover all.
func (s *Site) total(t report.Total) string {
	words := s.dress.words
	if len(t.Sums) == 0 {
		return words.Text("not-announced", nil)
	}
	var parts []string
	for _, sum := range t.Sums {
		text := words.Hedged(sum.Rounded(), sum.Hedge)
		if !t.Complete() {
			text += " (" + words.Count("coverage", t.All, locale.Args{"Known": words.Integer(sum.Clusters)}) + ")"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

// figure writes the current figure of a cluster for the middle of a sentence.
func (s *Site) figure(c *report.Cluster, key string) (string, bool) {
	words := s.dress.words
	switch key {
	case "investment":
		if f, ok := c.Investment.Current(); ok && !f.Unknown {
			return words.Hedged(f.Value, f.Hedge), true
		}
	case "jobs":
		if f, ok := c.Jobs.Current(); ok && !f.Unknown {
			return f.Hedge.Write(words.Integer(f.Value), words.Language()), true
		}
	case "stage":
		if f, ok := c.Stage.Current(); ok && !f.Unknown {
			return words.Stage(f.Value), true
		}
		return words.Text("stage-unknown", nil), true
	default:
		return "", false
	}
	return words.Text("not-announced", nil), true
}

func (s *Site) citation(c markdown.Citation) []diag.Diagnostic {
	if _, ok := s.Report.Source(c.ID); ok {
		return nil
	}
	if s.linked(c.ID) {
		return []diag.Diagnostic{diag.NewError(c.At, diag.UnknownSource, diag.Args{"ID": c.ID, "Reference": c.ID})}
	}
	return []diag.Diagnostic{diag.NewError(c.At, diag.UnknownSource, diag.Args{
		"ID": c.ID, "Suggestion": s.Report.MeantSource(c.ID), "Address": strings.Contains(c.ID, "/"),
		"List": enumerated(c.ID),
	})}
}

// enumerated is a list as the key of a chart wants it, of what was written with
// commas alone; empty for one name.
func enumerated(names string) string {
	list := strings.FieldsFunc(names, func(r rune) bool { return strings.ContainsRune(",; ", r) })
	if len(list) < 2 {
		return ""
	}
	return strings.Join(list, ", ")
}

// unmarked tells a name that stands in a text as it is, if a source or a page has
// it.
func (s *Site) unmarked(u markdown.Unmarked) []diag.Diagnostic {
	if _, ok := s.Report.Source(u.Name); ok {
		return []diag.Diagnostic{diag.NewWarning(u.At, diag.CitationUnmarked, diag.Args{"Written": u.Written, "ID": u.Name})}
	}
	slug, key, _ := strings.Cut(u.Name, ".")
	if key == "md" { // the name of a file
		u.Name = slug
	}
	if !u.Bracketed || !s.linked(slug) && !slices.Contains(computedKeys[slug], key) {
		return nil
	}
	return []diag.Diagnostic{diag.NewWarning(u.At, diag.ReferenceUnmarked, diag.Args{"Written": u.Written, "Ref": u.Name + u.Label})}
}

// linked reports whether a slug is that of a page with a kind. Those of other pages,
// such as "about", may stand in brackets as words.
func (s *Site) linked(slug string) bool {
	d, found := s.Report.Document(slug)
	_, word := d.(*report.Page)
	return found && !word
}

// link answers a link to a file of the content folder: to the page that a .md
// file became, or to a file beside the page.
func (s *Site) link(d report.Document, t markdown.Target) (markdown.Link, []diag.Diagnostic) {
	file := beside(d, t.Path)
	if to, ok := s.byFile()[file]; ok {
		return markdown.Link{Href: relative(d.Path(), to.Path()), Text: to.Base().Title}, nil
	}
	if s.isAttachment(file) {
		return markdown.Link{Href: relative(d.Path(), published(file))}, attached(file, t)
	}
	if _, ok := s.Report.Hidden(file); ok {
		return markdown.Link{}, []diag.Diagnostic{
			diag.NewWarning(t.At, diag.LinkToUnpublished, diag.Args{"Ref": t.Path}),
		}
	}
	return markdown.Link{}, []diag.Diagnostic{diag.NewError(t.At, diag.UnknownLink, diag.Args{
		"Path": t.Path, "Suggestion": s.meantLink(d, t.Path),
	})}
}

// web are names that can hardly be those of files beside a page.
var web = regexp.MustCompile(`(?i)^(www\.\S+|[^/\s]+\.(ru|su|рф|com|org|net|info)(/\S*)?)$`)

// meantLink suggests what a link that leads nowhere was to lead to: another site or
// a letter, a file in the page's own folder, or the page that has such an address on
// the site.
func (s *Site) meantLink(d report.Document, written string) string {
	if web.MatchString(written) {
		if host, _, _ := strings.Cut(written, "/"); strings.Contains(host, "@") {
			return "mailto:" + written
		}
		return "https://" + written
	}
	if to, ok := s.Report.Document(strings.TrimSuffix(written, "/index.html")); ok && strings.Contains(written, "/") {
		return "[[" + to.Base().Slug + "]]"
	}
	return s.nearest(d, written)
}
