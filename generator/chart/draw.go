package chart

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"

	"example.org/svod/generator/typeset"
)

// Widths of the two pictures, in pixels. Heights follow from what is in them.
const (
	Wide   = 720
	Narrow = 340
)

// Options are what a Drawer works with.
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

// A Drawer draws charts. It is safe for concurrent use.
type Drawer struct {
	options Options
	sum     [32]byte // of the script and the fonts
	pool    *pool
	cache   *cache
}

// A Picture is a chart as SVG, in two sizes.
type Picture struct {
	Wide, Narrow []byte
}

// NewDrawer makes a Drawer. It starts nothing: that happens when the first
// picture has to be drawn.
func NewDrawer(o Options) (*Drawer, error) {
	if len(o.Script) == 0 {
		return nil, errors.New("chart: no script to draw with")
	}
	if o.Fonts == nil {
		return nil, errors.New("chart: no fonts to measure text with")
	}
	script := sha256.Sum256(o.Script)
	return &Drawer{
		options: o,
		sum:     sha256.Sum256(append(script[:], o.FontSum[:]...)),
		pool:    newPool(o.Script, o.Fonts),
		cache:   newCache(o.CacheDir, o.CacheBytes),
	}, nil
}

// Draw returns the pictures of a chart. Ids in them begin with id, which no other
// chart on the page may have. The error is the machine's, or that of ctx.
func (d *Drawer) Draw(ctx context.Context, c *Chart, id string) (Picture, error) {
	wide, err := d.drawAt(ctx, c, Wide, id+"-w")
	if err != nil {
		return Picture{}, err
	}
	narrow, err := d.drawAt(ctx, c, Narrow, id+"-n")
	if err != nil {
		return Picture{}, err
	}
	return Picture{wide, narrow}, nil
}

// Option is the option of ECharts that the picture of a width is drawn from, as
// JSON: for the page of the chart and for the live chart in the browser.
func (d *Drawer) Option(c *Chart, width int) ([]byte, error) {
	option, _ := c.figure.option(frame{width: float64(width), fonts: d.options.Fonts})
	b, err := json.Marshal(option)
	if err != nil {
		return nil, fmt.Errorf("chart: %w", err)
	}
	return b, nil
}

// Size is the width and the height of the picture of a width, in pixels; nothing
// is drawn for it.
func (d *Drawer) Size(c *Chart, width int) (w, h float64) {
	_, h = c.figure.option(frame{width: float64(width), fonts: d.options.Fonts})
	return float64(width), h
}

func (d *Drawer) drawAt(ctx context.Context, c *Chart, width int, id string) ([]byte, error) {
	option, height := c.figure.option(frame{width: float64(width), fonts: d.options.Fonts})
	b, err := json.Marshal(option)
	if err != nil {
		return nil, fmt.Errorf("chart: %w", err)
	}
	h := svgHead{id: id, width: float64(width), height: height, title: c.Title, summary: c.Summary()}
	key := d.key(h, b)
	if svg, ok := d.cache.get(key); ok {
		return svg, nil
	}
	raw, err := d.pool.draw(ctx, b, h.width, h.height)
	if err != nil {
		return nil, err
	}
	svg, err := rewrite(raw, h, d.options.Fonts)
	if err != nil {
		return nil, err
	}
	d.cache.put(key, svg)
	return svg, nil
}

// version is part of every key. It changes with the code that writes the SVG.
const version = 1

// key is the hash of everything that shapes a picture.
func (d *Drawer) key(h svgHead, option []byte) [32]byte {
	s := sha256.New()
	fmt.Fprintf(s, "%d %x %q %v %v %q %q\n", version, d.sum, h.id, h.width, h.height, h.title, h.summary)
	s.Write(option)
	return [32]byte(s.Sum(nil))
}
