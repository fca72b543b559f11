package export

import (
	"encoding/json"
	"io"

	"example.org/svod/generator/csv"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

// A dataPackage and its parts are those of Frictionless Data Package 1
// (specs.frictionlessdata.io).
type dataPackage struct {
	Name        string     `json:"name"`
	Profile     string     `json:"profile"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Homepage    string     `json:"homepage,omitempty"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Name      string       `json:"name"`
	Title     string       `json:"title"`
	Path      string       `json:"path"`
	Format    string       `json:"format"`
	MediaType string       `json:"mediatype"`
	Encoding  string       `json:"encoding,omitempty"`
	Profile   string       `json:"profile,omitempty"`
	Dialect   *dialect     `json:"dialect,omitempty"`
	Schema    *tableSchema `json:"schema,omitempty"`
}

type dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
}

type tableSchema struct {
	Fields []field `json:"fields"`
}

type field struct {
	Name        string `json:"name"`
	Title       string `json:"title"`
	Type        string `json:"type"`
	DecimalChar string `json:"decimalChar,omitempty"`
}

// DataPackage describes the data files for programs that read tables: where each
// file is, how it is written, what its columns are called and hold.
func DataPackage(w io.Writer, r *report.Report, words *locale.Locale, tables ...Table) error {
	p := dataPackage{
		Name: "svod", Profile: "data-package", Title: plain(r.Title), Description: plain(r.Description), Homepage: r.BaseURL,
	}
	for _, t := range tables {
		p.Resources = append(p.Resources, t.resource())
	}
	p.Resources = append(p.Resources,
		resource{
			Name: "clusters-workbook", Title: words.Text("data-clusters", nil), Path: "clusters.xlsx", Format: "xlsx",
			MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		},
		resource{Name: "report", Title: plain(r.Title), Path: "report.json", Format: "json", MediaType: "application/json", Encoding: "utf-8"},
	)
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	return out.Encode(p)
}

// resource describes the CSV file of a table.
func (t Table) resource() resource {
	mark := "."
	if t.language == "ru" {
		mark = ","
	}
	s := &tableSchema{}
	for _, c := range t.Columns {
		// The names are the headings, for that is what the first row has; keys
		// that are the same in every language would be refused as a mismatch.
		f := field{Name: c.Title, Title: c.Key, Type: c.Type}
		if c.Type == isNumber {
			f.DecimalChar = mark
		}
		s.Fields = append(s.Fields, f)
	}
	return resource{
		Name: t.Name, Title: t.Title, Path: t.Name + ".csv", Format: "csv", MediaType: "text/csv",
		Encoding: "utf-8", Profile: "tabular-data-resource",
		Dialect: &dialect{string(csv.Separator(t.language)), "\r\n"}, Schema: s,
	}
}
