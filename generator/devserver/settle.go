package devserver

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// A change is a file or folder that changed, slash-separated and inside the
// source folder. An empty path means that anything may have.
type change struct{ path string }

// A settler makes batches of changes.
//
// Editors save in several steps: they empty a file and write it, or write
// another one and rename it, some after moving the old one away. A batch is
// ready when nothing has changed for the time quiet; as long as a file in it is
// missing or empty, which is how all these saves look halfway, for the time
// grace; but not later than longest after its first change, so that somebody who
// writes all the time does not keep everybody waiting.
type settler struct {
	quiet, grace, longest time.Duration
	// unfinished reports whether a file is missing or empty.
	unfinished func(path string) bool
}

func (s *Server) settler() settler {
	return settler{
		quiet: 6 * time.Millisecond, grace: 80 * time.Millisecond, longest: 3 * time.Second,
		unfinished: func(path string) bool {
			info, err := os.Stat(filepath.Join(s.options.Folder, filepath.FromSlash(path)))
			return err != nil || !info.IsDir() && info.Size() == 0
		},
	}
}

// run sends batches of what comes in from the watcher and from requests, until
// the context is done. While nobody takes a batch, it grows.
func (t settler) run(ctx context.Context, changes <-chan change, asked <-chan string, out chan<- batch) {
	timer := time.NewTimer(0)
	<-timer.C
	defer timer.Stop()
	var (
		first, last time.Time // changes of the batch
		all         bool
		paths       = map[string]bool{}
		whole       batch
		ready       chan<- batch // nil while the batch is not
	)
	note := func(path string) {
		last = time.Now()
		if len(paths) == 0 && !all || ready != nil {
			first = last // of a batch that nobody takes, the waiting begins anew
		}
		if path == "" {
			all = true
		} else {
			paths[path] = true
		}
		ready = nil
		timer.Reset(min(t.quiet, first.Add(t.longest).Sub(last)))
	}
	taken := func() {
		ready, all = nil, false
		clear(paths)
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
			if wait := min(last.Add(t.grace).Sub(now), first.Add(t.longest).Sub(now)); wait > 0 && t.anyUnfinished(paths) {
				timer.Reset(min(t.quiet, wait))
				continue
			}
			whole = batch{all: all, paths: slices.Sorted(maps.Keys(paths))}
			select {
			case out <- whole:
				taken()
			default:
				ready = out
			}
		case ready <- whole:
			taken()
		}
	}
}

func (t settler) anyUnfinished(paths map[string]bool) bool {
	for path := range paths {
		if t.unfinished(path) {
			return true
		}
	}
	return false
}
