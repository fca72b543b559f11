package yaml

import (
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/token"
)

// Quote writes a text as a value that reads back the same wherever it stands, in
// brackets too: as it is, or in quotes where YAML would read it as something else.
func Quote(s string) string {
	switch {
	case isPlain(s):
		return s
	case strings.ContainsAny(s, `"\`) && !strings.ContainsAny(s, "'\n\t"):
		return "'" + s + "'"
	}
	return `"` + inQuotes.Replace(s) + `"`
}

var inQuotes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)

// isPlain reports whether a text is read as it stands. What others may read as a
// number, a date or a yes is not, though goccy would; nor is what it thinks plain
// and cannot read, or has quotes that people take for those of YAML.
func isPlain(s string) bool {
	if token.IsNeedQuoted(s) || strings.Contains(s, `"`) {
		return false
	}
	var list []any
	return yaml.Unmarshal([]byte("["+s+"]"), &list) == nil && len(list) == 1 && list[0] == s
}
