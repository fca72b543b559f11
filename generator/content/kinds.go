package content

import (
	"maps"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/currency"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

// with returns the fields of both.
func (f fields) with(more fields) fields {
	maps.Copy(f, more)
	return f
}

// common are the keys of every page.
func common(p *report.Page) fields {
	return fields{
		"title":       func(v value) { v.prose(&p.Title); p.At = v.At() },
		"description": func(v value) { v.prose(&p.Description) },
		"draft":       func(v value) { v.flag(&p.Draft) },
		"publish":     func(v value) { v.moment(&p.Publish); v.inOrder("publish", p.Publish.Date, "expires", p.Expires.Date) },
		"expires":     func(v value) { v.moment(&p.Expires); v.inOrder("publish", p.Publish.Date, "expires", p.Expires.Date) },
		"slug":        func(v value) { v.slug(&p.Slug) },
		"aliases":     func(v value) { v.aliases(&p.Aliases) },
		"checks":      func(v value) { checks(v, &p.Off) },
	}
}

func page(p *report.Page) fields {
	return common(p).with(fields{
		"nav": func(v value) { v.integer(&p.Menu) },
	})
}

func settings(s *report.Settings) fields {
	keys := common(&s.Page)
	for _, key := range []string{"draft", "publish", "expires", "slug"} {
		delete(keys, key) // the report itself is always there, and at the top
	}
	return keys.with(fields{
		"language":  func(v value) { oneOf(v, &s.Language, languages) },
		"base_url":  func(v value) { v.baseAddress(&s.BaseURL) },
		"currency":  func(v value) { v.currency(&s.Currency) },
		"time_zone": func(v value) { v.zone(&s.TimeZone) },
		"as_of":     func(v value) { v.date(&s.AsOf) },
		"authors":   func(v value) { v.texts(&s.Authors) },
		"contacts":  func(v value) { contacts(v, &s.Contacts) },
		"share": func(v value) {
			v.list(func(item value) {
				network := ""
				if oneOf(item, &network, networks); network != "" {
					s.Share = append(s.Share, network)
				}
			})
		},
		"mirrors": func(v value) {
			v.list(func(item value) {
				address := ""
				if item.address(&address); address != "" {
					s.Mirrors = append(s.Mirrors, address)
				}
			})
		},
		"theme": func(v value) {
			v.record(`{accent: "#8a1c1c"}`, fields{"accent": func(v value) { v.color(&s.Accent); s.AccentAt = v.At() }})
		},
	})
}

var (
	languages = []string{"ru", "en"}
	networks  = []string{"telegram", "vk", "ok", "viber", "whatsapp", "x"}
)

func region(r *report.Region) fields {
	return common(&r.Page).with(fields{
		"contacts": func(v value) { contacts(v, &r.Contacts) },
	})
}

func cluster(c *report.Cluster) fields {
	return common(&c.Page).with(fields{
		"region":     func(v value) { link(v, &c.Region) },
		"stage":      func(v value) { figures(v, &c.Stage, "stage", value.stage) },
		"investment": func(v value) { figures(v, &c.Investment, "amount", value.amount) },
		"jobs":       func(v value) { figures(v, &c.Jobs, "jobs", value.count) },
		"members":    func(v value) { members(v, &c.Members) },
		"products":   func(v value) { v.texts(&c.Products) },
		"resource":   func(v value) { v.prose(&c.Resource) },
		"year":       func(v value) { v.date(&c.Year) },
		"photo":      func(v value) { photo(v, &c.Photo) },
		"tags":       func(v value) { v.texts(&c.Tags) },
	})
}

func organization(o *report.Organization) fields {
	return common(&o.Page).with(fields{
		"inn":  func(v value) { v.register(&o.INN, "inn", 10, 12) },
		"ogrn": func(v value) { v.register(&o.OGRN, "ogrn", 13, 15) },
		"url":  func(v value) { v.address(&o.URL) },
		// The names that an organisation goes by, not old addresses of its page.
		"aliases": func(v value) {
			v.list(func(item value) {
				name := ""
				item.WarnOfHash()
				if item.text(&name); name != "" {
					o.Names = append(o.Names, item.d.reader.name(name))
				}
			})
		},
	})
}

func article(a *report.Article) fields {
	return common(&a.Page).with(fields{
		"date":       func(v value) { v.date(&a.Date); a.DateAt = v.At(); v.inOrder("date", a.Date, "updated", a.Updated) },
		"updated":    func(v value) { v.date(&a.Updated); v.inOrder("date", a.Date, "updated", a.Updated) },
		"authors":    func(v value) { v.texts(&a.Authors) },
		"lead":       func(v value) { v.prose(&a.Lead) },
		"correction": func(v value) { v.prose(&a.Correction) },
		"photo":      func(v value) { photo(v, &a.Photo) },
		"clusters":   func(v value) { links(v, &a.Clusters) },
		"regions":    func(v value) { links(v, &a.Regions) },
		"tags":       func(v value) { v.texts(&a.Tags) },
	})
}

func members(v value, list *[]report.Membership) {
	v.list(func(item value) {
		m := new(report.Member)
		name := func(v value) {
			v.WarnOfHash()
			if v.text(&m.Ref); m.Ref != "" {
				m.Name, m.At = v.d.reader.name(m.Ref), v.At()
			}
		}
		if item.IsMapping() {
			item.mapping(fields{
				"name":   name,
				"since":  func(v value) { v.date(&m.Since); v.inOrder("since", m.Since, "until", m.Until) },
				"until":  func(v value) { v.date(&m.Until); v.inOrder("since", m.Since, "until", m.Until) },
				"source": func(v value) { link(v, &m.Source) },
				"note":   func(v value) { v.prose(&m.Note) },
			}, "name")
		} else {
			name(item)
			v.warnOfCommas(item)
		}
		if m.Name.Key != "" {
			*list = append(*list, report.Membership{Member: m})
		}
	})
}

func photo(v value, p *report.Photo) {
	p.At = v.At()
	if !v.IsMapping() {
		v.text(&p.File)
		return
	}
	v.mapping(fields{
		"file":    func(v value) { v.text(&p.File); p.At = v.At() },
		"alt":     func(v value) { v.prose(&p.Alt) },
		"credit":  func(v value) { v.prose(&p.Credit) },
		"caption": func(v value) { v.prose(&p.Caption) },
	})
	if p.File == "" && p.Alt+p.Caption != "" { // to name whose picture it is, is enough
		v.Error(diag.MissingKey, diag.Args{"Key": "file"})
	}
}

func contacts(v value, list *[]report.Contact) {
	v.list(func(item value) {
		var c report.Contact
		item.record("- {name: …, email: press@example.org}", fields{
			"name":     func(v value) { v.text(&c.Name) },
			"role":     func(v value) { v.prose(&c.Role) },
			"email":    func(v value) { v.text(&c.Email) },
			"telegram": func(v value) { v.text(&c.Telegram) },
			"phone":    func(v value) { v.text(&c.Phone) },
			"url":      func(v value) { v.address(&c.URL) },
		})
		*list = append(*list, c)
	})
}

var (
	slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	hexColor = regexp.MustCompile(`^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)
)

// IsSlug reports whether a name can be the address of a page: small Latin
// letters, digits, and single hyphens between them.
func IsSlug(name string) bool { return slugForm.MatchString(name) }

func (v value) slug(s *string) {
	written := ""
	if v.text(&written); written == "" {
		return
	}
	if !slugForm.MatchString(written) {
		v.Error(diag.BadSlug, diag.Args{"Slug": written, "Suggestion": latin(written), "Key": true})
		return
	}
	*s = written
}

// aliases reads old addresses of a page, with or without slashes at their ends.
func (v value) aliases(list *[]report.Alias) {
	v.list(func(item value) {
		s := ""
		if item.text(&s); s == "" {
			return
		}
		path := strings.Trim(s, "/")
		for part := range strings.SplitSeq(path, "/") {
			if part == "" || strings.HasPrefix(part, ".") || strings.ContainsAny(part, `\?#%:*"<>|`) {
				item.Error(diag.BadAlias, diag.Args{"Alias": s})
				return
			}
		}
		*list = append(*list, report.Alias{Path: path + "/", At: item.At()})
	})
}

func (v value) color(s *string) {
	if v.text(s); *s != "" && !hexColor.MatchString(*s) {
		v.Error(diag.WantsColor, diag.Args{"Value": *s})
		*s = ""
	}
}

func (v value) currency(c *money.Currency) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	unit, err := currency.ParseISO(strings.ToUpper(s))
	if err != nil {
		suggestion := "" // рубли, ₽
		if a, err := money.Parse("1 "+s, ""); err == nil {
			suggestion = string(a.Currency())
		}
		v.Error(diag.UnknownCurrency, diag.Args{"Value": s, "Suggestion": suggestion})
		return
	}
	*c = money.Currency(unit.String())
}

func (v value) zone(z **time.Location) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	location, err := time.LoadLocation(s)
	if err != nil || s == "Local" {
		v.Error(diag.UnknownTimeZone, diag.Args{"Value": s})
		return
	}
	*z = location
}
