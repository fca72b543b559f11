package typeset

import (
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

const ellipsis = "…"

// Wrap breaks text into at most the given number of lines, none wider than
// width. Lines are broken where Unicode allows it (UAX #14: at spaces, after
// hyphens), and inside a word only where the word alone is too wide: a Russian one
// between syllables, with a hyphen. What does not fit is cut, and the last line
// then ends with "…".
func (f *Family) Wrap(text string, s Style, width float64, lines int) []string {
	rest := pieces(strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, "\ufffd"), breaks), " "))
	var out []string
	for len(rest) > 0 && len(out) < lines {
		if len(out) == lines-1 {
			return append(out, f.Ellipsize(strings.Join(rest, ""), s, width))
		}
		line := ""
		for len(rest) > 0 && f.Width(strings.TrimRight(line+rest[0], " "), s) <= width {
			line, rest = line+rest[0], rest[1:]
		}
		if line == "" {
			if line, rest[0] = f.broken(rest[0], s, width); rest[0] == "" {
				rest = rest[1:]
			}
		}
		out = append(out, strings.TrimRight(line, " "))
	}
	return out
}

// Unbroken is the width of the widest part of text that a line can only end after
// or before: less room than that makes Wrap break a word.
func (f *Family) Unbroken(text string, s Style) float64 {
	widest := 0.0
	for _, piece := range pieces(strings.ToValidUTF8(text, "\ufffd")) {
		widest = max(widest, f.Width(strings.TrimRight(piece, " "), s))
	}
	return widest
}

// breaks tells white space at which a line may end; a no-break space is none.
func breaks(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// pieces divides text where a line may end.
func pieces(text string) []string {
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	var out []string
	for lines := seg.LineIterator(); lines.Next(); {
		out = append(out, string(lines.Line().Text))
	}
	return out
}

// Ellipsize returns text as it is where it fits, or else as much of it as fits
// with "…" after it.
func (f *Family) Ellipsize(text string, s Style, width float64) string {
	text = strings.TrimRight(strings.ToValidUTF8(text, "\ufffd"), " ")
	if f.Width(text, s) <= width {
		return text
	}
	n := f.fitting(text, s, width-f.Width(ellipsis, s))
	if n == len(text) {
		return text // a single letter
	}
	return strings.TrimRight(text[:n], " ,.;:–—-") + ellipsis
}

// fitting is how many bytes of text fit: whole letters with their marks, and
// one letter at least.
func (f *Family) fitting(text string, s Style, width float64) int {
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	fits, end := 0, 0
	for letters := seg.GraphemeIterator(); letters.Next(); {
		end += len(string(letters.Grapheme().Text))
		if fits > 0 && f.Width(text[:end], s) > width {
			break
		}
		fits = end
	}
	return fits
}
