package markdown

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
)

// unmarkedParser tells Env of names in signs that make no citation and no
// reference: [babr-2025], (babr-2025), @babr-2025, {{les}}. It parses nothing,
// and being asked by the parser it sees no code and no address.
type unmarkedParser struct{}

func (unmarkedParser) Trigger() []byte { return []byte("[({@!") }

func (unmarkedParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	p := pc.Get(pageKey).(*page)
	line, segment := block.PeekLine()
	start := segment.Start - segment.Padding
	if line[0] == '!' {
		p.pictureInBrackets(line, start)
		return nil
	}
	name, label, length := unmarked(line)
	if p.env.Unmarked == nil || length == 0 || start < p.unmarked || !standsFree(line[0], block.PrecendingCharacter()) {
		return nil
	}
	if _, defined := pc.Reference(util.ToLinkReference(name)); defined && line[0] == '[' {
		return nil // a link whose address stands elsewhere
	}
	p.unmarked = start + length // [ @press ] is one, not two
	p.report(p.env.Unmarked(Unmarked{
		Name: string(name), Label: string(label), Written: string(line[:length]),
		Bracketed: line[0] == '[' || line[0] == '{',
		At:        p.at(start, length),
	})...)
	return nil
}

// pictureInBrackets warns of ![[zavod.jpg]], as other programs write a picture.
func (p *page) pictureInBrackets(line []byte, start int) {
	inside, ok := bytes.CutPrefix(line, []byte("![["))
	file, _, closed := bytes.Cut(inside, []byte("]]"))
	if ok && closed && len(bytes.TrimSpace(file)) > 0 {
		file, _, _ = bytes.Cut(file, []byte("|"))
		p.warn(p.at(start, len(line)-len(inside)+len(file)), diag.PictureInBrackets, diag.Args{"Path": string(file)})
	}
}

// standsFree reports whether a name may begin after a letter or sign: [a][b] and
// [[a]](…) are links, a@b is an address, and so is …/Tomsk_(a).
func standsFree(sign byte, before rune) bool {
	if sign == '@' {
		return unicode.IsSpace(before) || unicode.IsPunct(before) && !strings.ContainsRune("-_.", before)
	}
	return !strings.ContainsRune("[]!/_", before)
}

// unmarked reads a name in signs at the start of a line, the label that it may have
// after a bar, and the length of it all; 0 where there is none. A name has a Latin
// letter; in round brackets it has a hyphen too, since a word in them may be
// anything.
func unmarked(line []byte) (name, label []byte, length int) {
	rest, closing := line[1:], ""
	switch line[0] {
	case '[':
		closing = "]"
	case '(':
		closing = ")"
	case '{':
		if !startsWith(rest, "{") {
			return nil, nil, 0
		}
		rest, closing = rest[1:], "}}"
	}
	if closing != "" {
		rest = bytes.TrimPrefix(bytes.TrimLeft(rest, " "), []byte("@"))
	}
	n := 0
	for n < len(rest) && nameByte[rest[n]] {
		n++
	}
	if closing == "" {
		n = len(bytes.TrimRight(rest[:n], ".")) // the point ends the sentence
	}
	name, rest = rest[:n], rest[n:]
	if closing == "]" && startsWith(rest, "|") { // [les|Лес]
		end := max(bytes.IndexByte(rest, ']'), 0)
		label, rest = rest[:end], rest[end:]
	}
	if closing != "" {
		rest = bytes.TrimLeft(rest, " ")
	}
	rest, ends := bytes.CutPrefix(rest, []byte(closing))
	if !ends || !bytes.ContainsFunc(name, latinLetter) || line[0] == '(' && bytes.IndexByte(name, '-') < 0 ||
		line[0] == '[' && startsWith(rest, "([:") { // a link
		return nil, nil, 0
	}
	return name, label, len(line) - len(rest)
}

// mayBeUnmarked reports whether a sign in a body begins what Env has to be told of,
// wherever it stands.
func mayBeUnmarked(body []byte, i int) bool {
	if i > 0 && (body[i] == '(' && body[i-1] == ']' || body[i] == '@' && nameByte[body[i-1]]) {
		return false // the address of a link, an address of mail
	}
	_, _, length := unmarked(body[i:])
	return length > 0
}

// nameByte are what slugs, ids of sources and keys of figures are made of.
var nameByte = func() (set [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") {
		set[c] = true
	}
	return set
}()

func latinLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// unmarkedNames is the extension that tells them.
type unmarkedNames struct{}

func (unmarkedNames) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(unmarkedParser{}, 152)))
}
