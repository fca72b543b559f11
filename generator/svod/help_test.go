package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Every command and every flag is explained in the reader's language: what the
// library says of its own, and messages that no catalogue has, are found here.
func TestHelpIsInOneLanguage(t *testing.T) {
	russian := regexp.MustCompile(`\p{Cyrillic}`)
	for _, lang := range []string{"ru", "en"} {
		p := newProgram(streams{}, []string{"--lang=" + lang})
		said := func(where, text string) {
			if text == "" || russian.MatchString(text) != (lang == "ru") && text != stageWords(p) {
				t.Errorf("%s: %s: %q", lang, where, text)
			}
		}
		var visit func(c *cobra.Command)
		visit = func(c *cobra.Command) {
			said(c.CommandPath(), c.Short)
			if c.Long != "" {
				said(c.CommandPath(), c.Long)
			}
			c.LocalFlags().VisitAll(func(f *pflag.Flag) {
				value, text := p.valueName(f)
				said(c.CommandPath()+" --"+f.Name, text)
				if f.Value.Type() != "bool" {
					said(c.CommandPath()+" --"+f.Name, value)
				}
			})
			for _, sub := range c.Commands() {
				visit(sub)
			}
		}
		visit(p.command())
	}
}

// stageWords is a text without a word of either language.
func stageWords(p *program) string { return p.say("flag-new-stage", nil) }

// Both catalogues say the same things.
func TestCataloguesAgree(t *testing.T) {
	ids := map[string][]string{}
	for _, name := range []string{"ru.toml", "en.toml"} {
		b, err := catalogues.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		messages := map[string]map[string]string{}
		if err := toml.Unmarshal(b, &messages); err != nil {
			t.Fatal(err)
		}
		ids[name] = slices.Sorted(maps.Keys(messages))
	}
	if diff := cmp.Diff(ids["ru.toml"], ids["en.toml"]); diff != "" {
		t.Error(diff)
	}
}

// Help stays within a window of the usual width, whatever letters it has.
func TestHelpFitsTheWindow(t *testing.T) {
	for _, lang := range []string{"ru", "en"} {
		p := newProgram(streams{}, []string{"--lang=" + lang})
		var visit func(c *cobra.Command)
		visit = func(c *cobra.Command) {
			for line := range strings.SplitSeq(c.Long+"\n"+p.flagLines(c.LocalFlags()), "\n") {
				if n := utf8.RuneCountInString(line); n > helpWidth {
					t.Errorf("%s: %d letters: %s", c.CommandPath(), n, line)
				}
			}
			for _, sub := range c.Commands() {
				visit(sub)
			}
		}
		visit(p.command())
	}
}
