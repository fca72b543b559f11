package layout

import (
	"bytes"
	"html/template"
	"reflect"
	"strconv"
	"strings"
)

// escaping chooses how a value of a type is written where html/template has put
// the given escapers. It is nil where a program does not know.
func escaping(v value, escapers string) step {
	switch escapers {
	case "_html_template_htmlescaper":
		if v.typ == typeHTML {
			return writing(v, func(out []byte, x reflect.Value) []byte { return append(out, x.String()...) })
		}
		return escapingText(v)
	case "_html_template_attrescaper", "_html_template_rcdataescaper":
		return escapingText(v)
	case "_html_template_urlfilter _html_template_urlnormalizer _html_template_attrescaper":
		if v.typ == typeText || v.typ == typeURL {
			return writing(v, appendAddress)
		}
	case "_html_template_urlescaper _html_template_attrescaper":
		if v.typ == typeText {
			return writing(v, appendFragment)
		}
	case "_html_template_jsvalescaper":
		if v.typ == typeJS {
			return writing(v, func(out []byte, x reflect.Value) []byte { return append(out, x.String()...) })
		}
	}
	return nil
}

func escapingText(v value) step {
	switch v.typ.Kind() {
	case reflect.String:
		if v.typ == typeText {
			return writing(v, func(out []byte, x reflect.Value) []byte { return appendText(out, x.String()) })
		}
	case reflect.Int:
		return writing(v, func(out []byte, x reflect.Value) []byte { return strconv.AppendInt(out, x.Int(), 10) })
	}
	return nil
}

func writing(v value, write func(out []byte, x reflect.Value) []byte) step {
	return func(m *machine, slots []reflect.Value) bool {
		x := v.get(slots)
		if !x.IsValid() {
			return false
		}
		m.out = write(m.out, x)
		return true
	}
}

// escapes are the characters that html/template replaces in text and in quoted
// attributes. It replaces the plus because of browsers that guessed UTF-7.
var escapes = [256]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}

func appendText(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		if e := escapes[s[i]]; e != "" {
			out = append(out, s[from:i]...)
			out = append(out, e...)
			from = i + 1
		}
	}
	return append(out, s[from:]...)
}

// appendAddress writes the value of href or src. An address of plain characters
// that is relative or goes to a web server is written as it is; html/template is
// asked about every other.
func appendAddress(out []byte, x reflect.Value) []byte {
	s := x.String()
	if isPlainAddress(s) {
		return appendText(out, s)
	}
	var b bytes.Buffer
	if err := address.Execute(&b, x.Interface()); err != nil {
		return append(out, "#"...)
	}
	return append(out, bytes.TrimSuffix(bytes.TrimPrefix(b.Bytes(), []byte(`<a href="`)), []byte(`">`))...)
}

// appendFragment writes what follows # in an address.
func appendFragment(out []byte, x reflect.Value) []byte {
	const hex = "0123456789abcdef"
	for _, c := range []byte(x.String()) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~", c) >= 0:
			out = append(out, c)
		default:
			out = append(out, '%', hex[c>>4], hex[c&15])
		}
	}
	return out
}

var address = template.Must(template.New("address").Parse(`<a href="{{.}}">`))

func isPlainAddress(s string) bool {
	scheme, _, found := strings.Cut(s, ":")
	if found && scheme != "https" && scheme != "http" && !strings.Contains(scheme, "/") {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case strings.IndexByte("-._~/:?=&#@", c) >= 0:
		default:
			return false
		}
	}
	return true
}
