package chart_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/chart"
)

const regions = `
x: сумма
y: кластер
group: регион
rows:
  - {регион: Красноярский край, кластер: Цветные металлы, сумма: 47 млрд ₽}
  - {регион: Томская область, кластер: Лес, сумма: около 7,9 млрд ₽}
  - {регион: Томская область, кластер: Химия, сумма: 15,6 млрд ₽}
  - {регион: Томская область, кластер: Литий, сумма: не объявлено}
  - {регион: Республика Тыва, кластер: Мёд, сумма: 0 ₽}
`

func TestPartsAreToldWithTheirGroups(t *testing.T) {
	for _, kind := range []chart.Kind{chart.Treemap, chart.Sunburst} {
		c := mustBind(t, "ru", "type: "+string(kind)+"\ntitle: Суммы"+regions)
		if diff := cmp.Diff([]string{"кластер", "регион", "сумма", "Доля"}, c.Columns()); diff != "" {
			t.Error(kind, diff)
		}
		want := []chart.Line{
			{Head: "Цветные металлы", Cells: []string{"Красноярский край", "47 млрд ₽", "67 %"}},
			{Head: "Химия", Cells: []string{"Томская область", "15,6 млрд ₽", "22 %"}},
			{Head: "Лес", Cells: []string{"Томская область", "около 7,9 млрд ₽", "11 %"}},
			{Head: "Мёд", Cells: []string{"Республика Тыва", "0 ₽", "0 %"}},
			{Head: "Литий", Cells: []string{"Томская область", "не объявлено", ""}},
		}
		if diff := cmp.Diff(want, ordinary(c.Rows())); diff != "" {
			t.Error(kind, diff)
		}
		const told = "Всего около 70,5 млрд ₽, из них 67 % — «Красноярский край». Больше всех — «Цветные металлы», 47 млрд ₽; " +
			"меньше всех — «Мёд», 0 ₽; сумма не названа у 1 из 5."
		if got := strings.ReplaceAll(c.Summary(), "\u00a0", " "); got != told {
			t.Errorf("%s\n got %s\nwant %s", kind, got, told)
		}
	}
}

func TestMoreGroupsThanCanBeToldApartAreOne(t *testing.T) {
	var source strings.Builder
	source.WriteString("type: sunburst\ntitle: Доли\nx: с\ny: ч\ngroup: г\nrows:\n")
	for i := range 8 {
		fmt.Fprintf(&source, "  - {г: Группа %d, ч: Часть %d, с: %d}\n", i, i, 80-i)
	}
	c := mustBind(t, "ru", source.String())
	p, err := drawer(t).Draw(c, "sample")
	if err != nil {
		t.Fatal(err)
	}
	shown := strings.Join(textsOf(t, p.Wide), "|")
	if !strings.Contains(shown, "Ещё 3 — 222") || strings.Contains(shown, "Группа 5") || !strings.Contains(shown, "Группа 4") {
		t.Errorf("not gathered: %s", shown)
	}
	// The table has the group of every part.
	if last := c.Rows()[7]; last.Head != "Часть 7" || last.Cells[0] != "Группа 7" {
		t.Errorf("a part lost its group: %v", last)
	}
}

// TestTreemapIsWrittenWhereThereIsRoom holds that the layout of ECharts is the one
// that the generator counted with.
func TestTreemapIsWrittenWhereThereIsRoom(t *testing.T) {
	for name, source := range samples(t) {
		if !strings.HasPrefix(name, "treemap") {
			continue
		}
		c := mustBind(t, "ru", source)
		p, err := drawer(t).Draw(c, "sample")
		if err != nil {
			t.Fatal(err)
		}
		for _, svg := range [][]byte{p.Wide, p.Narrow} {
			tiles := areas(svg, `fill-opacity="0.4"`)
			written := 0
			for _, w := range inspect(t, svg, c) {
				at := slices.IndexFunc(tiles, func(a word) bool { return a.top < w.bottom && w.top < a.bottom && a.left <= w.left && w.left < a.right })
				if at < 0 {
					continue // above a group
				}
				written++
				if a := tiles[at]; w.right > a.right || w.top < a.top || w.bottom > a.bottom {
					t.Errorf("%s: %q leaves its part: %+v %+v", name, w.text, w, a)
				}
			}
			if written < 4 {
				t.Errorf("%s: %d lines are written in %d parts", name, written, len(tiles))
			}
		}
	}
}

func TestNamesOfASankeyLeaveItsNodesFree(t *testing.T) {
	for name, source := range samples(t) {
		if !strings.HasPrefix(name, "sankey") {
			continue
		}
		c := mustBind(t, "ru", source)
		p, err := drawer(t).Draw(c, "sample")
		if err != nil {
			t.Fatal(err)
		}
		for _, svg := range [][]byte{p.Wide, p.Narrow} {
			nodes := areas(svg, `fill="`)
			if len(nodes) < 4 {
				t.Fatalf("%s: %d nodes", name, len(nodes))
			}
			for _, w := range inspect(t, svg, c) {
				for _, n := range nodes {
					if w.left < n.right && n.left < w.right && w.top < n.bottom && n.top < w.bottom {
						t.Errorf("%s: %q lies over a node: %+v %+v", name, w.text, w, n)
					}
				}
			}
		}
	}
}

