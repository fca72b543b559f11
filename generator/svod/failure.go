package main

import (
	"errors"
	"io/fs"

	"example.org/svod/generator/site"
)

// commandNames are what "did you mean" chooses from.
var commandNames = []string{"build", "check", "completion", "deploy", "help", "list", "new", "serve", "version"}

type unexpectedArgument string

func (e unexpectedArgument) Error() string { return "unexpected argument " + string(e) }

// explainFailure writes a failure of the machine: what happened and what to do.
func (p *program) explainFailure(err error) string {
	var (
		argument unexpectedArgument
		exists   existsError
		changed  *site.ChangedError
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
	case errors.Is(err, site.ErrNoAssets):
		return p.say("no-assets", nil)
	case errors.As(err, &path) && errors.Is(err, fs.ErrNotExist):
		return p.say("not-found", words{"Path": path.Path})
	case errors.As(err, &path) && errors.Is(err, fs.ErrPermission):
		return p.say("no-permission", words{"Path": path.Path})
	}
	return err.Error()
}
