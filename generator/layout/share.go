package layout

import (
	"html/template"
	"net/url"
	"strings"
	"unicode"
)

// A ShareLink opens a network's own form for sharing a page: a plain link, so
// that no network learns of a reader who does not follow it.
type ShareLink struct {
	Network string // "telegram", for the stylesheet
	Name    string
	Href    template.URL // made here of escaped parts; Viber has a scheme of its own
}

// networks are the forms of the networks. {url} and {title} stand for the
// page's address and heading.
var networks = map[string]string{
	"telegram": "https://t.me/share/url?url={url}&text={title}",
	"vk":       "https://vk.com/share.php?url={url}&title={title}",
	"ok":       "https://connect.ok.ru/offer?url={url}&title={title}",
	"viber":    "viber://forward?text={title}%20{url}",
	"whatsapp": "https://wa.me/?text={title}%20{url}",
	"x":        "https://x.com/intent/post?url={url}&text={title}",
}

// share are the links of the networks that the report names. There are none
// where the address of the site is not known: a network needs it in full.
func (s *Site) share(canonical, title string) []ShareLink {
	if canonical == "" {
		return nil
	}
	fill := strings.NewReplacer("{url}", escapeQuery(canonical), "{title}", escapeQuery(title))
	var links []ShareLink
	for _, network := range s.report.Share {
		if form, ok := networks[network]; ok {
			links = append(links, ShareLink{
				Network: network,
				Name:    s.layout.word("share-" + network),
				Href:    template.URL(fill.Replace(form)),
			})
		}
	}
	return links
}

// escapeQuery writes spaces as %20: the plus of HTML forms is shown as a plus
// by the applications that open links of their own scheme.
func escapeQuery(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// dialled keeps of a telephone number what is dialled.
func dialled(phone string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, phone)
}
