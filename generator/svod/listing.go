package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"

	"example.org/svod/generator/diag"
)

// A listed is one row of svod list, as a line of its table and as an object of
// its JSON.
type listed struct {
	List  string `json:"list"` // drafts, scheduled, expired, stale or unsourced
	File  string `json:"file"` // inside the source folder
	Line  int    `json:"line,omitempty"`
	Title string `json:"title"`
	Date  string `json:"date,omitempty"` // 2025-02-11, 2025-02, 2025 or 2025-02-11 09:00
	Why   string `json:"why"`
}

// printList writes rows to the standard output. That there are none is said
// beside it, so that the output is then empty.
func (p *program) printList(rows []listed) error {
	if p.flags.format == string(diag.JSONFormat) {
		return p.printListJSON(rows)
	}
	if len(rows) == 0 {
		if p.chatty() {
			fmt.Fprintln(p.err, p.say("list-nothing", nil))
		}
		return nil
	}
	table := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, p.say("list-head-file", nil)+"\t"+p.say("list-head-title", nil)+"\t"+
		p.say("list-head-date", nil)+"\t"+p.say("list-head-why", nil))
	for _, r := range rows {
		place := r.File
		if r.Line > 0 {
			place += ":" + strconv.Itoa(r.Line)
		}
		fmt.Fprintln(table, strings.Join([]string{diag.Plain(place), shortened(diag.Plain(r.Title)), r.Date, r.Why}, "\t"))
	}
	return table.Flush()
}

func (p *program) printListJSON(rows []listed) error {
	if rows == nil {
		rows = []listed{} // a program reads a list, not null
	}
	encoder := json.NewEncoder(p.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(rows)
}

// widestTitle is how many letters of a title the table shows, so that a row
// stays one line.
const widestTitle = 40

func shortened(s string) string {
	letters := []rune(s)
	if len(letters) <= widestTitle {
		return s
	}
	return strings.TrimSpace(string(letters[:widestTitle-1])) + "…"
}
