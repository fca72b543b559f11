package report

import (
	"strconv"

	"example.org/svod/generator/diag"
)

// nameOrganizations files the organisations that have a page of their own
// under all their names.
func (a *assembly) nameOrganizations() {
	for _, o := range a.report.Organizations {
		for _, name := range o.Names {
			if other, taken := a.named[name.Key]; taken && other != o {
				a.error(o.At, diag.OrganizationTwice, diag.Args{"Name": name.Written, "File": other.At.File})
				continue
			}
			a.named[name.Key] = o
		}
	}
}

// organization returns the organisation of a name, which comes to be with its
// first mention.
func (a *assembly) organization(name Name) *Organization {
	if o, ok := a.named[name.Key]; ok {
		return o
	}
	o := &Organization{Page: Page{Slug: name.Slug, Title: name.Written, Key: name.Key}}
	a.named[name.Key] = o
	a.report.Organizations = append(a.report.Organizations, o)
	return o
}

// member resolves the organisation whose part of a cluster a figure tells. It
// must be a member, so that a slip in its name does not found another.
func (a *assembly) member(c *Cluster, l *Link[Organization]) {
	key := MakeName(l.Ref).Key
	var names []string
	for _, m := range c.Members {
		if m.Name.Key == key || m.Organization == a.named[key] {
			l.To = m.Organization
			return
		}
		names = append(names, m.Name.Written)
	}
	a.error(l.At, diag.UnknownOrganization, diag.Args{"Ref": l.Ref, "Suggestion": diag.Suggest(l.Ref, names)})
}

// distinguish gives organisations whose names come out alike in Latin letters
// an address each. Written pages keep theirs.
func (a *assembly) distinguish() {
	taken := make(map[string]bool, len(a.report.Organizations))
	for _, o := range a.report.Organizations {
		if o.Written() {
			taken[o.Slug] = true
		}
	}
	for _, o := range a.report.Organizations {
		if o.Written() {
			continue
		}
		base := o.Slug
		if base == "" {
			base = "organization"
		}
		o.Slug = base
		for n := 2; taken[o.Slug]; n++ {
			o.Slug = base + "-" + strconv.Itoa(n)
		}
		taken[o.Slug] = true
	}
}
