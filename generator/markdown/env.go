package markdown

import "example.org/svod/generator/diag"

// Env answers what only the report knows. Each function is asked while the body
// is read, in the order of the text, and returns what it finds wrong as
// diagnostics at the position that it was given. A function that is nil refuses
// everything it would be asked, but for Outside and Unmarked.
//
// Where an answer comes with an error among its diagnostics, the text is shown
// without its link, picture or chart.
type Env struct {
	// Reference resolves [[…]]. Mistakes: diag.UnknownReference.
	Reference func(Reference) (Link, []diag.Diagnostic)
	// Citation checks that a source exists. Mistakes: diag.UnknownSource.
	Citation func(Citation) []diag.Diagnostic
	// Unmarked is told of what might have been meant as a citation or a reference,
	// before anything else. Most of it is neither; it may be nil.
	Unmarked func(Unmarked) []diag.Diagnostic
	// Link resolves a link to a file of the report, such as ../news/x.md or
	// plan.pdf. Text is not used. Mistakes: diag.UnknownLink.
	Link func(Target) (Link, []diag.Diagnostic)
	// Outside is told of each link to another site; Path is its whole address,
	// as it is published. It refuses nothing and may be nil.
	Outside func(Target)
	// Picture resolves a picture beside the page. Mistakes: diag.UnknownPicture.
	Picture func(Target) (Picture, []diag.Diagnostic)
	// Chart draws a chart as HTML, which is written into the page as it is.
	// The error is the machine's and ends the conversion.
	Chart func(Chart) (html string, mistakes []diag.Diagnostic, err error)
}

// A Reference is what stands between [[ and ]].
type Reference struct {
	// Target is what is referred to: a slug, or a path of slugs.
	Target string
	// Key is what follows the last point, in Latin letters: "investment" of
	// [[les.investment]]; empty where there is none.
	Key string
	// Labelled tells whether the author wrote another text after the bar.
	Labelled bool
	// At covers the reference with its brackets.
	At diag.Position
}

// A Link is where something leads.
type Link struct {
	// Href is the address, relative to the page; without one, the text is
	// shown and leads nowhere.
	Href string
	// Text is the text of a link whose author wrote none, in its final
	// typography.
	Text string
}

// A Citation is one source named in [@…].
type Citation struct {
	ID string
	At diag.Position
}

// An Unmarked is a name that stands in a text with other signs than a citation or
// a reference has: [babr-2025], {{les}}.
type Unmarked struct {
	Name string
	// Label is what follows a bar, with it: "|Лес"; empty where there is none.
	Label string
	// Written is the name with its signs, At covers it.
	Written string
	// Bracketed tells [name] and {{name}}, which might be a reference, from
	// (name) and @name, which nobody writes for one.
	Bracketed bool
	At        diag.Position
}

// A Target is a file that a page links to or shows.
type Target struct {
	// Path is as the author wrote it, percent-decoded, without query and
	// fragment: "../news/x.md", "фото.jpg".
	Path string
	// Fragment is what follows #. It is added to the answer, in Latin letters
	// as the ids of headings are.
	Fragment string
	// Caption of a picture: what stands in quotation marks after its address.
	Caption string
	At      diag.Position
}

// A Picture is how a picture is shown.
type Picture struct {
	// Src is the address, relative to the page.
	Src string
	// Width and Height are in pixels; 0 where they are not known.
	Width, Height int
}

// A Chart is the text of a chart block.
type Chart struct {
	// Source is what stands between the fences, without their indentation.
	Source []byte
	// Position is that of the word chart after the opening fence.
	Position diag.Position

	file  *diag.Text
	body  int
	lines []line
}

// At returns the position in the file of length bytes of Source.
func (c Chart) At(offset, length int) diag.Position {
	if len(c.lines) == 0 {
		return c.Position
	}
	l := c.lines[0]
	for _, next := range c.lines[1:] {
		if next.at > offset {
			break
		}
		l = next
	}
	return c.file.At(c.body+l.start+max(0, offset-l.at-l.padding), length)
}

// A line tells where a line of a block stands in the body. Padding is how many
// spaces of it stand for a part of a tab.
type line struct{ at, start, padding int }
