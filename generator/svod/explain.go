package main

import (
	"fmt"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
)

// An unknownCheck is a name after --explain that no check and no mistake has.
type unknownCheck string

func (e unknownCheck) Error() string { return "unknown check " + string(e) }

// explainCheck tells what a code means, why it matters and how to mend it, or,
// for [allChecks], lists all codes: those that can be turned off first.
func (p *program) explainCheck(id string) error {
	printer := diag.NewPrinter(p.lang)
	if id == allChecks {
		return p.listChecks(printer)
	}
	code := diag.Code(strings.ToLower(id))
	if !diag.Known(code) {
		return usageError{unknownCheck(id)}
	}
	e := printer.Explain(code)
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", code, e.Title)
	paragraph := func(title, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n%s\n%s", p.say(title, nil), indented(text, "   "))
		}
	}
	paragraph("explain-why", e.Why)
	paragraph("explain-remedy", e.Remedy)
	if code.Optional() {
		paragraph("explain-off", p.say("explain-off-how", words{"ID": string(code)}))
	} else {
		paragraph("explain-off", p.say("explain-error", nil))
	}
	_, err := fmt.Fprint(p.out, b.String())
	return err
}

func (p *program) listChecks(printer *diag.Printer) error {
	codes := diag.Codes()
	width := 0
	for _, c := range codes {
		width = max(width, len(c))
	}
	slices.SortStableFunc(codes, func(a, b diag.Code) int {
		switch {
		case a.Optional() == b.Optional():
			return 0
		case a.Optional():
			return -1
		}
		return 1
	})
	var b strings.Builder
	b.WriteString(p.say("checks-optional", nil) + "\n")
	optional := true
	for _, c := range codes {
		if optional && !c.Optional() {
			optional = false
			b.WriteString("\n" + p.say("checks-errors", nil) + "\n")
		}
		fmt.Fprintf(&b, "  %-*s  %s\n", width, c, printer.Explain(c).Title)
	}
	b.WriteString("\n" + p.say("checks-more", nil) + "\n")
	_, err := fmt.Fprint(p.out, b.String())
	return err
}

// widestLine is how many characters a line of an explanation has at most.
const widestLine = 78

// indented breaks each line of a text between words and sets it in.
func indented(text, indent string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		for _, piece := range wrapped(line, widestLine-len(indent)) {
			b.WriteString(indent + piece + "\n")
		}
	}
	return b.String()
}

// suggestCheck is the code that somebody most likely meant.
func suggestCheck(written string) string {
	var known []string
	for _, c := range diag.Codes() {
		known = append(known, string(c))
	}
	return diag.Suggest(written, known)
}
