package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.org/svod/generator/content"
	"example.org/svod/generator/report"
)

// A kind is something that svod new makes.
type kind struct {
	name   string
	folder string // inside the source folder
}

var kinds = []kind{
	{"cluster", "content/clusters"},
	{"article", "content/news"},
	{"region", "content/regions"},
	{"organization", "content/organizations"},
	{"page", "content"},
}

func (p *program) newCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "new",
		Short: p.say("new-short", nil),
		Long:  p.say("new-long", nil),
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, k := range kinds {
		address := ""
		c := &cobra.Command{
			Use:   k.name + " [" + p.say("arg-title", nil) + "]",
			Short: p.say("new-"+k.name, nil),
			RunE: func(_ *cobra.Command, args []string) error {
				return p.newPage(k, strings.Join(args, " "), address)
			},
		}
		c.Flags().StringVar(&address, "slug", "", p.say("flag-slug", nil))
		root.AddCommand(c)
	}
	root.AddCommand(&cobra.Command{
		Use:   "report " + p.say("arg-folder", nil),
		Short: p.say("new-report", nil),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errNoFolder}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.newReport(args[0]) },
	})
	return root
}

var (
	errNoTitle  = errors.New("no title")
	errNoFolder = errors.New("no folder")
	errNoSlug   = errors.New("no address")
)

// newPage writes a page with its front matter filled in. Without a title it
// asks for one, on a terminal.
func (p *program) newPage(k kind, title, address string) error {
	if title == "" {
		var err error
		if title, err = p.ask(p.say("ask-title", nil)); err != nil {
			return err
		}
	}
	if address == "" {
		address = report.MakeSlug(title)
	}
	if !content.IsSlug(address) {
		return usageError{errNoSlug}
	}
	text, err := p.fill(k.name+".md", words{
		"Title": yamlQuoted(title),
		"Date":  time.Now().Format(time.DateOnly),
	})
	if err != nil {
		return err
	}
	name := path.Join(k.folder, address+".md")
	if err := p.create(p.flags.source, name, text); err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.out, filepath.Join(p.flags.source, filepath.FromSlash(name)))
	return err
}

// newReport writes a small report that builds.
func (p *program) newReport(folder string) error {
	files, err := fs.Sub(templates, "templates/"+p.lang+"/report")
	if err != nil {
		return err
	}
	err = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return p.create(folder, name, string(text))
	})
	if err != nil {
		return err
	}
	if err := p.wireEditor(folder); err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.err, p.say("report-made", words{"Folder": folder}))
	return err
}

// create writes a file that must not exist yet.
func (p *program) create(folder, name, text string) error {
	target := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return existsError(target)
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, strings.TrimLeft(text, "\n"))
	return errors.Join(err, f.Close())
}

type existsError string

func (e existsError) Error() string { return string(e) + " exists" }

func (p *program) ask(question string) (string, error) {
	f, ok := p.in.(*os.File)
	if !ok || !terminal(f) {
		return "", usageError{errNoTitle}
	}
	fmt.Fprint(p.err, question+" ")
	line, err := bufio.NewReader(p.in).ReadString('\n')
	if line = strings.TrimSpace(line); line == "" {
		return "", errors.Join(usageError{errNoTitle}, err)
	}
	return line, nil
}

// yamlQuoted writes a title so that YAML reads it back, whatever is in it. A
// single word may be null or 2025 to YAML, so it is always quoted.
func yamlQuoted(s string) string {
	plain := strings.TrimSpace(strings.Join(strings.Fields(s), " "))
	if strings.Contains(plain, " ") && !strings.ContainsAny(plain, "\"'#:{}[]&*!|>%@`,\\-?") {
		return plain
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(plain) + `"`
}
