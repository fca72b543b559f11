package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// completeFlag has a shell complete the values of a flag with the offers that a
// function finds; without a function, with nothing.
func (p *program) completeFlag(cmd *cobra.Command, name string, offers func(context.Context) []offer) {
	err := cmd.RegisterFlagCompletionFunc(name, func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		var out []cobra.Completion
		if offers != nil {
			for _, o := range offers(cmd.Context()) {
				out = append(out, cobra.CompletionWithDesc(o.value, diag.Plain(o.meaning)))
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	})
	if err != nil {
		panic(err) // there is no such flag
	}
}

// completeWords has a shell complete a flag with one of some words.
func (p *program) completeWords(cmd *cobra.Command, name string, list ...string) {
	p.completeFlag(cmd, name, func(context.Context) []offer {
		out := make([]offer, len(list))
		for i, word := range list {
			out[i].value = word
		}
		return out
	})
}

// offersOf finds the offers of a question in the report of the source folder;
// none where it cannot be read.
func (p *program) offersOf(q question) func(context.Context) []offer {
	if q.offers == nil {
		return nil
	}
	return func(ctx context.Context) []offer {
		root, err := os.OpenRoot(p.flags.source)
		if err != nil {
			return nil
		}
		defer root.Close()
		c, err := content.NewReader(root.FS(), content.Options{}).Read(ctx)
		if err != nil {
			return nil
		}
		r, _ := report.Assemble(c.Entries, report.Edition{Drafts: true, Future: true, Expired: true})
		return p.offered(q, r)
	}
}
