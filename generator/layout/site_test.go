package layout_test

import (
	"bytes"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/report"
)

// pages are all pages of a site by path.
func pages(r *report.Report, site *layout.Site) map[string]layout.View {
	var body layout.Body
	all := map[string]layout.View{
		"":         site.Home(body),
		"404.html": site.NotFound(),
		"old/les/": site.Redirect("old/les/", r.Clusters[0]),
		"old.html": site.Redirect("old.html", r.Clusters[0]),
	}
	for _, c := range r.Clusters {
		all[c.Path()] = site.Cluster(c, body)
	}
	for _, o := range r.Organizations {
		all[o.Path()] = site.Organization(o, body)
	}
	for _, x := range r.Regions {
		all[x.Path()] = site.Region(x, body)
	}
	for _, a := range r.Articles {
		all[a.Path()] = site.Article(a, body)
	}
	for _, p := range r.Pages {
		all[p.Path()] = site.Text(p, body)
	}
	for n := range layout.PageCount(len(r.Clusters)) {
		all[layout.PagePath(layout.ClustersPath, n+1)] = site.ClusterList(n + 1)
	}
	for n := range layout.PageCount(len(r.Organizations)) {
		all[layout.PagePath(layout.OrganizationsPath, n+1)] = site.OrganizationList(n + 1)
	}
	for n := range layout.PageCount(site.LedgerRows()) {
		all[layout.PagePath(layout.LedgerPath, n+1)] = site.Ledger(n + 1)
	}
	places := []layout.ChartPlace{{ID: "clusters", Anchor: "main", Title: "Суммы", Page: r.Title}}
	all[layout.ChartPath("clusters")] = site.ChartPage(places[0], "", "Больше всех у леса.", site.EmbedCode(places[0], 400), report.Sources{List: r.Sources})
	all[layout.ChartsPath] = site.ChartList(1, places)
	all[layout.RegionsPath] = site.RegionList(1)
	all[layout.NewsPath] = site.NewsList(1)
	all[layout.SourcesPath] = site.Sources(1)
	all[layout.DataPath] = site.Data(r)
	return all
}

// Every link of every page leads somewhere, also when the site stands in a
// folder of a mirror with another name.
func TestLinks(t *testing.T) {
	r := tomsk(t)
	site := open(t, "ru").Site(r, layout.Options{Now: now})
	checkLinks(t, site, pages(r, site))
}

func TestLinksOfManyClusters(t *testing.T) {
	r := many(t, 1203)
	site := open(t, "ru").Site(r, layout.Options{Now: now})
	views := pages(r, site)
	if _, ok := views["clusters/page/3/"]; !ok {
		t.Fatal("the list of clusters has no third page")
	}
	checkLinks(t, site, views)
}

func checkLinks(t *testing.T, site *layout.Site, views map[string]layout.View) {
	t.Helper()
	for _, at := range slices.Sorted(maps.Keys(views)) {
		doc := show(t, site, views[at])
		base := &url.URL{Scheme: "https", Host: "mirror.example.net", Path: "/deep/folder/" + at}
		if at == layout.NotFoundPath {
			base.Path = "/tomsk/no/such/page/"
		}
		for _, a := range all(doc, "a") {
			href := attr(a, "href")
			u, err := base.Parse(href)
			if err != nil {
				t.Errorf("%s: %q: %v", at, href, err)
				continue
			}
			if u.Host != base.Host || u.Scheme != "https" {
				continue
			}
			to := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(u.Path, "/deep/folder/"), "/tomsk/"), "/")
			if at == layout.NotFoundPath && href == "#main" {
				continue
			}
			if hasAttr(a, "download") {
				continue // a file beside the page, which the site has and layout does not
			}
			if strings.HasPrefix(to, layout.DataPath) && to != layout.DataPath {
				continue // a file, which is not written here
			}
			if _, ok := views[to]; !ok {
				t.Errorf("%s: %q leads to %q, which is not there", at, href, to)
			}
			if u.Fragment != "" && to == at && byID(doc, u.Fragment) == nil {
				t.Errorf("%s: nothing has the id %q", at, u.Fragment)
			}
		}
	}
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

func byID(doc *html.Node, id string) *html.Node {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && attr(n, "id") == id {
			return n
		}
	}
	return nil
}

