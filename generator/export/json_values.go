package export

import (
	"encoding/json"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// The shapes of [JSON]. Their fields are documented there.

type jsonPlace struct {
	Slug  string `json:"slug"`
	Title string `json:"title"`
	Path  string `json:"path"`
}

type jsonTotal struct {
	Clusters    int       `json:"clusters"`
	Sums        []jsonSum `json:"sums"`
	Unknown     []string  `json:"unknown"`
	Approximate bool      `json:"approximate,omitempty"`
}

type jsonSum struct {
	Value    json.Number    `json:"value"`
	Currency money.Currency `json:"currency"`
	Clusters int            `json:"clusters"`
	Hedge    money.Hedge    `json:"hedge,omitempty"`
}

type jsonFigure struct {
	Value       any            `json:"value,omitempty"`
	Currency    money.Currency `json:"currency,omitempty"`
	Text        string         `json:"text,omitempty"`
	Unknown     bool           `json:"unknown,omitempty"`
	Approximate bool           `json:"approximate,omitempty"`
	Hedge       money.Hedge    `json:"hedge,omitempty"`
	Date        string         `json:"date,omitempty"`
	Source      string         `json:"source,omitempty"`
	Note        string         `json:"note,omitempty"`
	Kind        report.Kind    `json:"kind"`
	Scope       report.Scope   `json:"scope"`
	Member      string         `json:"member,omitempty"`
	Project     string         `json:"project,omitempty"`
}

type jsonMember struct {
	Name         string `json:"name"`
	Organization string `json:"organization,omitempty"` // a slug
	Since        string `json:"since,omitempty"`
	Until        string `json:"until,omitempty"`
	Source       string `json:"source,omitempty"`
	Note         string `json:"note,omitempty"`
}

type jsonCluster struct {
	jsonPlace
	Description string       `json:"description,omitempty"`
	Region      string       `json:"region,omitempty"`
	Stage       []jsonFigure `json:"stage,omitempty"`
	Investment  []jsonFigure `json:"investment,omitempty"`
	Jobs        []jsonFigure `json:"jobs,omitempty"`
	Members     []jsonMember `json:"members,omitempty"`
	Products    []string     `json:"products,omitempty"`
	Resource    string       `json:"resource,omitempty"`
	Year        string       `json:"year,omitempty"`
	Tags        []string     `json:"tags,omitempty"`
}

type jsonOrganization struct {
	jsonPlace
	INN  string `json:"inn,omitempty"`
	OGRN string `json:"ogrn,omitempty"`
	URL  string `json:"url,omitempty"`
}

type jsonSource struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Publisher  string `json:"publisher,omitempty"`
	Author     string `json:"author,omitempty"`
	URL        string `json:"url,omitempty"`
	ArchiveURL string `json:"archive_url,omitempty"`
	Date       string `json:"date,omitempty"`
	Accessed   string `json:"accessed,omitempty"`
	Note       string `json:"note,omitempty"`
}

func totalOf(t report.Total) jsonTotal {
	out := jsonTotal{Clusters: t.All, Sums: []jsonSum{}, Unknown: []string{}, Approximate: t.Hedged()}
	for _, s := range t.Sums {
		out.Sums = append(out.Sums, jsonSum{exact(s.Amount), s.Amount.Currency(), s.Clusters, s.Hedge})
	}
	for _, c := range t.Unknown {
		out.Unknown = append(out.Unknown, c.Slug)
	}
	return out
}

func exact(a money.Amount) json.Number { return json.Number(a.Decimal().String()) }

func clusterOf(c *report.Cluster, language string) jsonCluster {
	out := jsonCluster{
		jsonPlace:   jsonPlace{c.Slug, plain(c.Title), c.Path()},
		Description: plain(c.Description),
		Resource:    plain(c.Resource),
		Year:        c.Year.String(),
		Tags:        plainAll(c.Tags),
		Products:    plainAll(c.Products),
	}
	if c.Region.To != nil {
		out.Region = c.Region.To.Slug
	}
	out.Stage = figuresOf(c.Stage, func(s report.Stage, f *jsonFigure) { f.Value = s })
	out.Jobs = figuresOf(c.Jobs, func(n int, f *jsonFigure) { f.Value = n })
	out.Investment = figuresOf(c.Investment, func(a money.Amount, f *jsonFigure) {
		f.Value, f.Currency, f.Text = exact(a), a.Currency(), plain(f.Hedge.Write(money.Format(a, language), language))
	})
	for _, m := range c.Members {
		member := jsonMember{
			Name: plain(m.Name.Written), Since: m.Since.String(), Until: m.Until.String(),
			Source: m.Source.Ref, Note: plain(m.Note),
		}
		if m.Organization != nil {
			member.Organization = m.Organization.Slug
		}
		out.Members = append(out.Members, member)
	}
	return out
}

func figuresOf[V any](h report.History[V], value func(V, *jsonFigure)) []jsonFigure {
	var out []jsonFigure
	for _, f := range h {
		j := jsonFigure{
			Unknown: f.Unknown, Approximate: f.Hedge != money.Exact, Hedge: f.Hedge, Date: f.Date.String(), Source: f.Source.Ref,
			Note: plain(f.Note), Kind: f.Kind, Scope: f.Scope, Member: plain(f.Member.Ref), Project: plain(f.Project),
		}
		if !f.Unknown {
			value(f.Value, &j)
		}
		out = append(out, j)
	}
	return out
}

func organizationOf(o *report.Organization) any {
	return jsonOrganization{jsonPlace{o.Slug, plain(o.Title), o.Path()}, o.INN, o.OGRN, o.URL}
}

func sourceOf(s *report.Source) any {
	return jsonSource{
		s.ID, plain(s.Title), plain(s.Publisher), plain(s.Author), s.URL, s.ArchiveURL,
		s.Date.String(), s.Accessed.String(), plain(s.Note),
	}
}

func plainAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = plain(s)
	}
	return out
}
