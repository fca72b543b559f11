package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// An edit replaces length bytes of a text.
type edit struct {
	at, length int
	with       string
}

// A typesetter finds the edits that a text needs. Its slices are used again.
type typesetter struct {
	rules *rules
	edits []edit
	open  []opening
	// typed counts the open guillemets that the author typed himself, straight
	// the " that are open. A ' may be an apostrophe and counts for nothing.
	typed, straight int
}

// An opening is a quote that waits for its pair: its edit, and the pair that
// it belongs to.
type opening struct {
	edit, level int
	mark        byte
}

// text returns a text with its edits applied.
func (t *typesetter) text(s string) string {
	if t.rules == nil {
		return s
	}
	b := []byte(s)
	t.run(b, false)
	if len(t.edits) == 0 {
		return s
	}
	out, _ := apply(make([]byte, 0, len(b)+len(b)/8), b, 0, t.edits)
	return string(out)
}

// apply appends text[from:] to dst with the edits that lie in it, and returns
// the edits that come later. One that goes past the end is left out.
func apply(dst, text []byte, from int, edits []edit) ([]byte, []edit) {
	for len(edits) > 0 && edits[0].at < len(text) {
		if e := edits[0]; e.at+e.length <= len(text) {
			dst = append(dst, text[from:e.at]...)
			dst = append(dst, e.with...)
			from = e.at + e.length
		}
		edits = edits[1:]
	}
	return append(dst, text[from:]...), edits
}

// hot are the bytes at which a rule may begin. All others, every Cyrillic letter
// among them, are passed over.
var hot = [256]bool{
	' ': true, '\n': true, '\t': true, '\v': true, '-': true, '"': true, '\'': true,
	'.': true, '(': true, '[': true, '\\': true, '&': true, 0xC2: true, 0xE2: true,
}

// run finds the edits of a text. In markup, what a
// backslash escapes and what an entity names are left alone.
func (t *typesetter) run(b []byte, markup bool) {
	t.edits, t.open = t.edits[:0], t.open[:0]
	t.typed, t.straight = 0, 0
	word := 0 // where the word begins that is being read
	for i := 0; ; {
		for i < len(b) && !hot[b[i]] {
			i++
		}
		if i >= len(b) {
			break
		}
		size, newWord := 1, false
		switch b[i] {
		case ' ', '\n', '\t', '\v':
			newWord = t.space(b, word, i)
		case '(', '[':
			newWord = true
		case '-':
			size, newWord = t.dash(b, i)
		case '"', '\'':
			newWord = t.quote(b, i)
		case '.':
			size = t.points(b, i)
		case '\\', '&':
			if markup {
				size = escapeLength(b[i:])
			}
		default:
			size, newWord = t.typographic(b, i)
		}
		i += size
		if newWord {
			word = i
		}
	}
	t.straighten()
}

func (t *typesetter) edit(at, length int, with string) {
	t.edits = append(t.edits, edit{at, length, with})
}

// space decides about the space at i, after the word that begins at word, and
// tells whether it parts words.
func (t *typesetter) space(b []byte, word, i int) bool {
	rest := b[i+1:]
	if len(rest) > 0 && rest[0] == note[0] && bytes.HasPrefix(rest, []byte(note)) {
		if t.rules != nil {
			t.edit(i, 1, "")
		}
		return false
	}
	if t.rules == nil || len(rest) == 0 || b[i] == '\v' || b[i] == '\t' {
		return true
	}
	if dashLength(rest) > 0 || i == word && i > 0 && dashLength(b) == i || i > word && t.rules.binds(b[word:i], rest) {
		t.edit(i, 1, noBreak)
	}
	return true
}

// dashLength is how long the dash is that text begins with, if it stands alone:
// before a space or the end. Hyphens are a dash then.
func dashLength(text []byte) int {
	if len(text) == 0 || text[0] != '-' && text[0] != emDash[0] { // nearly always
		return 0
	}
	n := 0
	switch {
	case text[0] == '-':
		for n < len(text) && text[n] == '-' {
			n++
		}
	case bytes.HasPrefix(text, []byte(emDash)), bytes.HasPrefix(text, []byte(enDash)):
		n = len(emDash)
	}
	if n > 0 && n <= 3 && isSpaceAfter(text, n) {
		return n
	}
	return 0
}

// dash sets hyphens at i that stand alone, and those between two numbers.
func (t *typesetter) dash(b []byte, i int) (size int, standing bool) {
	size = 1
	for i+size < len(b) && b[i+size] == '-' {
		size++
	}
	if t.rules == nil {
		return size, false
	}
	if isSpaceBefore(b, i) && dashLength(b[i:]) == size {
		t.edit(i, size, emDash)
		return size, true
	}
	if size == 1 && isRange(b, i) {
		t.edit(i, 1, enDash)
	}
	return size, false
}

// points makes … of three points, not of two or four.
func (t *typesetter) points(b []byte, i int) int {
	n := 1
	for i+n < len(b) && b[i+n] == '.' {
		n++
	}
	if n == 3 && t.rules != nil {
		t.edit(i, n, "…")
	}
	return n
}

// typographic passes over signs that the author typed as they should be.
func (t *typesetter) typographic(b []byte, i int) (size int, newWord bool) {
	r, size := utf8.DecodeRune(b[i:])
	switch r {
	case '«':
		t.typed++
		return size, true
	case '»':
		t.typed = max(0, t.typed-1)
	case '„', '‘':
		return size, true
	case '—', '–':
		standing := isSpaceBefore(b, i) && isSpaceAfter(b, i+size)
		if r == '–' && standing && t.rules != nil {
			t.edit(i, size, emDash)
		}
		return size, standing
	case '\u00a0', '\u2009', '\u202f':
		return size, true
	}
	return size, false
}

// escapeLength is how many bytes a backslash or an ampersand at the start of
// text takes with it.
func escapeLength(text []byte) int {
	if text[0] == '\\' {
		return min(2, len(text))
	}
	for i := 1; i < len(text) && i < 32; i++ {
		switch c := text[i]; {
		case c == ';':
			return i + 1
		case c != '#' && !('0' <= c && c <= '9') && !('a' <= c && c <= 'z') && !('A' <= c && c <= 'Z'):
			return 1
		}
	}
	return 1
}

func isSpaceBefore(b []byte, i int) bool {
	if i <= 0 {
		return true
	}
	r, _ := utf8.DecodeLastRune(b[:i])
	return unicode.IsSpace(r)
}

func isSpaceAfter(b []byte, i int) bool {
	if i >= len(b) {
		return true
	}
	r, _ := utf8.DecodeRune(b[i:])
	return unicode.IsSpace(r)
}
