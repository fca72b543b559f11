package layout_test

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/report"
)

func words(t testing.TB, lang string) *locale.Locale {
	t.Helper()
	l, err := locale.New(layouts, lang)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Both catalogues say the same things.
func TestCataloguesAgree(t *testing.T) {
	if diff := cmp.Diff(words(t, "ru").IDs(), words(t, "en").IDs()); diff != "" {
		t.Error(diff)
	}
}

// Counts of clusters in the case that their number asks for, also for 11 and 21.
func TestPlurals(t *testing.T) {
	for _, test := range []struct {
		known, all int
		count      string
		coverage   string
	}{
		{1, 1, "1 кластер", "по 1 кластеру"},
		{1, 2, "2 кластера", "по 1 из 2 кластеров"},
		{3, 5, "5 кластеров", "по 3 из 5 кластеров"},
		{3, 11, "11 кластеров", "по 3 из 11 кластеров"},
		{20, 21, "21 кластер", "по 20 из 21 кластера"},
		{4, 4, "4 кластера", "по всем 4 кластерам"},
		{11, 11, "11 кластеров", "по всем 11 кластерам"},
	} {
		r := many(t, test.all)
		for _, c := range r.Clusters[test.known:] {
			c.Investment = nil
		}
		site := open(t, "ru").Site(r, layout.Options{Now: now})
		main := first(show(t, site, site.Home(layout.Body{})), "main")
		if got := text(first(main, ".coverage")); got != test.coverage {
			t.Errorf("%d of %d: %q, not %q", test.known, test.all, got, test.coverage)
		}
		if got := text(first(first(main, ".stages"), ".count")); got != test.count {
			t.Errorf("%d: %q, not %q", test.all, got, test.count)
		}
	}
}

// Every word that a page asks for is in the catalogue of both languages.
func TestNoWordIsMissing(t *testing.T) {
	missing := regexp.MustCompile(`![a-z][a-z-]+!`)
	for _, lang := range locale.Languages {
		r := tomsk(t)
		r.Language = lang
		site := open(t, lang).Site(r, layout.Options{Now: now})
		for at, view := range pages(r, site) {
			page := string(raw(t, site, view))
			if id := missing.FindString(page); id != "" {
				t.Errorf("%s, %s: no word for %s", lang, at, id)
			}
			if strings.Contains(page, "&lt;no value&gt;") {
				t.Errorf("%s, %s: a word is not filled in", lang, at)
			}
		}
	}
	asked := regexp.MustCompile(`(?:words\.(?:Text|Count)|\.word|s\.text|\badd)\("([a-z-]*[a-z])"`)
	sources, err := fs.Glob(os.DirFS(".."), "*/*.go")
	if err != nil || len(sources) == 0 {
		t.Fatal("no sources of the generator", err)
	}
	known := words(t, "ru").IDs()
	for _, source := range sources {
		if dir := path.Dir(source); dir == "diag" || dir == "chart" {
			continue // these have catalogues of their own
		}
		text, err := os.ReadFile("../" + source)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range asked.FindAllSubmatch(text, -1) {
			if !slices.Contains(known, string(id[1])) {
				t.Errorf("%s asks for a word %s that there is not", source, id[1])
			}
		}
	}
	for _, lang := range locale.Languages {
		ids := words(t, lang).IDs()
		for _, stage := range report.Stages {
			if !slices.Contains(ids, "stage-"+string(stage)) {
				t.Errorf("%s: no name for the stage %s", lang, stage)
			}
		}
	}
}

// Numbers keep together with what they count.
func TestNoBreak(t *testing.T) {
	_, site := tomskSite(t)
	page := string(raw(t, site, site.Home(layout.Body{})))
	for _, together := range []string{"29,7\u00a0млрд\u00a0₽", "24\u00a0февраля\u00a02026", "2\u00a0кластера"} {
		if !strings.Contains(page, together) {
			t.Errorf("%q is torn apart", together)
		}
	}
}
