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
	written := strings.TrimSpace(v.node.GetToken().Origin)
	more := strings.Count(written, "\n")
	if more == 0 {
		return false
	}
	first, _, length := v.source.place(v.node.GetToken())
	for number := first + 1; number <= first+more; number++ {
		line := strings.TrimRight(v.source.line(number), " \r")
		if !itemBelow.MatchString(line) {
			continue
		}
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
