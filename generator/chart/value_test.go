package chart_test

import (
	"encoding/json"
	"testing"

	"example.org/svod/generator/chart"
)

// The value at the end of a line stands where the line does not go through it.
func TestValueAtTheEndOfALine(t *testing.T) {
	for _, test := range []struct{ rows, want string }{
		{"{д: 2024-02, с: 5}, {д: 2025-02, с: 6}", "top"},
		{"{д: 2024-02, с: 50}, {д: 2025-02, с: 30}", "bottom"},
		// comes down steeply, then is level: over the point is the slope
		{"{д: 2019-02, с: 90}, {д: 2024-12, с: 90}, {д: 2025-01, с: 40}, {д: 2025-03, с: 41}", "bottom"},
		// comes down to the axis
		{"{д: 2012-02, с: 700 млрд ₽}, {д: 2025-02, с: 6 млрд ₽}", "right"},
		{"{д: 2025-02, с: 5}, {д: 2025-08, с: -40}", "right"},
	} {
		c := mustBind(t, "ru", "type: line\ntitle: Суммы\nx: д\ny: с\nrows: ["+test.rows+"]\n")
		option, err := drawer(t).Option(c, chart.Narrow)
		if err != nil {
			t.Fatal(err)
		}
		var o struct {
			Series []struct {
				Data []struct {
					Label struct{ Position string }
				}
			}
		}
		if err := json.Unmarshal(option, &o); err != nil {
			t.Fatal(err)
		}
		data := o.Series[0].Data
		if got := data[len(data)-1].Label.Position; got != test.want {
			t.Errorf("%s: the value stands %q, not %q", test.rows, got, test.want)
		}
	}
}
