package yaml

import (
	"regexp"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"example.org/svod/generator/diag"
)

// slipOfComma tells what the commas between braces did to a key that is not
// known, the one at i of the pairs: one too many, in {title: Томск, Омск}, or one
// too few, in {date: 2025, amount: 7 млрд source: press}.
func (v Value) slipOfComma(pairs []Pair, i int, known func(string) bool) bool {
	m, ok := v.node.(*ast.MappingNode)
	if !ok || !m.IsFlowStyle || i == 0 {
		return false
	}
	key := pairs[i].Key
	name, _ := key.Scalar()
	if j := strings.LastIndexByte(name, ' '); j >= 0 && known(name[j+1:]) {
		key.Error(diag.YAMLNoComma, diag.Args{"Key": name[j+1:]})
		return true
	}
	before, ok := pairs[i-1].Value.Scalar()
	if !pairs[i].Value.Null() || !ok || before == "" {
		return false
	}
	fixed := mended(before + ", " + name)
	if isDigit(before[len(before)-1]) && name != "" && isDigit(name[0]) {
		fixed = before + "," + name // a decimal comma with a space after it
	}
	keyBefore, _ := pairs[i-1].Key.Scalar()
	key.Error(diag.YAMLComma, diag.Args{"Value": name, "Fixed": keyBefore + ": " + fixed})
	return true
}

// keyInside is a key within a value: amount in {date: 2025 amount: 7 млрд}.
var keyInside = regexp.MustCompile(`\s([a-z_]+):(\s|$)`)

// slipOfNoComma tells a value between braces that has swallowed the next key, for
// want of a comma before it.
func (v Value) slipOfNoComma(value Value, known func(string) bool) bool {
	m, ok := v.node.(*ast.MappingNode)
	s, plain := value.node.(*ast.StringNode)
	if !ok || !m.IsFlowStyle || !plain || strings.IndexByte(s.Value, ':') < 0 {
		return false
	}
	if t := s.Token.Type; t == token.SingleQuoteType || t == token.DoubleQuoteType {
		return false
	}
	found := keyInside.FindStringSubmatch(s.Value)
	if found == nil || !known(found[1]) {
		return false
	}
	before, _, _ := strings.Cut(s.Value, found[0])
	value.Error(diag.YAMLNoComma, diag.Args{"Key": found[1], "Semicolon": strings.HasSuffix(before, ";")})
	return true
}
