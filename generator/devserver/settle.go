package devserver

import (
	"context"
	"io/fs"
	"maps"
	"slices"
	"time"
)

// A change is a file or folder that changed, slash-separated and inside the
// source folder. An empty path means that anything may have.
type change struct{ path string }

// A settler makes batches of changes.
//
// Editors save in several steps: they empty a file and write it, or write
// another one and rename it, some after moving the old one away. A batch is ready
//
//   - when nothing has changed for the time quiet, or for several times that where
//     it has many files, since a branch that is switched comes in bursts;
//   - while a file in it is missing or empty, as all these saves look halfway, only
//     when nothing has changed for the time grace;
//   - in any case at the time longest after its first change, so that somebody who
//     writes all the time does not keep everybody waiting.
type settler struct {
	quiet, grace, longest time.Duration
	// unfinished reports whether a file is missing or empty.
	unfinished func(path string) bool
}

func (s *Server) settler() settler {
	return settler{
		quiet: 6 * time.Millisecond, grace: 80 * time.Millisecond, longest: 3 * time.Second,
		unfinished: func(path string) bool {
			info, err := fs.Stat(s.options.Source, path)
			return err != nil || !info.IsDir() && info.Size() == 0
		},
	}
}

// run sends batches of what comes in from the watcher and from requests, until
// the context is done. While nobody takes a batch, it grows.
func (t settler) run(ctx context.Context, changes <-chan change, asked <-chan string, out chan<- batch) {
	g := gathering{paths: map[string]bool{}}
	timer := time.NewTimer(0)
	<-timer.C
	defer timer.Stop()
	var ready chan<- batch // nil while the batch is not
	var whole batch
	note := func(path string) {
		// Of a batch that nobody takes, the waiting begins anew.
		g.add(path, ready != nil)
		ready = nil
		timer.Reset(min(t.quietAfter(len(g.paths)), time.Until(g.first.Add(t.longest))))
	}
	for {
		select {
		case <-ctx.Done():
			return
		case c := <-changes:
			note(c.path)
		case path := <-asked:
			note(path)
		case now := <-timer.C:
			if wait := t.wait(&g, now); wait > 0 {
				g.waited = true
				timer.Reset(min(t.quiet, wait))
				continue
			}
			if g.waited { // news of what ended the waiting may still be on its way
				g.waited = false
				timer.Reset(t.quiet)
				continue
			}
			whole, ready = g.batch(), out
			select { // whoever waits gets it before the next change comes in
			case out <- whole:
				g.clear()
				ready = nil
			default:
			}
		case ready <- whole:
			g.clear()
			ready = nil
		}
	}
}

// quietAfter is how long nothing may change until a batch of so many files is
// ready. Saving touches a few; more than that come from a program that has more.
func (t settler) quietAfter(files int) time.Duration {
	const few, most = 3, 25
	return t.quiet * time.Duration(max(1, min(files-few, most)))
}

// wait is how long files that are missing or empty may still be waited for.
func (t settler) wait(g *gathering, now time.Time) time.Duration {
	wait := min(g.last.Add(t.grace).Sub(now), g.first.Add(t.longest).Sub(now))
	if wait > 0 {
		for path := range g.paths {
			if t.unfinished(path) {
				return wait
			}
		}
	}
	return 0
}

// A gathering is a batch that is not complete yet.
type gathering struct {
	all         bool
	paths       map[string]bool
	first, last time.Time // of its changes
	waited      bool      // for a file that was missing or empty
}

func (g *gathering) add(path string, anew bool) {
	g.last, g.waited = time.Now(), false
	if anew || !g.all && len(g.paths) == 0 {
		g.first = g.last
	}
	if path == "" {
		g.all = true
	} else {
		g.paths[path] = true
	}
}

func (g *gathering) batch() batch {
	return batch{all: g.all, paths: slices.Sorted(maps.Keys(g.paths))}
}

func (g *gathering) clear() {
	g.all = false
	clear(g.paths)
}
