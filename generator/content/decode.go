package content

import (
	"regexp"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/yaml"
)

// A decoder turns the YAML of one file into values, strictly: every key must be
// known, every value of the type that the key wants. It goes on after a mistake,
// so that all of them are told.
type decoder struct {
	reader *Reader
	file   string
	line   int // lines of the file above the YAML
	found  []diag.Diagnostic
}

// A value is one of YAML that the decoder reads.
type value struct {
	yaml.Value
	d *decoder
}

// fields says what each key of a mapping is read by.
type fields map[string]func(value)

func (d *decoder) error(at diag.Position, code diag.Code, args diag.Args) {
	d.found = append(d.found, diag.NewError(at, code, args))
}

// parse reads YAML into a value. It is false where the YAML is broken or says
// nothing; broken YAML is told.
func (d *decoder) parse(text []byte) (value, bool) {
	v, ok := yaml.Parse(yaml.Source{
		Text: text,
		At: func(line, column, length int) diag.Position {
			return diag.Position{File: d.file, Line: d.line + line, Column: column, Length: length}
		},
		Tell:    func(m diag.Diagnostic) { d.found = append(d.found, m) },
		Suggest: meantKey,
	})
	return d.value(v), ok
}

func (d *decoder) value(v yaml.Value) value { return value{v, d} }

// mapping reads the keys of a mapping. Keys that fields does not have are told;
// so are required keys that are missing, at the beginning of the mapping. A value
// that says nothing has no keys, which is as good where none is required.
func (v value) mapping(fields fields, required ...string) {
	if v.Null() && len(required) == 0 {
		return
	}
	missing := v.At()
	missing.Length = 0
	yaml.Mapping(v.Value, v.d.value, fields, missing, required...)
}

// list calls read for each item of a list. A text that begins as an item of a
// list does, with a hyphen, a dash or a bullet, was meant to be one: YAML wants a
// hyphen with a space after it, and makes one text of all the lines otherwise.
func (v value) list(read func(value)) {
	if s, ok := v.Scalar(); ok && itemMark.MatchString(strings.TrimSpace(s)) {
		v.Error(diag.WantsList, diag.Args{"Spaces": strings.TrimLeft(s, " ") != strings.TrimSpace(s)})
		return
	}
	for _, item := range v.Items() {
		if !item.Swallowed() {
			read(v.d.value(item))
		}
	}
}

// itemMark is what people begin items of a list with.
var itemMark = regexp.MustCompile(`^([-—–•]|\d+[.)]\s)`)

// warnOfCommas tells names that stand in one line with commas or semicolons
// between them: they are one name until each has a line of its own. An item of a
// list may have commas in it, but no two names in quotation marks.
func (v value) warnOfCommas(item value) {
	s, _ := item.Scalar()
	comma, semicolon := strings.Contains(s, ", "), strings.Contains(s, "; ")
	if !v.IsList() && (comma || semicolon) || v.IsList() && severalNames.MatchString(s) {
		item.Warn(diag.ListInOneLine, diag.Args{"Semicolon": semicolon, "Item": v.IsList()})
	}
}

var severalNames = regexp.MustCompile(`[»"“][,;] .*[«"„]`)

// record is mapping for a value that people write as one text where it has keys;
// the example shows them how.
func (v value) record(example string, fields fields, required ...string) {
	if _, ok := v.Scalar(); ok {
		v.Error(diag.WantsMapping, diag.Args{"Example": example})
		return
	}
	v.mapping(fields, required...)
}

// text reads a plain value into s, white space at its ends taken off.
func (v value) text(s *string) {
	if v.Null() {
		return
	}
	t, ok := v.Scalar()
	if !ok {
		v.WrongType(diag.WantsText)
		return
	}
	*s = strings.TrimSpace(t)
}

// prose reads a text that readers see as it is, with its typography put right.
func (v value) prose(s *string) {
	v.text(s)
	v.WarnOfHash()
	*s = v.d.reader.options.Typeset(v.d.reader.language, *s)
}

func (v value) texts(list *[]string) {
	v.list(func(item value) {
		var s string
		if item.prose(&s); s != "" {
			*list = append(*list, s)
		}
		v.warnOfCommas(item)
	})
}