// No page has script, style or an address elsewhere that a browser would load
// by itself, and none has two elements of one id or a landmark without a name.
func TestStrictPages(t *testing.T) {
	r, site := tomskSite(t)
	for at, view := range pages(r, site) {
		doc := show(t, site, view)
		ids := map[string]bool{}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "style" || n.Data == "script" && attr(n, "type") != "application/ld+json" {
				t.Errorf("%s: <%s>", at, n.Data)
			}
			for _, a := range n.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "style":
					t.Errorf("%s: %s=%q", at, a.Key, a.Val)
				case a.Key == "src" && strings.Contains(a.Val, "//"):
					t.Errorf("%s: src=%q", at, a.Val)
				case a.Key == "id" && ids[a.Val]:
					t.Errorf("%s: two elements have the id %q", at, a.Val)
				case a.Key == "aria-labelledby" && byID(doc, a.Val) == nil:
					t.Errorf("%s: nothing has the id %q, which names <%s>", at, a.Val, n.Data)
				}
			}
			ids[attr(n, "id")] = true
			delete(ids, "")
		}
		if h := all(doc, "h1"); len(h) != 1 {
			t.Errorf("%s: %d headings of the first level", at, len(h))
		}
		if attr(first(doc, "html"), "lang") != "ru" {
			t.Errorf("%s: no language", at)
		}
	}
}

// The page of a missing address is answered at any depth, so its links and files
// begin with the path of base_url.
func TestNotFoundAddresses(t *testing.T) {
	_, site := tomskSite(t)
	doc := show(t, site, site.NotFound())
	for _, n := range append(all(doc, "link"), all(doc, "a")...) {
		href := attr(n, "href")
		if strings.HasPrefix(href, "#") || strings.Contains(href, ":") {
			continue
		}
		if !strings.HasPrefix(href, "/tomsk/") {
			t.Errorf("%q does not begin with /tomsk/", href)
		}
	}
}

// Whatever an author writes is shown as it is, and in no place becomes markup.
func TestHostileText(t *testing.T) {
	const hostile = `</title></script><script>alert(1)</script>"'><img src=x onerror=alert(1)> onclick=x {{.}}`
	r := tomsk(t)
	r.Title, r.Description = hostile, hostile
	for _, c := range r.Clusters {
		c.Title, c.Description, c.Resource, c.Products = hostile, hostile, hostile, []string{hostile}
		for i := range c.Investment {
			c.Investment[i].Note = hostile
		}
	}
	for _, a := range r.Articles {
		a.Title, a.Lead, a.Authors, a.Correction, a.Tags = hostile, hostile, []string{hostile}, hostile, []string{hostile}
		a.Photo.Alt, a.Photo.Credit = hostile, hostile
	}
	for _, s := range r.Sources {
		s.Title, s.Publisher, s.URL = hostile, hostile, "javascript:alert(1)"
	}
	site := open(t, "ru").Site(r, layout.Options{Now: now})
	for at, view := range pages(r, site) {
		b := raw(t, site, view)
		doc, err := html.Parse(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "script" && attr(n, "type") == "" || attr(n, "onerror") != "" || attr(n, "onclick") != "" {
				t.Fatalf("%s: an author's text became <%s>", at, n.Data)
			}
			if href := attr(n, "href"); strings.HasPrefix(href, "javascript:") {
				t.Fatalf("%s: a link to %s", at, href)
			}
		}
		if strings.HasPrefix(at, "clusters/les") && !strings.Contains(text(first(doc, "h1")), "<script>alert(1)</script>") {
			t.Errorf("%s: the title is not shown as it is", at)
		}
	}
}

// A feed, the stylesheet and the icon are found from every depth.
func TestFilesOfHead(t *testing.T) {
	r, site := tomskSite(t)
	for at, view := range pages(r, site) {
		if at == layout.NotFoundPath {
			continue
		}
		for _, l := range all(show(t, site, view), "link") {
			if attr(l, "rel") == "canonical" || attr(l, "type") == "application/json+oembed" { // whole addresses
				continue
			}
			to := path.Join("/", path.Dir(at+"x"), attr(l, "href"))
			if !slices.Contains([]string{"/feed.xml", "/assets/style.1a2b.css", "/assets/icon.3c4d.svg", "/assets/literata.5e6f.woff2"}, to) {
				t.Errorf("%s: %s %q leads to %s", at, attr(l, "rel"), attr(l, "href"), to)
			}
		}
	}
}
