// Package locale writes words, counts, numbers, sums and dates as a reader of
// one language expects them.
//
// The words come from the catalogues in the folder i18n of the layouts, one
// file for each language, in the format of go-i18n:
//
//	[cluster-count]
//	one = "{{.Count}} кластер"
//	few = "{{.Count}} кластера"
//	many = "{{.Count}} кластеров"
//	other = "{{.Count}} кластера"
//
// Pages, charts and feeds all write through a [Locale], so that a figure looks
// the same wherever it stands. A Locale is safe for concurrent use.
package locale

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// Languages are the languages that a report may be written in.
var Languages = []string{"ru", "en"}

// A Locale writes in one language.
type Locale struct {
	language string
	words    *i18n.Localizer
	ids      []string
	said     sync.Map // messages without words of their own, from phrase to string
}

// A phrase is a message about a number of things, or about none in particular.
type phrase struct {
	id    string
	count int
}

// A CatalogueError means that a catalogue is not written as catalogues are.
type CatalogueError struct {
	File string // inside the layouts
	// Line counts from 1; it is 0 where the place is not known.
	Line int
	Err  error
}

// Error names the file; Err has the line.
func (e *CatalogueError) Error() string { return fmt.Sprintf("locale: %s: %v", e.File, e.Err) }

// Unwrap returns what the reader of catalogues says.
func (e *CatalogueError) Unwrap() error { return e.Err }

// New reads the catalogue i18n/LANG.toml from the layouts. Where it cannot be
// understood, the error is a [CatalogueError].
func New(layouts fs.FS, lang string) (*Locale, error) {
	if !slices.Contains(Languages, lang) {
		return nil, fmt.Errorf("locale: no language %q", lang)
	}
	bundle := i18n.NewBundle(language.MustParse(lang))
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	name := "i18n/" + lang + ".toml"
	text, err := fs.ReadFile(layouts, name)
	if err != nil {
		return nil, fmt.Errorf("locale: %w", err)
	}
	file, err := bundle.ParseMessageFileBytes(text, name)
	if err != nil {
		broken := &CatalogueError{File: name, Err: err}
		var place toml.ParseError
		if errors.As(err, &place) {
			broken.Line = place.Position.Line
		}
		return nil, broken
	}
	l := &Locale{language: lang, words: i18n.NewLocalizer(bundle, lang)}
	for _, m := range file.Messages {
		l.ids = append(l.ids, m.ID)
	}
	slices.Sort(l.ids)
	return l, nil
}

// Language is "ru" or "en".
func (l *Locale) Language() string { return l.language }

// IDs are the names of all messages of the catalogue, sorted.
func (l *Locale) IDs() []string { return l.ids }

// Args are the words that a message is filled with.
type Args map[string]any

// Text writes a message. An id that the catalogue does not have is written as
// it is, between exclamation marks, so that it is seen in the page.
func (l *Locale) Text(id string, args Args) string {
	if args != nil {
		return l.message(&i18n.LocalizeConfig{MessageID: id, TemplateData: args})
	}
	return l.once(phrase{id: id, count: -1}, func() string {
		return l.message(&i18n.LocalizeConfig{MessageID: id})
	})
}

// most is up to which count a message is remembered.
const most = 1000

// once writes a message the first time that it is asked for: the same few stand
// on every page.
func (l *Locale) once(p phrase, write func() string) string {
	if s, ok := l.said.Load(p); ok {
		return s.(string)
	}
	s := write()
	if p.count < most {
		l.said.Store(p, s)
	}
	return s
}

// Count writes a message about n things in the plural form that the language
// asks for. The message finds the number, grouped, as Count.
func (l *Locale) Count(id string, n int, args Args) string {
	if args == nil {
		return l.once(phrase{id, n}, func() string { return l.Count(id, n, Args{}) })
	}
	filled := Args{"Count": l.Integer(n)}
	for k, v := range args {
		filled[k] = v
	}
	return l.message(&i18n.LocalizeConfig{MessageID: id, TemplateData: filled, PluralCount: n})
}

func (l *Locale) message(c *i18n.LocalizeConfig) string {
	s, err := l.words.Localize(c)
	if err != nil {
		return "!" + c.MessageID + "!"
	}
	return s
}

// Stage writes the name of a stage.
func (l *Locale) Stage(s report.Stage) string { return l.Text("stage-"+string(s), nil) }

// Amount writes a sum exactly: "7,9 млрд ₽".
func (l *Locale) Amount(a money.Amount) string { return money.Format(a, l.language) }

// Hedged writes a sum with its hedge: "более 7,9 млрд ₽".
func (l *Locale) Hedged(a money.Amount, h money.Hedge) string {
	return h.Write(l.Amount(a), l.language)
}
