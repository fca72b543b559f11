package diag

import (
	"io/fs"
	"strings"
)

// Quote attaches to each diagnostic the line that it is about, read from the
// files that positions name. A file that cannot be read is not quoted. No more than
// one file is held at a time: a list in order of place, as [Sort] leaves it, has each
// of them read once.
func Quote(files fs.FS, list []Diagnostic) {
	text := new(Text)
	for i := range list {
		d := &list[i]
		if _, inWorkbook := d.Position.Cell(); inWorkbook || d.Line == 0 || d.Excerpt != "" {
			continue
		}
		if text.file != d.File {
			content, err := fs.ReadFile(files, d.File)
			if err != nil {
				content = nil
			}
			text = NewText(d.File, content)
		}
		d.Excerpt = strings.ToValidUTF8(text.Line(d.Line), "\ufffd")
	}
}
