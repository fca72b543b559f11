package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// A program is one run of the command line.
type program struct {
	streams
	lang  string
	words *i18n.Localizer
	flags flags
}

// flags are those that every command has.
type flags struct {
	source      string
	destination string
	baseURL     string
	drafts      bool
	future      bool
	expired     bool
	clock       string
	format      string
	lang        string
	quiet       bool
	verbose     bool
}

func newProgram(io streams, args []string) *program {
	lang := languageOf(args)
	return &program{streams: io, lang: lang, words: newLocalizer(lang)}
}

// command is the whole command line.
func (p *program) command() *cobra.Command {
	root := &cobra.Command{
		Use:           "svod",
		Short:         p.say("svod-short", nil),
		Long:          p.say("svod-long", nil),
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.unknownCommand(cmd, args[:1])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	p.commonFlags(root.PersistentFlags())
	root.Flags().Bool("version", false, p.say("version-short", nil))
	root.SetFlagErrorFunc(p.flagError)
	root.SetVersionTemplate("svod {{.Version}}\n")
	root.AddCommand(
		p.buildCommand(),
		p.checkCommand(),
		p.listCommand(),
		p.newCommand(),
		p.importCommand(),
		p.schemaCommand(),
		p.serveCommand(),
		p.versionCommand(),
	)
	p.helpIn(root)
	plainUseLines(root)
	return root
}

// plainUseLines keeps the library from writing its own word for flags.
func plainUseLines(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true
	for _, c := range cmd.Commands() {
		plainUseLines(c)
	}
}

func (p *program) commonFlags(f *pflag.FlagSet) {
	f.StringVarP(&p.flags.source, "source", "s", ".", p.say("flag-source", nil))
	f.StringVarP(&p.flags.destination, "destination", "d", "", p.say("flag-destination", nil))
	f.StringVarP(&p.flags.baseURL, "base-url", "b", "", p.say("flag-base-url", nil))
	f.BoolVarP(&p.flags.drafts, "drafts", "D", false, p.say("flag-drafts", nil))
	f.BoolVar(&p.flags.future, "future", false, p.say("flag-future", nil))
	f.BoolVar(&p.flags.expired, "expired", false, p.say("flag-expired", nil))
	f.StringVar(&p.flags.clock, "clock", "", p.say("flag-clock", nil))
	f.StringVar(&p.flags.format, "format", string(diag.TextFormat), p.say("flag-format", nil))
	f.StringVar(&p.flags.lang, "lang", "", p.say("flag-lang", nil))
	f.BoolVarP(&p.flags.quiet, "quiet", "q", false, p.say("flag-quiet", nil))
	f.BoolVarP(&p.flags.verbose, "verbose", "v", false, p.say("flag-verbose", nil))
	f.BoolP("help", "h", false, p.say("flag-help", nil))
}

// destination is where the site goes: by default, into the source folder.
func (p *program) destination() string {
	if p.flags.destination != "" {
		return p.flags.destination
	}
	return filepath.Join(p.flags.source, "public")
}

// edition is what the flags say should be shown, at the time that they give.
func (p *program) edition() (report.Edition, error) {
	e := report.Edition{
		Now:     time.Now(),
		Drafts:  p.flags.drafts,
		Future:  p.flags.future,
		Expired: p.flags.expired,
	}
	if p.flags.clock == "" {
		return e, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04", time.DateOnly} {
		if t, err := time.Parse(layout, p.flags.clock); err == nil {
			e.Now, e.Wall = t, layout != time.RFC3339
			return e, nil
		}
	}
	return e, usageError{badClock(p.flags.clock)}
}

// tell prints diagnostics. It returns errMistakes where any of them is an error.
func (p *program) tell(list []diag.Diagnostic) error {
	list = p.shown(list)
	root, err := os.OpenRoot(p.flags.source)
	if err == nil {
		diag.Quote(root.FS(), list)
		root.Close()
	}
	return p.tellQuoted(list)
}

// shown are the diagnostics that are told: all, or only errors where the program
// is to be quiet.
func (p *program) shown(list []diag.Diagnostic) []diag.Diagnostic {
	if !p.flags.quiet {
		return list
	}
	var errors []diag.Diagnostic
	for _, d := range list {
		if d.Severity == diag.Error {
			errors = append(errors, d)
		}
	}
	return errors
}

// tellQuoted is tell for diagnostics that have the lines they are about, or that
// are about something without lines.
func (p *program) tellQuoted(list []diag.Diagnostic) error {
	shown := p.shown(list)
	printer := diag.NewPrinter(p.lang)
	printer.Color = colored(p.err)
	format := diag.Format(p.flags.format)
	if len(shown) > 0 || format == diag.JSONFormat || format == diag.SARIFFormat {
		if err := printer.Print(p.err, format, shown); err != nil {
			return err
		}
	}
	if format == diag.TextFormat && len(shown) > 0 {
		if _, err := io.WriteString(p.err, printer.Count(shown)+"\n"); err != nil {
			return err
		}
	}
	if diag.HasErrors(list) {
		return errMistakes
	}
	return nil
}

// terminal returns the terminal that w writes to, if it does.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colored reports whether w is a terminal that wants colours (no-color.org).
func colored(w io.Writer) bool {
	return terminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// Wrong command lines that only this program knows.
type (
	badClock       string
	badFormat      string
	badLanguage    string
	badAddress     string
	badDestination string
	badCMS         string
)

func (e badClock) Error() string       { return "unreadable time " + string(e) }
func (e badFormat) Error() string      { return "unknown format " + string(e) }
func (e badLanguage) Error() string    { return "unknown language " + string(e) }
func (e badAddress) Error() string     { return "no address of a site: " + string(e) }
func (e badCMS) Error() string         { return "unknown editor " + string(e) }
func (e badDestination) Error() string { return "the site cannot go to " + string(e) }

// explain writes an error for whoever runs the program, with what to do.
func (p *program) explain(err error) string {
	var (
		clock    badClock
		format   badFormat
		language badLanguage
		address  badAddress
		folder   badDestination
		check    unknownCheck
		cms      badCMS
	)
	switch {
	case errors.As(err, &clock):
		return p.say("bad-clock", words{"Value": string(clock)})
	case errors.As(err, &check):
		return p.say("unknown-check", words{"Name": string(check), "Suggestion": suggestCheck(string(check))})
	case errors.As(err, &format):
		return p.say("bad-format", words{"Value": string(format)})
	case errors.As(err, &address):
		return p.say("bad-address", words{"Value": string(address)})
	case errors.As(err, &cms):
		return p.say("bad-cms", words{"Value": string(cms)})
	case errors.As(err, &folder):
		return p.say("bad-destination", words{"Value": string(folder)})
	case errors.As(err, &language):
		return p.say("bad-language", words{"Value": string(language)})
	}
	return p.explainFailure(err)
}
