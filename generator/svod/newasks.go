package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/diag"
)

// newSomething asks what to make, of whoever gave no kind, and goes on as if the
// answer had been given. Where there is nobody to ask, it says what there is.
func (p *program) newSomething(cmd *cobra.Command) error {
	if err := p.checkFlags(); err != nil {
		return err
	}
	person := p.newInterview()
	if person == nil {
		return usageError{saidError(p.say("no-kind", words{"Kinds": kindList(cmd)}))}
	}
	err := p.askKind(cmd.Context(), person, cmd)
	if errors.Is(err, errUnanswered) {
		return saidError(p.say("new-interrupted", nil))
	}
	return err
}

func (p *program) askKind(ctx context.Context, person *interview, cmd *cobra.Command) error {
	var offers []offer
	for _, name := range kindNames() {
		sub, _, err := cmd.Find([]string{name})
		if err != nil {
			return err
		}
		offers = append(offers, offer{name, sub.Short})
	}
	person.list(offers)
	name, err := person.insist(ctx, p.say("ask-kind", nil), func(answer string) (string, string) {
		answer = chosen(answer, offers)
		for _, o := range offers {
			if answer == o.value || strings.EqualFold(answer, o.meaning) {
				return o.value, ""
			}
		}
		return "", p.unknownKind(cmd, answer)
	})
	if err != nil {
		return err
	}
	for _, k := range kinds {
		if k.name == name {
			return p.newPage(ctx, person, k, "", answers{})
		}
	}
	if name == reportName {
		return p.askReport(ctx, person)
	}
	return p.askChart(ctx, person)
}

func (p *program) askReport(ctx context.Context, person *interview) error {
	folder, err := person.insist(ctx, p.say("ask-folder", nil), func(answer string) (string, string) { return answer, "" })
	if err != nil {
		return err
	}
	return p.newReport(ctx, folder)
}

func (p *program) askChart(ctx context.Context, person *interview) error {
	known := diag.Names(chart.Kinds)
	name, err := person.insist(ctx, p.say("ask-chart", words{"Kinds": strings.Join(known, ", ")}), func(answer string) (string, string) {
		if slices.Contains(known, answer) {
			return answer, ""
		}
		return "", p.say("unknown-chart", words{
			"Name": answer, "Suggestion": diag.Suggest(answer, known), "Kinds": strings.Join(known, ", "),
		})
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(p.out, p.chartBlock(chart.Kind(name)))
	return err
}

// insist asks until there is an answer that means something: read returns what it
// means, or says why it means nothing.
func (i *interview) insist(ctx context.Context, prompt string, read func(string) (meant, refused string)) (string, error) {
	for {
		line, err := i.line(ctx, prompt)
		if err != nil {
			return "", err
		}
		if line == "" {
			continue
		}
		meant, refused := read(line)
		if refused == "" {
			return meant, nil
		}
		i.refuse(refused)
	}
}
