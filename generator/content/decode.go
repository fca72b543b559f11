package content

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"example.org/svod/generator/diag"
)

// A decoder turns the YAML of one file into values, strictly: every key must be
// known, every value of the type that the key wants. It goes on after a mistake,
// so that all of them are told.
type decoder struct {
	reader *Reader
	file   string
	line   int // lines of the file above the YAML
	found  []diag.Diagnostic
}

// A value is a node of YAML and where it stands.
type value struct {
	d    *decoder
	node ast.Node
}

// fields says what each key of a mapping is read by.
type fields map[string]func(value)

func (d *decoder) error(at diag.Position, code diag.Code, args diag.Args) {
	d.found = append(d.found, diag.NewError(at, code, args))
}

func (d *decoder) warn(at diag.Position, code diag.Code, args diag.Args) {
	d.found = append(d.found, diag.NewWarning(at, code, args))
}

// parse reads YAML into a value. It is false where the YAML is broken or says
// nothing; broken YAML is told.
func (d *decoder) parse(source []byte) (value, bool) {
	// Windows line ends change neither lines nor columns of what is left.
	text := strings.ReplaceAll(string(source), "\r\n", "\n")
	file, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		d.syntaxError(err, text)
		return value{}, false
	}
	for _, doc := range file.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.CommentType {
			return value{d, doc.Body}, true
		}
	}
	return value{}, false
}

// syntaxError says what is wrong with broken YAML in words for somebody who
// does not know that it is YAML.
func (d *decoder) syntaxError(err error, text string) {
	at := diag.Position{File: d.file, Line: d.line + 1, Column: 1}
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil {
		at = d.tokenPosition(syntax.Token)
	}
	lines := strings.Split(text, "\n")
	line := ""
	if n := at.Line - d.line - 1; n >= 0 && n < len(lines) {
		line = lines[n]
	}
	for n, l := range lines {
		if rest := strings.TrimLeft(l, " "); strings.HasPrefix(rest, "\t") {
			column := len(l) - len(rest) + 1
			d.error(diag.Position{File: d.file, Line: d.line + n + 1, Column: column}, diag.YAMLTab, nil)
			return
		}
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
	d.error(at, code, nil)
}

// at is the place of a node.
func (v value) at() diag.Position {
	switch n := v.node.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 && !n.IsFlowStyle {
			return value{v.d, n.Values[0].Key}.at()
		}
	case *ast.MappingValueNode:
		return value{v.d, n.Key}.at()
	case *ast.SequenceNode:
		if len(n.Values) > 0 && !n.IsFlowStyle {
			return value{v.d, n.Values[0]}.at()
		}
	case *ast.MappingKeyNode:
		return value{v.d, n.Value}.at()
	}
	return v.d.tokenPosition(v.node.GetToken())
}

func (d *decoder) tokenPosition(t *token.Token) diag.Position {
	written, _, _ := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	return diag.Position{
		File:   d.file,
		Line:   d.line + t.Position.Line,
		Column: t.Position.Column,
		Length: utf8.RuneCountInString(strings.TrimSpace(written)),
	}
}

// mapping reads the keys of a mapping. Keys that fields does not have are told;
// so are required keys that are missing, at the place given.
func (v value) mapping(fields fields, required ...string) {
	pairs, ok := v.pairs()
	if !ok {
		v.wrongType(diag.WantsMapping)
		return
	}
	seen := map[string]diag.Position{}
	for _, pair := range pairs {
		key := value{v.d, pair.Key}
		name, ok := key.scalar()
		if !ok {
			key.wrongType(diag.WantsText)
			continue
		}
		if first, again := seen[name]; again {
			v.d.error(key.at(), diag.DuplicateKey, diag.Args{"Key": name, "Line": first.Line})
			continue
		}
		seen[name] = key.at()
		if body := (value{v.d, pair.Value}); body.empty() && slices.Contains(required, name) {
			delete(seen, name) // a key that says nothing is missing
		}
		read, known := fields[name]
		if !known {
			v.d.error(key.at(), diag.UnknownKey, diag.Args{
				"Key":        name,
				"Suggestion": diag.Suggest(name, slices.Sorted(maps.Keys(fields))),
				"Known":      strings.Join(slices.Sorted(maps.Keys(fields)), ", "),
			})
			continue
		}
		read(value{v.d, pair.Value})
	}
	for _, name := range required {
		if _, there := seen[name]; !there {
			at := v.at()
			at.Length = 0
			v.d.error(at, diag.MissingKey, diag.Args{"Key": name})
		}
	}
}

