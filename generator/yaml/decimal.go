package yaml

import (
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

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
	if !adjacent || whole.Value == "" || fraction.Value == "" ||
		!isDigit(whole.Value[len(whole.Value)-1]) || !isDigit(fraction.Value[0]) {
		return nil, false
	}
	joined := *whole
	joined.Value += "," + fraction.Value
	joined.Origin = joined.Value
	pair := *before
	pair.Value = ast.String(&joined)
	return &pair, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
