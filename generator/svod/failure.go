package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/importer"
	"example.org/svod/generator/output"
	"example.org/svod/generator/site"
)

type unexpectedArgument string

func (e unexpectedArgument) Error() string { return "unexpected argument " + string(e) }

// explainFailure writes a failure of the machine: what happened and what to do.
func (p *program) explainFailure(err error) string {
	var (
		argument   unexpectedArgument
		exists     existsError
		table      importError
		since      *importer.ChangedError
		unreadable *importer.UnreadableError
		changed    *site.ChangedError
		busy       *output.BusyError
		occupied   *output.OccupiedError
		collides   *output.PathError
		write      *output.WriteError
		path       *fs.PathError
		mistakes   diag.Mistakes
	)
	switch {
	case errors.As(err, &mistakes):
		return p.written(mistakes)
	case errors.As(err, &argument):
		return p.say("unexpected-argument", words{"Value": string(argument)})
	case errors.As(err, &exists):
		return p.say("exists", words{"Path": string(exists)})
	case errors.Is(err, errNoTitle):
		return p.say("no-title", nil)
	case errors.Is(err, errNoFolder):
		return p.say("no-folder", nil)
	case errors.As(err, &table):
		return p.explainImport(table)
	case errors.As(err, &unreadable):
		return p.say("import-unreadable", words{"Path": unreadable.File})
	case errors.As(err, &since):
		return p.say("import-changed", words{"Path": since.File})
	case errors.As(err, &changed):
		return p.say("changed-while-building", words{"Path": changed.File})
	case errors.As(err, &busy):
		return p.say("busy", words{"Path": busy.Dir})
	case errors.As(err, &occupied):
		return p.say("occupied", words{"Path": occupied.Dir, "Files": p.someOf(occupied.Paths, "and-more")})
	case errors.As(err, &collides):
		return p.say("path-collides", words{"Path": collides.Path, "Other": collides.Other})
	case errors.As(err, &write) && write.DiskFull():
		return p.say("disk-full", words{"Path": write.Path})
	case errors.As(err, &write) && write.NotAllowed():
		return p.say("read-only", words{"Path": write.Path})
	case errors.Is(err, site.ErrNoAssets):
		return p.say("no-assets", nil)
	case errors.As(err, &path) && errors.Is(err, fs.ErrNotExist):
		return p.say("not-found", words{"Path": path.Path})
	case errors.As(err, &path) && errors.Is(err, syscall.ENOTDIR):
		return p.say("not-a-folder", words{"Path": path.Path})
	case errors.As(err, &path) && errors.Is(err, fs.ErrPermission):
		return p.say("no-permission", words{"Path": path.Path})
	case errors.As(err, &path):
		return p.say("path-failed", words{"Path": path.Path})
	}
	return err.Error()
}

// written are mistakes as one text, for a page that cannot be shown.
func (p *program) written(mistakes diag.Mistakes) string {
	var b strings.Builder
	if err := diag.NewPrinter(p.lang).Print(&b, diag.TextFormat, mistakes); err != nil {
		return err.Error()
	}
	return strings.TrimRight(b.String(), "\n")
}

// mostFiles is how many files a message names.
const mostFiles = 5

// someOf lists files or addresses, and says by the given word how many more there
// are.
func (p *program) someOf(names []string, andMore string) string {
	if more := len(names) - mostFiles; more > 0 {
		names = append(slices.Clone(names[:mostFiles]), p.count(andMore, more, words{"Count": more}))
	}
	return strings.Join(names, ", ")
}
