package diag

import (
	"io/fs"
	"strings"
)

// Quote attaches to each diagnostic the line that it is about, read from the
// files that positions name. A file that cannot be read is not quoted.
func Quote(files fs.FS, list []Diagnostic) {
	texts := map[string]*Text{}
	for i := range list {
		d := &list[i]
		if _, inWorkbook := d.Position.Cell(); inWorkbook || d.Line == 0 || d.Excerpt != "" {
			continue
		}
		text, read := texts[d.File]
		if !read {
			content, err := fs.ReadFile(files, d.File)
			if err != nil {
				content = nil
			}
			text = NewText(d.File, content)
			texts[d.File] = text
		}
		d.Excerpt = strings.ToValidUTF8(text.Line(d.Line), "\ufffd")
	}
}
