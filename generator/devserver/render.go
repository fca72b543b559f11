package devserver

import (
	"bytes"
	"context"
	"errors"
	"path"
	"slices"
	"sync"
	"time"
)

// errNothingGood means that a page cannot be shown because of mistakes, and that
// nobody has looked at it when it still could.
var errNothingGood = errors.New("devserver: no version of the page without mistakes")

// A missingError is a path that the plan does not have any more.
type missingError string

func (e missingError) Error() string { return "devserver: no " + string(e) }

// patienceForBuild is how long a request waits for a build. A report of ten
// thousand clusters is read in seconds.
const patienceForBuild = 20 * time.Second

// render writes a file of the site, and tells of which build. Where its content
// has changed since, it waits for the next build; where that has mistakes, it
// returns what was sent last.
func (s *Server) render(ctx context.Context, name string) (body []byte, build int, err error) {
	ctx, cancel := context.WithTimeout(ctx, patienceForBuild)
	defer cancel()
	for try := 0; ; try++ {
		now, next := s.board.look()
		if now.files == nil {
			return nil, 0, errNothingGood
		}
		file, ok := now.file(name)
		if !ok {
			return nil, 0, missingError(name)
		}
		var b bytes.Buffer
		err := file.Render(&b)
		if err == nil {
			s.copies.keep(name, b.Bytes())
			return b.Bytes(), now.build, nil
		}
		changed, stale := s.options.Stale(err)
		if !stale {
			return nil, 0, err
		}
		if now.broken() && try > 0 {
			if body, ok := s.copies.find(name); ok {
				return body, now.build, nil
			}
			return nil, 0, errNothingGood
		}
		if err := s.waitFor(ctx, changed, next); err != nil {
			return nil, 0, err
		}
	}
}

// waitFor has a file read again.
func (s *Server) waitFor(ctx context.Context, changed string, next <-chan struct{}) error {
	select {
	case s.asked <- changed:
	case <-next:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case <-next:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// mostCopies bounds the pages that are kept; a hundred of them are a few
// megabytes.
const mostCopies = 100

// copies are the pages that were sent last, for the time when their content has
// mistakes.
type copies struct {
	mu     sync.Mutex
	bodies map[string][]byte
	order  []string // those sent last come last
}

func (c *copies) keep(name string, body []byte) {
	if path.Ext(name) != ".html" {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.bodies == nil {
		c.bodies = map[string][]byte{}
	}
	c.order = slices.DeleteFunc(c.order, func(kept string) bool { return kept == name })
	c.order = append(c.order, name)
	c.bodies[name] = body
	if len(c.order) > mostCopies {
		delete(c.bodies, c.order[0])
		c.order = slices.Delete(c.order, 0, 1)
	}
}

func (c *copies) find(name string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	body, ok := c.bodies[name]
	return body, ok
}
