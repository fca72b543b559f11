package devserver

import (
	"context"
	"io/fs"
	"time"
)

// defaultPoll is how often files are looked at where events fail.
const defaultPoll = time.Second

// A trace is what a file leaves for the next look at it.
type trace struct {
	size     int64
	modified time.Time
}

// poll looks at every file again and again, and sends those that differ.
func (s *Server) poll(ctx context.Context, every time.Duration, out chan<- change, ready func()) {
	before := s.traces()
	ready()
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		now := s.traces()
		for _, path := range differing(before, now) {
			send(ctx, out, change{path})
		}
		before = now
	}
}

func (s *Server) traces() map[string]trace {
	found := map[string]trace{}
	for _, root := range s.options.Watch {
		// A folder that cannot be listed has no files; whoever builds tells why.
		_ = fs.WalkDir(s.options.Source, root, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil
			case ignored(entry.Name()) && entry.IsDir():
				return fs.SkipDir
			case ignored(entry.Name()) || entry.IsDir():
				return nil
			}
			if info, err := entry.Info(); err == nil {
				found[path] = trace{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return found
}

// differing are the files that are new, gone or not as they were.
func differing(before, now map[string]trace) []string {
	var paths []string
	for path, t := range now {
		if was, ok := before[path]; !ok || was.size != t.size || !was.modified.Equal(t.modified) {
			paths = append(paths, path)
		}
	}
	for path := range before {
		if _, ok := now[path]; !ok {
			paths = append(paths, path)
		}
	}
	return paths
}
