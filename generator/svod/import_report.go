package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/importer"
)

// tellPlan says what became of every cluster of a table: as a text, or as JSON
// for programs.
func (p *program) tellPlan(plan *importer.Plan, dry bool) error {
	if p.flags.format == string(diag.JSONFormat) {
		return p.printPlan(plan, dry)
	}
	counts := map[importer.Outcome]int{}
	var b strings.Builder
	for _, r := range plan.Results {
		counts[r.Outcome]++
		quiet := r.Outcome == importer.Unchanged && !p.flags.verbose
		if quiet || p.flags.quiet {
			continue
		}
		p.tellResult(&b, r)
	}
	if _, err := fmt.Fprint(p.out, b.String()); err != nil {
		return err
	}
	if p.flags.quiet {
		return nil
	}
	id := "import-done"
	if dry {
		id = "import-dry"
	}
	_, err := fmt.Fprintln(p.err, p.say(id, words{
		"Created": counts[importer.Created], "Extended": counts[importer.Extended],
		"Unchanged": counts[importer.Unchanged], "Skipped": counts[importer.Skipped],
	}))
	return err
}

// tellResult writes one cluster: what becomes of it, then each new figure, then
// each reason, a line for each.
func (p *program) tellResult(b *strings.Builder, r importer.Result) {
	name := r.Title
	if r.File != "" {
		name += " — " + r.File
	}
	fmt.Fprintf(b, "%s: %s\n", p.say("import-"+string(r.Outcome), nil), diag.Plain(name))
	for _, e := range r.Added {
		fmt.Fprintf(b, "   + %s\n", diag.Plain(p.sayAddition(e)))
	}
	for _, reason := range r.Reasons {
		fmt.Fprintf(b, "   · %s: %s\n", reason.At, diag.Plain(p.sayReason(reason)))
	}
}

// sayEntry writes a figure: "инвестиции 8 млрд ₽, 2026-03-01, press".
func (p *program) sayAddition(a content.Addition) string {
	return p.say("import-entry-"+a.Key, nil) + " " + a.Value + ", " + a.Date.String() + ", " + a.Source
}

func (p *program) sayReason(r importer.Reason) string {
	return p.say("import-why-"+string(r.Why), words{"Value": r.Value, "Other": r.Other})
}

// printPlan writes a plan for programs.
func (p *program) printPlan(plan *importer.Plan, dry bool) error {
	type entry struct {
		Key    string `json:"key"`
		Value  string `json:"value"`
		Date   string `json:"date"`
		Source string `json:"source"`
	}
	type reason struct {
		Line   int          `json:"line"`
		Column int          `json:"column"`
		Why    importer.Why `json:"why"`
		Text   string       `json:"text"`
	}
	type result struct {
		Outcome importer.Outcome `json:"outcome"`
		Title   string           `json:"title"`
		File    string           `json:"file,omitempty"`
		Added   []entry          `json:"added,omitempty"`
		Reasons []reason         `json:"reasons,omitempty"`
	}
	out := struct {
		DryRun  bool     `json:"dry_run"`
		Results []result `json:"results"`
	}{dry, []result{}}
	for _, r := range plan.Results {
		one := result{Outcome: r.Outcome, Title: r.Title, File: r.File}
		for _, e := range r.Added {
			one.Added = append(one.Added, entry{e.Key, e.Value, e.Date.String(), e.Source})
		}
		for _, why := range r.Reasons {
			one.Reasons = append(one.Reasons, reason{why.At.Line, why.At.Column, why.Why, p.sayReason(why)})
		}
		out.Results = append(out.Results, one)
	}
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
