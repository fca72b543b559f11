package devserver

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fsnotify/fsnotify"
)

// watch sends changes until the context is done, and calls ready when it would
// miss none. Where the system has no events to give, or not for so many folders,
// it polls.
func (s *Server) watch(ctx context.Context, out chan<- change, ready func()) {
	every := s.options.Poll
	for every == 0 && ctx.Err() == nil {
		err := s.watchEvents(ctx, out, ready)
		if errors.Is(err, fsnotify.ErrEventOverflow) {
			// Events were lost, perhaps those of new folders too: begin anew.
			ready = func() { send(ctx, out, change{}) }
			continue
		}
		if err != nil {
			s.options.Polling(err)
			every = defaultPoll
		}
	}
	if every > 0 {
		s.poll(ctx, every, out, ready)
	}
}

func send(ctx context.Context, out chan<- change, c change) {
	select {
	case out <- c:
	case <-ctx.Done():
	}
}

// An events holds a watch on every folder. Files have none of their own:
// an editor that saves by renaming would take it away with the old file.
type events struct {
	*fsnotify.Watcher
	folder string   // the source folder
	roots  []string // folders in it that are watched with all below
}

// watchEvents sends what the system tells of, until the context is done or
// watching fails.
func (s *Server) watchEvents(ctx context.Context, out chan<- change, ready func()) error {
	watcher, err := fsnotify.NewBufferedWatcher(1024)
	if err != nil {
		return err
	}
	defer watcher.Close()
	w := events{watcher, s.options.Folder, s.options.Watch}
	if err := w.Add(w.folder); err != nil {
		return err
	}
	for _, root := range w.roots {
		if err := w.addTree(root); err != nil {
			return err
		}
	}
	ready()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-watcher.Errors:
			return err
		case e := <-watcher.Events:
			path, ok := w.place(e)
			if !ok {
				continue
			}
			if err := w.follow(e, path); err != nil {
				return err
			}
			send(ctx, out, change{path})
		}
	}
}

// place is the path that an event is about, where it matters.
func (w events) place(e fsnotify.Event) (string, bool) {
	rel, err := filepath.Rel(w.folder, e.Name)
	if err != nil || e.Op == fsnotify.Chmod || e.Op == 0 {
		return "", false
	}
	path := filepath.ToSlash(rel)
	top, _, _ := strings.Cut(path, "/")
	return path, slices.Contains(w.roots, top) && !ignoredPath(path)
}

// follow watches folders that appear, and forgets those that go: a folder that
// was moved would go on telling of changes under its old name.
func (w events) follow(e fsnotify.Event, path string) error {
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		below := e.Name + string(filepath.Separator)
		for _, name := range w.WatchList() {
			if name != e.Name && !strings.HasPrefix(name, below) {
				continue
			}
			if err := w.Watcher.Remove(name); err != nil && !errors.Is(err, fsnotify.ErrNonExistentWatch) && !gone(name) {
				return err
			}
		}
	}
	if e.Has(fsnotify.Create) {
		return w.addTree(path)
	}
	return nil
}

// addTree watches a folder and all below it. The watch is set before the folder
// is listed, so that no folder is missed between the two.
func (w events) addTree(path string) error {
	name := filepath.Join(w.folder, filepath.FromSlash(path))
	info, err := os.Stat(name) // content may be a link itself
	if err != nil || !info.IsDir() {
		return nil
	}
	if err := w.Add(name); err != nil {
		if gone(name) {
			return nil
		}
		return err
	}
	entries, err := os.ReadDir(name)
	if err != nil && !gone(name) && !errors.Is(err, fs.ErrPermission) {
		return err
	}
	for _, entry := range entries {
		if entry.IsDir() && !ignored(entry.Name()) {
			if err := w.addTree(path + "/" + entry.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

func gone(name string) bool {
	_, err := os.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}
