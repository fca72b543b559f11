package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
)

// misnamed tells a file that is not read, since it should have another name.
func misnamed(file, should string) diag.Diagnostic {
	return diag.NewError(diag.Position{File: file}, diag.FileMisnamed, diag.Args{"Name": path.Base(should)})
}

// misnamed is the file that was most likely meant to be _index.md; empty for none.
func (r *Reader) misnamed() string {
	for _, name := range []string{"index.md", "_index.md.txt", "_index.txt", "_index.docx"} {
		if _, err := fs.Stat(r.files, Folder+"/"+name); err == nil {
			return Folder + "/" + name
		}
	}
	return ""
}

// namedSources reports whether an attachment is most likely meant to be
// sources.yaml.
func namedSources(file string) bool {
	stem := strings.TrimSuffix(path.Base(file), path.Ext(file))
	return path.Dir(file) == Folder && strings.EqualFold(strings.TrimSuffix(stem, ".yaml"), "sources")
}

// homes are where pages of a kind are.
var homes = map[Kind]string{
	ReportFile: settingsFile, RegionFile: Folder + "/regions", ClusterFile: Folder + "/clusters",
	OrganizationFile: Folder + "/organizations", ArticleFile: Folder + "/news",
}

// elsewhere says of keys that are not known on a page where they are: the page most
// likely lies in the wrong folder.
func elsewhere(found []diag.Diagnostic) {
	for _, d := range found {
		if d.Code != diag.UnknownKey || d.Column != 1 || d.Args["Suggestion"] != "" {
			continue
		}
		var places []string
		for kind, home := range homes {
			if slices.ContainsFunc(Keys(kind), func(k Key) bool { return k.Name == d.Args["Key"] }) {
				places = append(places, home)
			}
		}
		if len(places) == 1 {
			d.Args["Folder"] = places[0]
		}
	}
}

// isRule reports whether a line is most likely meant to be the line --- around front
// matter: of more hyphens or fewer, or of the dashes that Word makes of them.
func isRule(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && line != delimiter && strings.Trim(line, "-–—―−_=*") == ""
}
