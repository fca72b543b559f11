package typeset_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"example.org/svod/generator/typeset"
)

var regular = typeset.Style{Size: 16, Weight: 400}

// goFonts are fonts with Cyrillic that come with a Go module, so that tests run
// on a bare clone.
func goFonts(t testing.TB) *typeset.Family {
	t.Helper()
	f, err := typeset.NewFamily(
		typeset.File{Name: "regular", Weight: 400, Data: goregular.TTF},
		typeset.File{Name: "bold", Weight: 700, Data: gobold.TTF},
	)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// golos is the typeface of the charts, where the assets are built.
func golos(t testing.TB) *typeset.Family {
	t.Helper()
	var files []typeset.File
	for _, script := range []string{"latin", "latin-ext", "cyrillic", "cyrillic-ext"} {
		for weight, name := range map[int]string{400: "400", 600: "600"} {
			file := "golos-text-" + script + "-" + name + "-normal.woff"
			data, err := os.ReadFile(filepath.Join("../../layouts/dist/fonts", file))
			if err != nil {
				t.Skip("assets are not built: run make")
			}
			files = append(files, typeset.File{Name: file, Weight: weight, Data: data})
		}
	}
	f, err := typeset.NewFamily(files...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The widths are those that Chromium gives for the same text in the same files,
// by CanvasRenderingContext2D.measureText.
func TestWidthsAreThoseOfABrowser(t *testing.T) {
	f := golos(t)
	for _, c := range []struct {
		text  string
		style typeset.Style
		want  float64
	}{
		{"Лесопереработка", typeset.Style{Size: 14, Weight: 400}, 123.200},
		{"7,9\u00a0млрд\u00a0₽", typeset.Style{Size: 14, Weight: 600}, 72.478},
		{"Глубокая переработка цветных металлов", typeset.Style{Size: 13, Weight: 400}, 265.135},
		{"Тургай АУДИТ Ту То Га Гд", typeset.Style{Size: 16, Weight: 400}, 195.520},
		{"ООО «Монолит-Строй» — 2025", typeset.Style{Size: 14, Weight: 600}, 211.105},
		{"AVAToday №1 ё й", typeset.Style{Size: 12, Weight: 400}, 97.441},
		{"не объявлено", typeset.Style{Size: 14, Weight: 400}, 94.360},
	} {
		if got := f.Width(c.text, c.style); math.Abs(got-c.want) > 0.05 {
			t.Errorf("Width(%q, %v) = %.3f, want %.3f", c.text, c.style, got, c.want)
		}
	}
}

func TestWidthGrowsWithSizeAndWeight(t *testing.T) {
	f := goFonts(t)
	const text = "Лесопереработка"
	width := f.Width(text, regular)
	if double := f.Width(text, typeset.Style{Size: 32, Weight: 400}); math.Abs(double-2*width) > 1e-9 {
		t.Errorf("at twice the size %.3f, want twice %.3f", double, width)
	}
	if bold := f.Width(text, typeset.Style{Size: 16, Weight: 600}); bold <= width {
		t.Errorf("bold is %.3f wide, regular %.3f", bold, width)
	}
	if f.Width("", regular) != 0 {
		t.Error("no text is wider than nothing")
	}
}

func TestLettersThatNoFileHasAreEstimated(t *testing.T) {
	f := goFonts(t)
	for text, want := range map[string]float64{
		"国": 16, "🌲": 16, "\u202e": 0, "\u200b": 0, "ქ": 9.6,
	} {
		if got := f.Width(text, regular); math.Abs(got-want) > 1e-9 {
			t.Errorf("Width(%+q) = %v, want %v", text, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	f := goFonts(t)
	for _, c := range []struct {
		text  string
		width float64
		lines int
		want  []string
	}{
		{"Лес и лесохимия", 300, 2, []string{"Лес и лесохимия"}},
		{"Лес и лесохимия", 90, 2, []string{"Лес и", "лесохимия"}},
		{"  Лес \n и\tлесохимия ", 300, 2, []string{"Лес и лесохимия"}},
		{"Микроэлектроника и беспилотные системы", 150, 2, []string{"Микроэлектроника", "и беспилотные си…"}},
		{"до\u00a07,9\u00a0млрд\u00a0₽ в\u00a0год", 120, 3, []string{"до\u00a07,9\u00a0млрд\u00a0₽", "в\u00a0год"}},
		{"Научно-производственное", 160, 2, []string{"Научно-", "производственное"}},
		{"Нефтегазохимический", 80, 3, []string{"Нефтега-", "зохими-", "ческий"}},
		{"Подъездная", 60, 3, []string{"Подъ-", "ездная"}},
		{"Petrochemistry", 80, 3, []string{"Petrochem", "istry"}},
		{"Нефтегазохимический", 80, 1, []string{"Нефтег…"}},
		{"Й", 1, 1, []string{"Й"}},
		{"", 100, 2, nil},
	} {
		if diff := cmp.Diff(c.want, f.Wrap(c.text, regular, c.width, c.lines)); diff != "" {
			t.Errorf("Wrap(%q, %v, %d):\n%s", c.text, c.width, c.lines, diff)
		}
	}
}

func TestUnbrokenIsTheWidestWord(t *testing.T) {
	f := goFonts(t)
	if got, want := f.Unbroken("Лес и лесохимия, 7,9\u00a0млрд", regular), f.Width("лесохимия,", regular); got != want {
		t.Errorf("Unbroken = %v, want %v", got, want)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Лес и лесохимия", 90.0, 2)
	f.Add("e\u0301\u0301\u202eабв", 1.0, 3)
	f.Add(strings.Repeat("ы", 10_000), 340.0, 2)
	family := goFonts(f)
	f.Fuzz(func(t *testing.T, text string, width float64, lines int) {
		if lines < 1 || lines > 5 || width < 1 || width > 2000 || len(text) > 2000 {
			return
		}
		out := family.Wrap(text, regular, width, lines)
		if len(out) > lines {
			t.Fatalf("%d lines: %q", len(out), out)
		}
		if whole := strings.Join(out, ""); !strings.Contains(whole, "…") {
			if letters(whole) != letters(strings.ToValidUTF8(text, "\ufffd")) {
				t.Fatalf("Wrap(%q) = %q", text, out)
			}
		}
	})
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n-", r) { // words are broken with a hyphen
			return -1
		}
		return r
	}, s)
}

func TestFamilyIsSafeForConcurrentUse(t *testing.T) {
	f := goFonts(t)
	want := f.Width("Кластер", regular)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for i := range 200 {
				f.Width(strings.Repeat("ж", i), regular)
				if got := f.Width("Кластер", regular); got != want {
					t.Errorf("Width = %v, want %v", got, want)
				}
			}
		})
	}
	group.Wait()
}

func TestFilesThatAreNoFontsAreRefused(t *testing.T) {
	if _, err := typeset.NewFamily(); err == nil {
		t.Error("a family of nothing")
	}
	_, err := typeset.NewFamily(typeset.File{Name: "broken.woff", Data: []byte("wOFF and no more")})
	if err == nil || !strings.Contains(err.Error(), "broken.woff") {
		t.Errorf("error %v does not name the file", err)
	}
}

func BenchmarkWidth(b *testing.B) {
	f := goFonts(b)
	for i := range b.N {
		f.Width("Лесопереработка "+string(rune('а'+i%32)), regular)
	}
}
