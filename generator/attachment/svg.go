package attachment

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"example.org/svod/generator/diag"
)

// What a picture must not have, as the argument Why of diag.PictureUnsafe.
const (
	program    = "program"    // something that runs
	outside    = "outside"    // something that is fetched from elsewhere
	webPage    = "page"       // a piece of a web page
	unreadable = "unreadable" // what no rule can be held against
)

// runs are the elements that are programs, or hold any document.
var runs = map[string]string{
	"script": program, "handler": program, "listener": program,
	"foreignobject": webPage, "iframe": webPage, "object": webPage, "embed": webPage,
	"audio": outside, "video": outside,
}

const xhtml = "http://www.w3.org/1999/xhtml"

// CheckSVG tells what makes a picture in SVG more than a picture: programs, parts
// of web pages, references to anything outside of the file. Only the first of
// each is told, since a drawing program writes them by the hundred.
func CheckSVG(text *diag.Text) []diag.Diagnostic {
	s := svg{text: text, told: map[string]bool{}}
	d := xml.NewDecoder(bytes.NewReader(text.Bytes()))
	style := false
	for {
		s.from = int(d.InputOffset())
		t, err := d.Token()
		s.to = int(d.InputOffset())
		if errors.Is(err, io.EOF) {
			return s.found
		}
		if err != nil {
			s.to = s.from
			s.tell(unreadable, "")
			return s.found
		}
		switch t := t.(type) {
		case xml.StartElement:
			s.element(t)
			style = strings.EqualFold(t.Name.Local, "style")
		case xml.EndElement:
			style = false
		case xml.CharData:
			if style {
				s.style("<style>", string(t))
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				s.tell(outside, "<?"+t.Target+"?>")
			}
		case xml.Directive:
			// Names for longer texts may stand for anything, a program too.
			if bytes.Contains(bytes.ToUpper(t), []byte("<!ENTITY")) {
				s.tell(unreadable, "<!ENTITY>")
			}
		}
	}
}

// An svg is a picture while it is read; the token being looked at is the bytes
// from, to.
type svg struct {
	text     *diag.Text
	from, to int
	told     map[string]bool
	found    []diag.Diagnostic
}

func (s *svg) tell(why, what string) {
	if s.told[why] {
		return
	}
	s.told[why] = true
	s.found = append(s.found, diag.NewError(s.text.At(s.from, s.to-s.from), diag.PictureUnsafe, diag.Args{"Why": why, "What": what}))
}

func (s *svg) element(e xml.StartElement) {
	name := strings.ToLower(e.Name.Local)
	if why, ok := runs[name]; ok {
		s.tell(why, "<"+e.Name.Local+">")
	} else if e.Name.Space == xhtml {
		s.tell(webPage, "<"+e.Name.Local+">")
	}
	animates := name == "set" || strings.HasPrefix(name, "animate")
	for _, a := range e.Attr {
		attribute, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		switch {
		case strings.HasPrefix(attribute, "on"):
			s.tell(program, a.Name.Local)
		case attribute == "href" || attribute == "src":
			s.reference(name, a.Name.Local, value)
		case attribute == "base":
			s.tell(outside, a.Name.Local)
		case animates && attribute == "attributename" && changesMeaning(value):
			s.tell(program, "<"+e.Name.Local+">")
		case a.Name.Space == "xmlns" || attribute == "xmlns":
		default:
			s.style(a.Name.Local, value)
		}
	}
}

// changesMeaning tells of an attribute which, once it is animated, leads
// elsewhere or runs something.
func changesMeaning(attribute string) bool {
	attribute = strings.ToLower(attribute)
	_, local, prefixed := strings.Cut(attribute, ":")
	if !prefixed {
		local = attribute
	}
	return local == "href" || strings.HasPrefix(local, "on")
}

// inline is a picture of pixels inside the file.
var inline = regexp.MustCompile(`^(?i)data:image/(png|jpe?g|gif|webp|avif)[;,]`)

// reference allows a part of the file itself, a picture inside of it, and a link
// that a reader may follow.
func (s *svg) reference(element, attribute, value string) {
	scheme, _, _ := strings.Cut(strings.ToLower(value), ":")
	switch {
	case value == "" || strings.HasPrefix(value, "#") || inline.MatchString(value):
	case element == "a" && (scheme == "https" || scheme == "http"):
	case strings.Contains(strings.Join(strings.Fields(strings.ToLower(value)), ""), "script:"):
		s.tell(program, attribute)
	default:
		s.tell(outside, attribute)
	}
}

// fetched is an address in a style sheet, or in an attribute that takes the same.
var fetched = regexp.MustCompile(`(?i)url\(\s*["']?\s*([^"')]*)`)

// style allows styles that fetch nothing. One that is written with escapes may
// say anything.
func (s *svg) style(where, css string) {
	if strings.Contains(strings.ToLower(css), "@import") {
		s.tell(outside, "@import")
	}
	if strings.Contains(css, `\`) && (where == "<style>" || strings.EqualFold(where, "style")) {
		s.tell(unreadable, where)
	}
	for _, m := range fetched.FindAllStringSubmatch(css, -1) {
		if !strings.HasPrefix(m[1], "#") && !inline.MatchString(m[1]) {
			s.tell(outside, "url(…)")
		}
	}
}
