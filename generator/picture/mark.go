package picture

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// classes are the class attributes of a picture. No text in it holds a quotation
// mark: those are written as references.
var classes = regexp.MustCompile(` class="([^"]*)"`)

// Mark adds a class to everything that a picture draws for a row, counted from 0
// in the order of the table under the chart.
func Mark(svg []byte, row int, class string) []byte {
	name := "row-" + strconv.Itoa(row)
	return classes.ReplaceAllFunc(svg, func(attribute []byte) []byte {
		list := string(classes.FindSubmatch(attribute)[1])
		if !slices.Contains(strings.Fields(list), name) {
			return attribute
		}
		return slices.Concat(bytes.TrimSuffix(attribute, []byte(`"`)), []byte(" "+class+`"`))
	})
}
