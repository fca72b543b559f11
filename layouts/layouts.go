// Package layouts is everything that a reader sees: templates, words, styles,
// fonts, pictures and scripts, as one file system for the program to carry.
//
// The folder dist holds what build.mjs makes of assets: files named by the hash
// of their content, and assets.json, which leads from their names to those
// files. It is empty where nothing was built yet.
package layouts

import "embed"

// Files holds *.html, partials/, i18n/ and dist/.
//
//go:embed *.html partials i18n all:dist
var Files embed.FS
