package yaml

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"example.org/svod/generator/diag"
)

// itemBelow is an item of a list that stands deeper than the one above it.
var itemBelow = regexp.MustCompile(`^\s*- `)

// Swallowed tells an item of a list that YAML has made a part of the text of the
// item above, because it stands deeper:
//
//   - ООО «Альянс»
//   - АО «Томлесдрев»
func (v Value) Swallowed() bool {
	if _, plain := v.node.(*ast.StringNode); !plain {
		return false
	}
	first, _, length := v.source.place(v.node.GetToken())
	written := strings.TrimSpace(v.node.GetToken().Origin)
	lines := strings.Split(string(v.source.Text), "\n")
	for i := range strings.Count(written, "\n") {
		number := first + i + 1
		if number > len(lines) || !itemBelow.MatchString(lines[number-1]) {
			continue
		}
		line := strings.TrimRight(lines[number-1], " \r")
		item := strings.TrimLeft(line, " ")
		above := string([]rune(written)[:length])
		v.source.Tell(diag.NewError(
			v.source.At(number, len(line)-len(item)+1, utf8.RuneCountInString(item)), diag.YAMLIndent,
			diag.Args{"Key": item, "Above": "- " + above},
		))
		return true
	}
	return false
}
