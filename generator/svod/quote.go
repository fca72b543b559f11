package main

import (
	"regexp"
	"strings"
	"unicode"
)

// cleanAnswer makes one line of what somebody typed or passed: no control
// characters, which YAML refuses, and single spaces.
func cleanAnswer(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == '\ufeff', r == '\ufffe', r == '\uffff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(s), " ")
}

var (
	// harmless is what YAML reads as it stands, whatever reads it: it begins with
	// a letter or a Russian quote and holds no sign with a meaning. A Latin word
	// alone may be null, yes or off, and is not harmless.
	harmless = regexp.MustCompile(`^[\p{L}«„][\p{L}\p{N} «»„“”’—–\-.,()№%+!?…;/₽]*$`)
	oneWord  = regexp.MustCompile(`^[A-Za-z]+$`)
	// number is a number, a date or a sum, such as 2025-02-11 or 7,9 млрд ₽.
	number  = regexp.MustCompile(`^\d[\d.,\- ]*( ?[\p{L}.]+){0,3}( ?[₽$€¥])?$`)
	address = regexp.MustCompile(`^https?://[^\s'"]*[\p{L}\p{N}/]$`)
)

// yamlQuoted writes a text as a YAML value that reads back the same.
func yamlQuoted(s string) string {
	switch {
	case harmless.MatchString(s) && !oneWord.MatchString(s):
		return s
	case !strings.Contains(s, "'") && strings.ContainsAny(s, `"\`):
		return "'" + s + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// yamlPlain writes a number, a date, an address or a name, without quotes where
// it is one.
func yamlPlain(s string) string {
	if number.MatchString(s) || address.MatchString(s) || oneWord.MatchString(s) && !strings.EqualFold(s, "null") {
		return s
	}
	return yamlQuoted(s)
}
