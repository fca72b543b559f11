package content

import (
	"bufio"
	"embed"
	"strings"
	"text/template"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// A ClusterDraft is a cluster that has no file yet.
type ClusterDraft struct {
	Title    string
	Region   string // a slug
	Stage    []Addition
	Money    []Addition // the history called investment
	Jobs     []Addition
	Members  []string
	Products []string
	Resource string
	Year     string
}

//go:embed templates
var templates embed.FS

var clusterTemplates = template.Must(template.New("").Funcs(template.FuncMap{
	"quote": quote,
	"item":  func(a Addition) string { return a.write("  ") },
}).ParseFS(templates, "templates/*.md"))

// ComposeCluster writes the file of a new cluster. Keys of which nothing is known
// stand there as comments that say, in the language of the report, what they
// mean.
func ComposeCluster(c ClusterDraft, language string) ([]byte, error) {
	var b strings.Builder
	if err := clusterTemplates.ExecuteTemplate(&b, "cluster."+language+".md", c); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}

// ReadCluster reads the file of one cluster, as [Reader] would in a report of the
// given language and currency. It is nil where the file cannot be understood.
func ReadCluster(name string, file []byte, language string, currency money.Currency) (*report.Cluster, []diag.Diagnostic) {
	r := NewReader(nil, Options{})
	r.language, r.currency = language, currency
	read := r.readPage(name, diag.NewText(name, file), bufio.NewReader(nil), nil)
	if read.matter == 0 {
		return nil, read.found
	}
	c, _ := read.entry.(*report.Cluster)
	return c, read.found
}
