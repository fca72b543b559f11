// Package attachment knows which files an author may put beside a page.
//
// Such files are published as they are, at addresses of the site itself. A file
// that a browser or a server runs as a program there could do all that the
// site's own pages can, and nobody has read it. So only kinds of file are
// published that are looked at, listened to or saved; what is on no list is told
// to the author. A picture in SVG is a document that may hold programs as well:
// [CheckSVG] reads it and lets through those that are only drawn.
package attachment

import (
	"path"
	"slices"
	"strings"
)

// pictures are the kinds that every browser of today shows.
var pictures = []string{".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}

// others are the kinds that a page may link to, beside pictures. None of them is
// run by a browser: texts and tables are shown as such or saved.
var others = []string{
	".csv", ".djvu", ".doc", ".docx", ".epub", ".geojson", ".gpx", ".json", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx",
	".rtf", ".tsv", ".txt", ".xls", ".xlsx",
	".7z", ".gz", ".rar", ".tar", ".zip",
	".aac", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav",
	".m4v", ".mov", ".mp4", ".ogv", ".webm",
	".bmp", ".heic", ".tif", ".tiff", // pictures for print, to be saved
}

// programs are the endings by which servers know what they are to run. Some of
// them look for one anywhere in a name (httpd.apache.org, "Files with Multiple
// Extensions"): to them zavod.php.jpg is a program.
var programs = []string{
	".asp", ".aspx", ".cgi", ".hta", ".htm", ".html", ".js", ".jsp", ".mjs", ".phar", ".php", ".php3", ".php4", ".php5",
	".php7", ".php8", ".phtml", ".pl", ".py", ".rb", ".sh", ".shtml", ".svgz", ".wasm", ".xht", ".xhtml", ".xml", ".xsl", ".xslt",
}

// Publishable reports whether a file of this name may be linked to.
func Publishable(name string) bool {
	return isOf(name, pictures) || isOf(name, others)
}

// IsPicture reports whether a file of this name may be shown in a page.
func IsPicture(name string) bool { return isOf(name, pictures) }

// IsSVG reports whether a file of this name must pass [CheckSVG].
func IsSVG(name string) bool { return isOf(name, []string{".svg"}) }

func isOf(name string, kinds []string) bool {
	name = strings.ToLower(path.Base(name))
	ext := path.Ext(name)
	if ext == "" || !slices.Contains(kinds, ext) {
		return false
	}
	for part := range strings.SplitSeq(strings.TrimSuffix(name, ext), ".") {
		if slices.Contains(programs, "."+part) {
			return false
		}
	}
	return true
}
