package devserver

import (
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"example.org/svod/generator/diag"
)

// An overlay is what is wrong, as the browser shows it over the page.
type overlay struct {
	Lang     string    `json:"lang"`
	Heading  string    `json:"heading"`
	Error    bool      `json:"error"`
	Mistakes []mistake `json:"mistakes"`
	More     string    `json:"more,omitempty"`
	Open     string    `json:"open"` // words of the link to the editor
}

type mistake struct {
	Error   bool   `json:"error"`
	Kind    string `json:"kind"` // "ошибка"
	Message string `json:"message"`
	Remedy  string `json:"remedy,omitempty"`
	Place   string `json:"place,omitempty"`
	Link    string `json:"link,omitempty"`
	// Line is the number of the line that Before, Marked and After make up.
	Line   int    `json:"line,omitempty"`
	Before string `json:"before,omitempty"`
	Marked string `json:"marked,omitempty"`
	After  string `json:"after,omitempty"`
}

// overlay is nil where nothing is wrong.
func (s *Server) overlay(now *state) *overlay {
	words := s.options.Words
	if now.failure != nil {
		return &overlay{
			Lang: words.Lang, Heading: words.Failed, Error: true,
			Mistakes: []mistake{{Error: true, Message: s.options.Explain(now.failure)}},
		}
	}
	if len(now.mistakes) == 0 {
		return nil
	}
	o := &overlay{
		Lang: words.Lang, Open: words.OpenEditor,
		Heading: s.options.Printer.Count(now.mistakes), Error: diag.HasErrors(now.mistakes),
	}
	for _, d := range now.shown() {
		o.Mistakes = append(o.Mistakes, s.mistake(d))
	}
	if more := len(now.mistakes) - len(o.Mistakes); more > 0 {
		o.More = words.More(more)
	}
	return o
}

func (s *Server) mistake(d diag.Diagnostic) mistake {
	m := mistake{
		Error:   d.Severity == diag.Error,
		Kind:    s.options.Printer.Severity(d.Severity),
		Message: s.options.Printer.Message(d),
		Remedy:  s.options.Printer.Remedy(d),
		Place:   d.Position.String(),
		Link:    s.editorLink(d.Position),
	}
	if d.Excerpt == "" || d.Line == 0 {
		return m
	}
	m.Line = d.Line
	line := []rune(d.Excerpt)
	if d.Column == 0 {
		m.Before = d.Excerpt
		return m
	}
	from := min(d.Column-1, len(line))
	to := min(from+max(d.Length, 1), len(line))
	m.Before, m.Marked, m.After = string(line[:from]), string(line[from:to]), string(line[to:])
	return m
}

// editorLink is the address that opens the editor at a place.
func (s *Server) editorLink(at diag.Position) string {
	if s.options.Editor == "" || at.File == "" {
		return ""
	}
	file := filepath.ToSlash(filepath.Join(s.options.Folder, filepath.FromSlash(at.File)))
	if !strings.HasPrefix(file, "/") {
		file = "/" + file // C:/report
	}
	path := (&url.URL{Path: file}).EscapedPath()
	place := []string{"{line}", strconv.Itoa(max(at.Line, 1)), "{column}", strconv.Itoa(max(at.Column, 1))}
	before, after, asks := strings.Cut(s.options.Editor, "?")
	link := strings.NewReplacer(append(place, "{file}", path)...).Replace(before)
	if asks {
		// There & and + have a meaning, and not every editor knows that + is a space.
		value := strings.NewReplacer("+", "%20", "%2F", "/").Replace(url.QueryEscape(file))
		link += "?" + strings.NewReplacer(append(place, "{file}", value)...).Replace(after)
	}
	return link
}

// Editors are the addresses that open a file in editors that have one, by their
// names.
var Editors = map[string]string{
	"vscode":   "vscode://file{file}:{line}:{column}",
	"vscodium": "vscodium://file{file}:{line}:{column}",
	"cursor":   "cursor://file{file}:{line}:{column}",
	"zed":      "zed://file{file}:{line}:{column}",
	"idea":     "idea://open?file={file}&line={line}&column={column}",
	"sublime":  "subl://open?url=file://{file}&line={line}&column={column}",
	"textmate": "txmt://open?url=file://{file}&line={line}&column={column}",
}
