package main

import (
	"embed"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed ru.toml en.toml
var catalogues embed.FS

// templates are longer texts, a folder for each language: the form of --help
// and what svod new writes.
//
//go:embed all:templates
var templates embed.FS

// words fill a message.
type words = map[string]any

// newLocalizer reads the catalogue of a language, "ru" or "en". A test holds that
// both say the same, so that none needs the other.
func newLocalizer(lang string) *i18n.Localizer {
	bundle := i18n.NewBundle(language.MustParse(lang))
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	if _, err := bundle.LoadMessageFileFS(catalogues, lang+".toml"); err != nil {
		panic(err) // the catalogues are part of the program
	}
	return i18n.NewLocalizer(bundle, lang)
}

// say writes a message in the language of whoever runs the program.
func (p *program) say(id string, fill words) string {
	return p.count(id, nil, fill)
}

// count writes a message about n things.
func (p *program) count(id string, n any, fill words) string {
	s, err := p.words.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: fill, PluralCount: n})
	if err != nil {
		return id
	}
	return s
}

// template returns one of the templates as it is.
func (p *program) template(name string) string {
	b, err := templates.ReadFile("templates/" + p.lang + "/" + name)
	if err != nil {
		panic(err) // the templates are part of the program
	}
	return string(b)
}

// languageOf chooses the language of messages: --lang, then the environment in
// the order of POSIX, then what the system says.
func languageOf(args []string) string {
	for i, arg := range args {
		if lang, ok := strings.CutPrefix(arg, "--lang="); ok {
			return known(lang)
		}
		if arg == "--lang" && i+1 < len(args) {
			return known(args[i+1])
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if lang := os.Getenv(name); lang != "" {
			return known(lang)
		}
	}
	return known(systemLanguage())
}

func known(lang string) string {
	lang, _, _ = strings.Cut(strings.ToLower(lang), "_")
	lang, _, _ = strings.Cut(lang, "-")
	if slices.Contains([]string{"ru", "be", "kk", "uk"}, lang) {
		return "ru" // read it more easily than English
	}
	return "en"
}
