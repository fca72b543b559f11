package devserver

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

//go:embed live.js
var liveScript []byte

//go:embed overlay.css
var overlayStyle []byte

func serveTool(name string) http.HandlerFunc {
	body := liveScript
	if name == "overlay.css" {
		body = overlayStyle
	}
	return func(w http.ResponseWriter, r *http.Request) { answer(w, r, name, http.StatusOK, body) }
}

// mark names a build to pages: it is different after the server was started
// again.
func (s *Server) mark(build int) string { return s.id + "." + strconv.Itoa(build) }

// unmark returns the build that a page shows, or -1 where it is none of this
// run: a page of an earlier one, or one that stands in for another.
func (s *Server) unmark(mark string) int {
	number, ok := strings.CutPrefix(mark, s.id+".")
	build, err := strconv.Atoi(number)
	if !ok || err != nil {
		return -1
	}
	return build
}

// A message tells a page all that it should know.
type message struct {
	Change  string   `json:"change"` // "reload", "style" or nothing
	Overlay *overlay `json:"overlay"`
}

const (
	writeTimeout = 10 * time.Second
	// A comment now and then finds out connections whose other end is gone.
	heartbeat = 30 * time.Second
)

// serveEvents sends a message now and with each new state (server-sent events,
// html.spec.whatwg.org). A page says which build it shows, in its address and,
// after the connection was lost, in Last-Event-ID.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead {
		return
	}
	shown := s.unmark(r.URL.Query().Get("build"))
	if id := r.Header.Get("Last-Event-ID"); id != "" {
		shown = s.unmark(id)
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	control := http.NewResponseController(w)
	write := func(format string, args ...any) bool {
		_ = control.SetWriteDeadline(time.Now().Add(writeTimeout)) // a recorder in tests has none
		if _, err := fmt.Fprintf(w, format, args...); err != nil {
			return false
		}
		return control.Flush() == nil
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	if !write("retry: 500\n\n") {
		return
	}
	for {
		now, next := s.board.look()
		if now != nil {
			var m message
			m, shown = s.message(now, shown)
			data, err := json.Marshal(m)
			if err != nil || !write("id: %s\ndata: %s\n\n", s.mark(shown), data) {
				return
			}
		}
		for waiting := true; waiting; {
			select {
			case <-r.Context().Done():
				return
			case <-beat.C:
				if !write(":\n\n") {
					return
				}
			case <-next:
				waiting = false
			}
		}
	}
}

// message is what to tell a page that shows a build, and which it shows then.
func (s *Server) message(now *state, shown int) (message, int) {
	m := message{Overlay: s.overlay(now)}
	switch {
	case shown < 0 && now.broken(), shown == now.build:
		return m, shown
	case shown >= now.reload:
		m.Change = "style"
	default:
		m.Change = "reload"
	}
	return m, now.build
}
