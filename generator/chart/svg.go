package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.org/svod/generator/typeset"
)

// A rewriter writes the SVG of ECharts anew: only elements and attributes of the
// lists below, no style, ids that no other picture has, colours as classes. What
// is on no list is an error, for ECharts is not known to draw it and nobody has
// thought about whether it is safe.
type rewriter struct {
	out   bytes.Buffer
	fonts *typeset.Family
	id    string // prefix of all ids
	open  []bool // for each open element whether it is written
}

// dropped are attributes that ECharts writes for its own use in a browser.
var dropped = []string{
	"class", "pointer-events", "xml:space", "paint-order", "stroke-miterlimit", "dominant-baseline",
	"ecmeta_series_index", "ecmeta_ssr_type", "cursor",
}

// kept are attributes that stay as they are, but for shorter numbers.
var kept = []string{
	"d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform",
	"text-anchor", "stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
	"fill-opacity", "stroke-opacity", "opacity", "fill-rule", "font-size", "font-weight", "font-style",
}

var elements = []string{"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "clipPath"}

// A picture is what a rewritten SVG is told about itself.
type svgHead struct {
	id            string
	width, height float64
	title         string // of the chart, and what it shows
	summary       string
}

// rewrite returns the clean SVG.
func rewrite(svg string, h svgHead, fonts *typeset.Family) ([]byte, error) {
	w := &rewriter{fonts: fonts, id: h.id}
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return w.out.Bytes(), nil
		}
		if err != nil {
			return nil, fmt.Errorf("chart: the SVG of ECharts: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = w.start(t, h)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if len(w.open) > 0 && w.open[len(w.open)-1] && !isBlank(t) {
				w.text(string(t))
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

func isBlank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

func (w *rewriter) start(e xml.StartElement, h svgHead) error {
	name := e.Name.Local
	if name == "svg" {
		w.open = append(w.open, true)
		w.root(h)
		return nil
	}
	if name != "style" && !slices.Contains(elements, name) {
		return fmt.Errorf("chart: ECharts drew <%s>", name)
	}
	attrs, err := w.attributes(name, e.Attr)
	if err != nil {
		return err
	}
	shown := name != "style" && (!painted[name] || attrs.paints())
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

func (w *rewriter) end(name string) {
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
func (w *rewriter) root(h svgHead) {
	width, height := number64(h.width), number64(h.height)
	w.out.WriteString(`<svg`)
	w.attribute("xmlns", "http://www.w3.org/2000/svg")
	w.attribute("role", "img")
	w.attribute("aria-label", strings.TrimSpace(h.title+". "+h.summary))
	w.attribute("viewBox", "0 0 "+width+" "+height)
	w.attribute("width", width)
	w.attribute("height", height)
	w.attribute("font-family", "'"+fontFamily+"', sans-serif")
	w.attribute("font-size", number64(nameStyle.Size))
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

type attr struct{ name, value string }

type attrs []attr

func (a attrs) get(name string) string {
	for _, x := range a {
		if x.name == name {
			return x.value
		}
	}
	return ""
}

func (a *attrs) set(name, value string) {
	for i := range *a {
		if (*a)[i].name == name {
			(*a)[i].value = value
			return
		}
	}
	*a = append(*a, attr{name, value})
}

func (a attrs) paints() bool {
	fill, stroke := a.get("fill"), a.get("stroke")
	return fill != "none" || stroke != "" && stroke != "none"
}

// attributes translates those of one element.
func (w *rewriter) attributes(element string, given []xml.Attr) (attrs, error) {
	var out attrs
	var classes []string
	for _, a := range given {
		name, value := a.Name.Local, a.Value
		if a.Name.Space != "" {
			name = a.Name.Space + ":" + name
		}
		switch {
		case name == "fill" || name == "stroke":
			if value == "none" {
				if name == "fill" {
					out.set(name, value)
				}
				continue
			}
			t, ok := tones[strings.ToLower(value)]
			if !ok {
				return nil, fmt.Errorf("chart: ECharts drew in the colour %q", value)
			}
			classes = append(classes, map[string]string{"fill": "fill-", "stroke": "line-"}[name]+t.name)
			out.set(name, t.hex)
		case name == "style" && element == "text":
			if err := out.style(value); err != nil {
				return nil, err
			}
		case name == "text-anchor" && value == "start": // as without it
		case name == "ecmeta_data_index":
			if _, err := strconv.Atoi(value); err == nil {
				classes = append(classes, "row-"+value)
			}
		case name == "id":
			out.set("id", w.id+"-"+value)
		case name == "clip-path":
			out.set("clip-path", strings.Replace(value, "url(#", "url(#"+w.id+"-", 1))
		case slices.Contains(kept, name):
			out.set(name, shorten(value))
		case !slices.Contains(dropped, name):
			return nil, fmt.Errorf("chart: ECharts wrote the attribute %s=%q", name, value)
		}
	}
	if element == "text" {
		w.baseline(&out)
	}
	if len(classes) > 0 {
		out = slices.Insert(out, 0, attr{"class", strings.Join(classes, " ")})
	}
	return out, nil
}

// style turns the font of a text into attributes. The family is that of the
// whole picture.
func (a *attrs) style(css string) error {
	for declaration := range strings.SplitSeq(css, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		switch value = strings.TrimSpace(value); strings.TrimSpace(property) {
		case "font-size":
			if size := strings.TrimSuffix(value, "px"); size != number64(nameStyle.Size) {
				a.set("font-size", shorten(size))
			}
		case "font-weight", "font-style":
			if value != "400" {
				a.set(strings.TrimSpace(property), value)
			}
		case "font-family", "":
		default:
			return fmt.Errorf("chart: ECharts wrote the style %q", declaration)
		}
	}
	return nil
}

var translation = regexp.MustCompile(`^translate\((-?[0-9.]+) (-?[0-9.]+)\)$`)

// baseline moves a text from its middle line to its baseline, half the height of
// a capital lower, because programs do not agree on where the middle of a line is
// (dominant-baseline). A plain shift goes into the place.
func (w *rewriter) baseline(a *attrs) {
	x, _ := strconv.ParseFloat(a.get("x"), 64)
	y, _ := strconv.ParseFloat(a.get("y"), 64)
	size, err := strconv.ParseFloat(a.get("font-size"), 64)
	if err != nil {
		size = nameStyle.Size
	}
	weight, err := strconv.Atoi(a.get("font-weight"))
	if err != nil {
		weight = nameStyle.Weight
	}
	if m := translation.FindStringSubmatch(a.get("transform")); m != nil {
		dx, _ := strconv.ParseFloat(m[1], 64)
		dy, _ := strconv.ParseFloat(m[2], 64)
		x, y = x+dx, y+dy
		*a = slices.DeleteFunc(*a, func(t attr) bool { return t.name == "transform" })
	}
	y += w.fonts.CapHeight(typeset.Style{Size: size, Weight: weight}) / 2
	a.set("x", number64(x))
	a.set("y", number64(y))
}

var decimals = regexp.MustCompile(`-?\d*\.\d{2,}(e-?\d+)?`)

// shorten rounds numbers to a tenth of a pixel, which no screen shows.
func shorten(s string) string {
	return decimals.ReplaceAllStringFunc(s, func(n string) string {
		f, err := strconv.ParseFloat(n, 64)
		if err != nil {
			return n
		}
		return number64(f)
	})
}

func number64(f float64) string {
	s := strconv.FormatFloat(f, 'f', 1, 64)
	return strings.Replace(strings.TrimSuffix(s, ".0"), "-0", "-0", 1)
}
