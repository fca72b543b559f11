package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
)

// TestPicturesAreCleanAndInTheirFrame draws every sample and looks at the SVG as
// a browser with a strict policy would, and at the place of every text.
func TestPicturesAreCleanAndInTheirFrame(t *testing.T) {
	d := drawer(t)
	for name, source := range samples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := mustBind(t, "ru", source)
			p, err := d.Draw(c, "sample")
			if err != nil {
				t.Fatal(err)
			}
			for _, svg := range [][]byte{p.Wide, p.Narrow} {
				inspect(t, svg, c)
			}
		})
	}
}

// A word is a text of a picture with the box that it takes up.
type word struct {
	text                     string
	left, top, right, bottom float64
}

var (
	colour = regexp.MustCompile(`^(none|#[0-9a-f]{6})$`)
	class  = regexp.MustCompile(`^((fill|line)-[a-z0-9]+|row-[0-9]+)( ((fill|line)-[a-z0-9]+|row-[0-9]+))*$`)
)

// inspect fails where a picture has what it must not, or text lies outside of the
// frame or over other text.
func inspect(t *testing.T, svg []byte, c *chart.Chart) []word {
	t.Helper()
	fonts := golos(t)
	var words []word
	var width, height float64
	decoder := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			attrs := map[string]string{}
			for _, a := range token.Attr {
				attrs[a.Name.Local] = a.Value
			}
			switch token.Name.Local {
			case "svg":
				width, height = float(attrs["width"]), float(attrs["height"])
				if attrs["role"] != "img" || attrs["aria-label"] != c.Title+". "+c.Summary() {
					t.Errorf("the picture is not named: %v", attrs)
				}
				texture, textured := attrs["class"]
				if textured && texture != string(picture.Hatched) && texture != string(picture.Dashed) || c.Hatched() != (texture == string(picture.Hatched)) {
					t.Errorf("the picture is %q", texture)
				}
				delete(attrs, "class") // of the whole; any other is of a colour or a row
			case "text":
				words = append(words, box(t, decoder, attrs, fonts))
			case "g", "path", "rect", "circle", "line", "polyline", "polygon", "defs", "clipPath":
			default:
				t.Errorf("<%s> in a picture", token.Name.Local)
			}
			for name, value := range attrs {
				switch {
				case name == "style" || strings.HasPrefix(name, "on") || strings.Contains(name, "href"):
					t.Errorf("%s=%q in a picture", name, value)
				case (name == "fill" || name == "stroke") && !colour.MatchString(value):
					t.Errorf("colour %q", value)
				case name == "class" && !class.MatchString(value):
					t.Errorf("class %q", value)
				case name == "id" && !strings.HasPrefix(value, "sample-"):
					t.Errorf("id %q", value)
				}
			}
		}
	}
	const tolerance = 0.6
	for i, a := range words {
		if a.left < -tolerance || a.top < -tolerance || a.right > width+tolerance || a.bottom > height+tolerance {
			t.Errorf("%q leaves the frame of %v by %v: %+v", a.text, width, height, a)
		}
		for _, b := range words[:i] {
			if a.left < b.right-tolerance && b.left < a.right-tolerance && a.top < b.bottom-tolerance && b.top < a.bottom-tolerance {
				t.Errorf("%q and %q lie over each other: %+v %+v", a.text, b.text, a, b)
			}
		}
	}
	return words
}

// box reads a text element and measures it: from the top of its capitals to the
// bottom of its commas.
func box(t *testing.T, d *xml.Decoder, attrs map[string]string, fonts *typeset.Family) word {
	t.Helper()
	var s strings.Builder
	for {
		token, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		if data, ok := token.(xml.CharData); ok {
			s.Write(data)
		}
		if _, ok := token.(xml.EndElement); ok {
			break
		}
	}
	style := typeset.Style{Size: 14, Weight: 400}
	if size := attrs["font-size"]; size != "" {
		style.Size = float(size)
	}
	if weight := attrs["font-weight"]; weight != "" {
		style.Weight = int(float(weight))
	}
	width, x, y := fonts.Width(s.String(), style), float(attrs["x"]), float(attrs["y"])
	w := word{s.String(), x, y - fonts.CapHeight(style), x + width, y + style.Size*0.2}
	switch attrs["text-anchor"] {
	case "middle":
		w.left, w.right = x-width/2, x+width/2
	case "end":
		w.left, w.right = x-width, x
	}
	return w
}

func float(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}

func TestSameChartSameBytes(t *testing.T) {
	c := mustBind(t, "ru", samples(t)["bar"])
	first, err := drawer(t).Draw(c, "a")
	if err != nil {
		t.Fatal(err)
	}
	d, err := newDrawer() // another machine
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			again, err := d.Draw(c, "a")
			if err != nil {
				t.Error(err)
			} else if string(again.Wide) != string(first.Wide) || string(again.Narrow) != string(first.Narrow) {
				t.Error("another picture of the same chart")
			}
		})
	}
	group.Wait()
}