// pairs are the keys and values of a mapping, in their order.
func (v value) pairs() ([]*ast.MappingValueNode, bool) {
	switch n := v.node.(type) {
	case *ast.MappingNode:
		if n.IsFlowStyle {
			return joinDecimals(n.Values), true
		}
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

// joinDecimals mends what YAML makes of {amount: 7,9 млрд ₽}. Inside braces its
// comma ends a value, so that it reads an amount of 7 and a key "9 млрд ₽"
// without a value; a Russian reads 7,9. A comma between two digits, with no
// space after it, is therefore taken for a part of the number.
func joinDecimals(pairs []*ast.MappingValueNode) []*ast.MappingValueNode {
	out := make([]*ast.MappingValueNode, 0, len(pairs))
	for _, pair := range pairs {
		if len(out) > 0 {
			if joined, ok := joinDecimal(out[len(out)-1], pair); ok {
				out[len(out)-1] = joined
				continue
			}
		}
		out = append(out, pair)
	}
	return out
}

func joinDecimal(before, after *ast.MappingValueNode) (*ast.MappingValueNode, bool) {
	if after.Value.Type() != ast.NullType {
		return nil, false
	}
	whole, fraction := before.Value.GetToken(), after.Key.GetToken()
	adjacent := whole.Position.Line == fraction.Position.Line &&
		whole.Position.Column+utf8.RuneCountInString(whole.Value)+1 == fraction.Position.Column
	if !adjacent || !endsInDigit(whole.Value) || !startsWithDigit(fraction.Value) {
		return nil, false
	}
	joined := *whole
	joined.Value += "," + fraction.Value
	joined.Origin = joined.Value
	pair := *before
	pair.Value = ast.String(&joined)
	return &pair, true
}

func endsInDigit(s string) bool     { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }
func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// list calls read for each item of a sequence. A value that is no sequence is
// taken for the only item, as people write "authors: Иванова".
func (v value) list(read func(value)) {
	if v.null() {
		return
	}
	if n, ok := v.node.(*ast.SequenceNode); ok {
		for _, item := range n.Values {
			read(value{v.d, item})
		}
		return
	}
	read(v)
}

func (v value) isMapping() bool {
	_, ok := v.pairs()
	return ok
}

func (v value) isList() bool {
	_, ok := v.node.(*ast.SequenceNode)
	return ok
}

func (v value) null() bool {
	return v.node == nil || v.node.Type() == ast.NullType
}

// empty reports whether nothing is said: no value, or a text of spaces.
func (v value) empty() bool {
	s, ok := v.scalar()
	return v.null() || ok && strings.TrimSpace(s) == ""
}

// scalar returns a plain value as it was written, quotes taken off. Anchors,
// aliases and tags are no plain values: nobody who writes a report needs them,
// and a few nested aliases can stand for gigabytes.
func (v value) scalar() (string, bool) {
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

// text reads a plain value into s, white space at its ends taken off.
func (v value) text(s *string) {
	if v.null() {
		return
	}
	t, ok := v.scalar()
	if !ok {
		v.wrongType(diag.WantsText)
		return
	}
	*s = strings.TrimSpace(t)
}

// prose reads a text that readers see as it is, with its typography put right.
func (v value) prose(s *string) {
	v.text(s)
	*s = v.d.reader.options.Typeset(v.d.reader.language, *s)
}

func (v value) texts(list *[]string) {
	v.list(func(item value) {
		var s string
		if item.prose(&s); s != "" {
			*list = append(*list, s)
		}
	})
}

func (v value) wrongType(code diag.Code) {
	if t := v.node.Type(); t == ast.AliasType || t == ast.AnchorType || t == ast.TagType || t == ast.MergeKeyType {
		code = diag.YAMLAlias
	}
	v.d.error(v.at(), code, nil)
}
