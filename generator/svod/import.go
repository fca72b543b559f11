package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/importer"
	"example.org/svod/generator/report"
)

// importFlags are those of svod import.
type importFlags struct {
	maps   []string
	date   string
	source string
	dry    bool
}

func (p *program) importCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "import " + p.say("arg-table", nil),
		Short: p.say("import-short", nil),
		Long:  p.say("import-long", nil),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{importError{problem: "import-no-table"}}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return p.importTable(cmd.Context(), args[0], f) },
	}
	c.Flags().StringArrayVar(&f.maps, "map", nil, p.say("flag-map", words{"Columns": strings.Join(importer.Columns(), ", ")}))
	c.Flags().StringVar(&f.date, "date", "", p.say("flag-date", nil))
	// --source is the folder of the report, here as everywhere.
	c.Flags().StringVar(&f.source, "source-id", "", p.say("flag-source-id", nil))
	c.Flags().BoolVarP(&f.dry, "dry-run", "n", false, p.say("flag-dry-run", nil))
	return c
}

// importTable makes cluster files of a table, and tells what it did.
func (p *program) importTable(ctx context.Context, name string, f importFlags) error {
	if err := p.checkFlags(); err != nil {
		return err
	}
	if err := p.checkSource(); err != nil {
		return err
	}
	root, err := os.OpenRoot(p.flags.source)
	if err != nil {
		return err
	}
	defer root.Close()
	current, mistakes, err := readReport(ctx, root)
	if err != nil {
		return err
	}
	if len(mistakes) > 0 {
		return p.tell(mistakes)
	}
	options, err := f.options(current)
	if err != nil {
		return err
	}
	table, mistakes, err := readTable(name)
	if err != nil {
		return err
	}
	var plan *importer.Plan
	if !diag.HasErrors(mistakes) {
		if plan, mistakes, err = importer.Make(table, current, options); err != nil {
			return err
		}
	}
	if err := p.tellQuoted(mistakes); err != nil {
		return err
	}
	if !f.dry {
		if err := plan.Apply(root); err != nil {
			return err
		}
	}
	return p.tellPlan(plan, f.dry)
}

// readReport reads the content that a table is compared with. Mistakes that keep
// it from being told which clusters there are come back; cluster files with
// others are noted and not touched.
func readReport(ctx context.Context, root *os.Root) (importer.Report, []diag.Diagnostic, error) {
	files := root.FS()
	read, err := content.NewReader(files, content.Options{}).Read(ctx)
	if err != nil {
		return importer.Report{}, nil, err
	}
	r := importer.Report{Entries: read.Entries, Files: files, Broken: map[string]bool{}}
	titled := map[string]bool{}
	for _, c := range read.Entries.Clusters {
		titled[c.File] = c.Title != ""
	}
	var stop []diag.Diagnostic
	for _, d := range read.Diagnostics {
		switch inClusters := strings.HasPrefix(d.File, content.Folder+"/clusters/"); {
		case d.Severity != diag.Error:
		case inClusters && titled[d.File]:
			r.Broken[d.File] = true
		case inClusters, d.File == content.Folder+"/sources.yaml", d.File == content.Folder+"/_index.md":
			stop = append(stop, d)
		}
	}
	return r, stop, nil
}

func readTable(name string) (*importer.Table, []diag.Diagnostic, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, nil, importError{problem: "import-folder", value: name}
	}
	file, err := io.ReadAll(io.LimitReader(f, importer.MaxSize+1))
	if err != nil {
		return nil, nil, err
	}
	if len(file) > importer.MaxSize {
		return nil, nil, importError{problem: "import-too-large", value: name}
	}
	table, mistakes := importer.Read(filepath.ToSlash(name), file)
	return table, mistakes, nil
}

// options reads the flags.
func (f importFlags) options(r importer.Report) (importer.Options, error) {
	o := importer.Options{Map: map[string]string{}, Source: f.source}
	for _, m := range f.maps {
		at := strings.LastIndex(m, "=")
		if at < 1 {
			return o, usageError{importError{problem: "import-bad-map", value: m}}
		}
		column := strings.TrimSpace(m[at+1:])
		if !importer.IsColumn(column) {
			return o, usageError{importError{
				problem: "import-no-column", value: column,
				suggestion: diag.Suggest(column, importer.Columns()), known: strings.Join(importer.Columns(), ", "),
			}}
		}
		o.Map[m[:at]] = column
	}
	if f.date != "" {
		var ok bool
		if o.Date, ok = report.ParseDate(f.date); !ok {
			meant, _ := report.MeantDate(f.date)
			return o, usageError{importError{problem: "import-bad-date", value: f.date, suggestion: meant}}
		}
	}
	var ids []string
	for _, s := range r.Entries.Sources {
		if s.ID == f.source {
			return o, nil
		}
		ids = append(ids, s.ID)
	}
	if f.source != "" {
		return o, usageError{importError{problem: "import-bad-source", value: f.source, suggestion: diag.Suggest(f.source, ids)}}
	}
	return o, nil
}

// An importError is something that svod import cannot do as it was told. The
// problem is the message that says so.
type importError struct {
	problem, value, suggestion string
	known                      string
}

func (e importError) Error() string { return e.problem + ": " + e.value }

func (p *program) explainImport(e importError) string {
	return p.say(e.problem, words{"Value": e.value, "Suggestion": e.suggestion, "Known": e.known})
}
