package chart

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"example.org/svod/generator/diag"
)

// A Block is the text of a chart block.
type Block struct {
	// Source is what stands between the fences.
	Source []byte
	// At returns the place in the page of length bytes of Source.
	At func(offset, length int) diag.Position
	// Fence is where the block begins, for what is missing in it.
	Fence diag.Position
}

// A reader reads YAML strictly and collects what is wrong with it.
type reader struct {
	block Block
	lines []int // byte offset of the start of each line of the source
	found []diag.Diagnostic
}

// A node is a value of the YAML.
type node struct {
	r *reader
	ast.Node
}

func newReader(b Block) *reader {
	r := &reader{block: b, lines: []int{0}}
	for i, c := range b.Source {
		if c == '\n' {
			r.lines = append(r.lines, i+1)
		}
	}
	return r
}

func (r *reader) error(at diag.Position, code diag.Code, args diag.Args) {
	r.found = append(r.found, diag.NewError(at, code, args))
}

// parse returns the value that the block is. It is false where the block is
// empty or broken; what is broken is told.
func (r *reader) parse() (node, bool) {
	file, err := parser.ParseBytes(r.block.Source, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		r.syntaxError(err)
		return node{}, false
	}
	for _, doc := range file.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.CommentType {
			return node{r, doc.Body}, true
		}
	}
	return node{}, false
}

func (r *reader) syntaxError(err error) {
	for i, start := range r.lines {
		line := r.line(i)
		if rest := strings.TrimLeft(line, " "); strings.HasPrefix(rest, "\t") {
			r.error(r.block.At(start+len(line)-len(rest), 1), diag.YAMLTab, nil)
			return
		}
	}
	at, line := r.block.Fence, ""
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil {
		at = r.position(syntax.Token)
		line = r.line(syntax.Token.Position.Line - 1)
	}
	code := diag.YAMLSyntax
	switch {
	case strings.Count(line, `"`)%2 == 1 || strings.Count(line, `'`)%2 == 1:
		code = diag.YAMLQuote
	case strings.Count(line, ": ") > 1:
		code = diag.YAMLColon
	case strings.Count(line, "[") != strings.Count(line, "]") || strings.Count(line, "{") != strings.Count(line, "}"):
		code = diag.YAMLBracket
	}
	r.error(at, code, nil)
}

// line returns the text of line i, counted from 0.
func (r *reader) line(i int) string {
	if i < 0 || i >= len(r.lines) {
		return ""
	}
	line, _, _ := strings.Cut(string(r.block.Source[r.lines[i]:]), "\n")
	return line
}

// position is the place of a token, whose column counts characters.
func (r *reader) position(t *token.Token) diag.Position {
	written, _, _ := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	line := r.line(t.Position.Line - 1)
	if line == "" {
		return r.block.Fence
	}
	offset := 0
	for range t.Position.Column - 1 {
		_, size := utf8.DecodeRuneInString(line[offset:])
		offset += size
	}
	return r.block.At(r.lines[t.Position.Line-1]+offset, len(written))
}

// at is the place of a node.
func (n node) at() diag.Position {
	switch v := n.Node.(type) {
	case *ast.MappingNode:
		if len(v.Values) > 0 && !v.IsFlowStyle {
			return node{n.r, v.Values[0].Key}.at()
		}
	case *ast.MappingValueNode:
		return node{n.r, v.Key}.at()
	case *ast.SequenceNode:
		if len(v.Values) > 0 && !v.IsFlowStyle {
			return node{n.r, v.Values[0]}.at()
		}
	case *ast.MappingKeyNode:
		return node{n.r, v.Value}.at()
	}
	return n.r.position(n.GetToken())
}

// pairs are the keys and values of a mapping, in their order.
func (n node) pairs() ([]*ast.MappingValueNode, bool) {
	switch v := n.Node.(type) {
	case *ast.MappingNode:
		if v.IsFlowStyle {
			return joinDecimals(v.Values), true
		}
		return v.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{v}, true
	}
	return nil, false
}

// items are the members of a list; a value that is no list is its only one.
func (n node) items() []node {
	list, ok := n.Node.(*ast.SequenceNode)
	switch {
	case n.null():
		return nil
	case !ok:
		return []node{n}
	}
	out := make([]node, len(list.Values))
	for i, v := range list.Values {
		out[i] = node{n.r, v}
	}
	return out
}

func (n node) null() bool { return n.Node == nil || n.Type() == ast.NullType }

// scalar is a plain value as it was written, quotes taken off.
func (n node) scalar() (string, bool) {
	switch v := n.Node.(type) {
	case *ast.StringNode:
		return v.Value, true
	case *ast.LiteralNode:
		return v.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// wrongType tells that a value is not what its key wants.
func (n node) wrongType(code diag.Code) {
	switch n.Type() {
	case ast.AliasType, ast.AnchorType, ast.TagType, ast.MergeKeyType:
		code = diag.YAMLAlias
	}
	n.r.error(n.at(), code, nil)
}

// joinDecimals mends what YAML makes of {x: 7,9 млрд ₽}: inside braces the comma
// ends a value, so that it reads 7 and a key "9 млрд ₽" without a value.
func joinDecimals(pairs []*ast.MappingValueNode) []*ast.MappingValueNode {
	out := make([]*ast.MappingValueNode, 0, len(pairs))
	for _, pair := range pairs {
		if n := len(out); n > 0 && pair.Value.Type() == ast.NullType {
			if joined, ok := joinDecimal(out[n-1].Value.GetToken(), pair.Key.GetToken()); ok {
				mended := *out[n-1]
				mended.Value = ast.String(joined)
				out[n-1] = &mended
				continue
			}
		}
		out = append(out, pair)
	}
	return out
}

// joinDecimal joins two tokens with nothing but a comma between two digits.
func joinDecimal(whole, fraction *token.Token) (*token.Token, bool) {
	adjacent := whole.Position.Line == fraction.Position.Line &&
		whole.Position.Column+utf8.RuneCountInString(whole.Value)+1 == fraction.Position.Column
	if !adjacent || whole.Value == "" || fraction.Value == "" ||
		!isDigit(whole.Value[len(whole.Value)-1]) || !isDigit(fraction.Value[0]) {
		return nil, false
	}
	joined := *whole
	joined.Value += "," + fraction.Value
	joined.Origin = joined.Value
	return &joined, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
