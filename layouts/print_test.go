package layouts_test

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"example.org/svod/generator/browsertest"
)

// keyedCharts are charts with a legend: what it names is told apart by surfaces, or
// by lines.
var keyedCharts = map[string]string{
	"ryady":   "type: bar\nx: [обещано, освоено]\ny: кластер\nrows:\n  - {кластер: Лес, обещано: 40, освоено: 40}\n  - {кластер: Химия, обещано: 60, освоено: 30}",
	"chasti":  "type: pie\nrows: {Химия: 50, Лес: 50}",
	"linii":   "type: line\nx: год\ny: [обещано, освоено]\nrows:\n  - {год: 2023, обещано: 4, освоено: 1}\n  - {год: 2025, обещано: 4, освоено: 1}",
	"odin":    "type: bar\nrows: {Химия: 50, Лес: 50}",
	"ploshad": "type: area\nstack: yes\nx: год\ny: [обещано, освоено]\nrows:\n  - {год: 2023, обещано: 4, освоено: 4}\n  - {год: 2025, обещано: 4, освоено: 4}",
}

// On paper, which may have no colours, the second series is hatched or dashed, and on
// a screen it is not. Of a chart of one series nothing changes.
func TestSeriesAreToldApartOnPaper(t *testing.T) {
	r := read(t, "diagrammy/", chartPage(titled(keyedCharts)), 1280)
	if twice := ask[[]string](r, `[...document.querySelectorAll("[id]")].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)`); len(twice) > 0 {
		t.Errorf("two elements have one id: %q", twice)
	}
	for media, hatched := range map[string]bool{"screen": false, "print": true} {
		browsertest.Call(t, r.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media})
		for _, id := range []string{"ryady", "chasti", "ploshad"} {
			if bright := r.bright(id, ".fill-2"); (bright > 0.2 && bright < 0.9) != hatched {
				t.Errorf("%s: %s: %.2f of the second series is bright", media, id, bright)
			}
			if bright := r.bright(id, ".fill-1"); bright > 0.05 {
				t.Errorf("%s: %s: %.2f of the first series is bright", media, id, bright)
			}
		}
		if bright := r.bright("odin", ".fill-1"); bright > 0.05 {
			t.Errorf("%s: %.2f of the only series is bright", media, bright)
		}
		const dashes = `[...document.querySelectorAll("#linii .wide .line-%d")].map(e => getComputedStyle(e).strokeDasharray)`
		first, second := ask[[]string](r, dashes, 1), ask[[]string](r, dashes, 2)
		slices.Sort(second)
		// The line and its piece in the legend.
		if dashed := len(slices.Compact(second)) == 1 && second[0] != "none"; dashed != hatched || !slices.Equal(first, []string{"none", "none"}) {
			t.Errorf("%s: the dashes are %q and %q", media, first, second)
		}
	}
	r.silent()
}

// bright is how much of the middle of the largest thing with a class is nearly white.
func (r *reader) bright(id, class string) float64 {
	r.t.Helper()
	shot := r.shot(id)
	box := ask[[]float64](r, `(() => {
		const picture = document.querySelector("#%s .wide").getBoundingClientRect();
		const boxes = [...document.querySelectorAll("#%[1]s .wide svg %[2]s")].map(e => e.getBoundingClientRect());
		const b = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
		return [b.x - picture.x + b.width * .3, b.y - picture.y + b.height * .3, b.width * .4, b.height * .4];
	})()`, id, class)
	middle := image.Rect(int(box[0]), int(box[1]), int(box[0]+box[2]), int(box[1]+box[3]))
	bright := 0
	for y := middle.Min.Y; y < middle.Max.Y; y++ {
		for x := middle.Min.X; x < middle.Max.X; x++ {
			if color.GrayModel.Convert(shot.At(x, y)).(color.Gray).Y > 200 {
				bright++
			}
		}
	}
	return float64(bright) / float64(middle.Dx()*middle.Dy())
}
