package report

import (
	"example.org/svod/generator/diag"
)

// checkMembers warns of an organisation that a cluster lists twice. One that left
// and came back has two entries that do not overlap.
func (a *assembly) checkMembers(c *Cluster) {
	first := map[*Organization]*Membership{}
	for i := range c.Members {
		m := &c.Members[i]
		before := first[m.Organization.To]
		first[m.Organization.To] = m
		if before == nil || before.endsBefore(m) || m.endsBefore(before) {
			continue
		}
		a.warn(m.Organization.At, diag.MemberTwice, diag.Args{
			"Name": m.Name.Written, "Line": before.Organization.At.Line,
		})
	}
}

// endsBefore reports whether a membership is over when the other begins.
func (m *Membership) endsBefore(next *Membership) bool {
	return m.Former() && !next.Since.IsZero() && m.Until.Compare(next.Since.Last()) <= 0
}

// checkDate warns of an article that is dated after the day that the report
// describes, or, where it names none, after today. An article that waits for its
// day to be published is meant to be.
func (a *assembly) checkDate(article *Article) {
	r := a.report
	day := r.AsOf
	if day.IsZero() {
		day = a.today()
	}
	if day.IsZero() || !article.Publish.IsZero() || article.Date.Compare(day.Last()) <= 0 {
		return
	}
	a.warn(article.DateAt, diag.NewsFromFuture, diag.Args{"Date": article.Date.String(), "Day": day.String()})
}

// today is the day of the edition where the report is made; zero where nobody has
// said what time it is.
func (a *assembly) today() Date {
	if a.edition.Now.IsZero() {
		return Date{}
	}
	zone := a.report.TimeZone
	return DateOf(a.edition.Time(zone).In(zone))
}
