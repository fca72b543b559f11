package picture_test

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/sync/errgroup"

	"example.org/svod/generator/picture"
	"example.org/svod/generator/typeset"
)

var option = []byte(`{}`)

func head(id string) picture.Head {
	return picture.Head{ID: id, Width: 9, Height: 9, Title: "Инвестиции", Summary: "Больше всех у химии."}
}

// drawing is a Renderer in which ECharts draws one thing, whatever it is asked for.
func drawing(t *testing.T, svg, cacheDir string, most int64) *picture.Renderer {
	t.Helper()
	fonts, err := typeset.NewFamily(typeset.File{Weight: 400, Data: goregular.TTF})
	if err != nil {
		t.Fatal(err)
	}
	script := "var svod = { setMeasure: function () {}, draw: function () { return " + strconv.Quote(svg) + " } }"
	r, err := picture.New(picture.Options{Script: []byte(script), Fonts: fonts, CacheDir: cacheDir, CacheBytes: most})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// stub draws quickly, for tests of what stands around the drawing.
func stub(t *testing.T, cacheDir string, most int64) *picture.Renderer {
	t.Helper()
	return drawing(t, `<svg width="9" height="9"><path d="M0 0L9 9" fill="#1b1814"></path></svg>`, cacheDir, most)
}

func TestCachedPicturesNeedNoECharts(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "charts")
	first, err := stub(t, dir, 0).SVG(option, head("a"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := stub(t, dir, 0).SVG(option, head("a"))
	if err != nil || string(again) != string(first) {
		t.Errorf("drawn anew: %s, %v", again, err)
	}
	// Another picture in the folder shows whether it is taken from there.
	const other = "<svg>kept</svg>"
	change(t, dir, func([]byte) []byte {
		sum := sha256.Sum256([]byte(other))
		return append(sum[:], other...)
	})
	if kept, err := stub(t, dir, 0).SVG(option, head("a")); err != nil || string(kept) != other {
		t.Errorf("not taken from the cache: %s, %v", kept, err)
	}
	if drawn, err := stub(t, dir, 0).SVG(option, head("b")); err != nil || string(drawn) == other {
		t.Errorf("a picture with other ids is taken from the cache: %v", err)
	}
	change(t, dir, func(b []byte) []byte { return b[:len(b)-1] })
	again, err = stub(t, dir, 0).SVG(option, head("a"))
	if err != nil || string(again) != string(first) {
		t.Errorf("a damaged entry of the cache is used: %v", err)
	}
}

// change puts other bytes into each file of a folder.
func change(t *testing.T, dir string, other func([]byte) []byte) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, other(b), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCacheThatCannotBeWrittenIsDoneWithout(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := stub(t, filepath.Join(file, "charts"), 0).SVG(option, head("a")); err != nil {
		t.Error(err)
	}
}

func TestCacheStaysWithinItsBounds(t *testing.T) {
	dir := t.TempDir()
	const most = 6_000
	r := stub(t, dir, most)
	var drawing errgroup.Group
	for i := range 60 {
		drawing.Go(func() error {
			_, err := r.SVG(option, head(strconv.Itoa(i)))
			return err
		})
	}
	if err := drawing.Wait(); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	total := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total == 0 || total > most+most/4 {
		t.Errorf("%d files of %d bytes", len(entries), total)
	}
}

// Whatever ECharts draws that nobody has thought about is an error, and no
// picture.
func TestWhatIsOnNoListIsRefused(t *testing.T) {
	for _, drawn := range []string{
		`<svg><script>alert(1)</script></svg>`,
		`<svg><foreignObject></foreignObject></svg>`,
		`<svg><path d="M0 0L9 9" onclick="alert(1)" fill="#1b1814"></path></svg>`,
		`<svg><path d="M0 0L9 9" fill="url(https://example.org/x)"></path></svg>`,
		`<svg><path d="M0 0L9 9" fill="#123456"></path></svg>`,
		`<svg><text style="position:fixed">x</text></svg>`,
	} {
		if svg, err := drawing(t, drawn, "", 0).SVG(option, head("a")); err == nil {
			t.Errorf("%s becomes %s", drawn, svg)
		}
	}
}

// A title is text, in the picture and in its file.
func TestHeadIsText(t *testing.T) {
	h := head("a")
	h.Title = `</title><script>alert("1")</script> & "x"`
	r := stub(t, "", 0)
	svg, err := r.SVG(option, h)
	if err != nil {
		t.Fatal(err)
	}
	file, err := r.Alone(svg, h, `Источник: <b>`)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range [][]byte{svg, file} {
		if bytes.Contains(b, []byte("<script")) || bytes.Contains(b, []byte("<b>")) {
			t.Errorf("%s", b)
		}
	}
}
