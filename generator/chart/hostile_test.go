package chart_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/picture"
)

// hostile are texts that mean something to one of the programs on the way of a
// chart: YAML, go-echarts, ECharts, JavaScript, XML, HTML, CSS, a terminal. Each is
// a line of the file, as Go writes texts; they are tried alive in a browser too.
func hostile(t *testing.T) []string {
	t.Helper()
	file, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for line := range strings.Lines(string(file)) {
		text, err := strconv.Unquote(strings.TrimSuffix(line, "\n"))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		texts = append(texts, text)
	}
	return texts
}

// asked are blocks of every kind whose names are the texts in rows; in both forms
// of tables the first column has the names.
var asked = map[chart.Kind]string{
	chart.Bar:       "x: value\ny: name\nsort: none\nlimit: 40",
	chart.Columns:   "x: name\ny: [value, more]",
	chart.Lines:     "x: name\ny: value",
	chart.Steps:     "x: name\ny: value",
	chart.Areas:     "x: name\ny: [value, more]\nstack: yes",
	chart.Pie:       "x: value\ny: name",
	chart.Ring:      "x: value\ny: name",
	chart.Heatmap:   "x: [value, more]\ny: name",
	chart.Scatter:   "x: value\ny: more\nlabel: name",
	chart.Waterfall: "x: value\ny: name",

	chart.Treemap:  "x: value\ny: name\ngroup: more",
	chart.Sunburst: "x: value\ny: more\ngroup: name",
	chart.Sankey:   "x: value\ny: [name, more]",
	chart.Funnel:   "x: value\ny: name",
	chart.Gauge:    "x: value\ny: name",
	chart.Slope:    "x: [value, more]\ny: name",
	chart.Timeline: "x: day\ny: name\ngroup: name",
}

// complete are the kinds that show every name.
var complete = []chart.Kind{chart.Bar, chart.Waterfall, chart.Pie, chart.Sunburst, chart.Sankey}

func TestTextIsText(t *testing.T) {
	d := drawer(t)
	for _, kind := range chart.Kinds {
		t.Run(string(kind), func(t *testing.T) {
			t.Parallel()
			// A kind that has no room for a name leaves it out or cuts it, so all
			// names are looked for where nothing is left out.
			size, tried := 34, hostile(t)
			switch kind {
			case chart.Treemap, chart.Sunburst, chart.Sankey: // gather what is more
				size = 6
			case chart.Pie:
				size = 6
			case chart.Ring: // writes its parts as a pie does
				size, tried = 6, tried[:6]
			case chart.Funnel:
				size = 12
			case chart.Gauge:
				size, tried = 2, tried[:12] // the part and the whole
			case chart.Slope:
				size = 12
			case chart.Timeline:
				size = 8
			}
			for texts := range slices.Chunk(tried, size) {
				showHostile(t, d, kind, texts, slices.Contains(complete, kind))
			}
		})
	}
}

// showHostile draws a chart of a kind with texts as title, unit and names.
func showHostile(t *testing.T, d *chart.Drawer, kind chart.Kind, texts []string, all bool) {
	t.Helper()
	var source strings.Builder
	fmt.Fprintf(&source, "type: %s\ntitle: %s\nunit: %s\n%s\nrows:\n",
		kind, strconv.Quote(texts[0]), strconv.Quote(texts[0][:min(12, len(texts[0]))]), asked[kind])
	for i, text := range texts {
		fmt.Fprintf(&source, "  - {name: %s, value: %d, more: %d, day: 2024-01-%02d}\n", strconv.Quote(text), 60-i, i*i, i%28+1)
	}
	c := mustBind(t, "ru", source.String())
	p, err := d.Draw(c, "sample")
	if err != nil {
		t.Fatal(err)
	}
	for _, svg := range [][]byte{p.Wide, p.Narrow} {
		inspect(t, svg, c)
		shown := strings.ReplaceAll(strings.Join(textsOf(t, svg), ""), " ", "") // names are broken into lines
		for _, text := range texts {
			if saysNothing(text) {
				text = "не объявлено"
			}
			if all && !strings.Contains(shown, strings.ReplaceAll(text, " ", "")) {
				t.Errorf("%q is not shown in\n%s", text, shown)
			}
		}
	}
}

// saysNothing tells of the texts above those that stand for an unknown value.
func saysNothing(text string) bool { return text == "-" || text == "?" }

