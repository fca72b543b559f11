package chart

import (
	"encoding/json"
	"fmt"
	"strings"

	"example.org/svod/generator/picture"
)

// A live is what a browser makes a chart come alive from; the names of its parts
// are known to layouts/assets/chart-live.ts.
type live struct {
	Wide   liveSize `json:"wide"`
	Narrow liveSize `json:"narrow"`
	// Columns and Rows are the table under the chart. What a reader is told of
	// the thing pointed at is a row of it, finished.
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
	// Spots are, for each series of the option, what its items are in the table.
	// Without them the first item is the first row, and so on.
	Spots [][]spot `json:"spots,omitempty"`
	// Hints say how a part of the chart can be seen by itself.
	Hints *hints `json:"hints,omitempty"`
}

// hints are for those with a keyboard, a mouse and fingers.
type hints struct {
	Keys  string `json:"keys"`
	Mouse string `json:"mouse"`
	Touch string `json:"touch"`
}

type liveSize struct {
	Width  float64         `json:"width"`
	Height float64         `json:"height"`
	Option json.RawMessage `json:"option"`
	// Zoom is what may stand at the axis when only a part of it is seen; without
	// it, the chart is always seen as a whole.
	Zoom [][]tick `json:"zoom,omitempty"`
}

// A spot is what a drawn item is in the table: a row, and the cell of it; -1 where
// the item stands for the whole row.
type spot [2]int

// A spotted figure draws other items than one for each row, or in another order.
type spotted interface {
	spots() [][]spot
}

// Alive reports whether a chart of the kind has more to tell to a reader who
// points at it. A gauge says all it has, and ECharts knows no things in it.
func (k Kind) Alive() bool { return k != Gauge }

// Live is what a browser makes a chart come alive from, as JSON: the options of
// both sizes, and the texts that are shown where a reader points. Colours are
// references to the variables of the stylesheet, such as var(--chart-1), so that
// the live chart follows it as the drawn one does.
func (d *Drawer) Live(c *Chart) ([]byte, error) {
	wide, err := d.lay(c, Wide)
	if err != nil {
		return nil, err
	}
	narrow, err := d.lay(c, Narrow)
	if err != nil {
		return nil, err
	}
	l := live{
		Wide:    liveSize{Wide, wide.height, wide.live, c.zoom(frame{Wide, d.fonts})},
		Narrow:  liveSize{Narrow, narrow.height, narrow.live, c.zoom(frame{Narrow, d.fonts})},
		Columns: c.Columns(),
	}
	for _, line := range c.Rows() {
		l.Rows = append(l.Rows, append([]string{line.Head}, line.Cells...))
	}
	if f, ok := c.figure.(spotted); ok {
		l.Spots = f.spots()
	}
	if len(l.Wide.Zoom)+len(l.Narrow.Zoom) > 0 {
		say := func(id string) string { return c.words.Text(id, nil) }
		l.Hints = &hints{say("zoom-keys"), say("zoom-mouse"), say("zoom-touch")}
	}
	b, err := json.Marshal(l)
	if err != nil {
		return nil, fmt.Errorf("chart: %w", err)
	}
	return b, nil
}

// inVariables puts variables of the stylesheet in the place of colours. Names and
// texts of the author stay as they are, also those that read as a colour.
func inVariables(v any) any {
	switch v := v.(type) {
	case object:
		for key, member := range v {
			s, isText := member.(string)
			switch {
			case key == "texts":
			case isText && (key == "color" || key == "borderColor"):
				v[key] = variable(s)
			default:
				v[key] = inVariables(member)
			}
		}
	case list:
		for i, member := range v {
			v[i] = inVariables(member)
		}
	}
	return v
}

// variable is a colour as CSS that follows the stylesheet. Any other than those of
// a tone stays.
func variable(color string) string {
	if t, ok := picture.ToneOf(color); ok {
		return "var(--chart-" + t.Name + ")"
	}
	var r, g, b uint8
	var share float64
	if _, err := fmt.Sscanf(strings.TrimSuffix(color, ")"), "rgba(%d,%d,%d,%g", &r, &g, &b, &share); err != nil {
		return color
	}
	t, ok := picture.ToneOf(fmt.Sprintf("#%02x%02x%02x", r, g, b))
	if !ok {
		return color
	}
	return fmt.Sprintf("color-mix(in srgb, var(--chart-%s) %.0f%%, transparent)", t.Name, share*100)
}

// nowhere is an item that is no row of the table.
var nowhere = spot{-1, -1}
