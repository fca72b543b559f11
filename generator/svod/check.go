package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"example.org/svod/generator/diag"
)

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: p.say("check-short", nil),
		Long:  p.say("check-long", nil),
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return p.check(cmd.Context()) },
	}
}

// check tells everything that build would tell, and every link of the rendered
// pages that leads nowhere.
func (p *program) check(ctx context.Context) error {
	source, err := os.OpenRoot(p.flags.source)
	if err != nil {
		return err
	}
	defer source.Close()
	s, mistakes, err := p.plan(ctx, source.FS(), "")
	if err != nil {
		return err
	}
	if !diag.HasErrors(mistakes) {
		broken, err := s.CheckLinks(ctx)
		if err != nil {
			return err
		}
		mistakes = diag.Sort(append(mistakes, broken...))
	}
	if err := p.tell(mistakes); err != nil {
		return err
	}
	if len(mistakes) == 0 && p.chatty() {
		_, err = fmt.Fprintln(p.err, p.say("nothing-wrong", nil))
	}
	return err
}
