package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"example.org/svod/generator/report"
)

// A Frame is what all pages at one depth of one section have in common, already
// rendered: executing its templates for each page would take longer than the
// rest of the page.
type Frame struct {
	Head     template.HTML // links to styles, fonts, feeds
	Masthead template.HTML
	Footer   template.HTML
}

// A frame is what the templates partials/head.html, partials/masthead.html and
// partials/footer.html read.
type frame struct {
	Site        string // the title of the report
	Home        string // the address of the first page; empty on that page itself
	Root        string
	Lang        string
	Locale      string // of Open Graph, "ru_RU"
	Style       string // the address of the stylesheet; empty without built assets
	Theme       string // the same of the newsroom's own colours; may be empty
	Fonts       []string
	Icon        string
	Feeds       []FeedLink
	Menu        []MenuEntry
	Day, DayISO string // the day that the report describes
	Authors     []string
	Contacts    []Contact
	Mirrors     []Link
}

// A FeedLink is a feed for programs, under its title, and for readers, under
// the name of its format.
type FeedLink struct {
	Feed
	Format string // "Atom", "RSS", "JSON Feed"
}

var formats = map[string]string{
	"application/atom+xml":  "Atom",
	"application/rss+xml":   "RSS",
	"application/feed+json": "JSON Feed",
}

// A MenuEntry is one place of the menu.
type MenuEntry struct {
	Text, Href string
	Current    string // the value of aria-current: "page", "true" for a page below it, or empty
}

// A Contact is somebody whom readers may write to.
type Contact struct {
	Name, Role string
	Links      []ContactLink
}

// A ContactLink writes a letter, dials, or opens a page. Its address is made
// here, since html/template takes no scheme but those of web and mail.
type ContactLink struct {
	Text string
	Href template.URL
}

type frameKey struct {
	root, section string
	top           bool // the page is the section's own
}

// preloaded are the fonts that the first screen of every page is set in.
var preloaded = []string{"literata-cyrillic-700-normal.woff2", "golos-text-cyrillic-400-normal.woff2"}

// frame returns the frame of a page, rendered for the first page that needs it.
func (s *Site) frame(p *Page) (Frame, error) {
	key := frameKey{p.Root, p.section, p.Path == p.section}
	if f, ok := s.frames.Load(key); ok {
		return f.(Frame), nil
	}
	view := s.frameView(key)
	var f Frame
	for part, html := range map[string]*template.HTML{
		"partials/head.html":     &f.Head,
		"partials/masthead.html": &f.Masthead,
		"partials/footer.html":   &f.Footer,
	} {
		var err error
		if *html, err = s.part(part, view); err != nil {
			return Frame{}, err
		}
	}
	s.frames.Store(key, f)
	return f, nil
}

func (s *Site) frameView(key frameKey) *frame {
	r := s.report
	f := &frame{
		Site:     r.Title,
		Home:     key.root,
		Root:     key.root,
		Lang:     r.Language,
		Locale:   map[string]string{"ru": "ru_RU", "en": "en_GB"}[r.Language],
		Style:    s.asset(key.root, "style.css"),
		Icon:     s.asset(key.root, "icon.svg"),
		Day:      s.layout.words.Date(s.day()),
		DayISO:   s.day().String(),
		Authors:  r.Authors,
		Contacts: contacts(r.Contacts),
	}
	if s.options.Theme != "" {
		f.Theme = key.root + "assets/" + s.options.Theme
	}
	for _, font := range preloaded {
		if file := s.asset(key.root, font); file != "" {
			f.Fonts = append(f.Fonts, file)
		}
	}
	for _, feed := range s.options.Feeds {
		feed.Path = key.root + feed.Path
		f.Feeds = append(f.Feeds, FeedLink{feed, formats[feed.Type]})
	}
	for _, m := range r.Mirrors {
		f.Mirrors = append(f.Mirrors, Link{Text: host(m), Href: m})
	}
	for _, m := range s.menu {
		entry := MenuEntry{Text: m.Text, Href: key.root + m.Href}
		if m.Href == key.section {
			entry.Current = "true"
			if key.top {
				entry.Current = "page"
			}
		}
		f.Menu = append(f.Menu, entry)
	}
	return f
}

// part renders a part of a page.
func (s *Site) part(name string, view any) (template.HTML, error) {
	var b bytes.Buffer
	if err := s.layout.parts.ExecuteTemplate(&b, name, view); err != nil {
		return "", fmt.Errorf("layout: %w", err)
	}
	return template.HTML(b.String()), nil
}

func (s *Site) asset(root, name string) string {
	if file, ok := s.layout.assets[name]; ok {
		return root + "assets/" + file
	}
	return ""
}

// entriesOfMenu lists the sections that have something to show, then the
// author's own pages.
func (s *Site) entriesOfMenu() []Link {
	r := s.report
	var menu []Link
	for _, section := range []struct {
		path, word string
		shown      bool
	}{
		{ClustersPath, "clusters", len(r.Clusters) > 0},
		{RegionsPath, "regions", len(r.Regions) > 1},
		{OrganizationsPath, "organizations", len(r.Organizations) > 0},
		{LedgerPath, "ledger", s.LedgerRows() > 0},
		{ChartsPath, "charts", s.options.Charts},
		{NewsPath, "news", len(r.Articles) > 0},
		{SourcesPath, "sources", len(r.Sources) > 0},
		{DataPath, "data", len(r.Clusters) > 0},
	} {
		if section.shown {
			menu = append(menu, Link{Text: s.layout.word(section.word), Href: section.path})
		}
	}
	for _, p := range r.Pages {
		if p.Menu != 0 {
			menu = append(menu, Link{Text: p.Title, Href: p.Path()})
		}
	}
	return menu
}

func contacts(list []report.Contact) []Contact {
	var out []Contact
	for _, c := range list {
		contact := Contact{Name: c.Name, Role: c.Role}
		add := func(text, scheme, rest string) {
			if text != "" {
				contact.Links = append(contact.Links, ContactLink{text, template.URL(scheme + rest)})
			}
		}
		add(c.Email, "mailto:", url.PathEscape(c.Email))
		add(c.Phone, "tel:", dialled(c.Phone))
		if c.Telegram != "" {
			name := strings.TrimPrefix(c.Telegram, "@")
			add("@"+name, "https://t.me/", url.PathEscape(name))
		}
		if scheme, rest, ok := strings.Cut(c.URL, "://"); ok && (scheme == "https" || scheme == "http") {
			add(host(c.URL), scheme, "://"+rest)
		}
		out = append(out, contact)
	}
	return out
}

// host is how an address is shown: without its scheme and "www.".
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return u.Hostname()
}
