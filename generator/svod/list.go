package main

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// What svod list lists, in the order of its table.
const (
	listDrafts    = "drafts"
	listScheduled = "scheduled"
	listExpired   = "expired"
	listStale     = "stale"
	listUnsourced = "unsourced"
	listAll       = "all"
)

var lists = []string{listDrafts, listScheduled, listExpired, listStale, listUnsourced, listAll}

func (p *program) listCommand() *cobra.Command {
	stale := period{years: 1}
	cmd := &cobra.Command{
		Use:         "list [" + p.say("arg-list", nil) + "]",
		Short:       p.say("list-short", nil),
		Long:        p.say("list-long", nil),
		ValidArgs:   lists,
		Annotations: map[string]string{commonFlagNames: "source clock format lang quiet help"},
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{unexpectedArgument(args[1])}
			}
			if len(args) == 1 && !slices.Contains(lists, args[0]) {
				return usageError{saidError(p.say("unknown-list", words{
					"Name": args[0], "Suggestion": diag.Suggest(args[0], lists), "Names": strings.Join(lists, ", "),
				}))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			what := listAll
			if len(args) == 1 {
				what = args[0]
			}
			return p.list(cmd.Context(), what, &stale)
		},
	}
	cmd.Flags().Var(&stale, "stale", p.say("flag-stale", nil))
	return cmd
}

// list prints what waits for its author: pages that readers do not see, figures
// that are old or have no source.
func (p *program) list(ctx context.Context, what string, stale *period) error {
	if err := p.checkFlags(); err != nil {
		return err
	}
	if f := diag.Format(p.flags.format); f != diag.TextFormat && f != diag.JSONFormat {
		return usageError{saidError(p.say("bad-list-format", words{"Value": p.flags.format}))}
	}
	edition, err := p.edition()
	if err != nil {
		return err
	}
	root, err := p.openReport(false)
	if err != nil {
		return err
	}
	defer root.Close()
	c, err := content.NewReader(root.FS(), content.Options{}).Read(ctx)
	if err != nil {
		return err
	}
	rows, mistakes := p.survey(c, edition, stale)
	if what != listAll {
		rows = slices.DeleteFunc(rows, func(r listed) bool { return r.List != what })
	}
	if err := p.printList(rows); err != nil {
		return err
	}
	if mistakes && p.chatty() {
		p.warn("list-incomplete", nil)
	}
	return nil
}

// survey lists everything, and says whether the content has errors, behind
// which there may be more.
func (p *program) survey(c content.Content, e report.Edition, stale *period) (rows []listed, mistakes bool) {
	everything := e
	everything.Drafts, everything.Future, everything.Expired = true, true, true
	r, found := report.Assemble(c.Entries, everything)
	now := e.Time(r.TimeZone).In(r.TimeZone)
	unsourced := map[diag.Position]bool{}
	for _, d := range found {
		unsourced[d.Position] = unsourced[d.Position] || d.Code == diag.FigureWithoutSource
	}
	for _, d := range r.Documents() {
		if !d.Base().Written() {
			continue
		}
		rows = append(rows, p.hidings(d, e, r.TimeZone)...)
		cluster, ok := d.(*report.Cluster)
		if !ok {
			continue
		}
		for _, s := range cluster.Stale(stale.since(now)) {
			rows = append(rows, p.figureListed(listStale, cluster, s, now))
		}
		for _, s := range cluster.Statements() {
			if unsourced[s.At] {
				rows = append(rows, p.figureListed(listUnsourced, cluster, s, now))
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b listed) int {
		return cmp.Or(
			cmp.Compare(slices.Index(lists, a.List), slices.Index(lists, b.List)),
			cmp.Compare(a.Date, b.Date), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
		)
	})
	return rows, diag.HasErrors(found) || diag.HasErrors(c.Diagnostics)
}

// hidings are the reasons for which readers do not see a page, a row for each.
func (p *program) hidings(d report.Document, e report.Edition, zone *time.Location) []listed {
	page := d.Base()
	var rows []listed
	for _, reason := range e.Hides(page, zone) {
		row := listed{File: page.File, Title: page.Title}
		switch reason {
		case report.AsDraft:
			row.List, row.Date = listDrafts, dateOf(d).String()
			row.Why = p.say("why-draft", nil)
		case report.NotYet:
			row.List, row.Date = listScheduled, written(page.Publish)
			row.Why = p.say("why-scheduled", words{"Moment": row.Date})
		case report.NoLonger:
			row.List, row.Date = listExpired, written(page.Expires)
			row.Why = p.say("why-expired", words{"Moment": row.Date})
		}
		rows = append(rows, row)
	}
	return rows
}

// figureListed is the row of a figure that is old or has no source.
func (p *program) figureListed(list string, c *report.Cluster, s report.Statement, now time.Time) listed {
	row := listed{List: list, File: s.At.File, Line: s.At.Line, Title: c.Title, Date: s.Date.String()}
	subject := p.say("subject-"+string(s.About), nil)
	if list == listUnsourced {
		row.Why = p.say("why-unsourced", words{"Subject": subject})
		return row
	}
	days := int(now.Sub(s.Date.Last().Time(now.Location())).Hours() / 24)
	row.Why = p.count("why-stale", days, words{"Subject": subject, "Count": days})
	return row
}

// dateOf is the day that a page is about, where it has one.
func dateOf(d report.Document) report.Date {
	switch d := d.(type) {
	case *report.Article:
		return d.Date
	case *report.Cluster:
		return d.Changed()
	}
	return report.Date{}
}

// written is a moment as front matter has it.
func written(m report.Moment) string {
	if m.Hour == 0 && m.Minute == 0 {
		return m.Date.String()
	}
	return m.Date.String() + " " + time.Date(0, 1, 1, m.Hour, m.Minute, 0, 0, time.UTC).Format("15:04")
}
