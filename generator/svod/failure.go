package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"example.org/svod/generator/output"
	"example.org/svod/generator/site"
)

// commandNames are what "did you mean" chooses from.
var commandNames = []string{"build", "check", "completion", "help", "new", "schema", "serve", "version"}

type unexpectedArgument string

func (e unexpectedArgument) Error() string { return "unexpected argument " + string(e) }

// explainFailure writes a failure of the machine: what happened and what to do.
func (p *program) explainFailure(err error) string {
	var (
		argument unexpectedArgument
		exists   existsError
		changed  *site.ChangedError
		busy     *output.BusyError
		occupied *output.OccupiedError
		collides *output.PathError
		write    *output.WriteError
		path     *fs.PathError
	)
	switch {
	case errors.As(err, &argument):
		return p.say("unexpected-argument", words{"Value": string(argument)})
	case errors.As(err, &exists):
		return p.say("exists", words{"Path": string(exists)})
	case errors.Is(err, errNoTitle):
		return p.say("no-title", nil)
	case errors.Is(err, errNoFolder):
		return p.say("no-folder", nil)
	case errors.Is(err, errNoSlug):
		return p.say("no-slug", nil)
	case errors.As(err, &changed):
		return p.say("changed-while-building", words{"Path": changed.File})
	case errors.As(err, &busy):
		return p.say("busy", words{"Path": busy.Dir})
	case errors.As(err, &occupied):
		return p.say("occupied", words{"Path": occupied.Dir, "Files": p.someOf(occupied.Paths)})
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
	}
	return err.Error()
}

// mostFiles is how many files a message names.
const mostFiles = 5

// someOf lists files, and says how many more there are.
func (p *program) someOf(files []string) string {
	if more := len(files) - mostFiles; more > 0 {
		files = append(slices.Clone(files[:mostFiles]), p.count("and-more", more, words{"Count": more}))
	}
	return strings.Join(files, ", ")
}
