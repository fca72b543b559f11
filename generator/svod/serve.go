package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.org/svod/generator/content"
	"example.org/svod/generator/devserver"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/site"
	"example.org/svod/layouts"
)

// serveFlags are those that only serve has.
type serveFlags struct {
	port   int
	bind   string
	open   bool
	poll   time.Duration
	editor string

	anyPort bool // none was asked for
}

func (p *program) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: p.say("serve-short", nil),
		Long:  p.say("serve-long", nil),
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f.anyPort = !cmd.Flags().Changed("port")
			return p.serve(cmd.Context(), f)
		},
	}
	cmd.Flags().IntVarP(&f.port, "port", "p", defaultPort, p.say("flag-port", nil))
	cmd.Flags().StringVar(&f.bind, "bind", "127.0.0.1", p.say("flag-bind", nil))
	cmd.Flags().BoolVar(&f.open, "open", false, p.say("flag-open", nil))
	cmd.Flags().DurationVar(&f.poll, "poll", 0, p.say("flag-poll", nil))
	cmd.Flags().StringVar(&f.editor, "editor", "vscode", p.say("flag-editor", words{"Names": editorNames()}))
	return cmd
}

// serve shows the site until the context is done.
func (p *program) serve(ctx context.Context, f serveFlags) error {
	if err := p.checkFlags(); err != nil {
		return err
	}
	if err := p.checkSource(); err != nil {
		return err
	}
	editor, err := p.checkServe(f)
	if err != nil {
		return err
	}
	source, err := os.OpenRoot(p.flags.source)
	if err != nil {
		return err
	}
	defer source.Close()
	if _, err := source.Stat(content.Folder); err != nil {
		return err
	}
	listener, err := p.listen(ctx, f)
	if err != nil {
		return err
	}
	address := addressOf(listener, f.bind)
	builder, err := p.serveBuilder(source, address)
	if err != nil {
		listener.Close()
		return err
	}
	server, err := devserver.New(p.serverOptions(source, builder, editor, f))
	if err != nil {
		listener.Close()
		return err
	}
	p.announce(address, f)
	return server.Run(ctx, listener)
}

// serverOptions tie the server to what is served.
func (p *program) serverOptions(source *os.Root, builder *site.Builder, editor string, f serveFlags) devserver.Options {
	return devserver.Options{
		Folder: p.flags.source,
		Source: source.FS(),
		Watch:  []string{content.Folder, site.LayoutsFolder},
		Poll:   f.poll,
		Build: func(ctx context.Context, changed []string) (devserver.Site, error) {
			s, mistakes, err := builder.Build(ctx, changed...)
			if err != nil {
				return devserver.Site{}, err
			}
			return devserver.Site{Files: s.Files, Mistakes: mistakes, Sum: s.Inputs}, nil
		},
		Stale:      changedFile,
		Told:       p.tellOutcome,
		Polling:    func(error) { p.warn("serve-polling", nil) },
		Log:        p.debugLog(),
		Printer:    diag.NewPrinter(p.lang),
		Explain:    p.explain,
		Words:      p.serveWords(),
		Editor:     editor,
		Hosts:      []string{strings.ToLower(f.bind)},
		AnyAddress: !loopback(f.bind),
	}
}

// changedFile is the file that changed while it was read, if that is the error.
func changedFile(err error) (string, bool) {
	var changed *site.ChangedError
	if !errors.As(err, &changed) {
		return "", false
	}
	return changed.File, true
}

// serveBuilder builds the site as it is shown while it is written: with all that
// is not to be published yet, and with links to the server itself.
func (p *program) serveBuilder(source *os.Root, address string) (*site.Builder, error) {
	edition, err := p.edition()
	if err != nil {
		return nil, err
	}
	edition.Drafts, edition.Future = true, true
	var clock func() time.Time // else it may run for days
	if p.flags.clock == "" {
		clock = time.Now
	}
	base := p.flags.baseURL
	if base == "" {
		base = address
	}
	return site.NewBuilder(site.Options{
		Source:  source.FS(),
		Layouts: layouts.Files,
		BaseURL: base,
		Edition: edition,
		Clock:   clock,
		Cache:   filepath.Join(p.flags.source, ".svod-cache"),
		Program: fingerprint(),
	}), nil
}

