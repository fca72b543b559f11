package review

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball"

	"example.org/svod/generator/report"
)

// names are the clusters by the stems of the words of their titles, so that
// "Сибирскому наукополису" is "Сибирский наукополис". A name that two clusters
// share stands for none.
type names map[string]*report.Cluster

func namesOf(clusters []*report.Cluster) names {
	n := names{}
	for _, c := range clusters {
		key := stems(words.FindAllString(c.Title, -1))
		if key == "" {
			continue // of a page that is broken
		}
		if _, taken := n[key]; taken {
			n[key] = nil
			continue
		}
		n[key] = c
	}
	return n
}

// words are those of a text.
var words = regexp.MustCompile(`[\pL\pN]+`)

func stems(list []string) string {
	out := make([]string, len(list))
	for i, word := range list {
		out[i] = stem(word)
	}
	return strings.Join(out, " ")
}

// stem takes the ending off a word. "Ё" is "е", as people write it.
func stem(word string) string {
	word = strings.ReplaceAll(strings.ToLower(word), "ё", "е")
	language := "english"
	if first, _ := utf8.DecodeRuneInString(word); unicode.Is(unicode.Cyrillic, first) {
		language = "russian"
	}
	s, err := snowball.Stem(word, language, true)
	if err != nil {
		return word
	}
	return s
}

// quoted is the cluster whose title a text is, in whatever case form; nil for none.
func (n names) quoted(text string) *report.Cluster {
	return n[stems(words.FindAllString(text, -1))]
}

// A mention is a name of a cluster in running text, without quotes or a link.
type mention struct {
	cluster    *report.Cluster
	start, end int
}

// The words that a name in running text may have. One word alone, such as "Лес", is
// hardly ever a name.
const fewestWords, mostWords = 2, 8

// mentions finds titles in running text that begin with a capital letter, the longest
// first.
func (n names) mentions(text string) (found []mention) {
	places := words.FindAllStringIndex(text, -1)
	list := make([]string, len(places))
	for i, p := range places {
		list[i] = stem(text[p[0]:p[1]])
	}
	for i := 0; i < len(list); i++ {
		if first, _ := utf8.DecodeRuneInString(text[places[i][0]:]); !unicode.IsUpper(first) {
			continue
		}
		for last := min(i+mostWords, len(list)); last >= i+fewestWords; last-- {
			if c := n[strings.Join(list[i:last], " ")]; c != nil {
				found = append(found, mention{c, places[i][0], places[last-1][1]})
				i = last - 1
				break
			}
		}
	}
	return found
}
