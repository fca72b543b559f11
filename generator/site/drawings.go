package site

import (
	"strconv"
	"strings"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/report"
)

// A block is a chart of a text, read but not yet put together with its data.
type block struct {
	spec  chart.Spec
	found []diag.Diagnostic
}

func readBlock(c markdown.Chart) block {
	spec, found := chart.ParseSpec(chart.Block{Source: c.Source, At: c.At, Fence: c.Position})
	return block{spec, found}
}

// sameName reports whether two blocks have one address and one title.
func (b block) sameName(other block) bool {
	return b.spec.ID == other.spec.ID && b.spec.Title == other.spec.Title
}

// blocks are the charts of a text; a text that asks for nothing has none.
func (o *outline) blocks() []block {
	if o == nil {
		return nil
	}
	return o.charts
}

// A drawing is a chart at its place, with a page of its own. Nothing of it is
// read or drawn before somebody asks for one of its files.
type drawing struct {
	layout.ChartPlace

	// bind makes the chart.
	bind func() (*chart.Chart, error)
}

// drawings are all charts of a site.
type drawings struct {
	all   []*drawing
	texts map[string][]*drawing // by file, in the order of the text
	pages map[string][]*drawing // those that pages draw by themselves, by path
	// clusters is the chart of all clusters, with which the report begins; nil
	// where there is none. It is not in pages.
	clusters *drawing
}

// findDrawings lists the charts of texts and of pages and gives each an address
// that stays the same from build to build: the id that its author chose, or else
// one made of what it is about. It tells an id that two charts have.
func (s *Site) findDrawings(texts map[string]*outline) []diag.Diagnostic {
	s.drawings = drawings{texts: map[string][]*drawing{}, pages: map[string][]*drawing{}}
	names := chartNames{}
	found := s.nameChosen(texts, names)
	s.findOwnDrawings(names)
	for _, d := range s.rich {
		file := d.Base().File
		for n, b := range texts[file].blocks() {
			id := b.spec.ID
			if id == "" {
				id = names.make(slugOf(d), b.spec.Title)
			}
			s.drawings.addText(file, s.textDrawing(d, n, b, id))
		}
	}
	return found
}

// nameChosen takes the ids that authors chose, before any is made.
func (s *Site) nameChosen(texts map[string]*outline, names chartNames) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, d := range s.rich {
		for _, b := range texts[d.Base().File].blocks() {
			id := b.spec.ID
			if id == "" {
				continue
			}
			if first, taken := names[id]; taken {
				found = append(found, diag.NewError(b.spec.IDAt, diag.ChartIDTwice, diag.Args{"ID": id, "File": first.File, "Line": first.Line}))
				continue
			}
			names[id] = b.spec.IDAt
		}
	}
	return found
}

func (d *drawings) addText(file string, x *drawing) {
	d.all = append(d.all, x)
	d.texts[file] = append(d.texts[file], x)
}

func (d *drawings) addPage(x *drawing) {
	if x == nil {
		return
	}
	d.all = append(d.all, x)
	d.pages[x.Path] = append(d.pages[x.Path], x)
}

func (s *Site) textDrawing(d report.Document, n int, planned block, id string) *drawing {
	page := d.Base()
	x := &drawing{ChartPlace: layout.ChartPlace{
		ID: id, Anchor: "chart-" + id, Title: planned.spec.Title, Page: page.Title, Path: d.Path(), Of: page,
	}}
	if planned.spec.ID != "" {
		x.Anchor = id
	}
	x.bind = func() (*chart.Chart, error) {
		return s.bound(d, s.revised.chart(page.File, n, planned))
	}
	return x
}

// slugOf is what the charts of a page are called by; the report itself needs no
// name.
func slugOf(d report.Document) string {
	if _, top := d.(home); top {
		return ""
	}
	return d.Base().Slug
}

// chartNames are the ids that are taken, with the place where an author chose
// them.
type chartNames map[string]diag.Position

// longestName is how many letters an id that is made may have: it is the name of
// files, too.
const longestName = 60

// make returns a free id of some words, with a number if it has to be.
func (n chartNames) make(words ...string) string {
	name := chartName(words...)
	id := name
	for number := 2; n.taken(id); number++ {
		id = name + "-" + strconv.Itoa(number)
	}
	n[id] = diag.Position{}
	return id
}

// chartName makes an id of words, whether or not it is free.
func chartName(words ...string) string {
	var parts []string
	for _, w := range words {
		if slug := report.MakeSlug(w); slug != "" {
			parts = append(parts, slug)
		}
	}
	name := strings.Join(parts, "-")
	if name == "" {
		name = "chart"
	}
	if len(name) > longestName {
		name = name[:longestName]
		if i := strings.LastIndexByte(name, '-'); i > longestName/2 {
			name = name[:i]
		}
	}
	return name
}

// taken reports whether a chart has an id, or the anchor that belongs to it.
func (n chartNames) taken(id string) bool {
	_, ofPage := n[id]
	_, ofPlace := n["chart-"+id]
	return ofPage || ofPlace
}
