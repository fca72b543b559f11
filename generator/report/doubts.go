package report

import (
	"example.org/svod/generator/diag"
)

// checkMembers warns of an organisation that a cluster lists twice. One that left
// and came back has two entries that do not overlap.
func (a *assembly) checkMembers() {
	for _, o := range a.report.Organizations {
		for i := 1; i < len(o.Memberships); i++ { // those of one cluster follow one another
			before, m := o.Memberships[i-1], o.Memberships[i]
			if before.Cluster != m.Cluster || before.endsBefore(m.Member) || m.endsBefore(before.Member) {
				continue
			}
			a.warn(m.At, diag.MemberTwice, diag.Args{"Name": m.Name.Written, "Line": before.At.Line})
		}
	}
}

// endsBefore reports whether a membership is over when the other begins.
func (m *Member) endsBefore(next *Member) bool {
	return m.Former() && !next.Since.IsZero() && m.Until.Compare(next.Since.Last()) <= 0
}

// checkDate warns of an article that is dated after the day that the report
// describes, or, where it names none, after today. An article that waits for its
// day to be published is meant to be.
func (a *assembly) checkDate(article *Article) {
	r := a.report
	day := r.AsOf
	if day.IsZero() {
		day = a.today
	}
	if day.IsZero() || !article.Publish.IsZero() || article.Date.Compare(day.Last()) <= 0 {
		return
	}
	a.warn(article.DateAt, diag.NewsFromFuture, diag.Args{"Date": article.Date.String(), "Day": day.String()})
}
