package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/site"
)

// checkFlags are those of check alone.
type checkFlags struct {
	stale    period
	external bool
	explain  string
}

// allChecks is the value of --explain without an id.
const allChecks = "all"

func (p *program) checkCommand() *cobra.Command {
	f := checkFlags{stale: period{years: 1}}
	c := &cobra.Command{
		Use:   "check",
		Short: p.say("check-short", nil),
		Long:  p.say("check-long", nil),
		Args: func(cmd *cobra.Command, args []string) error {
			if f.explain == allChecks && len(args) == 1 {
				f.explain, args = args[0], nil // a word after a space is no value to pflag
			}
			return noArguments(cmd, args)
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.explain != "" {
				return p.explainCheck(f.explain)
			}
			return p.check(cmd.Context(), f)
		},
	}
	c.Flags().Var(&f.stale, "stale", p.say("flag-stale", nil))
	c.Flags().BoolVar(&f.external, "external", false, p.say("flag-external", nil))
	c.Flags().StringVar(&f.explain, "explain", "", p.say("flag-explain", nil))
	c.Flags().Lookup("explain").NoOptDefVal = allChecks
	return c
}

// check tells everything that build would tell, what is most likely wrong though
// it builds, and every link of the rendered pages that leads nowhere.
func (p *program) check(ctx context.Context, f checkFlags) error {
	source, err := os.OpenRoot(p.flags.source)
	if err != nil {
		return err
	}
	defer source.Close()
	builder, err := p.builder(source.FS(), "")
	if err != nil {
		return err
	}
	s, mistakes, err := builder.Build(ctx)
	if err != nil {
		return err
	}
	held := s.Held
	if !diag.HasErrors(mistakes) {
		more, off, err := p.review(ctx, builder, s, f)
		if err != nil {
			return err
		}
		mistakes, held = diag.Sort(append(mistakes, more...)), held+off
	}
	if err := p.tell(mistakes); err != nil {
		return err
	}
	return p.concludeCheck(len(mistakes), held)
}

// review looks for what build does not: it needs a report without errors.
func (p *program) review(ctx context.Context, b *site.Builder, s *site.Site, f checkFlags) (found []diag.Diagnostic, held int, err error) {
	edition, err := p.edition()
	if err != nil {
		return nil, 0, err
	}
	if found, held, err = b.Review(ctx, f.stale.inDays(edition.Now)); err != nil {
		return nil, 0, err
	}
	broken, err := s.CheckLinks(ctx)
	if err != nil {
		return nil, 0, err
	}
	found = append(found, broken...)
	if !f.external {
		return found, held, nil
	}
	outside, off, err := p.checkOutside(ctx, b)
	return append(found, outside...), held + off, err
}

func (p *program) concludeCheck(told, held int) error {
	var said strings.Builder
	if told == 0 && p.chatty() {
		said.WriteString(p.say("nothing-wrong", nil) + "\n")
	}
	if held > 0 && p.chatty() && p.flags.verbose {
		said.WriteString(p.count("held-back", held, words{"Count": held}) + "\n")
	}
	_, err := fmt.Fprint(p.err, said.String())
	return err
}
