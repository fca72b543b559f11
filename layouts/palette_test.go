package layouts_test

import (
	"fmt"
	"os"
	"regexp"
	"testing"

	"github.com/lucasb-eyer/go-colorful"

	"example.org/svod/generator/picture"
)

// A vision is how light that is red, green and blue reaches a reader, as a matrix
// over linear RGB.
type vision [3][3]float64

// visions are the usual one and the three kinds of dichromacy: Machado, Oliveira and
// Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency
// (IEEE TVCG 15/6, 2009), severity 1.0. Milder forms see more than these.
var visions = map[string]vision{
	"all cones": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia": {
		{0.152286, 1.052583, -0.204868},
		{0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998},
	},
	"deuteranopia": {
		{0.367322, 0.860646, -0.227968},
		{0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881},
	},
	"tritanopia": {
		{1.255528, -0.076749, -0.178779},
		{-0.078411, 0.930809, 0.147602},
		{0.004733, 0.691367, 0.303900},
	},
}

// of is the colour that looks to everybody as c looks to a reader of the vision.
func (v vision) of(c colorful.Color) colorful.Color {
	r, g, b := c.LinearRgb()
	seen := [3]float64{}
	for i, row := range v {
		seen[i] = row[0]*r + row[1]*g + row[2]*b
	}
	return colorful.LinearRgb(seen[0], seen[1], seen[2]).Clamped()
}

// Distances of CIEDE2000. A difference of 1 is just noticed where two large fields
// touch; of marks as small as a square in a legend, of a third of a degree and apart
// from each other, it has to be 5 to 10 times as large (Stone, Szafir and Setlur, An
// Engineering Model for Color Difference as a Function of Size, CIC 2014).
const (
	apart      = 10.0 // any two of the eight
	fewApart   = 15.0 // of the first four, which is as many as most charts have
	offPaper   = 30.0
	ofGraphics = 3.0 // contrast of WCAG 2.2, 1.4.11
)

// Colours of charts are told apart by all readers, whatever they see, in the light
// and in the dark.
func TestPaletteIsToldApart(t *testing.T) {
	for scheme, tokens := range schemes(t) {
		paper := colourOf(t, tokens, "paper")
		var hues []colorful.Color
		for i := range picture.Hues {
			hues = append(hues, colourOf(t, tokens, fmt.Sprintf("chart-%d", i+1)))
			if contrast := contrastOf(hues[i], paper); contrast < ofGraphics {
				t.Errorf("%s: colour %d has a contrast of %.1f with the paper", scheme, i+1, contrast)
			}
		}
		rest := colourOf(t, tokens, "muted") // of a pie, beside five parts
		for name, v := range visions {
			for i, a := range hues {
				if far := distance(v, a, rest); i < 5 && far < apart {
					t.Errorf("%s, %s: colour %d is %.1f from what is gathered", scheme, name, i+1, far)
				}
				if far := distance(v, a, paper); far < offPaper {
					t.Errorf("%s, %s: colour %d is %.1f from the paper", scheme, name, i+1, far)
				}
				for j, b := range hues[:i] {
					least := apart
					if i < 4 {
						least = fewApart
					}
					if far := distance(v, a, b); far < least {
						t.Errorf("%s, %s: colours %d and %d are %.1f apart, not %.0f", scheme, name, j+1, i+1, far, least)
					}
				}
			}
		}
	}
}

// What is drawn has the colours of the light scheme, which it keeps outside of a page.
func TestPicturesHaveTheLightScheme(t *testing.T) {
	light := schemes(t)["light"]
	tones := map[string]picture.Tone{"ink": picture.Ink, "muted": picture.Muted, "rule": picture.Grid, "paper": picture.Paper}
	for i := range picture.Hues {
		tones[fmt.Sprintf("chart-%d", i+1)] = picture.Hue(i)
	}
	for name, tone := range tones {
		if got := colourOf(t, light, name).Hex(); got != tone.Hex {
			t.Errorf("--%s is %s in a page and %s in a picture", name, got, tone.Hex)
		}
	}
}

// schemes are the colours of tokens.css by scheme and name.
func schemes(t *testing.T) map[string]map[string]string {
	t.Helper()
	css, err := os.ReadFile("assets/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile(`:root \{[^}]*\}`).FindAllString(string(css), -1)
	if len(blocks) != 2 {
		t.Fatalf("tokens.css has %d schemes", len(blocks))
	}
	out := map[string]map[string]string{}
	for i, scheme := range []string{"light", "dark"} {
		out[scheme] = map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(blocks[i], -1) {
			out[scheme][m[1]] = m[2]
		}
	}
	return out
}

func colourOf(t *testing.T, tokens map[string]string, name string) colorful.Color {
	t.Helper()
	c, err := colorful.Hex(tokens[name])
	if err != nil {
		t.Fatalf("--%s: %v", name, err)
	}
	return c
}

func distance(v vision, a, b colorful.Color) float64 {
	return 100 * v.of(a).DistanceCIEDE2000(v.of(b))
}

// contrastOf is the ratio of WCAG 2.2.
func contrastOf(a, b colorful.Color) float64 {
	luminance := func(c colorful.Color) float64 {
		r, g, b := c.LinearRgb()
		return 0.2126*r + 0.7152*g + 0.0722*b
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
