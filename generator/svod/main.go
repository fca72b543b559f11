// Command svod turns a folder of Markdown files about a region's industrial
// clusters into a website with investment charts.
//
// See README.md for its use and ARCHITECTURE.md beside this folder for how it
// is built. This package only reads the command line, calls, prints and exits.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	_ "time/tzdata" // Windows has no time zones of its own

	"example.org/svod/generator/diag"
)

// version is set by the linker.
var version = "dev"

// Exit statuses.
const (
	exitDone    = 0
	exitFailure = 1 // mistakes in the content, or a failure of the machine
	exitUsage   = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl+C ends the program at once
	status := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(status)
}

// streams are what a command reads from and writes to. Results go to out, all
// that is said about them to err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// errMistakes ends a command whose mistakes have been told already.
var errMistakes = errors.New("mistakes in the content")

// A usageError is a wrong command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func run(ctx context.Context, args []string, io streams) int {
	p := newProgram(io, args)
	root := p.command()
	root.SetArgs(args)
	root.SetIn(io.in)
	root.SetOut(io.out)
	root.SetErr(io.err)
	command, err := root.ExecuteContextC(ctx)
	var (
		usage    usageError
		mistakes diag.Mistakes
	)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errMistakes):
		return exitFailure
	case errors.As(err, &mistakes):
		_ = p.tell(mistakes) // that there are any is what ended the command
		return exitFailure
	case errors.As(err, &usage):
		fmt.Fprintf(io.err, "svod: %s\n%s\n", plainLines(p.explain(err)), p.say("see-help", words{"Command": command.CommandPath()}))
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(io.err, "svod: %s\n", p.say("interrupted", nil))
		return exitFailure
	}
	fmt.Fprintf(io.err, "svod: %s\n", plainLines(p.explain(err)))
	return exitFailure
}

// plainLines keeps a terminal from obeying a message of several lines.
func plainLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = diag.Plain(line)
	}
	return strings.Join(lines, "\n")
}
