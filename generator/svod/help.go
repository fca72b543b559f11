package main

import (
	"fmt"
	"strings"
	"text/template"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/svod/generator/diag"
)

// helpIn makes all help speak the language of whoever runs the program, in place
// of the library's English.
func (p *program) helpIn(root *cobra.Command) {
	cobra.MousetrapHelpText = p.say("mousetrap", nil) // a setting of the library for Windows
	root.SetUsageFunc(p.usage)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{.}}\n\n{{end}}{{.UsageString}}")
	root.SetHelpCommand(p.helpCommand())
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	p.completionIn(root)
	p.completeWords(root, "lang", "ru", "en")
	p.completeWords(root, "format", diag.Names(diag.Formats)...)
	for _, folder := range []string{"source", "destination"} {
		if err := root.MarkPersistentFlagDirname(folder); err != nil {
			panic(err) // there is no such flag
		}
	}
}

// usage writes how a command is called: the template usage.txt.
func (p *program) usage(cmd *cobra.Command) error {
	t, err := template.New("usage").Funcs(template.FuncMap{
		"padded": padded,
		"flags":  p.flagLines,
		"common": commonOf,
	}).Parse(p.template("usage.txt"))
	if err != nil {
		return err
	}
	return t.Execute(cmd.OutOrStderr(), cmd)
}

// commonFlagNames is the annotation of a command that names the flags, of those
// that all commands have, which mean something to it and to what is below it.
const commonFlagNames = "common flags"

// commonOf are the flags of all commands that mean something to this one.
func commonOf(cmd *cobra.Command) *pflag.FlagSet {
	names := ""
	for c := cmd; c != nil && names == ""; c = c.Parent() {
		names = c.Annotations[commonFlagNames]
	}
	if names == "" {
		return cmd.InheritedFlags()
	}
	set := pflag.NewFlagSet(cmd.Name(), pflag.ContinueOnError)
	for name := range strings.FieldsSeq(names) {
		set.AddFlag(cmd.InheritedFlags().Lookup(name))
	}
	return set
}

// helpWidth is how wide the lines of help are: that of a window that nobody has
// made wider.
const helpWidth = 80

// flagLines writes a line or more for each flag: its names, what stands for its
// value, what it does, and its default.
func (p *program) flagLines(set *pflag.FlagSet) string {
	var heads, texts []string
	width := 0
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		head := "    --" + f.Name
		if f.Shorthand != "" {
			head = "-" + f.Shorthand + ", --" + f.Name
		}
		value, text := p.valueName(f)
		if value != "" {
			head += " " + value
		}
		switch f.DefValue {
		case "", "false", "0", "0s", "[]", ".": // what goes without saying
		default:
			text += " (" + p.say("flag-default", words{"Value": f.DefValue}) + ")"
		}
		heads, texts = append(heads, head), append(texts, text)
		width = max(width, utf8.RuneCountInString(head))
	})
	var b strings.Builder
	for i, head := range heads {
		for n, line := range wrapped(texts[i], helpWidth-width-5) {
			if n > 0 {
				head = ""
			}
			fmt.Fprintf(&b, "  %s   %s\n", padded(head, width), line)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// valueName is what stands for the value of a flag, empty for one without, and
// what the flag does. The catalogue may name the value; else it is the word in
// backquotes, or one for the type.
func (p *program) valueName(f *pflag.Flag) (name, text string) {
	name, text = pflag.UnquoteUsage(f)
	switch own := p.say("value-"+f.Name, nil); {
	case f.Value.Type() == "bool":
		return "", text
	case own != "value-"+f.Name:
		return own, text
	case strings.Contains(f.Usage, "`"):
		return name, text
	}
	switch f.Value.Type() {
	case "int", "float64", "uint":
		return p.say("value-of-number", nil), text
	case "duration", "period":
		return p.say("value-of-time", nil), text
	}
	return p.say("value-of-text", nil), text
}

// wrapped breaks a text into lines of a width, at spaces.
func wrapped(text string, width int) []string {
	lines := []string{""}
	for word := range strings.FieldsSeq(text) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word
		case utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(word) > width:
			lines = append(lines, word)
		default:
			*last += " " + word
		}
	}
	return lines
}

// padded fills a text with spaces, counting letters, which the library counts as
// the bytes that they take.
func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// helpCommand is "svod help", which knows when there is nothing to tell.
func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:         "help [" + p.say("arg-command", nil) + "]",
		Short:       p.say("help-short", nil),
		Long:        p.say("help-long", nil),
		Annotations: map[string]string{commonFlagNames: "lang help"},
		RunE: func(c *cobra.Command, args []string) error {
			cmd, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return p.unknownCommand(cmd, rest)
			}
			return cmd.Help()
		},
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var out []cobra.Completion
			if cmd, _, err := c.Root().Find(args); err == nil {
				for _, sub := range cmd.Commands() {
					if sub.IsAvailableCommand() {
						out = append(out, cobra.CompletionWithDesc(sub.Name(), sub.Short))
					}
				}
			}
			return out, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// completionIn tells of shells in the words of the catalogue.
func (p *program) completionIn(root *cobra.Command) {
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		c.Short, c.Long = p.say("completion-short", nil), p.say("completion-long", nil)
		c.Annotations = map[string]string{commonFlagNames: "lang help"}
		c.Args = func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.unknownCommand(cmd, args)
			}
			return nil
		}
		c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		for _, shell := range c.Commands() {
			shell.Short = p.say("completion-for", words{"Shell": shell.Name()})
			shell.Long = c.Long + "\n\n" + p.say("completion-"+shell.Name(), nil)
			shell.Args = noArguments
			if f := shell.Flags().Lookup("no-descriptions"); f != nil {
				f.Usage = p.say("flag-no-descriptions", nil)
			}
		}
	}
}
