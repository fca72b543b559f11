package attachment

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
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
		s.token(t)
	}
}

// An svg is a picture while it is read; the token being looked at is the bytes
// from, to.
type svg struct {
	text     *diag.Text
	from, to int
	sheet    *sheet // the style element that the token is in, or nil
	told     map[string]bool
	found    []diag.Diagnostic
}

// A sheet is the text of a style element so far, and where it begins.
type sheet struct {
	from int
	css  []byte
}

func (s *svg) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		if s.sheet != nil { // programs do not agree on what a style with elements in it says
			s.tell(unreadable, "<style>")
		}
		s.element(t)
		if strings.EqualFold(t.Name.Local, "style") {
			s.sheet = &sheet{from: s.to}
		}
	case xml.CharData:
		if s.sheet != nil { // comments part the text, but not what it says
			s.sheet.css = append(s.sheet.css, t...)
		}
	case xml.EndElement:
		if s.sheet != nil && strings.EqualFold(t.Name.Local, "style") {
			s.from, s.to = s.sheet.from, s.from
			s.style("<style>", string(s.sheet.css))
			s.sheet = nil
		}
	case xml.ProcInst:
		if t.Target != "xml" {
			s.tell(outside, "<?"+t.Target+"?>")
		}
	case xml.Directive:
		// What a document type declares stands in for what is written: texts
		// under a name, attributes that no element shows.
		if bytes.ContainsRune(t, '[') {
			s.tell(unreadable, "<!DOCTYPE […]>")
		}
	}
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
		case attribute == "base" || attribute == "ping":
			s.tell(outside, a.Name.Local)
		case animates && attribute == "attributename" && changesMeaning(value):
			s.tell(program, "<"+e.Name.Local+">")
		case mayStyle(a.Name):
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

// reference allows a part of the file itself, a picture inside of it, and a link
// that a reader may follow.
func (s *svg) reference(element, attribute, value string) {
	scheme, _, _ := strings.Cut(strings.ToLower(value), ":")
	switch {
	case value == "" || inside.MatchString(value):
	case element == "a" && (scheme == "https" || scheme == "http"):
	case strings.Contains(strings.Join(strings.Fields(strings.ToLower(value)), ""), "script:"):
		s.tell(program, attribute)
	default:
		s.tell(outside, attribute)
	}
}
