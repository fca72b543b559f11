package diag

import (
	"embed"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed ru.toml en.toml explain.ru.toml explain.en.toml
var catalogues embed.FS

// A Format is a way of printing diagnostics.
type Format string

// Text is for people, JSON for programs, GitHub for the annotations of GitHub
// Actions (docs.github.com, "Workflow commands"), SARIF for the tools that collect
// what analysers find (OASIS, "SARIF Version 2.1.0").
const (
	TextFormat   Format = "text"
	JSONFormat   Format = "json"
	GitHubFormat Format = "github"
	SARIFFormat  Format = "sarif"
)

// Formats are all of them.
var Formats = []Format{TextFormat, JSONFormat, GitHubFormat, SARIFFormat}

// A Printer writes diagnostics in one language.
type Printer struct {
	lang  string
	words *i18n.Localizer
	// Color marks text with the colours of a terminal.
	Color bool
}

// NewPrinter returns a printer for "ru" or "en"; any other language is English.
func NewPrinter(lang string) *Printer {
	if lang != "ru" {
		lang = "en"
	}
	return &Printer{lang: lang, words: i18n.NewLocalizer(messages[lang](), lang)}
}

// messages are the catalogues of each language, read when they are first needed.
var messages = map[string]func() *i18n.Bundle{
	"ru": sync.OnceValue(func() *i18n.Bundle { return readMessages(language.Russian, "ru.toml", "explain.ru.toml") }),
	"en": sync.OnceValue(func() *i18n.Bundle { return readMessages(language.English, "en.toml", "explain.en.toml") }),
}

func readMessages(lang language.Tag, files ...string) *i18n.Bundle {
	bundle := i18n.NewBundle(lang)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	for _, file := range files {
		if _, err := bundle.LoadMessageFileFS(catalogues, file); err != nil {
			panic(err) // the catalogues are part of the program
		}
	}
	return bundle
}

// Message returns what is wrong, in one sentence without a point.
func (p *Printer) Message(d Diagnostic) string { return p.word(string(d.Code), d.Args, nil) }

// Remedy returns what to do about it. Where what was written only looks like what
// was meant, that is said: the eye would not find it.
func (p *Printer) Remedy(d Diagnostic) string {
	if message, fill := d.Args.disguised(); message != "" {
		return p.word(message, fill, nil)
	}
	return p.word(string(d.Code)+"-remedy", d.Args, nil)
}

// Severity returns the word for how bad it is: "ошибка", "внимание".
func (p *Printer) Severity(s Severity) string {
	return p.word("severity-"+s.String(), nil, nil)
}

// Count writes how many errors, warnings and notes there are, or nothing for none.
func (p *Printer) Count(list []Diagnostic) string {
	count := map[Severity]int{}
	for _, d := range list {
		count[d.Severity]++
	}
	var parts []string
	for _, c := range []struct {
		severity Severity
		id       string
	}{{Error, "count-errors"}, {Warning, "count-warnings"}, {Note, "count-notes"}} {
		if n := count[c.severity]; n > 0 {
			parts = append(parts, p.word(c.id, Args{"Count": n}, n))
		}
	}
	return strings.Join(parts, ", ")
}

func (p *Printer) word(id string, args Args, plural any) string {
	if args == nil {
		args = Args{}
	}
	s, err := p.words.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: map[string]any(args), PluralCount: plural})
	if err != nil {
		return id
	}
	return s
}

// Print writes diagnostics in the given format.
func (p *Printer) Print(w io.Writer, format Format, list []Diagnostic) error {
	switch format {
	case JSONFormat:
		return p.printJSON(w, list)
	case GitHubFormat:
		return p.printGitHub(w, list)
	case SARIFFormat:
		return p.printSARIF(w, list)
	}
	return p.printText(w, list)
}

func (p *Printer) printText(w io.Writer, list []Diagnostic) error {
	for _, d := range list {
		var b strings.Builder
		if where := d.Position.String(); where != "" {
			b.WriteString(p.paint(bold, Plain(where)) + ": ")
		}
		color := red
		switch d.Severity {
		case Warning:
			color = yellow
		case Note:
			color = cyan
		}
		b.WriteString(p.paint(color, p.Severity(d.Severity)+":") + " " + Plain(p.Message(d)) + "\n")
		p.excerpt(&b, d)
		for line := range strings.Lines(p.Remedy(d)) {
			b.WriteString("   " + Plain(strings.TrimRight(line, "\n")) + "\n")
		}
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
	}
	return nil
}

// widest is how many characters of a line are shown around a mistake, so that a
// paragraph written as one line does not fill the screen.
const widest = 100

func (p *Printer) excerpt(b *strings.Builder, d Diagnostic) {
	if d.Excerpt == "" || d.Line == 0 {
		return
	}
	line := []rune(Plain(d.Excerpt))
	if cell, ok := d.Position.Cell(); ok { // the excerpt is all of it
		fmt.Fprintf(b, "%4s | %s\n", cell, shortened(line))
		return
	}
	column := min(max(d.Column, 1)-1, len(line))
	first := max(0, min(column-widest/2, len(line)-widest))
	last := min(len(line), first+widest)
	cut, tail := "", ""
	if first > 0 {
		cut = "…"
	}
	if last < len(line) {
		tail = "…"
	}
	gutter := fmt.Sprintf("%4d | ", d.Line)
	b.WriteString(gutter + cut + string(line[first:last]) + tail + "\n")
	if d.Column == 0 {
		return
	}
	marks := min(max(d.Length, 1), max(last-column, 1))
	indent := strings.Repeat(" ", utf8.RuneCountInString(cut)+column-first)
	b.WriteString("     | " + indent + p.paint(red, strings.Repeat("^", marks)) + "\n")
}

// shortened is the beginning of a long text.
func shortened(line []rune) string {
	if len(line) > widest {
		return string(line[:widest]) + "…"
	}
	return string(line)
}

// Plain keeps a terminal from obeying what a file or its name contains: control
// characters, and marks that turn the direction of writing, become spaces.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
}

// Escape sequences of ECMA-48, the only ones that are used.
const (
	bold   = "\x1b[1m"
	red    = "\x1b[31m"
	yellow = "\x1b[33m"
	cyan   = "\x1b[36m"
	reset  = "\x1b[0m"
)

func (p *Printer) paint(color, s string) string {
	if !p.Color {
		return s
	}
	return color + s + reset
}
