package yaml

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/svod/generator/diag"
)

// A slip is what most likely broke the YAML.
type slip struct {
	code diag.Code
	args diag.Args
	// line, column and length are its place, where it is known better than by the
	// place at which reading stopped; line is 0 otherwise.
	line, column, length int
}

// findSlip looks for the slip in the line at which reading stopped, counted from
// 1, and, where that line is in order, in the others from the first on: a quote
// or a bracket that is not closed is often noticed far below.
func findSlip(lines []string, stopped int) slip {
	for i, line := range lines {
		if rest := strings.TrimLeft(line, " "); strings.HasPrefix(rest, "\t") {
			return slip{code: diag.YAMLTab, line: i + 1, column: len(line) - len(rest) + 1, length: 1}
		}
	}
	if stopped < 1 || stopped > len(lines) {
		return slip{code: diag.YAMLSyntax}
	}
	if s, ok := slipIn(lines[stopped-1], stopped); ok {
		return s
	}
	if s, ok := wordAlone(lines, stopped); ok {
		return s
	}
	if s, ok := slipOfIndent(lines, stopped); ok {
		return s
	}
	for i, line := range lines {
		if s, ok := slipIn(line, i+1); ok {
			return s
		}
	}
	return slip{code: diag.YAMLSyntax}
}

// slipIn looks at one line by itself.
func slipIn(line string, number int) (slip, bool) {
	line = strings.TrimRight(line, " \r")
	key, value := parts(line)
	column := utf8.RuneCountInString(line) - utf8.RuneCountInString(value) + 1
	at := func(code diag.Code) (slip, bool) {
		return slip{
			code: code, args: diag.Args{"Key": key, "Value": value, "Fixed": mended(value)},
			line: number, column: column, length: utf8.RuneCountInString(value),
		}, true
	}
	switch {
	case strings.TrimSpace(line) == "" || strings.HasPrefix(strings.TrimSpace(line), "#"):
		return slip{}, false
	case hashInBrackets.MatchString(value):
		return at(diag.YAMLHash)
	case unbalanced(value, '[', ']') || unbalanced(value, '{', '}'):
		return at(diag.YAMLBracket)
	case strings.HasPrefix(value, `"`) && closesEarly(value, '"'), strings.HasPrefix(value, `'`) && closesEarly(value, '\''):
		return at(diag.YAMLQuoteInside)
	case strings.HasPrefix(value, `"`) && strings.Count(value, `"`)%2 == 1, strings.HasPrefix(value, `'`) && strings.Count(value, `'`)%2 == 1:
		return at(diag.YAMLQuote)
	case key == "source" && citation.MatchString(value):
		s, ok := at(diag.YAMLSign)
		s.args["Cited"] = key + ": " + bare(value)
		return s, ok
	case value != "" && strings.ContainsRune("@`%|>", rune(value[0])):
		return at(diag.YAMLSign)
	case strings.HasPrefix(value, "**"):
		s, ok := at(diag.YAMLSign)
		s.args["Fixed"] = mended(strings.Trim(value, "*"))
		return s, ok
	case bracketBeforeText.MatchString(value) || strings.HasPrefix(value, "? "):
		return at(diag.YAMLSign)
	case key != "" && strings.HasPrefix(value, "- "):
		return at(diag.YAMLListInLine)
	case recordWithoutBraces.MatchString(value):
		s, ok := at(diag.YAMLBraces)
		s.args["Fixed"] = "{" + key + ": " + value + "}"
		return s, ok
	case strings.Contains(value, ": ") && !strings.HasPrefix(value, "{") && !strings.HasPrefix(value, "["):
		return at(diag.YAMLColon)
	case key == "" && !strings.HasPrefix(value, "-"):
		return withoutColon(line, number)
	}
	return slip{}, false
}

var (
	// A value in brackets that a number sign cuts short, before they close.
	hashInBrackets = regexp.MustCompile(`^[\[{](.*[\s\[{,])?#`)
	// A text that begins with a word in brackets: [Архив] Лес.
	bracketBeforeText = regexp.MustCompile(`^\[[^\]]*\]\s*[^\s#,]`)
	// A source as texts cite it: @babr, [@babr; @tass].
	citation = regexp.MustCompile(`^\[?\s*@[^\s@]`)
	// What stands between braces, without them: 2025-02-11, amount: 7 млрд.
	recordWithoutBraces = regexp.MustCompile(`^[^"'\[{].*, [a-z_]+: `)
)

