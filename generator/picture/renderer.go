// Package picture draws: what goes in is an option of Apache ECharts as JSON, what
// comes out is a clean SVG, the same as a file of its own, or a PNG. It knows no
// charts; package chart makes the options.
//
//	r, err := picture.New(picture.Options{Script: script, Fonts: fonts})
//	svg, err := r.SVG(option, head)           // for a page
//	file, err := r.Alone(svg, head, imprint)  // with a title and lines below
//	png, err := r.PNG(file, picture.Card)
//
// ECharts runs in goja, in as many machines as there are processors, with the
// metrics of the site's fonts and without a clock or chance: the same option gives
// the same bytes. What was drawn is kept, in memory and in a folder.
//
// # The SVG
//
// The drawing of ECharts is taken apart and written anew. Only elements and
// attributes of a list get through; there is no script, no style and no id that
// another picture on the page could have, so that it passes a strict
// Content-Security-Policy.
//
// Each coloured element carries its colour twice: as a presentation attribute
// with the colour of the light scheme, and as a class (fill-1, line-grid) that
// the site's stylesheet binds to a variable (--chart-1, --chart-grid). A class
// wins over a presentation attribute (CSS 2.1, 6.4.4; SVG 2, 6.6), so that in a
// page the picture follows dark mode and print, and alone, in a feed reader or a
// text editor, it still has its colours. var() inside presentation attributes
// would do for browsers only.
package picture

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"example.org/svod/generator/typeset"
)

// Options are what a Renderer works with.
type Options struct {
	// Script is dist/chart-ssr.js of the layouts.
	Script []byte
	// Fonts is the typeface of the charts, of the files in dist/fonts.
	Fonts *typeset.Family
	// FontSum is a fingerprint of those files, for the cache.
	FontSum [32]byte
	// CacheDir keeps pictures between builds; it is made when the first is
	// written, and may be deleted at any time. Empty means no such folder.
	CacheDir string
	// CacheBytes is how large the folder may grow; 0 means 64 MB.
	CacheBytes int64
}

// FontFamily is the typeface of all text in pictures.
const FontFamily = "Golos Text"

// TextStyle is how text is set where nothing else is said. The narrow picture may
// be shown at six sevenths of its size, so nothing is smaller than the 12 pixels
// that leaves.
var TextStyle = typeset.Style{Size: 14, Weight: 400}

// A Renderer draws pictures. It is safe for concurrent use.
type Renderer struct {
	fonts *typeset.Family
	sum   [32]byte // of the script and the fonts
	pool  *pool
	cache *cache
}

// New makes a Renderer. It starts nothing: that happens when the first picture
// has to be drawn.
func New(o Options) (*Renderer, error) {
	if len(o.Script) == 0 {
		return nil, errors.New("picture: no script to draw with")
	}
	if o.Fonts == nil {
		return nil, errors.New("picture: no fonts to measure text with")
	}
	script := sha256.Sum256(o.Script)
	return &Renderer{
		fonts: o.Fonts,
		sum:   sha256.Sum256(append(script[:], o.FontSum[:]...)),
		pool:  newPool(o.Script, o.Fonts),
		cache: newCache(o.CacheDir, o.CacheBytes),
	}, nil
}

// A Head is what a picture is told about itself.
type Head struct {
	// ID is what all ids in the picture begin with.
	ID string
	// Width and Height are in pixels.
	Width, Height float64
	Title         string // of the chart
	Unit          string // of its values; may be empty
	Summary       string // what the chart shows, for those who do not see it
	Texture       Texture
}

// A Texture is how things that a legend tells apart by colour are told apart on
// paper, which may have none. It is a class of the picture: what it looks like says
// layouts/assets/print.css.
type Texture string

// Ways to tell things apart on paper. Most pictures need none of them: they have one
// colour, or words at all that is in them.
const (
	Hatched Texture = "hatched" // surfaces, by what they are filled with
	Dashed  Texture = "dashed"  // lines, by their dashes
)

// SVG draws an option of ECharts, given as JSON. The error is the machine's.
func (r *Renderer) SVG(option []byte, h Head) ([]byte, error) {
	key := r.key(h, option)
	if svg, ok := r.cache.get(key); ok {
		return svg, nil
	}
	raw, err := r.pool.draw(option, h.Width, h.Height)
	if err != nil {
		return nil, err
	}
	svg, err := rewrite(raw, h, r.fonts)
	if err != nil {
		return nil, err
	}
	r.cache.put(key, svg)
	return svg, nil
}

// version is part of every key. It is raised with every change of what is written
// of the same drawing; TestOtherPicturesHaveAnotherVersion tells when.
const version = 3

// key is the hash of everything that shapes a picture.
func (r *Renderer) key(h Head, option []byte) [32]byte {
	s := sha256.New()
	fmt.Fprintf(s, "%d %x %q %v %v %q %q %q\n", version, r.sum, h.ID, h.Width, h.Height, h.Title, h.Summary, h.Texture)
	s.Write(option)
	return [32]byte(s.Sum(nil))
}
