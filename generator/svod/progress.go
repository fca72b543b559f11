package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// A progress is a line on a terminal that counts what is done. It appears only
// where waiting becomes noticeable, and leaves nothing behind.
type progress struct {
	w     io.Writer
	label func(done, total int) string

	mu    sync.Mutex
	next  time.Time
	shown bool
}

const (
	patience = 700 * time.Millisecond // before the line appears
	interval = 100 * time.Millisecond // between two states of it
)

func (p *program) newProgress() *progress {
	line := &progress{next: time.Now().Add(patience)}
	if terminal(p.err) && !p.flags.quiet {
		line.w = p.err
		line.label = func(done, total int) string {
			return p.say("progress", words{"Done": done, "Total": total})
		}
	}
	return line
}

// step is called from any goroutine when one more piece is done.
func (l *progress) step(done, total int) {
	if l.w == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if now := time.Now(); now.After(l.next) {
		l.next = now.Add(interval)
		l.shown = true
		fmt.Fprintf(l.w, "\r\x1b[K%s", l.label(done, total))
	}
}

func (l *progress) done() {
	if l.shown {
		fmt.Fprint(l.w, "\r\x1b[K")
	}
}
