package review

import (
	"bytes"
	"regexp"

	"example.org/svod/generator/diag"
)

// citationUnmarked finds ids of sources in a text that are no citations for want
// of a sign: readers would see the id itself. Only ids that a source really has are
// told.
var citationUnmarked = Check{ID: diag.CitationUnmarked, scan: func(s *Subject, t Text) []diag.Diagnostic {
	body := t.File.Bytes()[t.Body:]
	if !bytes.ContainsAny(body, "@[{") {
		return nil
	}
	body = soundCitation.ReplaceAllFunc(body, func(b []byte) []byte { return bytes.Repeat([]byte{' '}, len(b)) })
	var found []diag.Diagnostic
	for _, form := range unmarkedForms {
		for _, m := range form.FindAllSubmatchIndex(body, -1) {
			id := string(body[m[4]:m[5]])
			if _, known := s.Report.Source(id); !known {
				continue
			}
			written := string(body[m[2]:m[3]])
			at := t.File.At(t.Body+m[2], m[3]-m[2])
			blank(body[m[2]:m[3]]) // the next form may be within it
			found = append(found, diag.NewWarning(at, diag.CitationUnmarked, diag.Args{"Written": written, "ID": id}))
		}
	}
	return found
}}

// soundCitation is what may hold an id: a citation, code, the charts among it, a
// link with its address. It is blanked before anything is looked for.
var soundCitation = regexp.MustCompile("(?ms)^(?:```|~~~).*?(?:^(?:```|~~~)|\\z)|`[^`\n]*`|\\[@[^\\]\\s][^\\]]*\\]|\\[[^\\]\\n]*\\][(\\[:][^)\\]\\n]*")

// unmarkedForms are what people write in the place of [@id]; the first group is
// all of it, the second the id.
var unmarkedForms = []*regexp.Regexp{
	regexp.MustCompile(`(\[\s*@?\s*([a-z0-9][a-z0-9-]*)\s*\])`),
	regexp.MustCompile(`(?:^|[\s(])(@([a-z0-9][a-z0-9-]*))`),
	regexp.MustCompile(`(\{\{\s*@?\s*([a-z0-9][a-z0-9-]*)\s*\}\})`),
}
