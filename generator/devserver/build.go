package devserver

import (
	"context"
	"path"
	"reflect"
	"slices"
	"strings"
	"time"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
)

// keepBuilding builds the site, and again after every batch of changes.
func (s *Server) keepBuilding(ctx context.Context, batches <-chan batch) {
	s.build(ctx, batch{all: true})
	for {
		select {
		case <-ctx.Done():
			return
		case b := <-batches:
			s.build(ctx, b)
		}
	}
}

// mostTries is how often a build is begun again because a file changed under it.
const mostTries = 5

func (s *Server) build(ctx context.Context, b batch) {
	start := time.Now()
	// After a failure nobody knows what was read and what was not.
	b.all = b.all || s.full
	site, err := s.options.Build(ctx, b.changed())
	for try := 1; err != nil && try < mostTries; try++ {
		file, stale := s.options.Stale(err)
		if !stale {
			break
		}
		b.paths = append(b.paths, file)
		site, err = s.options.Build(ctx, b.changed())
	}
	if ctx.Err() != nil {
		return
	}
	s.full = err != nil
	before, _ := s.board.look()
	now := s.next(before, b, site, err)
	s.board.post(now)
	s.options.Told(Outcome{
		Changed:  b.changed(),
		Mistakes: site.Mistakes,
		Err:      err,
		Took:     time.Since(start),
		Repeated: before != nil && sameMistakes(before, now),
		First:    before == nil,
	})
}

// next is the state after a build.
func (s *Server) next(before *state, b batch, site Site, err error) *state {
	now := &state{mistakes: site.Mistakes, failure: err}
	if before != nil {
		now.build, now.reload, now.files = before.build, before.reload, before.files
	}
	if now.broken() || now.files != nil && site.Sum != "" && site.Sum == s.sum {
		return now
	}
	s.sum = site.Sum
	now.build++
	if !b.onlyStyles() {
		now.reload = now.build
	}
	now.files = make(map[string]output.File, len(site.Files))
	for _, f := range site.Files {
		now.files[f.Path] = f
	}
	return now
}

// sameMistakes reports whether there is nothing to tell that was not told about
// the state before.
func sameMistakes(a, b *state) bool {
	message := func(err error) string {
		if err == nil {
			return ""
		}
		return err.Error()
	}
	return message(a.failure) == message(b.failure) && slices.EqualFunc(a.mistakes, b.mistakes, func(x, y diag.Diagnostic) bool {
		return reflect.DeepEqual(x, y)
	})
}

// A batch is what changed since the build before.
type batch struct {
	all   bool // anything may have changed
	paths []string
}

// changed is the batch as Options.Build takes it.
func (b batch) changed() []string {
	if b.all {
		return nil
	}
	return b.paths
}

// onlyStyles reports whether nothing but stylesheets changed. The list of assets
// changes with them, since their names do.
func (b batch) onlyStyles() bool {
	styles := false
	for _, p := range b.paths {
		switch {
		case !strings.HasPrefix(p, "layouts/"):
			return false
		case path.Ext(p) == ".css":
			styles = true
		case path.Base(p) != "assets.json" && path.Ext(p) != ".map":
			return false
		}
	}
	return styles && !b.all
}
