package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isRange tells whether the hyphen at i stands between two numbers that make a
// range: 2024-2026, 10-15 %. Telephone numbers, dates, parts of names and numbers
// of standards are none: a range stands alone, has one hyphen and ascends.
func isRange(b []byte, i int) bool {
	from := i
	for from > 0 && isNumeric(b[from-1]) {
		from--
	}
	to := i + 1
	for to < len(b) && isNumeric(b[to]) {
		to++
	}
	left := b[from:i]
	right := bytes.TrimRight(b[i+1:to], ",.")
	to = i + 1 + len(right)
	return standsAlone(b, from, to) && ascends(left, right)
}

func isNumeric(c byte) bool { return isDigit(c) || c == ',' || c == '.' }

func standsAlone(b []byte, from, to int) bool {
	before, _ := utf8.DecodeLastRune(b[:from])
	after, _ := utf8.DecodeRune(b[to:])
	return (from == 0 || unicode.IsSpace(before) || strings.ContainsRune("(«„“\"~≈$€", before)) &&
		(to == len(b) || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)»”“\"%…", after))
}

// ascends compares numbers as they are written. A year can only follow a year,
// so that ГОСТ 123-2020 is no range.
func ascends(left, right []byte) bool {
	l, leftOK := whole(left)
	r, rightOK := whole(right)
	if !leftOK || !rightOK {
		return false
	}
	if isYear(r) && len(l) < 4 && len(right) == 4 {
		return false
	}
	if len(l) != len(r) {
		return len(l) < len(r)
	}
	c := bytes.Compare(l, r)
	return c < 0 || c == 0 && bytes.Compare(left, right) < 0
}

// whole is the part of a number before its comma; a number with points, such
// as a date, is none.
func whole(number []byte) ([]byte, bool) {
	if len(number) == 0 || !isDigit(number[0]) || bytes.IndexByte(number, '.') >= 0 {
		return nil, false
	}
	before, _, _ := bytes.Cut(number, []byte(","))
	return before, len(before) == 1 || before[0] != '0'
}

func isYear(number []byte) bool {
	return len(number) == 4 && (bytes.HasPrefix(number, []byte("19")) || bytes.HasPrefix(number, []byte("20")))
}
