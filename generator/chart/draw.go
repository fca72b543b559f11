package chart

import (
	"cmp"
	"encoding/json"
	"fmt"

	"golang.org/x/sync/errgroup"

	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
)

// Widths of the two pictures, in pixels. Heights follow from what is in them.
const (
	Wide   = 720
	Narrow = 340
)

// A Drawer draws charts. It is safe for concurrent use.
type Drawer struct {
	fonts    *typeset.Family
	renderer *picture.Renderer
}

// A Picture is a chart as SVG, in two sizes.
type Picture struct {
	Wide, Narrow []byte
}

// NewDrawer makes a Drawer. It starts nothing: that happens when the first
// picture has to be drawn.
func NewDrawer(o picture.Options) (*Drawer, error) {
	r, err := picture.New(o)
	if err != nil {
		return nil, err
	}
	return &Drawer{o.Fonts, r}, nil
}

// Draw returns the pictures of a chart. Ids in them begin with id, which no other
// chart on the page may have. Both are drawn at once, for somebody may be waiting
// for the page. The error is the machine's.
func (d *Drawer) Draw(c *Chart, id string) (p Picture, err error) {
	var group errgroup.Group
	group.Go(func() (err error) {
		p.Narrow, err = d.drawAt(c, Narrow, id+"-n")
		return err
	})
	wide, err := d.drawAt(c, Wide, id+"-w")
	if err = cmp.Or(err, group.Wait()); err != nil {
		return Picture{}, err
	}
	p.Wide = wide
	return p, nil
}

// Option is the option of ECharts that the picture of a width is drawn from, as
// JSON.
func (d *Drawer) Option(c *Chart, width int) ([]byte, error) {
	l, err := d.lay(c, width)
	return l.option, err
}

// Height is that of the picture of a width, in pixels; nothing is drawn for it.
func (d *Drawer) Height(c *Chart, width int) (float64, error) {
	l, err := d.lay(c, width)
	return l.height, err
}

// A layout is a chart laid out for a width: all that drawing it takes.
type layout struct {
	option []byte // of ECharts, as JSON
	live   []byte // the same with variables of the stylesheet for colours
	height float64
}

// lay lays a chart out. The page, the files and the frame of a chart ask for the
// same layouts, so it keeps them.
func (d *Drawer) lay(c *Chart, width int) (layout, error) {
	key := layoutKey{d.fonts, width}
	if l, ok := c.layouts.Load(key); ok {
		return l.(layout), nil
	}
	o, height := c.figure.option(frame{width: float64(width), fonts: d.fonts})
	l := layout{height: height}
	var err error
	if l.option, err = json.Marshal(o); err == nil {
		l.live, err = json.Marshal(inVariables(o))
	}
	if err != nil {
		return layout{}, fmt.Errorf("chart: %w", err)
	}
	c.layouts.Store(key, l)
	return l, nil
}

// A layoutKey is what a chart's layout depends on beside the chart.
type layoutKey struct {
	fonts *typeset.Family
	width int
}

// Alone returns the wide picture as a file of its own, with the title and the
// unit above it and lines below: where its figures are from, who drew it. Ids are
// those of [Drawer.Draw].
func (d *Drawer) Alone(c *Chart, id string, lines ...string) ([]byte, error) {
	svg, err := d.drawAt(c, Wide, id+"-w")
	if err != nil {
		return nil, err
	}
	height, err := d.Height(c, Wide)
	if err != nil {
		return nil, err
	}
	return d.renderer.Alone(svg, head(c, Wide, height, id), lines...)
}

// PNG draws what [Drawer.Alone] returns into a frame.
func (d *Drawer) PNG(c *Chart, id string, size picture.Size, lines ...string) ([]byte, error) {
	svg, err := d.Alone(c, id, lines...)
	if err != nil {
		return nil, err
	}
	return d.renderer.PNG(svg, size)
}

func (d *Drawer) drawAt(c *Chart, width int, id string) ([]byte, error) {
	l, err := d.lay(c, width)
	if err != nil {
		return nil, err
	}
	return d.renderer.SVG(l.option, head(c, width, l.height, id))
}

func head(c *Chart, width int, height float64, id string) picture.Head {
	return picture.Head{
		ID: id, Width: float64(width), Height: height, Title: c.Title, Unit: c.Unit, Summary: c.Summary(), Texture: c.texture(),
	}
}
