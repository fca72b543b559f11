package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
)

var errNoFolder = errors.New("no folder")

func (p *program) newReportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "report " + p.say("arg-folder", nil),
		Short: p.say("new-report", nil),
		Long:  p.say("new-report-long", nil),
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usageError{errNoFolder}
			case len(args) > 1:
				return usageError{saidError(p.say("one-folder", words{"Name": args[0] + " " + args[1]}))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return p.newReport(cmd.Context(), args[0]) },
	}
}

// newReport writes a small report that builds. It leaves nothing behind where
// any of its files is there already: such a folder is somebody's own.
func (p *program) newReport(ctx context.Context, folder string) error {
	if err := p.checkFlags(); err != nil {
		return err
	}
	index := filepath.Join(folder, content.Folder, "_index.md")
	if _, err := os.Stat(index); err == nil {
		return saidError(p.say("report-exists", words{"Folder": folder}))
	}
	files, err := fs.Sub(templates, "templates/"+p.lang+"/report")
	if err != nil {
		return err
	}
	names, err := fileNames(files)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	edition, err := p.edition()
	if err != nil {
		return err
	}
	// Examples are of today, lest the report be out of date from its first day.
	fill := words{"date": report.DateOf(edition.Now).String()}
	if err := p.copyInto(root, files, names, fill); err != nil {
		return err
	}
	if err := p.helpEditor(ctx, folder); err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.err, p.say("report-made", words{"Folder": folder}))
	return err
}

// copyInto writes files of the program, those of the content with words filled
// in. The others, such as .gitignore, are for tools; where there is one already,
// it stays.
func (p *program) copyInto(root *os.Root, files fs.FS, names []string, fill words) error {
	var missing []string
	for _, name := range names {
		switch _, err := root.Stat(name); {
		case errors.Is(err, fs.ErrNotExist):
			missing = append(missing, name)
		case strings.HasPrefix(name, content.Folder+"/"):
			return existsError(filepath.Join(root.Name(), filepath.FromSlash(name)))
		}
	}
	for _, name := range missing {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if strings.HasPrefix(name, content.Folder+"/") {
			if text, err = filled(text, fill); err != nil {
				return err
			}
		}
		if err := p.create(root, name, string(text)); err != nil {
			return err
		}
	}
	return nil
}

// filled writes a template with its words in place.
func filled(text []byte, fill words) ([]byte, error) {
	t, err := template.New("").Parse(string(text))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, fill)
	return b.Bytes(), err
}

// fileNames are the paths of all files of a folder.
func fileNames(files fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	return names, err
}
