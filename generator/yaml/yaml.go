// Package yaml reads the YAML that authors write, in front matter and in chart
// blocks, strictly and with the place of every value.
//
// A [Source] says what the YAML is, where it stands and whom to tell what is
// wrong with it. [Parse] makes a [Value] of it, from which callers take what
// they expect. A value is what was written, as text: whether "no" is a word or an
// answer, and how many thousands "1.355" are, depends on the key and is not for
// YAML to say. Every key must be known and stand once. Anchors, aliases and tags
// are no values: nobody who writes a report needs them, and a few nested aliases
// can stand for gigabytes.
//
// It goes on after a mistake, so that all of them are told. The author need not
// know that what he writes is YAML: what breaks it is told as the slip that it
// most likely is.
package yaml

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"example.org/svod/generator/diag"
)

// A Source is YAML, and what surrounds it.
type Source struct {
	Text []byte
	// At returns the place of a number of characters in a line of Text. Lines and
	// columns are counted from 1, columns in characters.
	At func(line, column, length int) diag.Position
	// Tell takes what is wrong.
	Tell func(diag.Diagnostic)
	// Suggest names the key that somebody meant who wrote one that is not known;
	// [diag.Suggest] where it is nil.
	Suggest func(written string, known []string) string

	lines []string // of Text, once somebody has asked for one
	hash  bool     // there is a number sign in it
}

// A Value is a node of YAML. Its zero value says nothing, as an empty one does.
type Value struct {
	source *Source
	node   ast.Node
}

// A Pair is a key of a mapping with its value.
type Pair struct{ Key, Value Value }

// Parse returns the value that the text is. It is false where the text says
// nothing or is broken; what is broken is told.
func Parse(s Source) (Value, bool) {
	// Windows line ends change neither lines nor columns of what is left.
	s.Text = bytes.ReplaceAll(s.Text, []byte("\r\n"), []byte("\n"))
	s.Text = asSpaces(s.Text)
	s.hash = bytes.IndexByte(s.Text, '#') >= 0
	file, err := parser.ParseBytes(s.Text, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		s.tellBroken(err)
		return Value{}, false
	}
	for _, doc := range file.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.CommentType {
			return Value{&s, doc.Body}, true
		}
	}
	return Value{}, false
}

// structural are no-break spaces where YAML wants ordinary ones: before and after
// hyphens of lists and after keys. They come with texts that are pasted from Word,
// and nobody sees them.
var structural = regexp.MustCompile("(?m)^[ \u00a0-]*\u00a0|[A-Za-z_]: *\u00a0+|[{,] *\u00a0+[a-z_]+:")

// asSpaces makes them spaces. Columns, which are characters, stay as they are.
func asSpaces(text []byte) []byte {
	nbsp, space := []byte("\u00a0"), []byte(" ")
	if !bytes.Contains(text, nbsp) {
		return text
	}
	return structural.ReplaceAllFunc(text, func(b []byte) []byte { return bytes.ReplaceAll(b, nbsp, space) })
}

// tellBroken tells what keeps the text from being read.
func (s *Source) tellBroken(err error) {
	line, column, length := 1, 1, 0
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil {
		line, column, length = s.place(syntax.Token)
	}
	slip := findSlip(strings.Split(string(s.Text), "\n"), line)
	if slip.line > 0 {
		line, column, length = slip.line, slip.column, slip.length
	}
	s.Tell(diag.NewError(s.At(line, column, length), slip.code, slip.args))
}

// At is the place of the value.
func (v Value) At() diag.Position {
	switch n := v.node.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 && !n.IsFlowStyle {
			return v.of(n.Values[0].Key).At()
		}
	case *ast.MappingValueNode:
		return v.of(n.Key).At()
	case *ast.SequenceNode:
		if len(n.Values) > 0 && !n.IsFlowStyle {
			return v.of(n.Values[0]).At()
		}
	case *ast.MappingKeyNode:
		return v.of(n.Value).At()
	}
	return v.source.At(v.source.place(v.node.GetToken()))
}

// place is where a token begins and how many characters of its line it takes.
func (s *Source) place(t *token.Token) (line, column, length int) {
	written, more, manyLines := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	written = strings.TrimSpace(written)
	line, column, length = t.Position.Line, t.Position.Column, utf8.RuneCountInString(written)
	if !manyLines {
		return line, column, length
	}
	// The library gives some texts of several lines the place of their last one.
	if strings.HasPrefix(s.after(line, column-1), written) {
		return line, column, length
	}
	for above := range strings.Count(more, "\n") + 1 {
		n := line - above - 1
		if before, ok := strings.CutSuffix(strings.TrimRight(s.after(n, 0), " "), written); ok {
			return n, utf8.RuneCountInString(before) + 1, length
		}
	}
	return line, column, length
}

func (v Value) of(node ast.Node) Value { return Value{v.source, node} }

// Error tells a mistake in the value.
func (v Value) Error(code diag.Code, args diag.Args) {
	v.source.Tell(diag.NewError(v.At(), code, args))
}

// Warn tells something doubtful about the value.
func (v Value) Warn(code diag.Code, args diag.Args) {
	v.source.Tell(diag.NewWarning(v.At(), code, args))
}

// WrongType tells that the value is not what its key wants, by the code for that.
func (v Value) WrongType(code diag.Code) {
	switch v.node.Type() {
	case ast.AliasType, ast.AnchorType, ast.TagType, ast.MergeKeyType:
		code = diag.YAMLAlias
	}
	v.Error(code, diag.Args{"List": v.IsList()})
}

// Null reports whether nothing is written.
func (v Value) Null() bool { return v.node == nil || v.node.Type() == ast.NullType }

// Empty reports whether nothing is said: no value, or a text of spaces.
func (v Value) Empty() bool {
	s, ok := v.Scalar()
	return v.Null() || ok && strings.TrimSpace(s) == ""
}

// IsMapping reports whether the value has keys.
func (v Value) IsMapping() bool {
	switch v.node.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

// IsList reports whether the value is a list.
func (v Value) IsList() bool {
	_, ok := v.node.(*ast.SequenceNode)
	return ok
}

// IsFlow reports whether the value is a list in brackets or a mapping in braces.
func (v Value) IsFlow() bool {
	switch n := v.node.(type) {
	case *ast.MappingNode:
		return n.IsFlowStyle
	case *ast.SequenceNode:
		return n.IsFlowStyle
	}
	return false
}

// Scalar is a plain value as it was written, quotes taken off.
func (v Value) Scalar() (string, bool) {
	switch n := v.node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// Items are the values of a list. A value that is no list is taken for the only
// one, as people write "authors: Иванова"; one that says nothing is an empty list.
func (v Value) Items() []Value {
	list, ok := v.node.(*ast.SequenceNode)
	switch {
	case v.Null():
		return nil
	case !ok:
		return []Value{v}
	}
	items := make([]Value, len(list.Values))
	for i, item := range list.Values {
		items[i] = v.of(item)
	}
	return items
}

// Pairs are the keys and values of a mapping in their order; false where the
// value is none.
func (v Value) Pairs() ([]Pair, bool) {
	var nodes []*ast.MappingValueNode
	switch n := v.node.(type) {
	case *ast.MappingNode:
		if nodes = n.Values; n.IsFlowStyle {
			nodes = joinDecimals(nodes)
		}
	case *ast.MappingValueNode:
		nodes = []*ast.MappingValueNode{n}
	default:
		return nil, false
	}
	pairs := make([]Pair, len(nodes))
	for i, n := range nodes {
		pairs[i] = Pair{v.of(n.Key), v.of(n.Value)}
	}
	return pairs, true
}
