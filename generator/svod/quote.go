package main

import (
	"regexp"
	"strings"
	"unicode"

	"example.org/svod/generator/yaml"
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
	oneWord = regexp.MustCompile(`^[A-Za-z]+$`)
	// number is a number, a date or a sum, such as 2025-02-11 or 7,9 млрд ₽.
	number  = regexp.MustCompile(`^\d[\d.,\- ]*( ?[\p{L}.]+){0,3}( ?[₽$€¥])?$`)
	address = regexp.MustCompile(`^https?://[^\s'"]*[\p{L}\p{N}/]$`)
)

// yamlPlain writes a number, a date, an address or a name, without quotes where
// it is one.
func yamlPlain(s string) string {
	if number.MatchString(s) || address.MatchString(s) || oneWord.MatchString(s) && !strings.EqualFold(s, "null") {
		return s
	}
	return yaml.Quote(s)
}