// checkServe makes sure that the flags have a meaning, and returns the address
// that opens the editor.
func (p *program) checkServe(f serveFlags) (editor string, err error) {
	switch {
	case f.port < 0 || f.port > 65535:
		return "", usageError{saidError(p.say("bad-port", words{"Value": f.port}))}
	case f.poll != 0 && f.poll < shortestPoll:
		return "", usageError{saidError(p.say("bad-poll", nil))}
	case f.editor == "none" || f.editor == "":
		return "", nil
	case strings.Contains(f.editor, "{file}"):
		return f.editor, nil
	}
	editor, ok := devserver.Editors[f.editor]
	if !ok {
		return "", usageError{saidError(p.say("bad-editor", words{
			"Value": f.editor, "Names": editorNames(),
			"Suggestion": diag.Suggest(f.editor, slices.Collect(maps.Keys(devserver.Editors))),
		}))}
	}
	return editor, nil
}

// shortestPoll is how often files may be looked through; a network share with a
// thousand of them takes its time.
const shortestPoll = 100 * time.Millisecond

func editorNames() string {
	return strings.Join(slices.Sorted(maps.Keys(devserver.Editors)), ", ")
}

func (p *program) announce(address string, f serveFlags) {
	if !loopback(f.bind) {
		p.warn("serve-not-loopback", words{"Address": f.bind})
	}
	fmt.Fprintln(p.out, p.say("serve-address", words{"URL": address}))
	if terminal(p.out) && !p.flags.quiet {
		fmt.Fprintln(p.out, p.say("serve-stop", nil))
	}
	if f.open {
		openBrowser(address)
	}
}

// tellOutcome says on the terminal what the browser shows, each mistake once.
func (p *program) tellOutcome(o devserver.Outcome) {
	if o.Err != nil {
		if !o.Repeated {
			fmt.Fprintf(p.err, "svod: %s\n", plainLines(p.explain(o.Err)))
		}
		return
	}
	if len(o.New) > 0 {
		_ = p.tell(o.New) // that there are errors ends other commands
	}
	if p.flags.quiet {
		return
	}
	switch {
	case len(o.Mistakes) == 0 && o.Mended > 0:
		fmt.Fprintln(p.err, p.say("nothing-wrong", nil))
	case len(o.New) < len(o.Mistakes) && len(o.New)+o.Mended > 0:
		fmt.Fprintln(p.err, p.say("serve-in-all", words{"Mistakes": diag.NewPrinter(p.lang).Count(o.Mistakes)}))
	}
	what := p.say("serve-all", nil)
	if len(o.Changed) == 1 {
		what = diag.Plain(o.Changed[0])
	} else if n := len(o.Changed); n > 1 {
		what = p.count("file-count", n, words{"Count": n})
	}
	fmt.Fprintln(p.err, p.say("serve-built", words{
		"Time": time.Now().Format(time.TimeOnly), "What": what, "Milliseconds": o.Took.Milliseconds(),
	}))
}

// debugLog is nil unless more was asked for.
func (p *program) debugLog() *log.Logger {
	if !p.flags.verbose {
		return nil
	}
	return log.New(p.err, "", log.LstdFlags)
}

func (p *program) warn(id string, fill words) {
	fmt.Fprintf(p.err, "svod: %s\n", p.say(id, fill))
}

func (p *program) serveWords() devserver.Words {
	return devserver.Words{
		Lang:       p.lang,
		NotBuilt:   p.say("serve-not-built", nil),
		WhatToDo:   p.say("serve-what-to-do", nil),
		Failed:     p.say("serve-failed", nil),
		OpenEditor: p.say("serve-open-editor", nil),
		Gone:       p.say("serve-gone", nil),
		Refused:    p.say("serve-refused", nil),
		More:       func(n int) string { return p.count("and-more-mistakes", n, words{"Count": n}) },
	}
}
