package picture

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.org/svod/generator/typeset"
)

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
		case (name == "fill-opacity" || name == "stroke-width") && value == "0": // see unseen
		case name == "fill" || name == "stroke":
			if value == "none" || unseen(given, name) || name == "fill" && value == "#000" && isStraight(given) {
				value = "none"
				if name == "fill" {
					out.set(name, value)
				}
				continue
			}
			t, ok := ToneOf(hexOf(value))
			if !ok {
				return nil, fmt.Errorf("picture: ECharts drew <%s> in the colour %q: %v", element, value, given)
			}
			classes = append(classes, map[string]string{"fill": "fill-", "stroke": "line-"}[name]+t.Name)
			out.set(name, t.Hex)
		case name == "style" && element == "text":
			if err := out.style(value); err != nil {
				return nil, err
			}
		case name == "text-anchor" && value == "start": // as without it
		case name == "ecmeta_data_index" && isItem(given):
			if _, err := strconv.Atoi(value); err == nil {
				classes = append(classes, "row-"+value)
			}
		case strings.HasPrefix(name, "ecmeta_"): // what else ECharts notes for scripts
		case name == "id":
			out.set("id", w.id+"-"+value)
		case slices.Contains(kept, name):
			out.set(name, shorten(value))
		case !slices.Contains(dropped, name):
			return nil, fmt.Errorf("picture: ECharts wrote the attribute %s=%q", name, value)
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

// isItem tells an item of a series from one of a legend.
func isItem(given []xml.Attr) bool {
	return slices.ContainsFunc(given, func(a xml.Attr) bool { return a.Name.Local == "ecmeta_ssr_type" && a.Value == "chart" })
}

// unseen reports whether a fill is wholly transparent or a stroke has no width.
func unseen(given []xml.Attr, name string) bool {
	by := map[string]string{"fill": "fill-opacity", "stroke": "stroke-width"}[name]
	return slices.ContainsFunc(given, func(a xml.Attr) bool { return a.Name.Local == by && a.Value == "0" })
}

// isStraight reports whether a path is one straight line, which has nothing to fill.
// ECharts fills those of a legend with black.
func isStraight(given []xml.Attr) bool {
	return slices.ContainsFunc(given, func(a xml.Attr) bool { return a.Name.Local == "d" && straight.MatchString(a.Value) })
}

var straight = regexp.MustCompile(`^M[-0-9.]+ [-0-9.]+L[-0-9.]+ [-0-9.]+$`)

// style turns the font of a text into attributes. The family is that of the
// whole picture.
func (a *attrs) style(css string) error {
	for declaration := range strings.SplitSeq(css, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		switch value = strings.TrimSpace(value); strings.TrimSpace(property) {
		case "font-size":
			if size := strings.TrimSuffix(value, "px"); size != number64(TextStyle.Size) {
				a.set("font-size", shorten(size))
			}
		case "font-weight", "font-style":
			if value != "400" {
				a.set(strings.TrimSpace(property), value)
			}
		case "font":
			f := parseFont(value)
			if f.Size != TextStyle.Size {
				a.set("font-size", number64(f.Size))
			}
			if f.Weight != TextStyle.Weight {
				a.set("font-weight", strconv.Itoa(f.Weight))
			}
		case "font-family", "":
		default:
			return fmt.Errorf("picture: ECharts wrote the style %q", declaration)
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
		size = TextStyle.Size
	}
	weight, err := strconv.Atoi(a.get("font-weight"))
	if err != nil {
		weight = TextStyle.Weight
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

var long = regexp.MustCompile(`-?\d*\.\d{2,}(e-?\d+)?`)

// shorten rounds numbers to a tenth of a pixel, which no screen shows.
func shorten(s string) string {
	return long.ReplaceAllStringFunc(s, func(n string) string {
		f, err := strconv.ParseFloat(n, 64)
		if err != nil {
			return n
		}
		return number64(f)
	})
}

func number64(f float64) string {
	s := strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
	if s == "-0" {
		return "0"
	}
	return s
}
