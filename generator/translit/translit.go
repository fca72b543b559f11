// Package translit writes Russian in Latin letters, as addresses of pages do.
//
// The letters are those that Russian newsrooms and maps have (BGN/PCGN 1947
// without its apostrophes): Томская область is tomskaya-oblast, Южная yuzhnaya.
// Passports (ICAO Doc 9303) write ia and iu, which nobody types from memory. Ё is
// written as е is, since most people write it so in Russian: an address must not
// depend on two points.
//
// Letters of other languages are left as they are, for whoever makes the address.
package translit

import "strings"

// Russian replaces the Russian letters that common tables, made for reading aloud
// or for passports, write in another way. What is left is theirs.
func Russian(s string) string { return letters.Replace(s) }

var letters = strings.NewReplacer(
	"я", "ya", "Я", "Ya", "ю", "yu", "Ю", "Yu", "ё", "e", "Ё", "E",
	"ь", "", "Ь", "", "ъ", "", "Ъ", "",
)
