package devserver_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"example.org/svod/generator/devserver"
)

// The server starts whatever state the content is in, says what is wrong and
// makes room for the page as soon as nothing is.
func TestFirstBuildWithMistakes(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес\n!!семь"})
	status, body := p.get("les/")
	if status != http.StatusServiceUnavailable || !strings.Contains(body, "Исправьте ошибки.") || !strings.Contains(body, `data-build=""`) {
		t.Errorf("status %d: %s", status, body)
	}
	tab := p.open("")
	if m := tab.next(); m.Change != "" || m.Overlay == nil || m.Overlay.Heading != "1 ошибка" {
		t.Errorf("the page is told %+v", m)
	}
	p.write("content/les.md", "Лес\nсемь")
	if o := p.next(); o.Mended != 1 || len(o.Mistakes) != 0 {
		t.Errorf("%+v", o)
	}
	if m := tab.next(); m.Change != "reload" || m.Overlay != nil {
		t.Errorf("the page is told %+v", m)
	}
	if status, _ := p.get("les/"); status != http.StatusOK {
		t.Errorf("status %d", status)
	}
}

// A mistake is shown over the last good page, with all that it takes to mend it.
func TestOverlay(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес", "content/neft.md": "Нефть"})
	p.get("les/")
	tab := p.open("now")
	tab.next()
	p.write("content/les.md", "Лес и камень\n<b>&\n!!семь")
	m := tab.next()
	if m.Change != "" || m.Overlay == nil || !m.Overlay.Error || m.Overlay.Heading != "1 ошибка" || len(m.Overlay.Mistakes) != 1 {
		t.Fatalf("the page is told %+v", m)
	}
	got := m.Overlay.Mistakes[0]
	if got.Kind != "ошибка" || got.Message != "сумма «семь» не читается" || !strings.Contains(got.Remedy, "7,9 млрд ₽") ||
		got.Place != "content/les.md:3:3" || got.Line != 3 || got.Before != "!!" || got.Marked != "семь" || got.After != "" {
		t.Errorf("%+v", got)
	}
	if want := "vscode://file" + p.dir + "/content/les.md:3:3"; got.Link != want {
		t.Errorf("leads to %s, want %s", got.Link, want)
	}
	// The pages are still there, also that of the broken file.
	for path, want := range map[string]string{"les/": "<pre>Лес</pre>", "neft/": "Нефть"} {
		if status, body := p.get(path); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: status %d: %s", path, status, body)
		}
	}
	// A page that is opened now is told as well.
	if m := p.open("now").next(); m.Change != "" || m.Overlay == nil {
		t.Errorf("a new page is told %+v", m)
	}
	p.write("content/les.md", "Лес и камень")
	for m = tab.next(); m.Overlay != nil; m = tab.next() { // requests may have had it built once more
	}
	if m.Change != "reload" {
		t.Errorf("the page is told %+v", m)
	}
	if _, body := p.get("les/"); !strings.Contains(body, "Лес и камень") {
		t.Error(body)
	}
}

// A broken page that nobody has looked at has no good version to show.
func TestMistakeInPageNotSeen(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес", "content/neft.md": "Нефть"})
	p.write("content/les.md", "!!семь")
	p.next()
	if status, body := p.get("les/"); status != http.StatusServiceUnavailable || !strings.Contains(body, "Исправьте ошибки.") {
		t.Errorf("status %d: %s", status, body)
	}
	if status, _ := p.get("neft/"); status != http.StatusOK {
		t.Errorf("another page: status %d", status)
	}
}

// The page that was sent last is there to show, however often it was sent before.
func TestCopiesOfPagesSentLast(t *testing.T) {
	const kept = 100
	files := map[string]string{"content/les.md": "Лес"}
	for i := range kept {
		files[fmt.Sprintf("content/page%d.md", i)] = "Текст"
	}
	p := publish(t, files)
	p.get("les/")
	for i := range kept {
		if i == kept-1 {
			p.get("les/")
		}
		p.get(fmt.Sprintf("page%d/", i))
	}
	p.write("content/les.md", "!!семь")
	p.write("content/page0.md", "!!семь")
	for len(p.next().Mistakes) < 2 {
	}
	if status, _ := p.get("page0/"); status != http.StatusServiceUnavailable {
		t.Errorf("the page sent first of all: status %d", status)
	}
	if status, body := p.get("les/"); status != http.StatusOK || !strings.Contains(body, "Лес") {
		t.Errorf("status %d: %s", status, body)
	}
}

// A failure of the machine is shown like a mistake, and so is its end.
func TestFailure(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес", "layouts/page.html": "шаблон"})
	tab := p.open("now")
	tab.next()
	p.write("layouts/page.html", "{{")
	if m := tab.next(); m.Change != "" || m.Overlay == nil || m.Overlay.Heading != "Сайт не собирается" || m.Overlay.Mistakes[0].Message != "шаблон не читается" {
		t.Errorf("the page is told %+v", m)
	}
	if status, _ := p.get("les/"); status != http.StatusOK {
		t.Errorf("status %d", status)
	}
	p.write("layouts/page.html", "шаблон")
	if m := tab.next(); m.Change != "reload" || m.Overlay != nil {
		t.Errorf("the page is told %+v", m)
	}
}

