package site_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/svod/generator/report"
	"example.org/svod/generator/site"
)

// A preview shows what is not published, marks it, and tells programs only what
// readers may know: no figure leaves in a table before its page does.
func TestPreviewTellsProgramsNothing(t *testing.T) {
	files := content(map[string]string{
		"clusters/nikel.md": "---\ntitle: Никель\ndraft: true\ninvestment:\n  - {date: 2025-03-01, amount: 100 млрд ₽, source: press, scope: project}\n---\n",
		"clusters/torf.md":  "---\ntitle: Торф\npublish: 2030-01-01\n---\n",
		"clusters/med.md":   "---\ntitle: Медь\nexpires: 2025-05-01\n---\n",
		"news/secret.md":    "---\ntitle: Секрет\ndate: 2025-03-02\ndraft: true\nclusters: [les]\n---\n",
	})
	now := time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)
	build := func(e report.Edition) *site.Site {
		t.Helper()
		s, _, err := site.NewBuilder(site.Options{Source: files, Layouts: layouts(t), Edition: e}).Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	preview := build(report.Edition{Now: now, Drafts: true, Future: true, Expired: true})
	public := build(report.Edition{Now: now})
	if !preview.Preview || public.Preview {
		t.Errorf("preview %v, public %v", preview.Preview, public.Preview)
	}
	for _, page := range []string{"clusters/nikel/index.html", "clusters/torf/index.html", "clusters/med/index.html", "news/secret/index.html"} {
		if html := render(t, preview, page); !strings.Contains(html, `<p class="mark">`) || !strings.Contains(html, `content="noindex"`) {
			t.Errorf("%s is not marked", page)
		}
	}
	told := 0
	for _, f := range public.Files {
		if slices.Contains([]string{"feed.xml", "rss.xml", "feed.json", "sitemap.xml"}, f.Path) || strings.HasPrefix(f.Path, "data/") && f.Path != "data/index.html" {
			told++
			if render(t, preview, f.Path) != render(t, public, f.Path) {
				t.Errorf("%s tells more in a preview", f.Path)
			}
		}
	}
	if told != 9 {
		t.Errorf("%d files for programs", told)
	}
	if robots := render(t, preview, "robots.txt"); robots != "User-agent: *\nDisallow: /\n" {
		t.Error("search engines are let into a preview:", robots)
	}
	if html := render(t, preview, "data/index.html"); !strings.Contains(html, "2\u00a0кластера") {
		t.Error("the page of data counts rows that the files do not have")
	}
}
