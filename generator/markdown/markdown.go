// Package markdown turns the body of a page into HTML and says what is wrong
// with it.
//
// The language is CommonMark with tables, strikethrough, footnotes and
// definition lists, and four additions of Svod's own:
//
//	[[les]], [[les|другой текст]], [[les.investment]]   a reference
//	[@babr-2025-02-11], [@one; @two]                    a citation of a source
//	```chart … ```                                      a chart
//	![Подпись](photo.jpg "Под снимком")                 a picture with its caption
//
// What a reference means, whether a source exists and how a chart looks is
// known to the report alone: [Env] answers. The package itself reads no file.
//
// # What comes out
//
// [Result] holds the HTML and what the layout sets around it: the headings for a
// table of contents, the cited sources in the order of their numbers, a
// description, the mistakes. The HTML is well formed, has no script, no style
// attribute and no address but those of allowed schemes and those that Env gave.
//
//   - Headings have ids in Latin letters. The title of the page is its h1, so a
//     first-level heading in the body is a warning and becomes an h2.
//   - A table stands in an element that scrolls, can be focused and is named
//     ([Words]). Alignment is a class, since a strict Content-Security-Policy
//     forbids the style attribute.
//   - A picture alone in its paragraph becomes a figure, its title the caption.
//   - A link to another site has rel="external". It opens in the same window, so
//     noopener would have nothing to do.
//   - Typography is put right, see [Typographer].
//
// # What is refused
//
// Raw HTML is a mistake and is shown as text. A comment <!-- … --> is a note
// that the author leaves for himself: it is dropped without a word, but a comment
// that never ends, or that shares its line with text which would vanish with it,
// is a mistake. So are addresses with other schemes than those of [Schemes],
// pictures from other sites, a link inside a link, references and citations that
// are not closed, a fence that never ends, and footnotes that nobody wrote.
//
// What only looks like a slip is a warning: a heading or a list without its space, a
// table of bars or tabs that makes none. Env is asked of names in signs that mean
// nothing here, [babr-2025] and {{les}}, since only the report knows whether they
// are those of a source or a page.
//
// Every mistake has its position in the file, front matter included.
package markdown

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"example.org/svod/generator/diag"
)

// Options are the same for every page of a report.
type Options struct {
	// Language is "ru" or "en" and chooses the rules of typography. With any
	// other, text stays as it was written.
	Language string
	// Words are what the HTML says to readers.
	Words Words
	// ReservedIDs are ids of the layout's own elements, which no heading takes.
	ReservedIDs []string
}

// Words are read aloud or shown as tooltips. Where one is empty, its attribute
// is left out.
type Words struct {
	// Table names a table that scrolls; its number on the page is added:
	// "Таблица" gives "Таблица 1".
	Table string
	// Source names the link from a citation to the entry of its source; the
	// number is added: "Источник" gives "Источник 1".
	Source string
	// Back names the link from a footnote to its place in the text.
	Back string
}

// A Converter is safe for concurrent use.
type Converter struct {
	options  Options
	goldmark goldmark.Markdown
	typo     Typographer
	pages    sync.Pool // of *page, for their buffers
}

// New returns a converter. It is made once and used for every page.
func New(o Options) *Converter {
	c := &Converter{options: o, typo: NewTypographer(o.Language)}
	c.goldmark = goldmark.New(goldmark.WithExtensions(
		extension.NewTable(),
		extension.Strikethrough,
		extension.DefinitionList,
		footnotes{back: o.Words.Back},
		references{},
		citations{source: o.Words.Source},
		unmarkedNames{},
		charts{},
		links{},
		pictures{},
		rawHTML{},
		headings{},
		tables{label: o.Words.Table},
		texts{},
	))
	c.pages.New = func() any { return new(page) }
	return c
}

// Convert converts the body of a page, which begins at the given byte of its
// file and goes to the end. The error is one of Env's own; an author's mistakes
// are in the Result.
func (c *Converter) Convert(file *diag.Text, body int, env Env) (Result, error) {
	if body == 0 && bytes.HasPrefix(file.Bytes(), bom) {
		body = len(bom)
	}
	source := file.Bytes()[body:]
	p := c.pages.Get().(*page)
	defer c.pages.Put(p)
	p.begin(c, file, body, env)
	doc := c.goldmark.Parser().Parse(text.NewReader(source), parser.WithContext(newContext(p)))
	p.blocks(doc)
	if p.err != nil {
		return Result{}, p.err
	}
	w := &writer{}
	w.Grow(len(source) + len(source)/4)
	if err := c.goldmark.Renderer().Render(w, p.source, doc); err != nil {
		return Result{}, err
	}
	return p.end(w.String()), nil
}

var bom = []byte("\ufeff")
