package main

import (
	"strings"

	"github.com/spf13/cobra"

	"example.org/svod/generator/diag"
)

// newCommand makes things to write on: a page of each kind, a report, a chart.
func (p *program) newCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "new",
		Short: p.say("new-short", nil),
		Long:  p.say("new-long", nil),
		Args:  p.knownKind,
		RunE:  func(cmd *cobra.Command, _ []string) error { return p.newSomething(cmd) },
		// The others are about sites that are built.
		Annotations: map[string]string{commonFlagNames: "source clock lang quiet help"},
	}
	for _, k := range kinds {
		root.AddCommand(p.newPageCommand(k))
	}
	root.AddCommand(p.newReportCommand(), p.newChartCommand())
	return root
}

// newPageCommand has a flag for each question that its kind has.
func (p *program) newPageCommand(k kind) *cobra.Command {
	slug := ""
	given := map[string]*[]string{}
	cmd := &cobra.Command{
		Use:               k.name + " [" + p.say("arg-title", nil) + "]",
		Short:             p.say("new-"+k.name, nil),
		Long:              p.say("new-"+k.name+"-long", nil) + "\n\n" + p.say("new-answers", nil),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			answers := answers{}
			for name, values := range given {
				answers.give(name, *values...)
			}
			answers.give("title", strings.Join(args, " "))
			return p.newPage(cmd.Context(), p.newInterview(), k, slug, answers)
		},
	}
	for _, q := range k.questions {
		given[q.name] = cmd.Flags().StringArray(q.name, nil, p.say(q.explaining(), nil))
		p.completeFlag(cmd, q.name, p.offersOf(q))
	}
	cmd.Flags().StringVar(&slug, "slug", "", p.say("flag-slug", nil))
	return cmd
}

// knownKind refuses what svod new does not make, and says what it does.
func (p *program) knownKind(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usageError{saidError(p.unknownKind(cmd, args[0]))}
}

// The commands below svod new that make no page.
const (
	reportName = "report"
	chartName  = "chart"
)

// kindNames are all that svod new makes, as commands, in the order in which people
// look for them.
func kindNames() []string {
	var names []string
	for _, k := range kinds {
		names = append(names, k.name)
	}
	return append(names, reportName, chartName)
}

// kindList lists all that svod new makes, for the middle of a sentence.
func kindList(cmd *cobra.Command) string {
	var list []string
	for _, c := range cmd.Commands() {
		list = append(list, c.Name()+" ("+c.Short+")")
	}
	return strings.Join(list, ", ")
}

// unknownKind says that there is no such kind, and which there are.
func (p *program) unknownKind(cmd *cobra.Command, name string) string {
	first, _, _ := strings.Cut(name, "/") // clusters/les.md, as other programs have it
	var known []string
	meant := map[string]string{} // the kind, by what somebody may call it
	for _, c := range cmd.Commands() {
		for _, name := range []string{c.Name(), c.Short} {
			known = append(known, name)
			meant[name] = c.Name()
		}
	}
	return p.say("unknown-kind", words{
		"Name": name, "Suggestion": meant[diag.Suggest(first, known)], "Kinds": kindList(cmd),
	})
}
