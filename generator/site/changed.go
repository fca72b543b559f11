package site

import "strings"

// LayoutsFolder is the folder in the source folder whose files stand before the
// program's own.
const LayoutsFolder = "layouts"

// undress forgets templates, words and assets where any of the changed paths is
// one, and returns the other paths.
func (b *Builder) undress(changed []string) []string {
	var others []string
	for _, name := range changed {
		if name == LayoutsFolder || strings.HasPrefix(name, LayoutsFolder+"/") {
			b.dress = nil
		} else {
			others = append(others, name)
		}
	}
	return others
}
