// Package devserver shows a site while it is being written.
//
// A [Server] watches the source folder, has the site built again from what
// changed, renders the pages that browsers ask for, and tells them when to look
// again.
//
//	server, err := devserver.New(options)
//	err = server.Run(ctx, listener) // until ctx is done
//
// It does not know how a site is built: Options.Build is told what changed and
// returns the plan.
//
// # The way of a change
//
// A watcher (events.go, poll.go) names files and folders that changed. A
// settler (settle.go) waits until a save is complete, however the editor goes
// about it, and makes one batch of all that changed meanwhile. The server
// builds, and posts the outcome on a [board] where requests and open pages see
// it. A site without errors takes the place of the one before; of a site with
// errors only its mistakes are shown, over the last good one.
//
// Pages are rendered when they are asked for. Rendering finds out by itself
// that a file is not what it was when the site was built (Options.Stale); the
// request then waits for the next build. So nobody is shown an old page for a
// file that is already saved, even where the system sends no events.
//
// # In the browser
//
// Every page is sent with a script, /_svod/live.js, that is no part of the site
// and never gets into a built one. It keeps a stream of events open while its
// tab is visible: browsers allow six connections to a server, and there may be
// more tabs. Each event carries the whole state: the number of the build and
// what is wrong. So it makes no difference which events a page has missed.
//
// # What is refused
//
// Other sites must not be able to read drafts through the reader's browser. A
// request whose Host is not a name of this machine is refused (a page can make
// its own domain point here, which is called DNS rebinding); so is one that a page
// of another origin makes, unless it leads the reader here; and answers forbid
// other origins to embed them. Only files of the plan are served: no path leads
// to the disk. The server changes nothing and accepts only GET and HEAD.
package devserver

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
)

// Options say what to serve. All functions are called without asking; none may be
// nil.
type Options struct {
	// Folder is the source folder, Watch the folders in it whose changes
	// matter, such as "content". They need not exist yet.
	Folder string
	Watch  []string
	// Source is the same folder; files are looked at through it.
	Source fs.FS
	// Poll is how often to look at every file instead of waiting for events,
	// which network shares do not send. Zero means events.
	Poll time.Duration

	// Build plans the site after the given files and folders have changed,
	// slash-separated and inside the source folder; after anything may have,
	// where there are none. It is called by one goroutine at a time.
	Build func(ctx context.Context, changed []string) (Site, error)
	// Stale names the file of which an error says that it has changed since it
	// was read.
	Stale func(error) (file string, ok bool)
	// Told is called after each build, by one goroutine at a time.
	Told func(Outcome)
	// Polling is called when the system gives no events, or not for so many
	// folders, and the server polls instead.
	Polling func(error)
	// Log is told what the HTTP library has to say of broken connections; nil
	// for silence.
	Log *log.Logger

	// Printer and Explain write mistakes and failures of the machine for
	// whoever runs the program.
	Printer *diag.Printer
	Explain func(error) string
	Words   Words
	// Editor is the address that opens a file in an editor, with {file},
	// {line} and {column} in it; see [Editors]. Empty for none.
	Editor string
	// Hosts are names besides those of the loopback interface by which the
	// server may be asked. AnyAddress allows every IP address as well.
	Hosts      []string
	AnyAddress bool
}

// A Site is what a build returns.
type Site struct {
	Files []output.File
	// Mistakes are those of the content. Where any of them is an error, the site
	// is not shown.
	Mistakes []diag.Diagnostic
	// Sum tells sites with different files apart. Browsers are told nothing of
	// a build with the Sum of the one before. Empty means different.
	Sum string
}

// An Outcome is how a build went.
type Outcome struct {
	// Changed are the files and folders that were read again; none for all.
	Changed  []string
	Mistakes []diag.Diagnostic
	Err      error // of the machine
	// New are the mistakes that the build before did not have, Mended is how
	// many of its mistakes are gone.
	New    []diag.Diagnostic
	Mended int
	// Repeated means that Err has been told before.
	Repeated bool
	Took     time.Duration
}

// Words are what the server says by itself in the browser.
type Words struct {
	Lang       string // of all of them, such as "ru"
	NotBuilt   string // title of the page in place of one that cannot be shown yet
	WhatToDo   string // what to do about it
	Failed     string // heading over a failure of the machine
	OpenEditor string // link that opens the editor
	Gone       string // the server does not answer any more
	Refused    string // answer to a foreign host
	More       func(n int) string
}

// A Server shows one site. It is run once.
type Server struct {
	options Options
	id      string // tells pages of this run from those of an earlier one
	board   board
	copies  copies
	asked   chan string // files that requests found changed
	sum     string
	full    bool // build from everything next time
}

// New returns a server. Nothing is read yet.
func New(o Options) (*Server, error) {
	folder, err := filepath.Abs(o.Folder)
	if err != nil {
		return nil, err
	}
	o.Folder = folder
	return &Server{options: o, id: rand.Text()[:8], asked: make(chan string), full: true}, nil
}

// patience is how long answers under way may take after the end was asked for.
const patience = 2 * time.Second

// Run serves until the context is done, and then returns nil. The error is one
// of the listener, which it closes, or of the watcher.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	group, ctx := errgroup.WithContext(ctx)
	server := &http.Server{
		Handler:           s.handler(),
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          cmp.Or(s.options.Log, log.New(io.Discard, "", 0)),
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	group.Go(func() error {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	group.Go(func() error {
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		if server.Shutdown(end) != nil {
			return server.Close()
		}
		return nil
	})
	changes, batches := make(chan change), make(chan batch)
	watching := make(chan struct{})
	group.Go(func() error {
		s.watch(ctx, changes, sync.OnceFunc(func() { close(watching) }))
		return nil
	})
	group.Go(func() error {
		s.settler().run(ctx, changes, s.asked, batches)
		return nil
	})
	group.Go(func() error {
		select {
		case <-watching: // else changes during the first build might be missed
			s.keepBuilding(ctx, batches)
		case <-ctx.Done():
		}
		return nil
	})
	return group.Wait()
}
