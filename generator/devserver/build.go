package devserver

import (
	"context"
	"fmt"
	"path"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"time"

	"example.org/svod/generator/diag"
)

// keepBuilding builds the site, and again after every batch of changes.
func (s *Server) keepBuilding(ctx context.Context, batches <-chan batch) {
	s.build(ctx, batch{all: true})
	idle := time.After(untilIdle)
	for {
		select {
		case <-ctx.Done():
			return
		case b := <-batches:
			s.build(ctx, b)
			idle = time.After(untilIdle)
		case <-idle:
			runtime.GC()
		}
	}
}

// untilIdle is how long after a build nobody waits for anything any more: the time
// to collect what it left, so that the next one need not while somebody does.
const untilIdle = time.Second

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
	if before == nil {
		before = &state{}
	}
	now := s.next(before, b, site, err)
	s.board.post(now)
	o := Outcome{
		Changed: b.changed(), Mistakes: now.mistakes,
		Err: err, Repeated: sameFailure(before.failure, err),
	}
	o.New, o.Mended = compare(before.mistakes, now.mistakes)
	o.Took = time.Since(start)
	s.options.Told(o)
}

// next is the state after a build.
func (s *Server) next(before *state, b batch, site Site, err error) *state {
	now := &state{build: before.build, reload: before.reload, files: before.files, mistakes: site.Mistakes, failure: err}
	if err != nil {
		now.mistakes = before.mistakes // nobody has looked
	}
	now.shown = sync.OnceValue(func() []diag.Diagnostic {
		shown := mostPressing(now.mistakes)
		diag.Quote(s.options.Source, shown)
		return shown
	})
	if now.broken() || now.files != nil && site.Sum != "" && site.Sum == s.sum {
		return now
	}
	s.sum = site.Sum
	now.build++
	if !b.onlyStyles() {
		now.reload = now.build
	}
	now.files = site.Files
	return now
}

// mostMistakes is how many the browser shows. The terminal shows all.
const mostMistakes = 50

// mostPressing are the mistakes that the browser shows: errors first, for they
// are why the page is an old one.
func mostPressing(list []diag.Diagnostic) []diag.Diagnostic {
	var shown []diag.Diagnostic
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		for _, d := range list {
			if d.Severity == severity && len(shown) < mostMistakes {
				shown = append(shown, d)
			}
		}
	}
	return shown
}

func sameFailure(a, b error) bool {
	return a != nil && b != nil && a.Error() == b.Error()
}

// compare tells which mistakes of a list the one before did not have, and how
// many of that are gone. A mistake that only moved to another line is the same.
func compare(before, now []diag.Diagnostic) (added []diag.Diagnostic, gone int) {
	// An edit changes few of the many that a large report may have.
	for len(before) > 0 && len(now) > 0 && same(before[0], now[0]) {
		before, now = before[1:], now[1:]
	}
	for len(before) > 0 && len(now) > 0 && same(before[len(before)-1], now[len(now)-1]) {
		before, now = before[:len(before)-1], now[:len(now)-1]
	}
	type key struct {
		file string
		code diag.Code
		args string
	}
	keyOf := func(d diag.Diagnostic) key { return key{d.File, d.Code, fmt.Sprint(d.Args)} }
	known := map[key]int{}
	for _, d := range before {
		known[keyOf(d)]++
	}
	for _, d := range now {
		k := keyOf(d)
		if known[k] == 0 {
			added = append(added, d)
			continue
		}
		known[k]--
	}
	for _, n := range known {
		gone += n
	}
	return added, gone
}

func same(x, y diag.Diagnostic) bool {
	return x.Position == y.Position && x.Code == y.Code && reflect.DeepEqual(x.Args, y.Args)
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
