package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
	"example.org/svod/generator/report"
	"example.org/svod/generator/site"
	"example.org/svod/layouts"
)

func (p *program) buildCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "build",
		Short: p.say("build-short", nil),
		Long:  p.say("build-long", nil),
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return p.build(cmd.Context()) },
	}
}

func (p *program) build(ctx context.Context) error {
	start := time.Now()
	root, err := os.OpenRoot(p.flags.source)
	if err != nil {
		return err
	}
	defer root.Close()
	source := newFolders(root)
	defer source.Close()
	defer debug.SetGCPercent(debug.SetGCPercent(readingPercent))
	s, err := p.load(ctx, source)
	if err != nil {
		return err
	}
	if s.Preview && p.chatty() {
		p.warn("built-preview", nil)
	}
	if done, err := output.UpToDate(p.destination(), s.Inputs); err != nil || done {
		if err == nil && p.chatty() {
			_, err = fmt.Fprintln(p.err, p.say("up-to-date", words{"Folder": p.destination()}))
		}
		return err
	}
	defer roomForRendering()()
	progress := p.newProgress()
	var removed []string
	summary, err := output.Write(ctx, s.Files, output.Options{
		Dir: p.destination(), Progress: progress.step, Inputs: s.Inputs,
		Removed: func(path string) { removed = append(removed, path) },
	})
	progress.done()
	if err != nil {
		return err
	}
	if !p.chatty() {
		return nil
	}
	p.tellGone(removed, s)
	_, err = fmt.Fprintln(p.err, p.say("built", words{
		"Files":     p.count("file-count", len(s.Files), words{"Count": len(s.Files)}),
		"Folder":    p.destination(),
		"Written":   summary.Written,
		"Unchanged": summary.Unchanged,
		"Removed":   summary.Removed,
		"Seconds":   fmt.Sprintf("%.1f", time.Since(start).Seconds()),
	}))
	return err
}

// load plans the site and tells what is wrong with the content. Where any of it
// is an error, so is the result.
func (p *program) load(ctx context.Context, source fs.FS) (*site.Site, error) {
	s, mistakes, err := p.plan(ctx, source, filepath.Join(p.flags.source, ".svod-cache"))
	if err != nil {
		return nil, err
	}
	return s, p.tell(mistakes)
}

// chatty reports whether there is somebody to speak to beside the mistakes.
func (p *program) chatty() bool {
	return !p.flags.quiet && p.flags.format == string(diag.TextFormat)
}

// plan reads the content as the flags say. Charts are kept in the folder cache,
// or nowhere.
func (p *program) plan(ctx context.Context, source fs.FS, cache string) (*site.Site, []diag.Diagnostic, error) {
	b, err := p.builder(source, cache)
	if err != nil {
		return nil, nil, err
	}
	return b.Build(ctx)
}

// builder makes a builder of what the flags say.
func (p *program) builder(source fs.FS, cache string) (*site.Builder, error) {
	if err := p.checkFlags(); err != nil {
		return nil, err
	}
	if err := p.checkSource(); err != nil {
		return nil, err
	}
	edition, err := p.edition()
	if err != nil {
		return nil, err
	}
	return site.NewBuilder(site.Options{
		Source:  source,
		Layouts: layouts.Files,
		BaseURL: p.flags.baseURL,
		Edition: edition,
		Cache:   cache,
		Program: fingerprint(),
	}), nil
}

func (p *program) checkFlags() error {
	known := false
	for _, f := range diag.Formats {
		known = known || string(f) == p.flags.format
	}
	if !known {
		return usageError{badFormat(p.flags.format)}
	}
	if l := p.flags.lang; l != "" && l != "ru" && l != "en" {
		return usageError{badLanguage(l)}
	}
	if p.flags.baseURL != "" {
		address, ok := report.BaseAddress(p.flags.baseURL)
		if !ok {
			return usageError{badAddress(p.flags.baseURL)}
		}
		p.flags.baseURL = address
	}
	return p.checkDestination()
}

// checkDestination refuses to write the site among what it is made of.
func (p *program) checkDestination() error {
	source, err := filepath.Abs(p.flags.source)
	if err != nil {
		return err
	}
	destination, err := filepath.Abs(p.destination())
	if err != nil {
		return err
	}
	for _, own := range []string{content.Folder, site.LayoutsFolder} {
		inside, err := filepath.Rel(filepath.Join(source, own), destination)
		if err == nil && filepath.IsLocal(inside) {
			return usageError{badDestination(p.flags.destination)}
		}
	}
	if destination == source {
		return usageError{badDestination(p.flags.destination)}
	}
	return nil
}

// noArguments refuses words after the command's name.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{unexpectedArgument(args[0])}
	}
	return nil
}

// fingerprint tells one build of this program from another by the size and the time
// of its file, since a version says nothing between two releases. It is empty where
// the file cannot be seen.
func fingerprint() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %d %d", version, info.Size(), info.ModTime().UnixNano())
}

// readingPercent is how much garbage, in percent of what is alive, may pile up
// while the content is read. Nearly all that is read stays, so collecting more
// often finds little.
const readingPercent = 200

// renderingMemory is what the program may take while it renders, beside twice
// what the report itself takes. With it a build of ten thousand clusters that
// draws its charts as well stays below 250 MB.
const renderingMemory = 210 << 20

// roomForRendering lets garbage pile up to a size rather than to a multiple of
// what is alive, until the function that it returns is called. Rendering leaves
// much garbage and keeps nothing, so a small site is written without a single
// collection, and a large one with a few.
func roomForRendering() (restore func()) {
	runtime.GC() // what reading made and the report does not need
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	limit := debug.SetMemoryLimit(max(renderingMemory, 2*int64(m.HeapAlloc)))
	percent := debug.SetGCPercent(-1)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
