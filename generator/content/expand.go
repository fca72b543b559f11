package content

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/yaml"
)

// Expand writes out what stands in a short form in the front matter of a page, as
// programs want it that know the long form alone, such as the forms of a CMS:
//
//	investment: 7,9 млрд ₽
//
// becomes a list of one figure whose date is said to be unknown, in the given
// language. So do names of members, pictures without keys, and single values of
// lists. Inside braces 7,9 gets quotes, since YAML ends a value at its comma.
// Every other byte of the file stays as it is, comments and line ends too, and
// the page says what it said.
//
// The name is that of the file inside the source folder. The file must be one that
// reads without mistakes. What could not be written out comes back, for its author
// to do.
func Expand(name string, file []byte, language string) (expanded []byte, left []diag.Diagnostic) {
	kind, ok := kindOf(name)
	matter, problem := split(diag.NewText(name, file), bufio.NewReader(nil))
	if !ok || problem != nil {
		return file, nil
	}
	d := &decoder{file: name, line: matter.line}
	v, ok := d.parse(matter.yaml)
	if !ok {
		return file, nil
	}
	x := expansion{lines: bytes.SplitAfter(file, []byte("\n")), language: language, eol: "\n"}
	if bytes.HasSuffix(x.lines[0], []byte("\r\n")) {
		x.eol = "\r\n"
	}
	x.mapping(v.Value, Keys(kind))
	// From the last to the first, so that places stay what they are.
	slices.SortStableFunc(x.edits, func(a, b edit) int { return b.at.Compare(a.at) })
	for _, e := range x.edits {
		line := x.lines[e.at.Line-1]
		from := offset(line, e.at.Column)
		x.lines[e.at.Line-1] = slices.Concat(line[:from-e.spaces], []byte(e.text), line[from:])
	}
	return bytes.Join(x.lines, nil), x.left
}

// kindOf is the kind of a page, by its path.
func kindOf(name string) (Kind, bool) {
	folder, _, ok := place(name)
	kinds := map[string]Kind{
		"": PageFile, "regions": RegionFile, "clusters": ClusterFile, "organizations": OrganizationFile, "news": ArticleFile,
	}
	if name == settingsFile {
		return ReportFile, true
	}
	return kinds[folder], ok
}

// An expansion is how a file becomes an expanded one.
type expansion struct {
	lines         [][]byte // of the file, with their ends
	language, eol string
	edits         []edit
	left          []diag.Diagnostic
}

// An edit puts a text at a place in the file, over as many spaces before it.
type edit struct {
	at     diag.Position
	spaces int
	text   string
}

func (x *expansion) put(at diag.Position, text string) {
	x.edits = append(x.edits, edit{at: at, text: text})
}

func (x *expansion) leave(v yaml.Value) {
	x.left = append(x.left, diag.NewError(v.At(), diag.NotExpandable, nil))
}

// mapping expands the values of a mapping with the given keys.
func (x *expansion) mapping(v yaml.Value, keys []Key) {
	pairs, _ := v.Pairs()
	for _, p := range pairs {
		name, _ := p.Key.Scalar()
		i := slices.IndexFunc(keys, func(k Key) bool { return k.Name == name })
		if i < 0 {
			continue
		}
		before := len(x.edits) + len(x.left)
		x.value(p, keys[i], v.IsFlow())
		if s, _ := p.Value.Scalar(); v.IsFlow() && len(x.edits)+len(x.left) == before && strings.Contains(s, ",") {
			x.quote(p.Value, s)
		}
	}
}

// value expands the value of a key. One inside braces has no room for more lines.
func (x *expansion) value(p yaml.Pair, k Key, flow bool) {
	v := p.Value
	switch {
	case v.Null():
	case v.IsList():
		for _, item := range v.Items() {
			x.item(item, k, v.IsFlow())
		}
	case k.Form == One && v.IsMapping():
		x.mapping(v, k.Keys)
	case k.Form == One && len(k.Keys) == 0:
	case flow || !x.onOneLine(v):
		x.leave(v)
	case k.Form == One:
		x.below(p, k.Keys[0].Name+": ")
	case v.IsMapping():
		x.below(p, "- ")
		x.mapping(v, k.Keys)
	default:
		x.below(p, "- "+x.lead(k, p.Key.At().Column+3))
	}
}

// item expands an item of a list.
func (x *expansion) item(v yaml.Value, k Key, flow bool) {
	_, plain := v.Scalar()
	switch {
	case len(k.Keys) == 0:
	case v.IsMapping():
		x.mapping(v, k.Keys)
	case !plain || !x.onOneLine(v):
		x.leave(v)
	case flow:
		x.put(v.At(), "{"+k.Keys[0].Name+": ")
		x.put(after(v.At()), "}")
	default:
		x.put(v.At(), k.Keys[0].Name+": ")
	}
}

// lead is what stands before a plain value that becomes an item of a list whose
// keys begin in a column.
func (x *expansion) lead(k Key, column int) string {
	switch {
	case k.Form == History:
		return "date: " + unknownDate(x.language) + x.eol + strings.Repeat(" ", column) + k.Keys[1].Name + ": "
	case len(k.Keys) > 0:
		return k.Keys[0].Name + ": "
	}
	return ""
}

// below moves a value from the line of its key to the next one, behind a text.
func (x *expansion) below(p yaml.Pair, text string) {
	key, at := p.Key.At(), p.Value.At()
	line := x.lines[at.Line-1]
	value := offset(line, at.Column)
	spaces := value - len(bytes.TrimRight(line[:value], " "))
	indent := x.eol + strings.Repeat(" ", key.Column+1)
	if key.Line != at.Line { // there it is already
		indent, spaces = "", 0
		if at.Column != key.Column+2 {
			x.leave(p.Value)
			return
		}
	}
	x.edits = append(x.edits, edit{at, spaces, indent + text})
}

// quote puts a number inside braces into quotes, unless it has some.
func (x *expansion) quote(v yaml.Value, s string) {
	at := v.At()
	line := x.lines[at.Line-1]
	switch from := offset(line, at.Column); {
	case line[from] == '"' || line[from] == '\'':
	case strings.ContainsAny(s, `"\`) || !x.onOneLine(v):
		x.leave(v)
	default:
		x.put(at, `"`)
		x.put(after(at), `"`)
	}
}

// onOneLine reports whether a plain value, or a mapping in braces, begins and ends
// on the same line.
func (x *expansion) onOneLine(v yaml.Value) bool {
	at := v.At()
	line := x.lines[at.Line-1]
	s, plain := v.Scalar()
	if !plain {
		return v.IsFlow() && bytes.ContainsRune(line[offset(line, at.Column):], '}')
	}
	written := line[offset(line, at.Column):offset(line, at.Column+at.Length)]
	if n := len(written); n > 1 && (written[0] == '"' || written[0] == '\'') {
		return written[n-1] == written[0]
	}
	return string(written) == strings.TrimSpace(s)
}

// after is the place behind the given one.
func after(at diag.Position) diag.Position {
	at.Column += at.Length
	at.Length = 0
	return at
}

// offset is where a column of a line begins, in bytes.
func offset(line []byte, column int) (n int) {
	for ; column > 1 && n < len(line); column-- {
		_, size := utf8.DecodeRune(line[n:])
		n += size
	}
	return n
}
