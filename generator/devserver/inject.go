package devserver

import (
	"bytes"
	"fmt"
	"html"
	"slices"
)

// inject puts the server's script at the end of a page that shows a build.
func (s *Server) inject(page []byte, build int) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], s.script(s.mark(build)), page[at:])
}

// script is the element that loads the script, with what it must know before it
// hears from the server.
func (s *Server) script(mark string) []byte {
	return fmt.Appendf(nil, `<script src="%slive.js" data-build="%s" data-gone="%s" defer></script>`,
		own, html.EscapeString(mark), html.EscapeString(s.options.Words.Gone))
}
