package content

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
	"example.org/svod/generator/yaml"
)

// An Addition is a figure that is to be written into a history, as an entry of it.
type Addition struct {
	Key     string // of the history: "investment", "stage" or "jobs"
	Value   string // as front matter takes it: "более 7,9 млрд ₽", "registered", "1355"
	Date    report.Date
	Source  string // an id; empty for none
	Note    string
	Kind    report.Kind  // empty or Announced is not written
	Scope   report.Scope // empty or WholeCluster is not written
	Member  string
	Project string
}

// ErrNotEditable means that a history is written in a form that only its author
// can add to: inside brackets, or as a value of several lines.
var ErrNotEditable = errors.New("content: a history in a form that is not edited")

// valueKeys are what the figure itself is called in the long form of a history.
var valueKeys = map[string]string{"investment": "amount", "stage": "stage", "jobs": "jobs"}

// AppendFigure adds a figure at the end of a history in the front matter of a
// cluster's file. Every other byte of the file stays as it is, comments and line
// ends too. A figure in the short form becomes the first of the long form, with
// a date that is said to be unknown in the given language.
//
// The file must be one that reads without mistakes. The caller should read the
// result before writing it.
func AppendFigure(file []byte, a Addition, language string) ([]byte, error) {
	matter, problem := split(diag.NewText("", file), bufio.NewReader(nil))
	if problem != nil {
		return nil, ErrNotEditable
	}
	pairs, err := topPairs(matter.yaml)
	if err != nil {
		return nil, err
	}
	h := history{lines: bytes.SplitAfter(file, []byte("\n")), entry: a, language: language}
	h.eol = "\n"
	if bytes.HasSuffix(h.lines[0], []byte("\r\n")) {
		h.eol = "\r\n"
	}
	h.end = h.closing(matter.line)
	at := slices.IndexFunc(pairs, func(p *ast.MappingValueNode) bool { return p.Key.GetToken().Value == a.Key })
	if at < 0 {
		h.insert(h.end, a.Key+":", a.write("  "))
		return bytes.Join(h.lines, nil), nil
	}
	h.first = matter.line + pairs[at].Key.GetToken().Position.Line - 1
	if at+1 < len(pairs) {
		h.end = matter.line + pairs[at+1].Key.GetToken().Position.Line - 1
	}
	if err := h.add(pairs[at].Value); err != nil {
		return nil, err
	}
	return bytes.Join(h.lines, nil), nil
}

// topPairs are the keys at the top of front matter, each on a line of its own.
func topPairs(yaml []byte) ([]*ast.MappingValueNode, error) {
	text := strings.ReplaceAll(string(yaml), "\r\n", "\n")
	file, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, ErrNotEditable
	}
	for _, doc := range file.Docs {
		switch n := doc.Body.(type) {
		case *ast.MappingNode:
			if n.IsFlowStyle {
				return nil, ErrNotEditable
			}
			return n.Values, nil
		case *ast.MappingValueNode:
			return []*ast.MappingValueNode{n}, nil
		}
	}
	return nil, ErrNotEditable
}

// A history is the lines of a file around the history that is added to.
type history struct {
	lines      [][]byte // of the whole file, with their ends
	first, end int      // the line of the key, and the one after all that it holds
	eol        string
	entry      Addition
	language   string
}

// closing is the line that ends the front matter.
func (h *history) closing(first int) int {
	for i := first; i < len(h.lines); i++ {
		if string(bytes.TrimSpace(h.lines[i])) == delimiter {
			return i
		}
	}
	return len(h.lines)
}

// add adds the entry to the value that stands at the key.
func (h *history) add(v ast.Node) error {
	switch n := v.(type) {
	case *ast.SequenceNode:
		if n.IsFlowStyle || len(n.Values) == 0 {
			return ErrNotEditable
		}
		return h.addItem()
	case *ast.NullNode:
		if rest := h.afterKey(); rest != "" && rest[0] != '#' {
			return ErrNotEditable
		}
		h.insert(h.first+1, h.entry.write("  "))
		return nil
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode:
		return h.unfold(strings.TrimSpace(v.GetToken().Origin))
	}
	return ErrNotEditable
}

// addItem puts the entry under the last one, before the comments and empty lines
// that stand above the next key.
func (h *history) addItem() error {
	line := h.first + 1
	for line < h.end && bareLine(h.lines[line]) {
		line++
	}
	head := string(h.lines[line])
	indent := head[:len(head)-len(strings.TrimLeft(head, " "))]
	if line == h.end || !strings.HasPrefix(head[len(indent):], "- ") {
		return ErrNotEditable
	}
	last := h.end
	for last > line+1 && bareLine(h.lines[last-1]) {
		last--
	}
	h.insert(last, h.entry.write(indent))
	return nil
}

// bareLine reports whether a line says nothing: it is empty or a comment.
func bareLine(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) == 0 || line[0] == '#'
}

// unfold turns the short form into the long one, with the entry under the figure
// that stood there.
func (h *history) unfold(written string) error {
	rest := h.afterKey()
	comment, found := strings.CutPrefix(rest, written)
	if trimmed := strings.TrimSpace(comment); !found || written == "" || strings.Contains(written, "\n") ||
		trimmed != "" && trimmed[0] != '#' {
		return ErrNotEditable
	}
	head := h.entry.Key + ":" + strings.TrimRight(comment, " ")
	old := fmt.Sprintf("  - date: %s\n    %s: %s", unknownDate(h.language), valueKeys[h.entry.Key], written)
	h.lines = slices.Delete(h.lines, h.first, h.first+1)
	h.insert(h.first, head, old, h.entry.write("  "))
	return nil
}

// unknownDate says in a language that the date of a figure is not known.
func unknownDate(language string) string {
	if language == "ru" {
		return "неизвестна"
	}
	return "unknown"
}

// afterKey is what stands on the line of the key after its colon.
func (h *history) afterKey() string {
	_, rest, _ := strings.Cut(strings.TrimRight(string(h.lines[h.first]), "\r\n"), ":")
	return strings.TrimSpace(rest)
}

// insert puts lines before a line of the file.
func (h *history) insert(at int, texts ...string) {
	text := strings.Join(texts, "\n") + "\n"
	h.lines = slices.Insert(h.lines, at, []byte(strings.ReplaceAll(text, "\n", h.eol)))
}

// write is the entry as an item of a list, without the end of its last line.
func (a Addition) write(indent string) string {
	var b strings.Builder
	b.WriteString(indent + "- date: " + a.Date.String())
	pair := func(key, value string) {
		if value != "" {
			b.WriteString("\n" + indent + "  " + key + ": " + value)
		}
	}
	pair(valueKeys[a.Key], a.Value)
	pair("source", a.Source)
	if a.Kind != report.Announced {
		pair("kind", string(a.Kind))
	}
	if a.Scope != report.WholeCluster {
		pair("scope", string(a.Scope))
	}
	pair("member", quote(a.Member))
	pair("project", quote(a.Project))
	pair("note", quote(a.Note))
	return b.String()
}

// quote writes a text on one line as a value of front matter; nothing is no value.
func quote(s string) string {
	line := strings.Join(strings.Fields(s), " ")
	if line == "" {
		return ""
	}
	return yaml.Quote(line)
}
