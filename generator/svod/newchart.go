package main

import (
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/diag"
)

// newChartCommand prints a block for the text of a page.
func (p *program) newChartCommand() *cobra.Command {
	kinds := diag.Names(chart.Kinds)
	return &cobra.Command{
		Use:       "chart " + p.say("arg-chart", nil),
		Short:     p.say("new-chart", nil),
		Long:      p.say("new-chart-long", words{"Kinds": strings.Join(wrapped(strings.Join(kinds, ", "), helpWidth-1), "\n")}),
		ValidArgs: kinds,
		Args: func(_ *cobra.Command, args []string) error {
			known := strings.Join(kinds, ", ")
			switch {
			case len(args) == 0:
				return usageError{saidError(p.say("no-chart", words{"Kinds": known}))}
			case len(args) > 1:
				return usageError{saidError(p.say("one-chart", words{"Name": args[0]}))}
			case !slices.Contains(kinds, args[0]):
				return usageError{saidError(p.say("unknown-chart", words{
					"Name": args[0], "Suggestion": diag.Suggest(args[0], kinds), "Kinds": known,
				}))}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if err := p.checkFlags(); err != nil {
				return err
			}
			_, err := io.WriteString(p.out, p.chartBlock(chart.Kind(args[0])))
			return err
		},
	}
}

// chartBlock is a block of a kind, ready to paste: a file of templates for each,
// named after it. A kind without one has a block that says what every block has.
func (p *program) chartBlock(k chart.Kind) string {
	block, err := fs.ReadFile(templates, "templates/"+p.lang+"/charts/"+string(k)+".txt")
	if err != nil {
		return strings.ReplaceAll(p.template("charts/_any.txt"), "KIND", string(k))
	}
	return string(block)
}
