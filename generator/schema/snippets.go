package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"example.org/svod/generator/content"
	"example.org/svod/generator/yaml"
)

// A snippet is what VS Code offers while somebody types one of its prefixes.
type snippet struct {
	Scope       string   `json:"scope"`
	Prefix      []string `json:"prefix"`
	Body        []string `json:"body"`
	Description string   `json:"description"`
}

// Unchosen stands first among names and stages, since VS Code writes the first
// of several where nobody chose: a wrong source would pass for a right one, and
// this passes for nothing.
const Unchosen = "???"

// today is the day on which a snippet is used.
const today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"

// Snippets is a file *.code-snippets of VS Code: every key of a front matter,
// to be found by its name or by its label, with its words and the names of the
// report to choose from. VS Code reads no schema inside Markdown without an
// extension; snippets work there as they are. A source, too, can be begun so.
func (w *Writer) Snippets() ([]byte, error) {
	all := map[string]snippet{}
	for _, k := range content.FileKinds {
		if k != content.SourcesFile {
			w.offer(all, string(k), w.say("kind", string(k)), content.Keys(k))
		}
	}
	var source lines
	source.add("", "${1:izdanie-2025-02-11}:")
	source.n = 1
	w.inside(&source, "  ", content.Keys(content.SourcesFile))
	all[w.say("kind", "sources")] = snippet{
		Scope: "yaml", Prefix: prefixes("source", w.say("common", "source")), Body: source.text,
		Description: w.say("source", "one"),
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(all)
	return b.Bytes(), err
}

// offer adds the keys of a group and of what is inside them. Keys that several
// kinds of page have are offered once.
func (w *Writer) offer(all map[string]snippet, group, place string, keys []content.Key) {
	for _, k := range keys {
		label, about := w.text(group, k.Name)
		var whole lines
		w.lines(&whole, "", k)
		w.put(all, place+": "+label, snippet{Prefix: prefixes(k.Name, label), Body: whole.text, Description: about})
		if len(k.Keys) == 0 {
			continue
		}
		if k.Form != content.One {
			var entry lines
			w.entry(&entry, "  ", k.Keys)
			w.put(all, place+": "+label+", "+w.say("one", "next"), snippet{
				Prefix: prefixes("next-"+k.Name, w.say("one", "more")+"-"+label), Body: entry.text, Description: about,
			})
		}
		w.offer(all, k.Group, place+": "+label, k.Keys)
	}
}

func (w *Writer) put(all map[string]snippet, name string, s snippet) {
	s.Scope = "markdown"
	for _, other := range all {
		if slices.Equal(other.Prefix, s.Prefix) && slices.Equal(other.Body, s.Body) {
			return
		}
	}
	all[fmt.Sprintf("%s (%s)", name, s.Prefix[0])] = s
}

// prefixes are a key and its label, without the spaces that end a prefix.
func prefixes(name, label string) []string {
	label = strings.ReplaceAll(strings.ToLower(label), " ", "-")
	return slices.Compact([]string{name, label})
}

// lines are the body of a snippet with n places to fill in.
type lines struct {
	text []string
	n    int
}

func (l *lines) add(indent, text string) { l.text = append(l.text, indent+text) }

// lines writes a key with what follows it, in the long form.
func (w *Writer) lines(l *lines, indent string, k content.Key) {
	switch {
	case len(k.Keys) > 0 && k.Form == content.One:
		l.add(indent, k.Name+":")
		w.inside(l, indent+"  ", k.Keys)
	case len(k.Keys) > 0:
		l.add(indent, k.Name+":")
		w.entry(l, indent+"  ", k.Keys)
	case k.Form == content.List:
		l.add(indent, k.Name+": ["+w.place(l, k)+"]")
	default:
		l.add(indent, k.Name+": "+w.place(l, k))
	}
}

// entry writes one item of a list.
func (w *Writer) entry(l *lines, indent string, keys []content.Key) {
	first := len(l.text)
	w.inside(l, indent+"  ", keys)
	l.text[first] = indent + "- " + strings.TrimPrefix(l.text[first], indent+"  ")
}

// inside writes the keys that must be there and, where they can be, those that
// tell where it is from; if none must, then all.
func (w *Writer) inside(l *lines, indent string, keys []content.Key) {
	must := slices.ContainsFunc(keys, func(k content.Key) bool { return k.Required })
	for _, k := range keys {
		if !must || k.Required || k.Shape == content.ToSource || k.Name == "note" {
			w.lines(l, indent, k)
		}
	}
}

// place is where a value goes: a choice, the day of today, or nothing yet.
func (w *Writer) place(l *lines, k content.Key) string {
	l.n++
	words := slices.Clone(k.Words)
	switch k.Shape {
	case content.YesNo:
		words = []string{"true", "false"}
	case content.Day, content.Stated, content.Moment:
		return fmt.Sprintf("${%d:%s}", l.n, today)
	case content.ToRegion, content.ToCluster, content.ToOrganization, content.ToSource:
		words = w.known(k.Shape)
	}
	if len(words) == 0 {
		return fmt.Sprintf("$%d", l.n)
	}
	if k.Name == "stage" || len(k.Words) == 0 && k.Shape != content.YesNo {
		words = slices.Insert(words, 0, Unchosen)
	}
	for i, word := range words {
		words[i] = choice(word)
	}
	return fmt.Sprintf("${%d|%s|}", l.n, strings.Join(words, ","))
}

// inChoice escapes what ends a choice. VS Code knows no other escapes there: a
// backslash before $ or } would be written to the page.
var inChoice = strings.NewReplacer(`\`, `\\`, `,`, `\,`, `|`, `\|`)

// choice is a name as it stands in YAML, in quotes if it needs them, one of a
// choice.
func choice(name string) string { return inChoice.Replace(yaml.Quote(name)) }
