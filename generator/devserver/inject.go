package devserver

import (
	"bytes"
	"fmt"
	"html"
	"slices"
)

// inject puts the server's script at the end of a page.
func inject(page []byte, mark string) []byte {
	script := fmt.Appendf(nil, `<script src="%slive.js" data-build="%s" defer></script>`, own, html.EscapeString(mark))
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], script, page[at:])
}
