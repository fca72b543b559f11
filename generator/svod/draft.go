package main

import (
	"cmp"
	"path"
	"strings"
	"text/template"
	"time"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
	"example.org/svod/generator/yaml"
)

// A draft is a page that svod new is making: its answers so far.
type draft struct {
	kind     kind
	wanted   string // the address that was asked for; empty for that of the title
	slug     string
	answers  answers
	template *template.Template
	judge    *judge
	report   *report.Report // without the page
	day      report.Date    // today, where the report is
}

// answers are values by the names of their questions.
type answers map[string][]string

// give answers a question. White space becomes single spaces, control
// characters go, and an answer that says nothing is none.
func (a answers) give(name string, values ...string) {
	for _, value := range values {
		if value = cleanAnswer(value); value != "" {
			a[name] = append(a[name], value)
		}
	}
}

// last is the only answer to a question, or the one that was given last.
func (a answers) last(name string) string {
	if list := a[name]; len(list) > 0 {
		return list[len(list)-1]
	}
	return ""
}

// file is the path of the page inside the source folder.
func (d *draft) file() string {
	return path.Join(content.Folder, d.kind.folder, d.slug+".md")
}

// longestSlug is how long an address made of a title may be. A headline makes
// more, which nobody reads, and no system takes names of more than 255 bytes.
const longestSlug = 80

// makeSlug makes the address of a title. That of an organisation is without its
// legal form, as the address of a member is that nobody wrote a page for, and
// whole, since that one is.
func (k kind) makeSlug(title string) string {
	if k.name == "organization" {
		return report.MakeName(title).Slug
	}
	slug := report.MakeSlug(title)
	if len(slug) > longestSlug {
		slug = slug[:longestSlug+1]
		slug = slug[:cmp.Or(max(strings.LastIndexByte(slug, '-'), 0), longestSlug)]
	}
	return slug
}

// text is the file as the answers so far make it.
func (d *draft) text() (string, error) {
	fill := words{"example": d.example()}
	for _, q := range d.kind.questions {
		quoted := yaml.Quote
		if q.plain {
			quoted = yamlPlain
		}
		var list []string
		for _, value := range d.values(q) {
			list = append(list, quoted(value))
		}
		switch name := strings.ReplaceAll(q.name, "-", "_"); {
		case q.many:
			fill[name] = list
		case len(list) > 0:
			fill[name] = list[len(list)-1]
		default:
			fill[name] = ""
		}
	}
	var b strings.Builder
	err := d.template.Execute(&b, fill)
	return b.String(), err
}

// values are the answers to a question, or else the usual one.
func (d *draft) values(q question) []string {
	if given := d.answers[q.name]; len(given) > 0 {
		return given
	}
	if q.usual == nil || q.idle != nil && q.idle(d) {
		return nil
	}
	if usual := q.usual(d); usual != "" {
		return []string{usual}
	}
	return nil
}

// withoutFigures says that there is nothing yet that somebody said on some day.
func (d *draft) withoutFigures() bool {
	for _, figure := range []string{"amount", "stage", "jobs"} {
		if d.answers.last(figure) != "" {
			return false
		}
	}
	return true
}

// dateOfSource is the day on which the source of the figures was published, or
// that nobody knows it.
func (d *draft) dateOfSource() string {
	if s, ok := d.report.Source(d.answers.last("source-id")); ok {
		return cmp.Or(s.Date.String(), undated[d.report.Language])
	}
	return ""
}

func (d *draft) today() string { return d.day.String() }

// example are names that the comments of a new page may name: those that there
// are, so that whoever takes the comment away has a page that builds.
func (d *draft) example() words {
	fill := words{"date": d.today(), "year": d.day.Year + 1, "region": "oblast", "source": "gazeta-" + d.today(), "cluster": "les"}
	if r := d.report.Regions; len(r) > 0 {
		fill["region"] = r[0].Slug
	}
	if s := d.report.Sources; len(s) > 0 {
		fill["source"] = s[0].ID
	}
	if c := d.report.Clusters; len(c) > 0 {
		fill["cluster"] = c[0].Slug
	}
	return fill
}

// undated are words for a day that is not known, by the language of the report.
var undated = map[string]string{"ru": "неизвестна", "en": "unknown"}

// today is the day of an edition in the time zone of a report.
func today(e report.Edition, zone *time.Location) report.Date {
	return report.DateOf(e.Time(zone).In(zone))
}

// pageTemplate is the template of a kind's page. It can say
//
//	{{template "figure" figure KEY NAME VALUE .}}
//
// for a value that is written as it is, or in a list with its date and its
// source where these are known.
func (p *program) pageTemplate(k kind) (*template.Template, error) {
	t := template.New(k.name).Funcs(template.FuncMap{
		"figure": func(key, name, value string, page words) words {
			return words{"key": key, "name": name, "value": value, "date": page["date"], "source": page["source_id"]}
		},
	})
	figure, err := templates.ReadFile("templates/figure.md")
	if err != nil {
		return nil, err
	}
	if _, err := t.New("figure").Parse(strings.TrimSuffix(string(figure), "\n")); err != nil {
		return nil, err
	}
	return t.Parse(p.template(k.name + ".md"))
}
