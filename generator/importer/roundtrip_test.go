package importer_test

import (
	"bytes"
	"context"
	"os"
	"testing"
	"testing/fstest"

	"example.org/svod/generator/content"
	"example.org/svod/generator/export"
	"example.org/svod/generator/importer"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// The tables that a site publishes, in either language, hold no column and no
// word that would not be known again, and nothing that the report does not have.
func TestTablesOfTheSite(t *testing.T) {
	for _, language := range locale.Languages {
		words, err := locale.New(os.DirFS("../../layouts"), language)
		if err != nil {
			t.Fatal(err)
		}
		files := fstest.MapFS{
			"content/_index.md":         {Data: []byte("---\ntitle: Отчёт\nlanguage: " + language + "\n---\n")},
			"content/sources.yaml":      {Data: []byte("press: {title: Перечень, publisher: Газета, url: https://example.org/1, date: 2025-02-11}\n")},
			"content/regions/oblast.md": {Data: []byte("---\ntitle: Томская область\n---\n")},
		}
		for i, stage := range report.Stages {
			scope, kind := report.Scopes[i%len(report.Scopes)], report.Kinds[i%len(report.Kinds)]
			hedge := money.Hedges[i%len(money.Hedges)].Word(language)
			files["content/clusters/c-"+string(stage)+".md"] = &fstest.MapFile{Data: []byte(`---
title: Кластер ` + string(stage) + `
region: oblast
stage: ` + string(stage) + `
investment:
  - {date: 2025-02, amount: "` + hedge + ` 7,95 млрд ₽", source: press}
  - {date: 2025-03, amount: 3 млн юаней, source: press, scope: ` + string(scope) + `, kind: ` + string(kind) + `}
jobs:
  - {date: 2025, jobs: ` + hedge + ` 1355, source: press}
---
`)}
		}
		read, err := content.NewReader(files, content.Options{}).Read(context.Background())
		if err != nil || len(read.Diagnostics) > 0 {
			t.Fatal(read.Diagnostics, err)
		}
		r, _ := report.Assemble(read.Entries, report.Edition{})
		for name, write := range map[string]func(*bytes.Buffer) error{
			"clusters.csv":      func(b *bytes.Buffer) error { return export.CSV(b, export.Clusters(r, words)) },
			"clusters.xlsx":     func(b *bytes.Buffer) error { return export.XLSX(b, export.Clusters(r, words)) },
			"announcements.csv": func(b *bytes.Buffer) error { return export.CSV(b, export.Announcements(r, words)) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			table, mistakes := importer.Read(name, b.Bytes())
			plan, more, err := importer.Make(table, importer.Report{Entries: read.Entries, Files: files}, importer.Options{})
			if err != nil || len(mistakes)+len(more) > 0 {
				t.Errorf("%s, %s: %v %v %v", language, name, mistakes, more, err)
			}
			if len(plan.Files) > 0 || len(plan.Results) != len(report.Stages) {
				t.Errorf("%s, %s: %d files would change: %+v", language, name, len(plan.Files), plan.Results)
			}
		}
	}
}
