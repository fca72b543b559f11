package devserver

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// guard lets only requests through that were meant for this server, and tells
// browsers to keep its answers to themselves.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		// That is about pictures and scripts; frames have a rule of their own. It
		// comes beside what a page says itself, and loosens nothing.
		h.Set("Content-Security-Policy", "frame-ancestors 'self'")
		h.Set("Cache-Control", "no-cache") // ask again each time; the ETag saves sending
		switch {
		case !s.isOurs(r.Host), isOthers(r):
			http.Error(w, s.options.Words.Refused, http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// isOthers reports whether a page of another origin, one on another port of this
// machine included, wants more than to lead a reader here: browsers say so in Fetch
// Metadata (w3.org/TR/fetch-metadata). What it could not read, it could still hold
// open or measure.
func isOthers(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	}
	return r.Header.Get("Sec-Fetch-Dest") != "document"
}

// isOurs reports whether a Host header names this machine. Ports do not matter:
// they may be forwarded. An IP address cannot be made to point elsewhere.
func (s *Server) isOurs(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.TrimSuffix(strings.Trim(name, "[]"), "."))
	if address, err := netip.ParseAddr(name); err == nil {
		return address.IsLoopback() || s.options.AnyAddress
	}
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || slices.Contains(s.options.Hosts, name)
}
