package chart

import (
	"bytes"
	"unicode/utf8"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/yaml"
)

// A Block is the text of a chart block.
type Block struct {
	// Source is what stands between the fences.
	Source []byte
	// At returns the place in the page of length bytes of Source.
	At func(offset, length int) diag.Position
	// Fence is where the block begins, for what is missing in it.
	Fence diag.Position
}

// A node is a value of the block that charts know how to read.
type node struct{ yaml.Value }

// parse returns the value that the block is, and the list of what is wrong with
// it, which grows while the value is read. It is false where the block is empty
// or broken.
func (b Block) parse() (node, bool, *[]diag.Diagnostic) {
	var found []diag.Diagnostic
	lines := bytes.SplitAfter(b.Source, []byte("\n"))
	v, ok := yaml.Parse(yaml.Source{
		Text: b.Source,
		At: func(line, column, length int) diag.Position {
			if line > len(lines) {
				return b.Fence
			}
			start := 0
			for _, before := range lines[:line-1] {
				start += len(before)
			}
			from := characters(lines[line-1], column-1)
			return b.At(start+from, characters(lines[line-1][from:], length))
		},
		Tell:    func(d diag.Diagnostic) { found = append(found, d) },
		Suggest: meant,
	})
	return node{v}, ok, &found
}

// characters is how many bytes the first n characters of a line take, or all of
// it where it is shorter.
func characters(line []byte, n int) int {
	size := 0
	for ; n > 0 && size < len(line); n-- {
		_, width := utf8.DecodeRune(line[size:])
		size += width
	}
	return size
}

// mapping reads the keys of a mapping. A key without a value is as good as none.
func (n node) mapping(missing diag.Position, keys map[string]func(node), required ...string) {
	for name, read := range keys {
		keys[name] = func(v node) {
			if !v.Null() {
				read(v)
			}
		}
	}
	yaml.Mapping(n.Value, func(v yaml.Value) node { return node{v} }, keys, missing, required...)
}