// Each mistake is told once, though it move to another line.
func TestEachMistakeIsToldOnce(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес"})
	for _, step := range []struct {
		text             string
		added, all, gone int
	}{
		{"!!семь", 1, 1, 0},
		{"!!семь\n!!восемь", 1, 2, 0},
		{"Новая строка\n!!семь\n!!восемь", 0, 2, 0},
		{"!!восемь", 0, 1, 1},
		{"!!восемь\n!!восемь", 1, 2, 0},
		{"!!девять", 1, 1, 2},
		{"Лес", 0, 0, 1},
	} {
		p.write("content/les.md", step.text)
		if o := p.next(); len(o.New) != step.added || len(o.Mistakes) != step.all || o.Mended != step.gone {
			t.Errorf("%q: %d new, %d in all, %d mended", step.text, len(o.New), len(o.Mistakes), o.Mended)
		}
	}
}

func TestManyMistakes(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес" + strings.Repeat("\n!!семь", 120)})
	m := p.open("").next()
	if len(m.Overlay.Mistakes) != 50 || m.Overlay.More != "и ещё 70" || m.Overlay.Heading != "120 ошибок" {
		t.Errorf("%d mistakes, %s, %s", len(m.Overlay.Mistakes), m.Overlay.More, m.Overlay.Heading)
	}
}

// A page learns what it has missed while it was hidden or the connection lost,
// and that the server is another one.
func TestMissedEvents(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес", "layouts/style.css": "a{}"})
	tab := p.open("now")
	first := tab.next()
	tab.close()
	open := func(id string) string { return p.open(id).next().Change }

	if got := open(first.ID); got != "" {
		t.Errorf("nothing happened, and the page is told %q", got)
	}
	p.write("layouts/style.css", "b{}")
	p.next()
	if got := open(first.ID); got != "style" {
		t.Errorf("styles have changed, and the page is told %q", got)
	}
	p.write("content/les.md", "Лес и камень")
	p.next()
	p.write("layouts/style.css", "c{}")
	p.next()
	for _, id := range []string{first.ID, "other.1", "", "../x"} {
		if got := open(id); got != "reload" {
			t.Errorf("the page %q is told %q", id, got)
		}
	}
	p.write("content/les.md", "!!семь")
	p.next()
	if got := open(""); got != "" {
		t.Errorf("there is nothing to load, and the page is told %q", got)
	}
}

// Only what changes nothing but styles spares the page being loaded again.
func TestStyles(t *testing.T) {
	p := publish(t, map[string]string{
		"content/les.md": "Лес", "layouts/style.css": "a{}", "layouts/page.html": "шаблон", "layouts/dist/assets.json": "{}",
		"layouts/dist/assets/style.XYZ.css": "a{}",
	})
	tab := p.open("now")
	tab.next()
	for _, step := range []struct {
		files []string
		want  string
	}{
		{[]string{"layouts/style.css"}, "style"},
		{[]string{"layouts/dist/assets/style.ABC.css", "layouts/dist/assets.json"}, "style"},
		{[]string{"layouts/style.css", "content/les.md"}, "reload"},
		{[]string{"layouts/dist/assets.json"}, "reload"},
		{[]string{"content/les.md"}, "reload"},
	} {
		for _, name := range step.files {
			p.write(name, fmt.Sprint(step))
		}
		if m := tab.next(); m.Change != step.want {
			t.Errorf("%q: the page is told %q, want %q", step.files, m.Change, step.want)
		}
	}
}

// A build of which nothing is different is nothing to tell.
func TestSameSum(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес"}, func(o *devserver.Options) {
		build := o.Build
		o.Build = func(ctx context.Context, changed []string) (devserver.Site, error) {
			s, err := build(ctx, changed)
			s.Sum = "1"
			return s, err
		}
	})
	tab := p.open("now")
	tab.next()
	p.write("content/les.md", "Лес")
	p.next()
	if m := tab.next(); m.Change != "" {
		t.Errorf("the page is told %q", m.Change)
	}
}

func TestEditorLinks(t *testing.T) {
	for name, want := range map[string]string{
		"vscode": "vscode://file%s/content/%%D0%%BB%%D0%%B5%%D1%%81%%20%%231.md:1:3",
		"idea":   "idea://open?file=%s/content/%%D0%%BB%%D0%%B5%%D1%%81%%20%%231.md&line=1&column=3",
	} {
		p := publish(t, map[string]string{"content/лес #1.md": "!!семь"}, func(o *devserver.Options) { o.Editor = devserver.Editors[name] })
		if got := p.open("").next().Overlay.Mistakes[0].Link; got != fmt.Sprintf(want, p.dir) {
			t.Errorf("%s: %s", name, got)
		}
	}
	// What means something in an address does not in a name.
	for name, want := range map[string]string{
		"vscode":   "vscode://file%s/content/R&D%%20+%%2050%%25%%20a=b.md:1:3",
		"idea":     "idea://open?file=%s/content/R%%26D%%20%%2B%%2050%%25%%20a%%3Db.md&line=1&column=3",
		"textmate": "txmt://open?url=file://%s/content/R%%26D%%20%%2B%%2050%%25%%20a%%3Db.md&line=1&column=3",
	} {
		p := publish(t, map[string]string{"content/R&D + 50% a=b.md": "!!семь"}, func(o *devserver.Options) { o.Editor = devserver.Editors[name] })
		if got := p.open("").next().Overlay.Mistakes[0].Link; got != fmt.Sprintf(want, p.dir) {
			t.Errorf("%s: %s", name, got)
		}
	}
	p := publish(t, map[string]string{"content/les.md": "!!семь"}, func(o *devserver.Options) { o.Editor = "" })
	if got := p.open("").next().Overlay.Mistakes[0].Link; got != "" {
		t.Errorf("no editor: %s", got)
	}
}
