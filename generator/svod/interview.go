package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// errUnanswered ends questions that somebody has had enough of.
var errUnanswered = errors.New("unanswered")

// An interview asks somebody at a terminal, a line at a time.
type interview struct {
	p     *program
	lines <-chan string
}

// newInterview returns nil where nobody is there to ask, or wants to be.
func (p *program) newInterview() *interview {
	f, ok := p.in.(*os.File)
	if !ok || !terminal(f) || p.flags.quiet {
		return nil
	}
	return p.interviewOf(f)
}

// interviewOf reads answers apart from the questions: reading a terminal cannot
// be broken off, and Ctrl+C must not wait for Enter.
func (p *program) interviewOf(in io.Reader) *interview {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for scanner := bufio.NewScanner(in); scanner.Scan(); {
			lines <- scanner.Text()
		}
	}()
	return &interview{p, lines}
}

// line waits for one answer.
func (i *interview) line(ctx context.Context, prompt string) (string, error) {
	fmt.Fprint(i.p.err, prompt+" ")
	select {
	case line, more := <-i.lines:
		if !more {
			fmt.Fprintln(i.p.err)
			return "", errUnanswered
		}
		return cleanAnswer(line), nil
	case <-ctx.Done():
		fmt.Fprintln(i.p.err)
		return "", errUnanswered
	}
}

// mostOffers is how many names are listed before a question.
const mostOffers = 9

// ask asks a question once, with these offers before the reader's eyes. An empty
// answer means the usual one.
func (i *interview) ask(ctx context.Context, q question, d *draft, offers []offer) ([]string, error) {
	usual := ""
	if q.usual != nil {
		usual = q.usual(d)
	}
	line, err := i.line(ctx, i.p.say(q.asking(), words{"Usual": usual}))
	if err != nil || line == "" {
		return nil, err
	}
	answers := []string{line}
	if q.many {
		answers = strings.Split(line, ",")
	}
	for n := range answers {
		answers[n] = chosen(strings.TrimSpace(answers[n]), offers)
	}
	return answers, nil
}

// list shows what there is to choose from.
func (i *interview) list(offers []offer) {
	width := 0
	shown := offers[:min(len(offers), mostOffers)]
	for _, o := range shown {
		width = max(width, len([]rune(o.value)))
	}
	for n, o := range shown {
		fmt.Fprintf(i.p.err, "  %d  %-*s  %s\n", n+1, width, o.value, o.meaning)
	}
	if more := len(offers) - len(shown); more > 0 {
		fmt.Fprintf(i.p.err, "     %s\n", i.p.count("and-more-offers", more, words{"Count": more}))
	}
}

// chosen takes a number for the offer that it stands before, unless it is the
// name of another.
func chosen(answer string, offers []offer) string {
	for _, o := range offers {
		if o.value == answer {
			return answer
		}
	}
	if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= min(len(offers), mostOffers) {
		return offers[n-1].value
	}
	return answer
}

// refuse says what is wrong with an answer, before it is asked for again.
func (i *interview) refuse(said string) {
	for line := range strings.Lines(said) {
		fmt.Fprintln(i.p.err, "  "+strings.TrimSpace(line))
	}
}

// remedies writes mistakes that have no place yet, each with its remedy.
func (p *program) remedies(mistakes []diag.Diagnostic) string {
	printer := diag.NewPrinter(p.lang)
	var lines []string
	for _, d := range mistakes {
		lines = append(lines, printer.Message(d))
		if remedy := printer.Remedy(d); remedy != "" {
			lines = append(lines, "   "+remedy)
		}
	}
	return strings.Join(lines, "\n")
}

// offered are the offers of a question with what they mean.
func (p *program) offered(q question, r *report.Report) []offer {
	if q.offers == nil {
		return nil
	}
	offers := q.offers(r)
	for n, o := range offers {
		if q.name == "stage" {
			offers[n].meaning = p.say("stage-"+o.value, nil)
		}
	}
	return offers
}
