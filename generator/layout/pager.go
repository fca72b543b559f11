package layout

import (
	"strconv"

	"example.org/svod/generator/locale"
)

// A Pager leads through a list that is longer than one page.
type Pager struct {
	Range      string // "501–1 000 из 10 000"; empty where one page has all
	Pages      []PagerLink
	Prev, Next string // hrefs; empty at the ends

	list     string
	from, to int // the rows of this page
}

// A PagerLink leads to one page of a list. The text of a gap is "…" and its
// address is empty.
type PagerLink struct {
	Text, Href string
	Current    bool
}

// PageCount is how many pages a list of n rows takes; an empty list takes one.
func PageCount(n int) int { return max(1, (n+RowsPerPage-1)/RowsPerPage) }

// PagePath is the path of a page of a list: "clusters/", "clusters/page/2/".
func PagePath(list string, number int) string {
	if number == 1 {
		return list
	}
	return list + "page/" + strconv.Itoa(number) + "/"
}

func (s *Site) pager(list string, number, rows int) Pager {
	p := Pager{list: list, from: (number - 1) * RowsPerPage, to: min(number*RowsPerPage, rows)}
	count := PageCount(rows)
	if count == 1 {
		return p
	}
	p.Range = s.layout.words.Text("range", locale.Args{
		"From": s.layout.words.Integer(p.from + 1),
		"To":   s.layout.words.Integer(p.to),
		"All":  s.layout.words.Integer(rows),
	})
	root := "../"
	if number > 1 {
		root = "../../../"
	}
	href := func(n int) string { return root + PagePath(list, n) }
	if number > 1 {
		p.Prev = href(number - 1)
	}
	if number < count {
		p.Next = href(number + 1)
	}
	last := 0
	for n := 1; n <= count; n++ {
		if n != 1 && n != count && (n < number-pagerReach || n > number+pagerReach) {
			continue
		}
		if n > last+1 {
			p.Pages = append(p.Pages, PagerLink{Text: "…"})
		}
		p.Pages = append(p.Pages, PagerLink{Text: strconv.Itoa(n), Href: href(n), Current: n == number})
		last = n
	}
	return p
}

// pagerReach is how many pages on each side of the current one have a link; the
// first and the last page always have one.
const pagerReach = 4

func (p Pager) path(number int) string { return PagePath(p.list, number) }