// bare writes the sources of a citation as keys have them: one by its name alone,
// several in brackets.
func bare(citation string) string {
	names := strings.FieldsFunc(citation, func(r rune) bool { return strings.ContainsRune("[]@,; ", r) })
	if len(names) == 1 {
		return names[0]
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// withoutColon tells a line that should be "key: value" and has no colon, or no
// space after it.
func withoutColon(line string, number int) (slip, bool) {
	text := strings.TrimSpace(line)
	word, rest := text, ""
	if i := strings.IndexFunc(text, func(r rune) bool { return r == ':' || unicode.IsSpace(r) }); i >= 0 {
		word, rest = text[:i], strings.TrimLeft(text[i:], ":=-–—\u00a0 \t")
	}
	if rest == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_") != "" {
		return slip{}, false
	}
	indent := len(line) - len(strings.TrimLeft(line, " "))
	return slip{
		code: diag.YAMLNoColon, args: diag.Args{"Fixed": word + ": " + rest},
		line: number, column: indent + 1, length: utf8.RuneCountInString(text),
	}, true
}

// wordAlone tells a word that stands alone in a line, with others deeper below it:
// what begins a mapping, without its colon.
func wordAlone(lines []string, number int) (slip, bool) {
	line := strings.TrimRight(lines[number-1], " \r")
	word := strings.TrimLeft(line, " ")
	indent := len(line) - len(word)
	if number == len(lines) || word == "" || strings.ContainsAny(word, " :#\"'[]{}") || strings.HasPrefix(word, "-") {
		return slip{}, false
	}
	next := lines[number]
	if len(next)-len(strings.TrimLeft(next, " ")) <= indent || !strings.Contains(next, ":") {
		return slip{}, false
	}
	return slip{
		code: diag.YAMLNoColon, args: diag.Args{"Fixed": word + ":"},
		line: number, column: indent + 1, length: utf8.RuneCountInString(word),
	}, true
}

// wantsMapping tells a value that is none. A text that would be one with a colon
// and a space in it is told as that slip.
func (v Value) wantsMapping() {
	if _, plain := v.Scalar(); plain {
		line, column, _ := v.source.place(v.node.GetToken())
		text := v.source.line(line)
		if indent := len(text) - len(strings.TrimLeft(text, " ")); indent == column-1 {
			if s, ok := withoutColon(text, line); ok {
				v.source.Tell(diag.NewError(v.source.At(s.line, s.column, s.length), s.code, s.args))
				return
			}
		}
	}
	v.WrongType(diag.WantsMapping)
}

// slipOfIndent tells a key that stands neither under the key above it nor deeper
// where a list or mapping begins. Reading stops at such a line or at the one
// above.
func slipOfIndent(lines []string, stopped int) (slip, bool) {
	for number := stopped; number <= min(stopped+1, len(lines)); number++ {
		if number < 2 {
			continue
		}
		line, above := lines[number-1], lines[number-2]
		key, _ := parts(line)
		keyAbove, valueAbove := parts(above)
		deep, deepAbove := keyColumn(line), keyColumn(above)
		if key == "" || keyAbove == "" || deep == deepAbove || deep > deepAbove && valueAbove == "" {
			continue
		}
		if deep < deepAbove && number != stopped {
			continue // the end of what is above
		}
		return slip{
			code: diag.YAMLIndent, args: diag.Args{"Key": key, "Above": keyAbove},
			line: number, column: deep + 1, length: utf8.RuneCountInString(key),
		}, true
	}
	return slip{}, false
}

// keyColumn is how far from the margin the key of a line stands, behind the
// hyphens of a list.
func keyColumn(line string) int { return len(line) - len(strings.TrimLeft(line, " -")) }

// parts are the key and the value of a line, without the hyphens of a list. A
// line without a key is all value.
func parts(line string) (key, value string) {
	text := strings.TrimRight(strings.TrimLeft(line, " -"), " \r")
	key, value, found := strings.Cut(text, ":")
	if !found || value != "" && value[0] != ' ' || strings.ContainsAny(key, `"'[]{},`) {
		return "", text
	}
	return strings.TrimSpace(key), strings.TrimSpace(value)
}

// unbalanced reports whether a value that begins with a bracket has not as many
// of the other.
func unbalanced(value string, open, closed byte) bool {
	return value != "" && (value[0] == open || value[0] == closed) &&
		strings.Count(value, string(open)) != strings.Count(value, string(closed))
}

// closesEarly reports whether a quoted value ends before the line does.
func closesEarly(value string, mark byte) bool {
	end := strings.IndexByte(value[1:], mark)
	if end < 0 {
		return false
	}
	rest := strings.TrimSpace(value[end+2:])
	return rest != "" && rest[0] != '#' && rest[0] != mark
}

// outerQuotes are those around a text that has quotes of its own inside, the
// first of which opens: "Кластер "Лес"".
var outerQuotes = regexp.MustCompile(`^"([^"]*[\s(]"[^\s"].*)"$`)

// mended is a value as it can be written: with guillemets for the quotes in it,
// and in quotes.
func mended(value string) string {
	if m := outerQuotes.FindStringSubmatch(value); m != nil {
		value = m[1]
	}
	var b strings.Builder
	open := false
	for _, r := range value {
		switch {
		case r == '"' && !open:
			b.WriteRune('«')
			open = true
		case r == '"':
			b.WriteRune('»')
			open = false
		default:
			b.WriteRune(r)
		}
	}
	text := b.String()
	if open {
		text += "»"
	}
	return `"` + text + `"`
}
