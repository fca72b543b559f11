package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/svod/generator/diag"
)

// unknownCommand says that a command has no such command, and which may have
// been meant.
func (p *program) unknownCommand(parent *cobra.Command, args []string) error {
	if parent.Name() == "new" {
		return p.knownKind(parent, args)
	}
	var known []string
	for _, c := range parent.Commands() {
		known = append(known, c.Name())
	}
	name := strings.Join(args, " ")
	return usageError{saidError(p.say("unknown-command", words{
		"Name": name, "Suggestion": diag.Suggest(name, known), "Names": strings.Join(known, ", "),
	}))}
}

// flagError says what is wrong with the flags of a command line, and what to
// write instead.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		name, meant := unknownFlag(cmd, unknown)
		return usageError{saidError(p.say("unknown-flag", words{"Name": name, "Suggestion": meant}))}
	case errors.As(err, &missing):
		value, _ := p.valueName(missing.GetFlag())
		return usageError{saidError(p.say("flag-needs-value", words{"Name": missing.GetFlag().Name, "Value": value}))}
	case errors.As(err, &invalid):
		return usageError{saidError(p.say("flag-invalid", words{
			"Name": invalid.GetFlag().Name, "Value": invalid.GetValue(), "Type": invalid.GetFlag().Value.Type(),
		}))}
	case errors.As(err, &syntax):
		return usageError{saidError(p.say("flag-syntax", words{"Name": syntax.GetSpecifiedFlag()}))}
	}
	return usageError{err}
}

// unknownFlag is a flag as it was written, and the one that was meant. Whoever
// writes -lang for --lang is told of one letter only by the library.
func unknownFlag(cmd *cobra.Command, e *pflag.NotExistError) (written, meant string) {
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	written, name := "--"+e.GetSpecifiedName(), e.GetSpecifiedName()
	if letters := e.GetSpecifiedShortnames(); letters != "" {
		name, _, _ = strings.Cut(letters, "=")
		written = "-" + name
	}
	if len(name) < 2 {
		return written, ""
	}
	if meant = diag.Suggest(name, known); meant != "" {
		meant = "--" + meant
	}
	return written, meant
}
