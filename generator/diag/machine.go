package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

func (p *Printer) printJSON(w io.Writer, list []Diagnostic) error {
	type message struct {
		File     string `json:"file"`
		Line     int    `json:"line,omitempty"`
		Column   int    `json:"column,omitempty"`
		Length   int    `json:"length,omitempty"`
		Severity string `json:"severity"`
		Code     Code   `json:"code"`
		Message  string `json:"message"`
		Remedy   string `json:"remedy,omitempty"`
		Excerpt  string `json:"excerpt,omitempty"`
	}
	out := make([]message, 0, len(list))
	for _, d := range list {
		out = append(out, message{
			d.File, d.Line, d.Column, d.Length, d.Severity.String(), d.Code, p.Message(d), p.Remedy(d), d.Excerpt,
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func (p *Printer) printGitHub(w io.Writer, list []Diagnostic) error {
	for _, d := range list {
		command := d.Severity.String()
		if d.Severity == Note {
			command = "notice" // GitHub's word
		}
		place := ""
		if d.File != "" {
			place = " file=" + escapeProperty(d.File)
			if d.Line > 0 {
				place += fmt.Sprintf(",line=%d", d.Line)
			}
			if d.Column > 0 {
				place += fmt.Sprintf(",col=%d,endColumn=%d", d.Column, d.Column+max(d.Length, 1))
			}
		}
		text := Plain(p.Message(d)) + "\n" + p.Remedy(d)
		if _, err := fmt.Fprintf(w, "::%s%s::%s\n", command, place, escapeData(text)); err != nil {
			return err
		}
	}
	return nil
}

// GitHub reads % as the beginning of an escaped character, in properties , and
// : as separators as well.
var (
	escapeData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace
)