// textsOf are the contents of all text elements.
func textsOf(t *testing.T, svg []byte) []string {
	t.Helper()
	var out []string
	for d := xml.NewDecoder(strings.NewReader(string(svg))); ; {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if data, ok := token.(xml.CharData); ok {
			out = append(out, string(data))
		}
	}
}

func TestTextThatCannotBeShownIsTakenOutOrRefused(t *testing.T) {
	c := mustBind(t, "ru", `{type: bar, title: "a\u202eb\u0000c\u2066\u200f", rows: {"x\u202ey\u0007": 1}}`)
	if c.Title != "abc" || c.Rows()[0].Head != "xy" {
		t.Errorf("marks are left in %+q and %+q", c.Title, c.Rows()[0].Head)
	}
	_, found := bound(t, "ru", "type: bar\ntitle: x\nrows: {"+strings.Repeat("ы", 10_000)+": 1}\n", nil)
	if len(found) != 1 || found[0].Code != diag.ChartTextLong || found[0].Line != 3 {
		t.Errorf("ten thousand letters: %v", found)
	}
}

func FuzzParseSpec(f *testing.F) {
	f.Add("type: bar\ntitle: Суммы\ndata: clusters\nx: investment\ny: title\n")
	f.Add("type: bar\ntitle: \"Суммы\nrows: {Лес: 7,9 млрд ₽, Химия: н/д}\nlimit: 3\n")
	for _, kind := range chart.Kinds {
		f.Add("type: " + string(kind) + "\ntitle: x\nrows:\n  - {name: а, value: 1, more: 2}\n  - {name: 2024, value: н/д, more: 3}\n" + asked[kind])
		f.Add("type: " + string(kind) + "\ntitle: x\nsum: name\nrows:\n  - {name: а, value: 1}\n  - {name: а, value: н/д}\n" + asked[kind])
		f.Add("type: " + string(kind) + "\ntitle: x\nrows: {2024-01: 1, 2025: -2, н/д: 3}\n")
	}
	f.Add("{type: bar, title: [a], rows: [{a: 1, b: 2}, {b: 3}, 4], id: x_}")
	f.Add("\ttype: bar\n- &a *a\n? !!x y\n")
	w := words(f, "ru")
	fonts := goFonts(f)
	d, err := chart.NewDrawer(picture.Options{Script: []byte("-"), Fonts: fonts})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, source string) {
		spec, found := chart.ParseSpec(block(source))
		lines := strings.Count(source, "\n") + 1
		for _, d := range found {
			if d.Line < 0 || d.Line > lines {
				t.Fatalf("%s in a block of %d lines", d.Position, lines)
			}
		}
		if diag.HasErrors(found) || len(source) > 2000 {
			return
		}
		c, found, err := spec.Bind(dataset.NewTables(tomsk(t), w), func(string) (string, []byte, error) {
			return "t.csv", []byte("a;b\nx;1\n"), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if c == nil {
			if !diag.HasErrors(found) {
				t.Fatal("no chart, and nobody says why")
			}
			return
		}
		for _, width := range []int{chart.Wide, chart.Narrow} {
			if _, err := d.Option(c, width); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestLinesWithoutDatesOrValuesAreRefused(t *testing.T) {
	for _, rows := range []string{
		"[{д: н/д, с: 1}, {д: н/д, с: 2}]",
		"[{д: н/д, с: 1}, {д: 2025, с: н/д}]",
	} {
		_, found := bound(t, "ru", "type: line\ntitle: x\nx: д\ny: с\nrows: "+rows+"\n", nil)
		if len(found) != 1 || found[0].Code != diag.ChartNoValues {
			t.Errorf("%s: %v", rows, found)
		}
	}
}

// Rows are counted as rows where a bar would not help.
func TestTooManyRowsAreRefused(t *testing.T) {
	for _, c := range []struct {
		kind   string
		header string
		rows   int
	}{
		{"scatter", "x: а\ny: б\nlabel: имя\n", 201},
		{"heatmap", "x: [а, б]\ny: имя\n", 41},
		{"waterfall", "x: а\ny: имя\n", 41},
	} {
		rows := ""
		for i := range c.rows {
			rows += fmt.Sprintf("  - {имя: Лес %d, а: 1, б: 2}\n", i)
		}
		_, found := bound(t, "ru", "type: "+c.kind+"\ntitle: x\n"+c.header+"rows:\n"+rows, nil)
		if len(found) != 1 || found[0].Code != diag.ChartManyRows {
			t.Errorf("%s: %v", c.kind, found)
		}
	}
}
