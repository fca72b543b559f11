package layout_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/svod/generator/layout"
	"example.org/svod/generator/report"
)

// show renders a view and reads the page as a browser would.
func show(t testing.TB, site *layout.Site, v layout.View) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(raw(t, site, v)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func raw(t testing.TB, site *layout.Site, v layout.View) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := site.Render(&b, v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// all finds the elements that a selector such as "ul.news", ".past" or "h1"
// names.
func all(root *html.Node, selector string) []*html.Node {
	tag, class, _ := strings.Cut(selector, ".")
	var out []*html.Node
	if root == nil {
		return nil
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (tag == "" || n.Data == tag) &&
			(class == "" || slices.Contains(strings.Fields(attr(n, "class")), class)) {
			out = append(out, n)
		}
	}
	return out
}

func first(root *html.Node, selector string) *html.Node {
	if found := all(root, selector); len(found) > 0 {
		return found[0]
	}
	return nil
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text is what an element says, with every run of blanks, no-break ones too, as
// one space.
func text(root *html.Node) string {
	if root == nil {
		return ""
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func texts(nodes []*html.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, text(n))
	}
	return out
}

// section is the section with the given heading.
func section(root *html.Node, heading string) *html.Node {
	for _, tag := range []string{"section", "aside"} {
		for _, s := range all(root, tag) {
			if h := first(s, "h2"); h != nil && text(h) == heading {
				return s
			}
		}
	}
	return nil
}

type node = html.Node

// find is the document with a slug.
func find[D interface{ Base() *report.Page }](t testing.TB, list []D, slug string) D {
	t.Helper()
	for _, d := range list {
		if d.Base().Slug == slug {
			return d
		}
	}
	t.Fatalf("no %s", slug)
	panic("unreachable")
}
