package layout

import (
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"example.org/svod/generator/diag"
)

// The messages of the template packages are written for programmers and have no
// form but their text. What a newsroom is told is found out from that text here:
// the place, what is wrong, and the name that is not known. A message that is
// none of these is never passed on; its place is.
var (
	whereExecuted = regexp.MustCompile(`(?s)template: ([^\s:]+:\d+:\d+): executing .*? at <(.*?)>: (.*)`)
	whereParsed   = regexp.MustCompile(`(?s)template: ([^\s:]+):(\d+): (.*)`)

	noField    = regexp.MustCompile(`can't evaluate field (\w+) in type (\S+)`)
	noFunction = regexp.MustCompile(`function "(\w+)" not defined`)
	noVariable = regexp.MustCompile(`undefined variable "(\$\w*)"`)
	noPart     = regexp.MustCompile(`no such template "([^"]*)"|template "([^"]*)" not defined`)
)

// unreadable tells the reasons for which a template cannot be read, by words of
// the message; the first that fits is it.
var unreadable = []struct{ said, why string }{
	{"unexpected EOF", "no-end"},
	{"unexpected {{end}}", "end"},
	{"unexpected {{else}}", "end"},
	{"unclosed action", "braces"},
	{"unclosed comment", "braces"},
	{"bad character", "braces"},
	{"unterminated", "quotes"},
}

// mistake makes what the template packages say of a file a diagnostic. The name
// is that of the file being read, where the message names none.
func (l *Layout) mistake(name string, err error) diag.Mistakes {
	var told diag.Mistakes
	if errors.As(err, &told) {
		return told
	}
	var unsafe *template.Error
	if errors.As(err, &unsafe) {
		return diag.Mistakes{l.unsafe(name, unsafe)}
	}
	text := err.Error()
	if m := whereExecuted.FindStringSubmatch(text); m != nil {
		at := l.place(m[1], m[2])
		if f := noField.FindStringSubmatch(m[3]); f != nil {
			return diag.Mistakes{l.unknownField(at, f[1], f[2])}
		}
		return diag.Mistakes{l.tell(at, diag.LayoutFails, nil)}
	}
	if m := whereParsed.FindStringSubmatch(text); m != nil {
		line, _ := strconv.Atoi(m[2])
		return diag.Mistakes{l.unparsed(m[1], line, m[3])}
	}
	return diag.Mistakes{l.tell(diag.Position{File: name}, diag.LayoutFails, nil)}
}

// unparsed is what is wrong with a line that cannot be read.
func (l *Layout) unparsed(file string, line int, said string) diag.Diagnostic {
	if m := noFunction.FindStringSubmatch(said); m != nil {
		return l.tell(l.find(file, line, m[1]), diag.LayoutUnknownFunction, diag.Args{
			"Name": m[1], "Suggestion": diag.Suggest(m[1], functions),
		})
	}
	if m := noVariable.FindStringSubmatch(said); m != nil {
		return l.tell(l.find(file, line, m[1]), diag.LayoutUnreadable, diag.Args{"Why": "variable", "Name": m[1]})
	}
	for _, u := range unreadable {
		if strings.Contains(said, u.said) {
			return l.tell(l.findOpen(file, line), diag.LayoutUnreadable, diag.Args{"Why": u.why})
		}
	}
	return l.tell(l.findOpen(file, line), diag.LayoutUnreadable, diag.Args{"Why": ""})
}

// unsafe is a place where nothing can be put without danger, or a template that
// is not there.
func (l *Layout) unsafe(name string, e *template.Error) diag.Diagnostic {
	at := diag.Position{File: name}
	if e.Node != nil {
		where, what := (*parse.Tree)(nil).ErrorContext(e.Node)
		at = l.place(where, what)
	} else if l.texts[e.Name] != nil {
		at = diag.Position{File: e.Name, Line: e.Line}
	}
	if m := noPart.FindStringSubmatch(e.Description); m != nil {
		part := m[1] + m[2]
		return l.tell(at, diag.LayoutUnknownPart, diag.Args{"Name": part, "Suggestion": diag.Suggest(part, l.partNames())})
	}
	return l.tell(at, diag.LayoutUnsafe, nil)
}

