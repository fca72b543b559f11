package devserver

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
)

// own is the folder of what the server says by itself.
const own = "/_svod/"

const notFound = "404.html"

func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc(own+"events", s.serveEvents)
	mux.HandleFunc(own+"live.js", serveTool("live.js"))
	mux.HandleFunc(own+"overlay.css", serveTool("overlay.css"))
	mux.HandleFunc("/", s.servePage)
	return s.guard(mux)
}

// servePage answers with a file of the site.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	now, err := s.first(r.Context())
	if err != nil {
		return // nobody waits for the answer
	}
	name, status := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/"), http.StatusOK
	if name == "" || strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	if _, ok := now.file(name); !ok && now.files != nil {
		if _, ok := now.file(name + "/index.html"); ok {
			// Links of the page are relative to its folder.
			to := url.URL{Path: "/" + name + "/", RawQuery: r.URL.RawQuery}
			http.Redirect(w, r, to.String(), http.StatusFound)
			return
		}
		name, status = notFound, http.StatusNotFound
	}
	s.send(w, r, name, status)
}

// send answers with a file of the plan.
func (s *Server) send(w http.ResponseWriter, r *http.Request, name string, status int) {
	body, build, err := s.render(r.Context(), name)
	var missing missingError
	switch {
	case r.Context().Err() != nil:
		return
	case errors.As(err, &missing), errors.Is(err, fs.ErrNotExist):
		http.NotFound(w, r)
		return
	case errors.Is(err, errNothingGood):
		s.sendStandIn(w, r, http.StatusServiceUnavailable, s.options.Words.WhatToDo)
		return
	case err != nil:
		s.sendStandIn(w, r, http.StatusInternalServerError, s.options.Explain(err))
		return
	}
	if path.Ext(name) == ".html" {
		body = s.inject(body, build)
	}
	answer(w, r, name, status, body)
}

// answer sends bytes with what a browser wants to know about them.
func answer(w http.ResponseWriter, r *http.Request, name string, status int, body []byte) {
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("ETag", etag(body))
	if status == http.StatusOK {
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
		return
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the browser may be gone
	}
}

// first returns the newest state, waiting for the first.
func (s *Server) first(ctx context.Context) (*state, error) {
	for {
		now, next := s.board.look()
		if now != nil {
			return now, nil
		}
		select {
		case <-next:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}
