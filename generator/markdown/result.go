package markdown

import "example.org/svod/generator/diag"

// A Result is a converted body.
type Result struct {
	HTML string
	// Headings are in the order of the text.
	Headings []Heading
	// Sources are what the body cites, in the order of their numbers. The
	// layout lists them at the foot of the page.
	Sources []Source
	// Description is the beginning of the first paragraph as plain text, at
	// most 200 characters and cut at the end of a word.
	Description string
	// Diagnostics are sorted by place.
	Diagnostics []diag.Diagnostic
}

// A Heading is an entry of the table of contents.
type Heading struct {
	// ID is the fragment that leads to the heading.
	ID string
	// Level is 2 to 6, as in the HTML.
	Level int
	// Text is plain and unescaped.
	Text string
}

// A Source is cited in the body.
type Source struct {
	// ID is the id of the source in the report, Number its number on the page.
	ID     string
	Number int
	// Anchor is the id that the entry of the source has to have.
	Anchor string
	// Places are the ids of the places that cite the source, for links back.
	Places []string
}