func (l *Layout) unknownField(at diag.Position, field, typ string) diag.Diagnostic {
	known := fieldsOf(typ)
	return l.tell(at, diag.LayoutUnknownField, diag.Args{
		"Name": field, "Suggestion": diag.Suggest(field, known), "Known": strings.Join(known, ", "),
	})
}

func (l *Layout) tell(at diag.Position, code diag.Code, args diag.Args) diag.Diagnostic {
	d := diag.NewError(at, code, args)
	d.Excerpt = diag.NewText(at.File, l.texts[at.File]).Line(at.Line)
	return d
}

// place finds a place as the template packages give it, "file:line:byte", and
// what stands there, unless that is too long to be whole.
func (l *Layout) place(where, what string) diag.Position {
	parts := strings.Split(where, ":")
	if len(parts) != 3 {
		return diag.Position{File: parts[0]}
	}
	line, _ := strconv.Atoi(parts[1])
	bytes, _ := strconv.Atoi(parts[2])
	text := diag.NewText(parts[0], l.texts[parts[0]])
	before := text.Line(line)
	at := diag.Position{File: parts[0], Line: line}
	if bytes > len(before) {
		return at
	}
	at.Column = len([]rune(before[:bytes])) + 1
	if !strings.HasSuffix(what, "...") && strings.HasPrefix(before[bytes:], what) {
		at.Length = len([]rune(what))
	}
	return at
}

// find looks on a line for what a message names without saying where; the last of
// its kind, for what comes before has been read.
func (l *Layout) find(file string, line int, what string) diag.Position {
	text := diag.NewText(file, l.texts[file]).Line(line)
	at := diag.Position{File: file, Line: line}
	if i := strings.LastIndex(text, what); i >= 0 {
		at.Column, at.Length = len([]rune(text[:i]))+1, len([]rune(what))
	}
	return at
}

// findOpen looks on a line for the braces that are not closed, or hold a quotation
// mark that is not; for the last ones where all are as they should be.
func (l *Layout) findOpen(file string, line int) diag.Position {
	text := diag.NewText(file, l.texts[file]).Line(line)
	at := diag.Position{File: file, Line: line}
	start := 0
	for expression := range strings.SplitAfterSeq(text, "{{") {
		if at.Column > 0 && (!strings.Contains(expression, "}}") || strings.Count(expression, `"`)%2 == 1) {
			break
		}
		if start += len(expression); strings.HasSuffix(expression, "{{") {
			at.Column, at.Length = len([]rune(text[:start]))-1, 2
		}
	}
	return at
}

// functions are those that a template may call, the likeliest first.
var functions = []string{
	"t", "and", "or", "not", "eq", "ne", "len", "index", "printf", "ge", "gt", "le", "lt", "print", "println", "slice",
	"html", "js", "urlquery", "call",
}

// fieldsOf are the fields that a template may read of a type, by the type's name
// as a message writes it.
func fieldsOf(name string) []string {
	seen := map[reflect.Type]bool{}
	var fields []string
	var look func(t reflect.Type)
	look = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			look(t.Elem())
		case reflect.Struct:
			if seen[t] {
				return
			}
			seen[t] = true
			for _, f := range reflect.VisibleFields(t) {
				if !f.IsExported() {
					continue
				}
				if t.String() == strings.TrimPrefix(name, "*") && !f.Anonymous {
					fields = append(fields, f.Name)
				}
				look(f.Type)
			}
		}
	}
	for _, kind := range kinds {
		look(reflect.TypeOf(kind))
	}
	for _, part := range partViews() {
		look(reflect.TypeOf(part))
	}
	slices.Sort(fields)
	return fields
}

// partNames are the templates that a page may call.
func (l *Layout) partNames() []string {
	names := []string{"main"}
	for name := range l.texts {
		if strings.HasPrefix(name, "partials/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// unknownWord is an id of a word that no catalogue has.
func (l *Layout) unknownWord(where, id string) error {
	at := l.place(where, fmt.Sprintf("t %q", id))
	return diag.Mistakes{l.tell(at, diag.LayoutUnknownWord, diag.Args{
		"Name": id, "File": "layouts/i18n/" + l.words.Language() + ".toml", "Suggestion": diag.Suggest(id, l.words.IDs()),
	})}
}
