package attachment

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// inside is the beginning of an address that stays in the file: one of its parts,
// or a picture of pixels or a typeface written into it.
var inside = regexp.MustCompile(`^(?i)(?:#|data:(?:image/(?:png|jpe?g|gif|webp|avif)|font/(?:woff2?|ttf|otf))[;,])`)

// mayStyle tells attributes whose value browsers may read as a style from those
// that only name or describe. Style attributes have no namespace; drawing programs
// keep their own notes in one, names of files on Windows among them.
func mayStyle(attribute xml.Name) bool {
	name := strings.ToLower(attribute.Local)
	return attribute.Space == "" && name != "xmlns" && name != "id" && name != "class" &&
		!strings.HasPrefix(name, "data-") && !strings.HasPrefix(name, "aria-")
}

// What fetches in a style: addresses, which are told by how they begin; functions
// that take an address as a string (CSS Values 4, CSS Images 4); and, whatever is
// invented next, a string that is an address. Each pattern ends where the address
// begins, lest it skip the next one: a comment may leave an address open.
var (
	address  = regexp.MustCompile(`(?i)url\(\s*["']?\s*`)
	function = regexp.MustCompile(`(?i)(?:^|[^a-z0-9_])(src|image|image-set|cross-fade)\(`)
	quoted   = regexp.MustCompile(`(?i)["']\s*(?:(?:https?|ftp|file|blob|data|javascript):|(?:[a-z][a-z0-9+.-]*:)?//)`)
)

// style allows styles that fetch nothing. One that is written with escapes may
// say anything.
func (s *svg) style(where, css string) {
	if strings.Contains(css, `\`) {
		s.tell(unreadable, where)
	}
	if strings.Contains(strings.ToLower(css), "@import") {
		s.tell(outside, "@import")
	}
	if m := function.FindStringSubmatch(css); m != nil {
		s.tell(outside, m[1]+"(…)")
	}
	for _, at := range address.FindAllStringIndex(css, -1) {
		if !inside.MatchString(css[at[1]:]) {
			s.tell(outside, "url(…)")
		}
	}
	for _, at := range quoted.FindAllStringIndex(css, -1) {
		if address := strings.TrimLeft(css[at[0]+1:], " \t\r\n\f"); !inside.MatchString(address) {
			s.tell(outside, where)
		}
	}
}
