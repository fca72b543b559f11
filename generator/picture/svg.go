package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/svod/generator/typeset"
)

// A rewriter writes the SVG of ECharts anew: only elements and attributes of the
// lists below, no style, ids that no other picture has, colours as classes. What
// is on no list is an error, for ECharts is not known to draw it and nobody has
// thought about whether it is safe.
type rewriter struct {
	out    bytes.Buffer
	fonts  *typeset.Family
	id     string // prefix of all ids
	open   []bool // for each open element whether it is written
	hidden int    // how deep the reader is inside an element that is left out
}

// dropped are attributes that ECharts writes for its own use in a browser.
var dropped = []string{
	"class", "clip-path", "pointer-events", "xml:space", "paint-order", "stroke-miterlimit", "dominant-baseline",
	"cursor",
}

// kept are attributes that stay as they are, but for shorter numbers.
var kept = []string{
	"d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform",
	"text-anchor", "stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
	"fill-opacity", "stroke-opacity", "opacity", "fill-rule", "font-size", "font-weight", "font-style",
}

var elements = []string{"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}

// unseenElements are left out with all that is in them: rules for what is pointed
// at, and clip paths, since nothing is drawn outside of its place.
var unseenElements = []string{"style", "defs"}

// rewrite returns the clean SVG.
func rewrite(svg string, h Head, fonts *typeset.Family) ([]byte, error) {
	w := &rewriter{fonts: fonts, id: h.ID}
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return w.out.Bytes(), nil
		}
		if err != nil {
			return nil, fmt.Errorf("picture: the SVG of ECharts: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = w.start(t, h)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if w.hidden == 0 && len(w.open) > 0 && w.open[len(w.open)-1] && !isBlank(t) {
				w.text(string(t))
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

func isBlank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

func (w *rewriter) start(e xml.StartElement, h Head) error {
	name := e.Name.Local
	if name == "svg" {
		w.open = append(w.open, true)
		w.root(h)
		return nil
	}
	if w.hidden > 0 || slices.Contains(unseenElements, name) || isEmpty(e) {
		w.hidden++
		return nil
	}
	if !slices.Contains(elements, name) {
		return fmt.Errorf("picture: ECharts drew <%s>", name)
	}
	attrs, err := w.attributes(name, e.Attr)
	if err != nil {
		return err
	}
	shown := !painted[name] || attrs.paints()
	w.open = append(w.open, shown)
	if !shown {
		return nil
	}
	w.out.WriteString("<" + name)
	for _, a := range attrs {
		w.attribute(a.name, a.value)
	}
	w.out.WriteString(">")
	return nil
}

// isEmpty tells of a path that goes nowhere, as of a part of a pie that has no value.
func isEmpty(e xml.StartElement) bool {
	return slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == "d" && a.Value == "" })
}

func (w *rewriter) end(name string) {
	if w.hidden > 0 {
		w.hidden--
		return
	}
	last := len(w.open) - 1
	shown := w.open[last]
	w.open = w.open[:last]
	if !shown {
		return
	}
	// An element without content is closed at once: <path …/>.
	if b := w.out.Bytes(); name != "svg" && name != "text" && b[len(b)-1] == '>' && bytes.HasPrefix(b[bytes.LastIndexByte(b, '<'):], []byte("<"+name)) {
		w.out.Truncate(len(b) - 1)
		w.out.WriteString("/>")
		return
	}
	w.out.WriteString("</" + name + ">")
}

// root writes the head of the picture. Its role makes one image of it with the
// name that is read aloud.
func (w *rewriter) root(h Head) {
	width, height := number64(h.Width), number64(h.Height)
	w.out.WriteString(`<svg`)
	w.attribute("xmlns", "http://www.w3.org/2000/svg")
	if h.Texture != "" {
		w.attribute("class", string(h.Texture))
	}
	w.attribute("role", "img")
	w.attribute("aria-label", strings.TrimSpace(h.Title+". "+h.Summary))
	w.attribute("viewBox", "0 0 "+width+" "+height)
	w.attribute("width", width)
	w.attribute("height", height)
	w.attribute("font-family", "'"+FontFamily+"', sans-serif")
	w.attribute("font-size", number64(TextStyle.Size))
	w.out.WriteString(">")
}

func (w *rewriter) attribute(name, value string) {
	w.out.WriteString(" " + name + `="`)
	_ = xml.EscapeText(&w.out, []byte(value))
	w.out.WriteString(`"`)
}

func (w *rewriter) text(s string) { _ = xml.EscapeText(&w.out, []byte(s)) }

// painted are the elements that show nothing without a fill or a stroke.
var painted = map[string]bool{"path": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true}
