package diag

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// An Explanation tells about a code rather than about one mistake.
type Explanation struct {
	Code  Code
	Title string // what is wrong, in a few words
	// Why it matters to readers; empty where it goes without saying, as that a
	// page needs a title.
	Why string
	// Remedy is what to do about it.
	Remedy string
}

// Explain returns what there is to say about a code. Where the catalogues
// explain.*.toml have nothing of its own, it shares the words of the message and
// the remedy, with an ellipsis for each word that depends on the mistake.
func (p *Printer) Explain(code Code) Explanation {
	d := Diagnostic{Code: code, Args: blanks(code)}
	e := Explanation{Code: code, Title: p.Message(d), Remedy: sentence(p.Remedy(d))}
	for id, text := range map[string]*string{"-title": &e.Title, "-why": &e.Why, "-mend": &e.Remedy} {
		if own := p.word(string(code)+id, nil, nil); own != string(code)+id {
			*text = own
		}
	}
	return e
}

// sentence makes one of what is written to follow a position. A remedy of several
// lines shows what to write, and ends as that does.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(first)) + s[size:]
	if last, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".?!:…", last) || strings.Contains(s, "\n") {
		return s
	}
	return s + "."
}

// Codes are all codes, sorted.
func Codes() []Code {
	var codes []Code
	for id := range english() {
		if code, ok := strings.CutSuffix(id, "-remedy"); ok {
			codes = append(codes, Code(code))
		}
	}
	slices.Sort(codes)
	return codes
}

// Known reports whether there is such a code.
func Known(code Code) bool { return slices.Contains(Codes(), code) }

// placeholder finds the words that a message is filled with, condition those on
// which it depends.
var (
	placeholder = regexp.MustCompile(`\.([A-Z][A-Za-z]*)`)
	condition   = regexp.MustCompile(`if \.([A-Z][A-Za-z]*)`)
)

// blanks fill the message of a code with ellipses. A suggestion is left out, for
// there is nothing to suggest, and so is what only decides between two remedies.
func blanks(code Code) Args {
	words := english()
	args := Args{}
	for _, id := range []string{string(code), string(code) + "-remedy"} {
		text := fmt.Sprint(words[id])
		for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
			args[m[1]] = "…"
		}
		for _, m := range condition.FindAllStringSubmatch(text, -1) {
			if !strings.Contains(text, "{{."+m[1]+"}}") {
				args[m[1]] = ""
			}
		}
	}
	for _, name := range []string{"Suggestion", "Line", "Tag", "Archive", "Citation", "Reference", "Unit"} {
		args[name] = ""
	}
	return args
}

// english is the English catalogue as it is written.
var english = sync.OnceValue(func() map[string]any {
	b, err := catalogues.ReadFile("en.toml")
	if err != nil {
		panic(err) // the catalogues are part of the program
	}
	words := map[string]any{}
	if err := toml.Unmarshal(b, &words); err != nil {
		panic(err)
	}
	return words
})
