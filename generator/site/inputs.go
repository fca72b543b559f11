package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// inputs is the fingerprint of a site: of the program, of what the content says,
// of the source's own layouts, and of what the options and the clock make of
// them.
func (b *Builder) inputs(s *Site, content [sha256.Size]byte) (string, error) {
	if b.options.Program == "" {
		return "", nil
	}
	r, sum := s.Report, sha256.New()
	fmt.Fprintln(sum, b.options.Program, hex.EncodeToString(content[:]), r.BaseURL)
	now := b.options.Edition.Time(r.TimeZone)
	for _, d := range s.timed {
		// Which pages are shown, and which of them are marked as waiting,
		// depends on the clock.
		p := d.Base()
		fmt.Fprintln(sum, p.File, now.Before(p.Publish.Time(r.TimeZone)), now.Before(p.Expires.Time(r.TimeZone)))
	}
	sum.Write(b.dress.sum)
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// sumLayouts is a fingerprint of the source's own layouts, if it has any.
func (b *Builder) sumLayouts() ([]byte, error) {
	sum := sha256.New()
	err := fs.WalkDir(b.options.Source, LayoutsFolder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "node_modules"):
			return fs.SkipDir
		case entry.IsDir():
			return nil
		}
		text, err := fs.ReadFile(b.options.Source, name) // of what a link leads to, as templates do
		if err != nil {
			return nil
		}
		fmt.Fprintf(sum, "%q %d\n", name, len(text))
		sum.Write(text)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return sum.Sum(nil), err
}
