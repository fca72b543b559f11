package site

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
)

// CheckLinks renders every page and tells each link that leads to no file of
// the site or to no place in it. Links to other sites are not followed.
func (s *Site) CheckLinks(ctx context.Context) ([]diag.Diagnostic, error) {
	rendered, err := s.renderLinks(ctx)
	if err != nil {
		return nil, err
	}
	files := make(map[string]*page, len(s.Files))
	for _, f := range s.Files {
		files[f.Path] = nil
	}
	for i := range rendered {
		files[rendered[i].path] = &rendered[i]
	}
	base := s.basePath()
	var broken []diag.Diagnostic
	for _, from := range rendered {
		for _, href := range from.links {
			if !leads(files, base, from.path, href) {
				broken = append(broken, s.brokenLink(from.path, href))
			}
		}
	}
	slices.SortStableFunc(broken, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Args["Page"].(string), b.Args["Page"].(string)) })
	return broken, nil
}

// A page is what matters of a rendered page to links.
type page struct {
	path  string
	links []string
	ids   map[string]bool
}

func (s *Site) renderLinks(ctx context.Context) ([]page, error) {
	pages := slices.DeleteFunc(slices.Clone(s.Files), func(f output.File) bool { return path.Ext(f.Path) != ".html" })
	rendered := make([]page, len(pages))
	err := inParallel(ctx, len(pages), func(i int) error {
		var buffer bytes.Buffer
		if err := pages[i].Render(&buffer); err != nil {
			return err
		}
		rendered[i] = readLinks(pages[i].Path, &buffer)
		return nil
	})
	return rendered, err
}

// readLinks collects the links of a page and the places in it that links may
// lead to.
func readLinks(name string, r io.Reader) page {
	p := page{path: name, ids: map[string]bool{}}
	z := html.NewTokenizer(r)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return p
		case html.StartTagToken, html.SelfClosingTagToken:
			_, more := z.TagName()
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				switch string(key) {
				case "href", "src", "data-chart":
					p.links = append(p.links, string(value))
				case "id":
					p.ids[string(value)] = true
				}
			}
		}
	}
}

// leads reports whether a link on a page leads somewhere. A path from the top of
// the host leads into the site where it begins with that of the site. A file that
// is not a page (nil) has no places in it.
func leads(files map[string]*page, base, from, href string) bool {
	u, err := url.Parse(href)
	if err != nil {
		return false
	}
	if u.Scheme != "" || u.Host != "" {
		return true
	}
	target := from
	if u.Path != "" {
		folder, below := path.Dir(from), u.Path
		if strings.HasPrefix(below, "/") {
			var ok bool
			if below, ok = strings.CutPrefix(below, base); !ok {
				return false
			}
			folder = ""
		}
		target = strings.TrimPrefix(path.Join("/", folder, below), "/")
		if strings.HasSuffix(u.Path, "/") || u.Path == "." || u.Path == ".." || target == "" {
			target = path.Join(target, "index.html")
		}
	}
	p, ok := files[target]
	if !ok || u.Fragment == "" || p == nil {
		return ok
	}
	return p.ids[u.Fragment]
}

// basePath is the path of the site on its host. The links of the page for missing
// addresses begin with it, the one page whose links are not relative.
func (s *Site) basePath() string {
	u, err := url.Parse(s.Report.BaseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return u.Path
}

// brokenLink tells a broken link where its author wrote it, or else on the page
// that has it.
func (s *Site) brokenLink(name, href string) diag.Diagnostic {
	at := diag.Position{}
	dir := strings.TrimSuffix(name, "index.html")
	for _, d := range s.documents() {
		if d.Path() != dir || !d.Base().Written() {
			continue
		}
		at.File = d.Base().File
		if text, err := fs.ReadFile(s.builder.Source, at.File); err == nil {
			if i := bytes.Index(text, []byte(href)); i >= 0 {
				at = diag.NewText(at.File, text).At(i, len(href))
			}
		}
		break
	}
	return diag.NewError(at, diag.BrokenLink, diag.Args{"Href": href, "Page": name})
}