// rectangle is a path of ECharts: its place, and its size.
var rectangle = regexp.MustCompile(`<path [^>]*d="M0 0l([\d.]+) 0l0 ([\d.]+)l-[\d.]+ 0Z" transform="translate\(([\d.]+) ([\d.]+)\)"[^>]*>|` +
	`<path [^>]*d="M([\d.]+) ([\d.]+)l([\d.]+) 0l0 ([\d.]+)l-[\d.]+ 0Z" transform="translate\(([\d.]+) ([\d.]+)\)"[^>]*>`)

// areas are the rectangles of a picture that have an attribute.
func areas(svg []byte, attribute string) []word {
	var out []word
	for _, m := range rectangle.FindAllStringSubmatch(string(svg), -1) {
		if !strings.Contains(m[0], attribute) {
			continue
		}
		a := word{left: float(m[3]), top: float(m[4])}
		width, height := float(m[1]), float(m[2])
		if m[1] == "" {
			a = word{left: float(m[5]) + float(m[9]), top: float(m[6]) + float(m[10])}
			width, height = float(m[7]), float(m[8])
		}
		a.right, a.bottom = a.left+width, a.top+height
		out = append(out, a)
	}
	return out
}

func TestSameNameInTwoStepsIsTwoNodes(t *testing.T) {
	c := mustBind(t, "ru", `type: sankey
title: Потоки
x: сколько
y: [откуда, куда]
rows:
  - {откуда: Томск, куда: Омск, сколько: 5}
  - {откуда: Омск, куда: Томск, сколько: 3}
  - {откуда: Томск, куда: Томск, сколько: 2}
  - {откуда: Томск, куда: Омск, сколько: около 1}
  - {откуда: Омск, куда: Омск, сколько: неизвестно}
`)
	want := []chart.Line{
		{Head: "Томск", Cells: []string{"Омск", "около 6"}},
		{Head: "Омск", Cells: []string{"Томск", "3"}},
		{Head: "Томск", Cells: []string{"Томск", "2"}},
		{Head: "Омск", Cells: []string{"Омск", "не объявлено"}},
	}
	if diff := cmp.Diff(want, ordinary(c.Rows())); diff != "" {
		t.Error(diff)
	}
	p, err := drawer(t).Draw(c, "sample")
	if err != nil {
		t.Fatal(err)
	}
	inspect(t, p.Narrow, c)
	got := textsOf(t, p.Wide)
	slices.Sort(got)
	if diff := cmp.Diff([]string{"3", "5", "Омск", "Омск", "Томск", "Томск", "около 6", "около 8"}, spaced(got)); diff != "" {
		t.Error(diff)
	}
}

// spaced are texts with ordinary spaces.
func spaced(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = strings.ReplaceAll(s, "\u00a0", " ")
	}
	return out
}

// Every part of a treemap is told of in it: in its place, by a number, or in the
// list alone, as what is not known.
func TestEveryPartOfATreemapIsNamed(t *testing.T) {
	c := mustBind(t, "ru", "type: treemap\ntitle: Суммы\nrows: {Томск: 700 млрд ₽, Алтай: 6 млрд ₽, Хакасия: 1 млрд ₽, Тыва: н/д}\n")
	p, err := drawer(t).Draw(c, "sample")
	if err != nil {
		t.Fatal(err)
	}
	for _, svg := range [][]byte{p.Wide, p.Narrow} {
		got := strings.ReplaceAll(strings.Join(textsOf(t, svg), " "), "\u00a0", " ")
		for _, want := range []string{"Томск 700 млрд ₽", "Алтай — 6 млрд ₽", "Хакасия — 1 млрд ₽", "Тыва — не объявлено"} {
			if !strings.Contains(got, want) {
				t.Errorf("lacks %q: %s", want, got)
			}
		}
	}
}

// A stage that is next to nothing beside the first is still seen.
func TestLeastStageOfAFunnel(t *testing.T) {
	c := mustBind(t, "ru", "type: funnel\ntitle: Суммы\nrows: {Томск: 70000, Алтай: 6, Хакасия: 1}\n")
	option, err := drawer(t).Option(c, chart.Narrow)
	if err != nil {
		t.Fatal(err)
	}
	var o struct {
		Series []struct {
			Width float64
			Data  []struct{ Value float64 }
		}
	}
	if err := json.Unmarshal(option, &o); err != nil {
		t.Fatal(err)
	}
	for _, d := range o.Series[0].Data {
		if wide := d.Value / 70000 * o.Series[0].Width; wide < 1.9 {
			t.Errorf("a stage is %.2f px wide", wide)
		}
	}
}
