package typeset

import (
	"sync"
	"unicode"
)

// Width is how far text of one line goes to the right.
func (f *Family) Width(text string, s Style) float64 {
	if text == "" {
		return 0
	}
	c := f.nearest(s.Weight)
	if len(text) > longest {
		return c.measure([]rune(text)) * s.Size
	}
	ems, ok := c.widths.get(text)
	if !ok {
		ems = c.measure([]rune(text))
		c.widths.put(text, ems)
	}
	return ems * s.Size
}

// shapedSize is the size in which text is shaped, in pixels: large enough that
// rounding to 1/64 of a pixel is lost when the width is scaled.
const shapedSize = 1000

// measure adds up the runs of text that one file has. The result is in ems.
func (c *cut) measure(text []rune) float64 {
	s := c.shapers.Get().(*shaper)
	defer c.shapers.Put(s)
	width := 0.0
	c.runs(text, func(file int, known bool, run []rune) {
		if known {
			width += ems(s.ShapeNoExtents(s.input(file, run)).Advance)
			return
		}
		for _, r := range run {
			width += estimate(r)
		}
	})
	return width
}

// runs divides text into runs that one file has, or none.
func (c *cut) runs(text []rune, each func(file int, known bool, run []rune)) {
	for start := 0; start < len(text); {
		file, known := c.fileOf(text[start])
		end := start + 1
		for end < len(text) {
			if next, ok := c.fileOf(text[end]); next != file || ok != known {
				break
			}
			end++
		}
		each(file, known, text[start:end])
		start = end
	}
}

// fileOf returns the index of the first file that has the letter.
func (c *cut) fileOf(r rune) (int, bool) {
	for i, f := range c.files {
		if _, ok := f.NominalGlyph(r); ok {
			return i, true
		}
	}
	return 0, false
}

// estimate is the width in ems of a letter that no file has: a full em for the
// scripts of East Asia and pictures, nothing for marks and invisible characters.
func estimate(r rune) float64 {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	case unicode.IsSpace(r):
		return 0.25
	case r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana),
		r >= 0x1f000:
		return 1
	}
	return 0.6
}

// The cache is bounded by maxWidths texts of at most longest bytes. A chart has
// some fifty texts, and those of charts drawn long ago need not be remembered.
const (
	maxWidths = 4096
	longest   = 256
)

// widths remembers what was measured. Full, it starts again from nothing.
type widths struct {
	mu  sync.RWMutex
	ems map[string]float64
}

func (w *widths) get(text string) (float64, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	ems, ok := w.ems[text]
	return ems, ok
}

func (w *widths) put(text string, ems float64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ems == nil || len(w.ems) >= maxWidths {
		w.ems = map[string]float64{}
	}
	w.ems[text] = ems
}
